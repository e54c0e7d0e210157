"""A job with its user's own files, to be printed in another process or on another machine."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from cardgen.artwork.icons import icon, icon_meaning, icons
from cardgen.files.own_files import Luggage, own_folder, record_own_files, use_luggage
from cardgen.jobs.job import Job
from cardgen.jobs.printout import Printout
from cardgen.scene.record import digest
from cardgen.wording.words import language

LASTING = ("icons", "languages")
"""What a process reads once, from the user's own folder."""
_unpacked: dict[Path, bytes] = {}
"""The lasting files of the last parcel that this process has opened."""


class Parcel(Struct, frozen=True):
    """A job as its fields, because it is checked where it is made: beside its files."""

    job_type: type[Job]
    fields: dict[str, Any]
    luggage: Luggage

    def print(self) -> Printout:
        """Run the job with the files that came with it; UserError when that is not possible."""
        with use_luggage(self.luggage):
            _forget_other_files(self.luggage)
            return self.job_type(**self.fields).run()


class Packer:
    """Packs jobs of one batch: what several of them need is read once."""

    def __init__(self) -> None:
        self._lasting = {path: path.read_bytes() for path in _lasting_files(own_folder())}
        self._read: dict[Hashable, dict[Path, bytes]] = {}

    def pack(self, job: Job) -> Parcel:
        """A parcel of a job; UserError when one of its files cannot be used."""
        needs = job.needs
        if needs not in self._read:
            with record_own_files() as files:
                job.read_files()
            self._read[needs] = files
        return Parcel(type(job), asdict(job), Luggage(own_folder(), self._lasting | self._read[needs]))


def source_digests(parcel: Parcel) -> dict[str, str]:
    """The user's own files that a job is printed from, by their paths, with the digests of their bytes."""
    return {str(path): digest(data) for path, data in parcel.luggage.files.items()}


def _lasting_files(home: Path) -> list[Path]:
    return [path for folder in LASTING for path in sorted((home / folder).rglob("*")) if path.is_file()]


def _forget_other_files(luggage: Luggage) -> None:
    """Forget words and icons that came with another parcel."""
    lasting = {
        path: data
        for path, data in luggage.files.items()
        if path.parts[len(luggage.home.parts) :][:1] in [(name,) for name in LASTING]
    }
    if lasting != _unpacked:
        for remembered in (language, icons, icon, icon_meaning):
            remembered.cache_clear()
        _unpacked.clear()
        _unpacked.update(lasting)
