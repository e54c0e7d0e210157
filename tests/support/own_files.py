"""The user's own files, in the home of a test."""

from __future__ import annotations

from pathlib import Path

from cardgen.artwork.icons import icon, icon_meaning, icons, read_icon
from cardgen.files.own_files import own_folder
from cardgen.library.loading import examine_routine
from cardgen.wording.words import language


def write_own(name: str, text: str) -> Path:
    """Write a file in the user's own folder."""
    path = own_folder() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def forget_own_files() -> None:
    """Clear what this process has cached of the user's own files."""
    for cached in (icons, read_icon, icon, icon_meaning, language, examine_routine):
        cached.cache_clear()
