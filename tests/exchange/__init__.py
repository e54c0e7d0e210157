"""Tests of `cardgen.exchange`."""
