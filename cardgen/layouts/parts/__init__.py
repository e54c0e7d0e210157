"""Words and a place on a face come in; marks go out: what several layouts draw in the same way."""
