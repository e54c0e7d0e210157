"""YAML text comes in; typed values go out, each with its place in the file, or every mistake in plain words."""
