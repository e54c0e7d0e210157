"""A file that can be printed comes in; warnings of what would make its cards better go out."""
