"""The folders of the files that come with cardgen."""

from __future__ import annotations

from functools import cache
from glob import escape
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
DATA = PACKAGE / "data"
SRGB_PROFILE = DATA / "color" / "srgb.icc"


@cache
def shipped_folder(folder: str) -> Path:
    """The `routines` or `fonts` folder: that of a checkout, else the copy inside the installed package."""
    in_checkout = (PACKAGE.parent / "pyproject.toml").is_file()
    return (PACKAGE.parent if in_checkout else PACKAGE) / folder


def is_shipped(path: Path) -> bool:
    """Whether a file comes with cardgen: its path says so, and leads nowhere else by `..` or a link."""
    folders = (PACKAGE, shipped_folder("routines"), shipped_folder("fonts"))
    return any(path.is_relative_to(folder) and path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def is_own(path: Path) -> bool:
    """Whether a file neither comes with cardgen nor is a copy of a routine or a program that does."""
    namesakes = shipped_folder("routines").rglob(escape(path.name))
    return not is_shipped(path) and all(one.read_bytes() != path.read_bytes() for one in namesakes)
