"""Routines come in and go out as spreadsheets or Markdown; schemas and starter files help to write them."""
