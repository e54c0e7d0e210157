"""Fuzzing of everything that cardgen reads."""
