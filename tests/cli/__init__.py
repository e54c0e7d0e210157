"""Tests of `cardgen.cli`."""
