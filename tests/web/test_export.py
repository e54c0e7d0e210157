"""The page without a server: its files, and a person who uses it, offline too."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import requires
from pathlib import Path
from typing import Any

import pytest

from cardgen.errors import UserError
from cardgen.web import export
from cardgen.web.bundle import pack_python
from cardgen.web.export import SITE_MARK, export_site, pinned
from tests.support.browser import TELEPHONE, expect, person, running_browser
from tests.support.commands import run

FOLDER = "PYODIDE_FOLDER"
"""The variable with the folder of Pyodide and of msgspec for it; `.ci/run` fills one."""


def test_the_archive_holds_what_a_print_needs_and_is_always_the_same() -> None:
    wheel = io.BytesIO()
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("msgspec/_core.so", b"for a browser")
    packed = pack_python(wheel.getvalue())
    with tarfile.open(fileobj=io.BytesIO(packed)) as unpacked:
        names = set(unpacked.getnames())
    assert "msgspec/_core.so" in names
    names.remove("msgspec/_core.so")
    needed = {"cardgen/web/answers.py", "cardgen/routines/chest.yaml", "cardgen/fonts/IBMPlexSans-Bold.ttf"}
    assert needed | {"yaml/__init__.py", "reportlab/__init__.py", "jinja2/__init__.py"} <= names
    needed = [line for line in requires("cardgen") or () if "extra ==" not in line]
    packages = {re.split(r"\W", line.lower())[0] for line in needed} - {"msgspec", "pypdf"}
    folders = {name.lower().partition("/")[0] for name in names}
    assert packages - {"pyyaml", "pillow"} <= folders
    assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc", ".mjs"))]
    assert pack_python(wheel.getvalue()) == packed


def test_other_files_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError, match="other files"):
        export_site(tmp_path, None)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_place_where_no_folder_can_be_is_refused_before_anything_is_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "pack_python", None)
    (tmp_path / "file").touch()
    for name in ("x" * 300, "file"):
        with pytest.raises(UserError, match="cannot be a folder"):
            export_site(tmp_path / name, None)


def test_a_browser_learns_of_a_newer_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_msgspec", lambda *_: b"")
    found = []
    for bundle in (b"older", b"newer"):
        monkeypatch.setattr(export, "pack_python", lambda _, bundle=bundle: bundle)
        export_site(tmp_path, None)
        version = json.loads((tmp_path / SITE_MARK).read_bytes())["version"]
        keeper = (tmp_path / "service_worker.js").read_text(encoding="utf-8")
        assert keeper.endswith(f"// Version {version}\n")
        found.append(version)
    assert found[0] != found[1]


def test_another_pyodide_is_refused(tmp_path: Path) -> None:
    for name in pinned().files:
        (tmp_path / name).write_bytes(b"another one")
    with pytest.raises(UserError, match="not that of Pyodide"):
        export_site(tmp_path / "site", tmp_path)
    (tmp_path / "pyodide.mjs").unlink()
    with pytest.raises(UserError, match="cannot be read"):
        export_site(tmp_path / "site", tmp_path)
    assert not (tmp_path / "site").exists()


class Quiet(SimpleHTTPRequestHandler):
    """Any web space."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Let pages from elsewhere load the files, as Pyodide's own site does."""
        self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()


@contextmanager
def web_space(folder: Path) -> Iterator[str]:
    """The address at which the files of a folder are served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


needs_pyodide = pytest.mark.skipif(FOLDER not in os.environ, reason=f"{FOLDER} names no folder with Pyodide")


@needs_pyodide
def test_somebody_prints_and_writes_without_a_server_and_offline(empty_folder: Path) -> None:
    result = run("web", "--export", "site", "--pyodide", os.environ[FOLDER])
    assert result.exit_code == 0, result.output
    assert (Path("site") / SITE_MARK).is_file()
    assert run("cards", "legs-back", "--minutes", "20", "-o", "cli.pdf").exit_code == 0
    assert run("plan", "chest", "-o", "plan.pdf").exit_code == 0
    with (
        running_browser() as browser,
        web_space(Path("site")) as address,
        person(browser, address, TELEPHONE) as somebody,
    ):
        somebody.page.set_default_timeout(120_000)
        somebody.open("#/print?routines=legs-back&minutes=20")
        expect(somebody.page.locator("#starting")).to_contain_text("Python")
        somebody.wait_for_pages()
        expect(somebody.page.locator("#starting")).to_be_hidden()
        assert somebody.download() == Path("cli.pdf").read_bytes()
        assert somebody.barriers() == []
        somebody.page.evaluate("navigator.serviceWorker.ready.then((found) => Boolean(found))")
        somebody.context.set_offline(True)
        somebody.load("#/print?routines=chest&kind=plan")
        somebody.wait_for_pages()
        assert somebody.download() == Path("plan.pdf").read_bytes()
        page = somebody.page
        page.get_by_role("link", name="Write your own").click()
        page.get_by_label("A copy of").select_option("chest")
        page.get_by_role("button", name="Copy", exact=True).click()
        page.get_by_text("Ready to print").wait_for()
        page.get_by_label("At the table").fill("")
        page.get_by_text("1 thing to fill in").wait_for()


@needs_pyodide
@pytest.mark.parametrize("damaged", [False, True], ids=["as published", "damaged"])
def test_pyodide_comes_from_its_own_site_only_as_it_was_published(empty_folder: Path, damaged: bool) -> None:
    elsewhere = Path("elsewhere")
    shutil.copytree(os.environ[FOLDER], elsewhere)
    assert run("web", "--export", "site", "--pyodide", os.environ[FOLDER]).exit_code == 0
    shutil.rmtree(Path("site") / "pyodide")
    if damaged:
        (elsewhere / "pyodide.mjs").write_text("globalThis.stolen = true;", encoding="utf-8")
    with running_browser() as browser, web_space(Path("site")) as address, web_space(elsewhere) as own_site:
        described = json.loads((Path("site") / SITE_MARK).read_bytes())
        described["pyodide"]["address"] = own_site
        described["files"] = [name for name in described["files"] if not name.startswith("pyodide/")]
        (Path("site") / SITE_MARK).write_text(json.dumps(described), encoding="utf-8")
        page = browser.new_context(locale="en-GB").new_page()
        page.set_default_timeout(120_000)
        page.goto(f"{address}#/print?routines=chest&kind=plan")
        made = page.locator("html[data-made]")
        if damaged:
            page.get_by_text("Python failed in this browser").wait_for()
            expect(made).to_have_count(0)
        else:
            made.wait_for(state="attached")
