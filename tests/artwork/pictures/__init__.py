"""Tests of `cardgen.artwork.pictures`."""
