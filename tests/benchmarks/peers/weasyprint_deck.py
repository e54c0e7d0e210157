"""The neutral deck by WeasyPrint: one Jinja2 template, with absolute places, and its drawings as SVG images."""

from __future__ import annotations

import json
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from weasyprint import HTML

TEMPLATE = Path(__file__).with_suffix(".html")
FONTS = Path(__file__).parents[3] / "fonts"


def image(width: float, height: float, content: str) -> str:
    """The URL of an SVG image that is in the page itself."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}">{content}</svg>'
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


def dots(level: int, design: dict[str, Any]) -> str:
    """Five dots in a row, the first ones filled."""
    dots, ink = design["dots"], design["ink"]
    half = dots["line"] / 2
    middle = dots["radius"] + half
    circles = [
        f'<circle cx="{middle + dot * dots["pitch"]}" cy="{middle}" r="{dots["radius"]}" stroke="{ink}" '
        f'stroke-width="{dots["line"]}" fill="{ink if dot < level else "none"}"/>'
        for dot in range(5)
    ]
    return image(4 * dots["pitch"] + 2 * middle, 2 * middle, "".join(circles))


def arrow(turn: int, design: dict[str, Any]) -> str:
    side, outline = design["arrow"]["side"], design["arrow"]["outline"]
    points = " ".join(f"{x},{y}" for x, y in outline)
    turned = f'transform="rotate({turn} {side / 2} {side / 2})"'
    return image(side, side, f'<polygon points="{points}" fill="{design["ink"]}" {turned}/>')


def main(source: str, target: str) -> None:
    """Print the deck in a file."""
    given = json.loads(Path(source).read_bytes())
    design = given["design"]
    environment = Environment(loader=FileSystemLoader(TEMPLATE.parent), autoescape=True)
    page = environment.get_template(TEMPLATE.name).render(
        design=design,
        cards=given["cards"],
        dots={level: dots(level, design) for level in range(1, 6)},
        arrows={turn: arrow(turn, design) for turn in (0, 90, 180, 270)},
    )
    HTML(string=page, base_url=f"{FONTS}/").write_pdf(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
