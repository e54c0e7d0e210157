"""Pieces that layouts share: a face while it is laid out, headlines, facts, figures, flowing paragraphs."""
