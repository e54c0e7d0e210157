"""The page without a server: files that any web host can serve, with Python inside the browser."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from base64 import b64encode
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from cardgen.errors import Fault, UserError
from cardgen.files.writing import make_folder, write_whole
from cardgen.web.answers import answer
from cardgen.web.bundle import pack_python
from cardgen.web.pages import HERE, read_static, render_page, static_files

PINNED = HERE / "pyodide.json"
BUNDLE = "python.bundle"
"""cardgen and its libraries; no name by which a web server would unpack it on the way."""
SITE_MARK = "cardgen-site.json"
"""The file by which a folder is known as a site that cardgen has written."""
KEEPER = "service_worker.js"
"""The file that keeps the site in a browser: as long as its bytes are the same, no newer site is looked for."""
PREPARED = ("list", "vocabulary", "views")
"""Answers that are the same for everybody: they are in the site, so that the page need not wait for Python."""
PLATFORM = "pyemscripten_2026_0_wasm32"
"""The platform of packages for this Pyodide (PEP 783)."""


class Wheel(Struct, frozen=True):
    """A package for the browser, as it was published."""

    name: str
    sha256: str


class Pinned(Struct, frozen=True):
    """The Pyodide that the page runs in."""

    version: str
    address: str
    """The address from which browsers load its files, unless they are in the site."""
    files: dict[str, str]
    """Each with its hash, in the form of subresource integrity."""
    msgspec: Wheel


def pinned() -> Pinned:
    """The version of Pyodide that this version of cardgen was tested with."""
    return msgspec.json.decode(PINNED.read_bytes(), type=Pinned)


def export_site(folder: Path, pyodide: Path | None) -> dict[str, int]:
    """Write a site into an empty folder, or over an older site; returns the sizes of its files in bytes.

    `pyodide` is a folder with Pyodide's files and the wheel of msgspec; without it, they come from their addresses.
    UserError when a file is missing, is not the pinned one, or cannot be written.
    """
    _check_folder(folder)
    files = _site_files(pyodide)
    for name, data in files.items():
        target = folder / name
        make_folder(target.parent)
        write_whole(target, data)
    return {name: len(data) for name, data in files.items()}


def _check_folder(folder: Path) -> None:
    problem = ""
    try:
        if any(folder.iterdir()) and not (folder / SITE_MARK).is_file():
            problem = "There are other files in this folder."
    except FileNotFoundError:
        return
    except OSError as error:
        problem = f"This cannot be a folder: {error.strerror}."
    if problem:
        raise UserError(Fault(problem, "Name an empty folder, or one that does not exist yet.", folder))


def _site_files(pyodide: Path | None) -> dict[str, bytes]:
    """Every file of the site, by its address."""
    pins = pinned()
    files = {name: read_static(name).data for name in static_files()}
    files["index.html"] = render_page(exported=True).data
    files |= {f"prepared/{name}.json": answer(name, b"{}", own=False).data for name in PREPARED}
    names = [each["name"] for each in msgspec.json.decode(files["prepared/list.json"])["routines"]]
    files["prepared/pictures.json"] = answer("pictures", msgspec.json.encode({"routines": names}), own=False).data
    if pyodide:
        files |= {f"pyodide/{name}": _pinned_file(pyodide / name, integrity) for name, integrity in pins.files.items()}
    files[BUNDLE] = pack_python(_msgspec(pins.msgspec, pyodide))
    files["manifest.webmanifest"] = _manifest()
    version = hashlib.sha256(b"".join(name.encode() + data for name, data in sorted(files.items()))).hexdigest()[:16]
    files[KEEPER] += f"// Version {version}\n".encode()
    return files | {SITE_MARK: _describe(files, version, pins, pyodide is not None)}


def _describe(files: dict[str, bytes], version: str, pins: Pinned, has_pyodide: bool) -> bytes:
    """The data that the service worker and the worker read: the version, the files to keep, and where Pyodide is."""
    site: dict[str, Any] = {
        "version": version,
        "files": ["./", *(name for name in sorted(files) if name != "index.html")],
        "bundle": BUNDLE,
        "pyodide": {"address": None if has_pyodide else pins.address, "files": pins.files},
    }
    return msgspec.json.format(msgspec.json.encode(site), indent=1)


def _pinned_file(path: Path, integrity: str) -> bytes:
    """A file of Pyodide; UserError when it is not the one that cardgen was tested with."""
    try:
        data = path.read_bytes()
    except OSError as error:
        problem = f"This file of Pyodide cannot be read: {error.strerror or error}."
        remedy = f"Get version {pinned().version}: npm pack pyodide@{pinned().version}"
        raise UserError(Fault(problem, remedy, path)) from None
    if f"sha384-{b64encode(hashlib.sha384(data).digest()).decode()}" != integrity:
        problem = f"This file is not that of Pyodide {pinned().version}."
        raise UserError(Fault(problem, f"Get it: npm pack pyodide@{pinned().version}", path))
    return data


def _msgspec(wheel: Wheel, folder: Path | None) -> bytes:
    """The wheel of msgspec: from the folder if it is there, else as pip downloads it."""
    if folder and (folder / wheel.name).is_file():
        return _checked(wheel, (folder / wheel.name).read_bytes())
    version = wheel.name.split("-")[1]
    with tempfile.TemporaryDirectory() as here:
        options = ["--platform", PLATFORM, "--python-version", "314", "--implementation", "cp", "--abi", "cp314"]
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", *options]
        done = subprocess.run([*command, "--dest", here, f"msgspec=={version}"], capture_output=True, check=False)
        if done.returncode or not (Path(here) / wheel.name).is_file():
            problem = "msgspec for browsers could not be downloaded with pip."
            remedy = f"Connect to the internet, or put {wheel.name} from PyPI into the folder of --pyodide."
            raise UserError(Fault(problem, remedy))
        return _checked(wheel, (Path(here) / wheel.name).read_bytes())


def _checked(wheel: Wheel, data: bytes) -> bytes:
    if hashlib.sha256(data).hexdigest() != wheel.sha256:
        raise UserError(Fault(f"{wheel.name} is not the file that PyPI has published.", "Download it again."))
    return data


def _manifest() -> bytes:
    """The manifest that a telephone needs to install the page."""
    manifest = {
        "name": "Massage cards",
        "short_name": "cardgen",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#f6f5f2",
        "theme_color": "#0074aa",
        "icons": [{"src": "icon.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "any maskable"}],
    }
    return msgspec.json.encode(manifest)
