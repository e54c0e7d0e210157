"""Tests of `cardgen.planning`."""
