"""The files that a request may use: those that came with it, and the user's own library; no other file is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from cardgen.errors import Fault, UserError, shorten
from cardgen.files.folders import shipped_folder
from cardgen.files.own_files import CarriedFiles, own_folder, use_carried_files
from cardgen.files.reading import MOST_BYTES
from cardgen.jobs.batch.parcel import forget_other_files

TEXT_SUFFIXES = (".yaml", ".yml", ".json", ".csv")
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".svg")
LONGEST_NAME = 100
MOST_OWN_FILES = 2_000
"""Files of a user's library that are looked through."""
OWN_FOLDERS = ("routines", "stocks", "themes", "icons", "languages", "printers")
"""The folders of the user's own folder from which a print may read."""


@contextmanager
def use_files(texts: Mapping[str, str], pictures: Mapping[str, bytes], own: bool = True) -> Iterator[None]:
    """Read meanwhile only these files, those of cardgen, and with `own` those of the user's library.

    UserError for a name of another kind.
    """
    sent = {name: text.encode() for name, text in texts.items()} | dict(pictures)
    check_names(texts, TEXT_SUFFIXES)
    check_names(pictures, PICTURE_SUFFIXES)
    carried = CarriedFiles(
        own_folder(), (_own_files() if own else {}) | {Path(name): data for name, data in sent.items()}
    )
    with use_carried_files(carried):
        forget_other_files(carried)
        yield


def check_names(names: Mapping[str, object], suffixes: tuple[str, ...]) -> None:
    """UserError for names that are not those of files alone, without folders."""
    wrong = [name for name in names if not is_plain(name) or not name.lower().endswith(suffixes)]
    if wrong:
        problem = f"'{shorten(wrong[0])}' is not a name for a file here."
        raise UserError(Fault(problem, f"Use a name without folders that ends in {' or '.join(suffixes)}."))


def is_plain(name: str) -> bool:
    """Whether a text names no folder, nothing hidden, and has no characters that no file's name has."""
    return 0 < len(name) <= LONGEST_NAME and name.isprintable() and name[0] != "." and not set(name) & set("/\\:")


def check_plain(field: str, *names: str) -> None:
    """UserError for names that `is_plain` does not allow in a field of a request."""
    if faults := [not_plain(field, name) for name in names if not is_plain(name)]:
        raise UserError(faults)


def not_plain(field: str, name: str) -> Fault:
    """The fault of a text that `is_plain` does not allow."""
    return Fault(f"<{field}>: '{shorten(name)}' cannot be used here.", "Give a name or a value, not a path.")


def _own_files() -> dict[Path, bytes]:
    """The user's library as it is now: files of the own folder, and the routines of the working directory."""
    here = Path("routines")
    places = [own_folder() / name for name in OWN_FOLDERS]
    folders = [*places, here] if here.resolve() != shipped_folder("routines").resolve() else places
    found = (path for folder in folders if folder.is_dir() for path in sorted(folder.rglob("*")))
    read = ((path, _read(path)) for path in islice(found, MOST_OWN_FILES))
    return {path: data for path, data in read if data is not None}


def _read(path: Path) -> bytes | None:
    """A file of a size that a print would read; None for anything else."""
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= MOST_BYTES else None
    except OSError:
        return None
