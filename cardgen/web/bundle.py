"""Everything in Python that the page needs inside a browser, in one archive: cardgen and its libraries."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from importlib.metadata import distribution, requires
from pathlib import Path

from cardgen.files.folders import PACKAGE, shipped_folder
from cardgen.scene.record import __version__
from cardgen.wording.words import languages

LEFT_OUT = ("charset-normalizer", "msgspec", "pypdf")
"""What no print needs, and msgspec, which has a separate build for browsers."""
OF_PILLOW = ("PIL/__init__.py", "PIL/_version.py", "PIL/ImageColor.py")
"""The part of Pillow that is Python alone, and that drawings need: the names of colors."""
KEPT = (".py", ".dic", ".yaml", ".svg", ".icc", ".ttf", ".txt", ".json", ".css", ".html")
NOT_NEEDED = (
    *("cardgen/web/static/", "cardgen/cli/", "reportlab/graphics/", "reportlab/fonts/", "reportlab/platypus/"),
    *(f"fontTools/{part}/" for part in ("designspaceLib", "feaLib", "merge", "mtiLib", "otlLib", "qu2cu", "subset")),
    *(f"fontTools/{part}/" for part in ("svgLib", "t1Lib", "ufoLib", "varLib", "voltLib", "diff", "colorLib")),
)
"""What only the command line needs, or a server, or what cardgen does not use of a library."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every file, so that the same Python makes the same archive."""


def pack_python() -> bytes:
    """An archive to be unpacked into a folder of Python's path."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(_files()):
            if _is_needed(name):
                archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _files() -> Iterator[tuple[str, bytes]]:
    for folder, place in (
        (PACKAGE, "cardgen"),
        (shipped_folder("routines"), "cardgen/routines"),
        (shipped_folder("fonts"), "cardgen/fonts"),
    ):
        yield from _files_below(folder, place)
    metadata = f"Metadata-Version: 2.1\nName: cardgen\nVersion: {__version__}\n"
    yield f"cardgen-{__version__}.dist-info/METADATA", metadata.encode()
    for library in _libraries("cardgen", set()):
        found = distribution(library)
        for file in found.files or ():
            path = Path(str(found.locate_file(file)))
            if path.suffix in KEPT and ".." not in file.parts and path.is_file():
                yield file.as_posix(), path.read_bytes()


def _libraries(name: str, found: set[str]) -> set[str]:
    """What a package needs to be imported, and what that needs."""
    for needed in requires(name) or ():
        library = re.match(r"[\w.-]+", needed)
        if library and "extra ==" not in needed and (key := library[0].lower()) not in {*found, *LEFT_OUT}:
            found.add(key)
            _libraries(key, found)
    return found


def _is_needed(name: str) -> bool:
    """Whether a file of a library is for the languages of cardgen, and no part that it does without."""
    if name.startswith("pyphen/dictionaries/"):
        return any(f"hyph_{language}" in name for language in languages())
    return not name.startswith(NOT_NEEDED) and (not name.startswith("PIL") or name in OF_PILLOW)


def _files_below(folder: Path, place: str) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.suffix in KEPT and path.is_file():
            yield f"{place}/{path.relative_to(folder).as_posix()}", path.read_bytes()
