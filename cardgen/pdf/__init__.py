"""Pages to the bytes of a PDF; every decision has been made before."""
