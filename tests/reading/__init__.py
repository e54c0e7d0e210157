"""Tests of `cardgen.reading`."""
