"""The user's own files that a process reads once, for all that it prints."""

from __future__ import annotations

from pathlib import Path

from cardgen.artwork.icons import icon, icon_meaning, icons, read_icon
from cardgen.files.own_files import own_folder
from cardgen.library.loading import examine_routine
from cardgen.wording.words import language

FOLDERS = ("icons", "languages")
"""Where they are in the user's own folder."""


def lasting_files() -> list[Path]:
    """Those that exist now."""
    return [path for folder in FOLDERS for path in sorted((own_folder() / folder).rglob("*")) if path.is_file()]


def is_lasting(path: Path, home: Path | None = None) -> bool:
    """Whether a file is one of them, or would be; `home` is the user's own folder."""
    return any(path.is_relative_to((home or own_folder()) / folder) for folder in FOLDERS)


def forget_lasting_files() -> None:
    """Have them read again."""
    for remembered in (language, icons, read_icon, icon, icon_meaning, examine_routine):
        remembered.cache_clear()
