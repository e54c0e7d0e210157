"""The neutral deck by Typst: one template over the JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import typst

TEMPLATE = Path(__file__).with_suffix(".typ")
FONTS = Path(__file__).parents[3] / "fonts"


def main(source: str, target: str, *, tagged: bool) -> None:
    """Print the deck in a file; Typst tags a PDF unless asked not to."""
    typst.compile(
        TEMPLATE,
        output=target,
        root="/",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"deck": str(Path(source).resolve())},
        pdf_tags=tagged,
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], tagged="--untagged" not in sys.argv[3:])
