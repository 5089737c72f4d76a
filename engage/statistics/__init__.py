"""Tables, shares against a population and intervals. Knows nothing of files, pages or databases."""
