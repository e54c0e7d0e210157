"""Pages come in; the bytes of a PDF go out, with no decision made here."""
