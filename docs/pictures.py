"""Draws the pictures of the README and the guide with cardgen's own commands: `python docs/pictures.py`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pypdfium2
from PIL import Image

DOCS = Path(__file__).parent.resolve()
FOLDER = DOCS / "pictures"
COLORS = 64
"""Of a picture: enough for smooth edges in one accent color."""


class Picture(NamedTuple):
    """Pages of a PDF side by side."""

    command: str
    first: int | str = 0
    """The first page; for cards printed with --single, the end of the card's title in the outline."""
    back: bool = False
    """Show the back of that card."""
    pages: int = 1
    scale: float = 1.5
    """Pixels in a point."""


PICTURES = {
    "step-front": Picture("cards back-energising --bleed 3mm --single", "4: Circle with the forearms"),
    "step-back": Picture("cards back-energising --bleed 3mm --single", "4: Circle with the forearms", back=True),
    "step-wide": Picture("cards joints --bleed 3mm --single", "1: Circle the hip"),
    "step-mono": Picture("cards legs-back --bleed 3mm --single --theme mono", "2: Squeeze the calf"),
    "safety": Picture("cards legs-back --bleed 3mm --single", "Safety first"),
    "poker": Picture("cards legs-back --bleed 3mm --single --stock poker", "5: Wring the thigh"),
    "my-hands": Picture("cards my-hands.yaml --bleed 3mm --single", "1: Stroke the palm"),
    "overview": Picture("cards back-relaxing --layout overview --stock a5 --bleed 3mm --single", "Relaxing back"),
    "plan": Picture("plan legs-back --minutes 30"),
    "booklet": Picture("booklet back-and-legs --pages", first=11, pages=2),
    "sheet": Picture("cards legs-back --stock poker", first=0, scale=0.75),
    "calibrate": Picture("calibrate", scale=0.75),
    "hand-palm": Picture("body hand-palm --paper a5"),
}


def main() -> None:
    """Draw every picture."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        _write_own_routine(Path(folder))
        for name, picture in PICTURES.items():
            _cardgen(folder, *picture.command.split(), "-o", "printed.pdf")
            drawn = _drawn(Path(folder), picture)
            drawn.quantize(COLORS).save(FOLDER / f"{name}.png", optimize=True)


def _write_own_routine(folder: Path) -> None:
    """Write the routine that the guide shows, so that its card can be shown too."""
    page = (DOCS / "routine-file.md").read_text(encoding="utf-8")
    found = re.search(r"^```yaml (my-hands.yaml)\n(.+?)^```", page, re.MULTILINE | re.DOTALL)
    assert found
    (folder / found[1]).write_text(found[2], encoding="utf-8")


def _cardgen(folder: str | Path, *words: str) -> str:
    """Run a command in a folder; return what it prints."""
    command = [sys.executable, "-m", "cardgen", *words]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout


def _drawn(folder: Path, picture: Picture) -> Image.Image:
    """The pages of the printed PDF, trimmed, side by side."""
    first = picture.first if isinstance(picture.first, int) else _page_of(folder, picture.first)
    document = pypdfium2.PdfDocument(folder / "printed.pdf")
    images = [_trimmed(document[first + picture.back + i], picture.scale) for i in range(picture.pages)]
    whole = Image.new("RGB", (sum(image.width for image in images), images[0].height))
    for index, image in enumerate(images):
        whole.paste(image, (index * image.width, 0))
    return whole


def _page_of(folder: Path, title: str) -> int:
    """The page with the front of a card, where each side of a card is a page: the outline names it."""
    outline = pypdfium2.PdfDocument(folder / "printed.pdf").get_toc()
    return next(entry.get_dest().get_index() for entry in outline if entry.get_title().endswith(title))


def _trimmed(page: pypdfium2.PdfPage, scale: float) -> Image.Image:
    """A page as a picture, without what is outside the trim."""
    page.set_cropbox(*page.get_trimbox())
    image: Image.Image = page.render(scale=scale).to_pil()
    return image


if __name__ == "__main__":
    main()
