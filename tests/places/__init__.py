"""Tests of `cardgen.places`."""
