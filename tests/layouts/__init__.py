"""Tests of `cardgen.layouts`."""
