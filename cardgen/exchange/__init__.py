"""Routines come in, and go out in other forms: spreadsheet, Markdown, JSON, schema, starter file."""
