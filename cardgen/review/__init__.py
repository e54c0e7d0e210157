"""What a good card needs and a file lacks, though it can be printed as it is."""
