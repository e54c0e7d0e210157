"""Everything in Python that the page needs inside a browser, in one archive: cardgen, and what it stands on."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from cardgen.files.folders import PACKAGE, shipped_folder
from cardgen.scene.record import __version__

LIBRARIES = ("click", "fonttools", "jinja2", "markupsafe", "pillow", "pyyaml", "reportlab")
"""What cardgen imports to print; msgspec is made for browsers apart."""
OF_PILLOW = ("PIL/__init__.py", "PIL/_version.py", "PIL/ImageColor.py")
"""The part of Pillow that is Python alone, and that drawings need: the names of colors."""
KEPT = (".py", ".yaml", ".svg", ".icc", ".ttf", ".txt", ".json", ".css", ".html")
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
            if not name.startswith(NOT_NEEDED) and (not name.startswith("PIL") or name in OF_PILLOW):
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
    for library in LIBRARIES:
        found = distribution(library)
        for file in found.files or ():
            path = Path(str(found.locate_file(file)))
            if path.suffix in KEPT and ".." not in file.parts and path.is_file():
                yield file.as_posix(), path.read_bytes()


def _files_below(folder: Path, place: str) -> Iterator[tuple[str, bytes]]:
    for path in folder.rglob("*"):
        if path.suffix in KEPT and path.is_file():
            yield f"{place}/{path.relative_to(folder).as_posix()}", path.read_bytes()
