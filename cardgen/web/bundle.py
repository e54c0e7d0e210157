"""Everything in Python that the page needs inside a browser, in one archive: cardgen and its libraries."""

from __future__ import annotations

import gzip
import io
import re
import tarfile
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
OTHERWISE = re.compile(r"extra ==|== ['\"]Windows['\"]")
"""Ends what a package needs only with an extra, or on a system that is none of the browser's."""
NOT_NEEDED = (
    *("cardgen/web/static/", "cardgen/cli/", "reportlab/graphics/", "reportlab/fonts/", "reportlab/platypus/"),
    *(f"fontTools/{part}/" for part in ("designspaceLib", "feaLib", "merge", "mtiLib", "otlLib", "qu2cu", "subset")),
    *(f"fontTools/{part}/" for part in ("svgLib", "t1Lib", "ufoLib", "varLib", "voltLib", "diff", "colorLib")),
)
"""What only the command line needs, or a server, or what cardgen does not use of a library."""


def pack_python(wheel: bytes) -> bytes:
    """A tar archive, packed by gzip, to be unpacked into a folder of Python's path; with the files of a wheel.

    A browser unpacks it without Python, which would load ten modules for that. The same Python makes the same archive.
    """
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for name, data in sorted([*filter(_is_needed, _files()), *_files_of(wheel)]):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return gzip.compress(packed.getvalue(), mtime=0)


def _files_of(wheel: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        yield from ((entry.filename, archive.read(entry)) for entry in archive.infolist() if not entry.is_dir())


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
        if library and not OTHERWISE.search(needed) and (key := library[0].lower()) not in {*found, *LEFT_OUT}:
            found.add(key)
            _libraries(key, found)
    return found


def _is_needed(file: tuple[str, bytes]) -> bool:
    """Whether a file of a library is for the languages of cardgen, and no part that it does without."""
    name, _ = file
    if name.startswith("pyphen/dictionaries/"):
        return any(f"hyph_{language}" in name for language in languages())
    return not name.startswith(NOT_NEEDED) and (not name.startswith("PIL") or name in OF_PILLOW)


def _files_below(folder: Path, place: str) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.suffix in KEPT and path.is_file():
            yield f"{place}/{path.relative_to(folder).as_posix()}", path.read_bytes()
