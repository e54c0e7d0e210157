"""Tests of `cardgen.wording`."""
