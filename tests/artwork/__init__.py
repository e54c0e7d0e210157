"""Tests of `cardgen.artwork`."""
