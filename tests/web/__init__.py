"""Tests of the page in the browser, and of what answers it."""
