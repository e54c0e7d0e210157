"""Routines and a time come in; a session goes out: which steps, how often, at which minute, and what is left out."""
