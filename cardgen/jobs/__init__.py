"""A typed print job comes in; a finished document goes out, with its record and what its reader must know."""
