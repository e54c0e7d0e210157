"""Names and paths come in; routines and programs that can be printed go out, or every fault in their files."""
