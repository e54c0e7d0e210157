"""Tests of `cardgen.review`."""
