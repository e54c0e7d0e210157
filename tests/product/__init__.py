"""Tests of the whole product: from a file to what is printed."""
