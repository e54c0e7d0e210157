"""A roster comes in; a finished document for each of its rows goes out."""
