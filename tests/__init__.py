"""Tests of cardgen: a folder for each package, `product/` for the whole, `support/` for what they share."""
