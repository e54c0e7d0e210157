"""Plain values from a file come in; a routine, a program or a drawing goes out, as its author wrote it."""
