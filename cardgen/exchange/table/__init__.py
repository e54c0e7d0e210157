"""A routine comes in and a spreadsheet goes out, or the other way round."""
