"""Every sign of the stroke notation, by its name."""

from __future__ import annotations

from cardgen.artwork import hands, points, signs
from cardgen.artwork.notation import DrawnSign

SIGNS: dict[str, DrawnSign] = {
    found.name: found
    for module in (signs, points, hands)
    for found in vars(module).values()
    if isinstance(found, DrawnSign)
}
"""Every sign that a stroke can draw."""
