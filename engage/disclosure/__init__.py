"""From a table to one that can be shown: merged until no number speaks of a few people."""
