"""Tests of `cardgen.scene`."""
