"""Charts as inline SVG, made on the server from the very numbers and words that the page shows.

They have classes and presentation attributes only, so that they need no inline style, and no
coordinate says more than a whole percentage does.
"""
