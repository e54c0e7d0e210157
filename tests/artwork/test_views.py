"""Views of the body."""

from __future__ import annotations

import pytest

from cardgen.artwork.views import view
from cardgen.files.finding import files_in
from cardgen.files.folders import DATA


@pytest.mark.parametrize("name", files_in(DATA / "body", ".svg"))
def test_every_view_has_a_figure_and_regions(name: str) -> None:
    found = view(name)
    assert any(path.layer == "skin" for path in found.figure)
    assert found.regions
