"""An author's picture file comes in; artwork that can be printed goes out, or the faults of the file."""
