"""Reads a PDF that cardgen made, and tells what is really in it."""
