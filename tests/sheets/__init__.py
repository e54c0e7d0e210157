"""Tests of `cardgen.sheets`."""
