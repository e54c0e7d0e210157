"""The whole flow, from a session to the bytes of a PDF: a module for each thing that is printed."""
