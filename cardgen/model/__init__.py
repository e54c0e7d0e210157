"""Values read from a file come in; a routine, a program or a drawing as its author wrote it goes out."""
