"""A picture file of an author comes in; artwork that can be printed goes out, or what is wrong with the file."""
