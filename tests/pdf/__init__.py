"""Tests of `cardgen.pdf`."""
