"""Reports that list every name of a collection, as texts that do not change when a name is added."""

from __future__ import annotations

from cardgen.artwork.icons import icons
from cardgen.library.finding import programs, routines

COLLECTIONS = {"EVERY ICON": icons, "EVERY ROUTINE": routines, "EVERY PROGRAM": programs}


def shorten_listings(report: str) -> str:
    """The report with a placeholder for each whole list of names."""
    for placeholder, collection in COLLECTIONS.items():
        report = report.replace(", ".join(collection()), placeholder)
    return report
