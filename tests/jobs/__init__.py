"""Tests of `cardgen.jobs`."""
