"""A spreadsheet comes in and a routine goes out, or the reverse."""
