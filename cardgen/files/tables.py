"""Tables of a spreadsheet: how their files are named, and how to save one so that it can be read."""

from __future__ import annotations

from pathlib import Path

TABLE_SUFFIX = ".csv"
WORKBOOK_SUFFIXES = (".xlsx", ".xls", ".ods", ".numbers")
SAVE_AS_CSV = "Save it as CSV UTF-8: in Excel, Save as, CSV UTF-8; in LibreOffice, Save as, Text CSV, Unicode (UTF-8)."


def is_table(path: Path) -> bool:
    """Whether a file is named as a table or as a workbook is."""
    return path.suffix.lower() in (TABLE_SUFFIX, *WORKBOOK_SUFFIXES)
