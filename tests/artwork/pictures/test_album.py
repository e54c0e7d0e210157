"""The pictures of a routine: where they are looked for, and how many there may be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from cardgen.artwork.pictures.picture import read_picture
from cardgen.errors import UserError
from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from tests.support.commands import run
from tests.support.pictures import MARKS, illustrated, illustrated_session, marked, packed, plain
from tests.support.printing import print_cards

pytestmark = pytest.mark.usefixtures("empty_folder")


def report(name: str, data: bytes | None = None) -> Result:
    """The output of `cardgen check` for a routine with this picture."""
    if data is not None:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(data)
    return run("check", str(illustrated(Path(), "", name)))


def test_pictures_may_be_in_subfolders() -> None:
    Path("own/deep").mkdir(parents=True)
    Path("own/deep/mark.png").write_bytes(MARKS["mark.png"])
    for name in ("own/deep/mark.png", "own\\deep\\mark.png", "./own/../own/deep/mark.png"):
        made = print_cards(illustrated_session(name))
        assert len(marked(made.data)) == 1
        assert made.record.sources[-1].name == "own/deep/mark.png"


def test_a_similar_name_is_suggested() -> None:
    Path("shoulder.png").write_bytes(MARKS["mark.png"])
    assert "Did you mean 'shoulder.png'?" in report("sholder.png").output


@pytest.mark.parametrize(
    "name", ["../secret.png", "/etc/passwd", "link.png", "linked/secret.png", "a\0b.png", "~/a.png"]
)
def test_nothing_outside_the_folder_is_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "secret.png").write_bytes(MARKS["mark.png"])
    (inner / "link.png").symlink_to(tmp_path / "secret.png")
    (inner / "linked").symlink_to(tmp_path)
    monkeypatch.chdir(inner)
    result = run("check", str(illustrated(Path(), name)))
    assert result.exit_code == 2
    assert "in this routine's folder" in result.output or "invisible character" in result.output


def test_a_link_within_the_folder_is_followed() -> None:
    Path("mark.png").write_bytes(MARKS["mark.png"])
    Path("link.png").symlink_to("mark.png")
    assert len(marked(print_cards(illustrated_session("link.png")).data)) == 1


@pytest.mark.parametrize(
    ("limit", "text"),
    [("MOST_ALBUM_BYTES", "MB."), ("MOST_ALBUM_PIXELS", "million pixels."), ("MOST_PICTURES", "may have")],
)
def test_all_pictures_of_a_routine_together_have_limits(limit: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        Path(f"{number}.png").write_bytes(packed(plain(10 + number, 10), "PNG"))
    most = {
        "MOST_ALBUM_BYTES": sum(Path(f"{number}.png").stat().st_size for number in (0, 1)),
        "MOST_ALBUM_PIXELS": 220,
        "MOST_PICTURES": 2,
    }
    monkeypatch.setattr(f"cardgen.artwork.pictures.album.{limit}", most[limit])
    assert illustrated_session("0.png", "1.png", "0.png")
    with pytest.raises(UserError) as raised:
        illustrated_session("0.png", "1.png", "2.png")
    assert text in str(raised.value)
    assert len(raised.value.faults) == 1


def test_a_file_name_may_have_characters_that_the_fonts_lack() -> None:
    """The name is not printed."""
    Path("写真.png").write_bytes(MARKS["mark.png"])
    assert len(marked(print_cards(illustrated_session("写真.png")).data, dpi=50)) == 1


def test_without_pictures_no_reader_of_pictures_is_loaded() -> None:
    code = "import sys; from cardgen.cli import main; main(['cards', 'joints', '-o', '-'], standalone_mode=False)"
    heavy = "{'PIL.ImageCms', 'cardgen.artwork.pictures.raster', 'cardgen.artwork.pictures.vector'}"
    show = f"print({heavy} & set(sys.modules), file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", f"{code}; {show}"], check=True, capture_output=True)
    assert run.stderr.decode().strip() == "set()"


def test_pictures_of_a_program_are_found_beside_their_routines() -> None:
    Path("part").mkdir()
    Path("part/mark.png").write_bytes(MARKS["mark.png"])
    illustrated(Path("part"), "mark.png")
    Path("mark.png").write_bytes(packed(plain(color=(0, 255, 255)), "PNG"))
    illustrated(Path(), "mark.png", routine="hands").rename("hands.yaml")
    Path("all.yaml").write_text(
        "name: All\nsummary: Both.\nparts: [{routine: part/mine.yaml}, {routine: hands.yaml}]\n", encoding="utf-8"
    )
    made = print_cards(plan(load_selection(["all.yaml"]), length="all")).data
    assert len(marked(made)) == 1
    assert len(marked(made, (0, 255, 255))) == 1


def test_a_picture_is_read_with_its_bytes_its_media_type_and_its_size() -> None:
    Path("mark.png").write_bytes(MARKS["mark.png"])
    picture = read_picture(Path("mark.png"), "mark.png")
    assert picture.data == MARKS["mark.png"]
    assert picture.media == "image/png"
    assert picture.art.size == (300, 200)
