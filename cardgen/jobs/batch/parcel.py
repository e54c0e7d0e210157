"""A job with its user's own files, to be printed in another process or on another machine."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from cardgen.files.folders import is_shipped
from cardgen.files.own_files import CarriedFiles, own_folder, record_sources, use_carried_files
from cardgen.jobs.batch.lasting_files import forget_lasting_files, is_lasting, lasting_files
from cardgen.jobs.job import Job
from cardgen.jobs.printout import Printout
from cardgen.scene.record import digest

_unpacked: dict[Path, bytes] = {}
"""The lasting files of the last parcel that this process has opened."""


class Parcel(Struct, frozen=True):
    """A job as its fields, because it is checked where it is made, without its files."""

    job_type: type[Job]
    fields: dict[str, Any]
    carried: CarriedFiles
    sources: dict[str, str]
    """The files that it is made from, the carried ones and routines of cardgen, with the digests of their bytes."""

    def print(self) -> Printout:
        """Run the job with the files that came with it; UserError when that is not possible."""
        with use_carried_files(self.carried):
            forget_other_files(self.carried)
            return self.job_type(**self.fields).run()


class ParcelPacker:
    """Packs jobs of one batch: the files that several of them need are read once, and hashed once."""

    def __init__(self) -> None:
        self._lasting = {path: path.read_bytes() for path in lasting_files()}
        self._packed: dict[Hashable, tuple[CarriedFiles, dict[str, str]]] = {}

    def pack(self, job: Job) -> Parcel:
        """A parcel of a job; UserError when one of its files cannot be used."""
        if (needs := job.needs) not in self._packed:
            with record_sources() as read:
                job.read_files()
            files = self._lasting | read
            sources = {str(path): digest(data) for path, data in files.items()}
            own = {path: data for path, data in files.items() if not is_shipped(path)}
            self._packed[needs] = CarriedFiles(own_folder(), own), sources
        return Parcel(type(job), asdict(job), *self._packed[needs])


def forget_other_files(carried: CarriedFiles) -> None:
    """Forget words and icons that came with another parcel."""
    lasting = {path: data for path, data in carried.files.items() if is_lasting(path, carried.home)}
    if lasting != _unpacked:
        forget_lasting_files()
        _unpacked.clear()
        _unpacked.update(lasting)
