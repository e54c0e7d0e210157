"""Warnings that lay out pages to find out what fits: they are not loaded where nobody waits for them."""
