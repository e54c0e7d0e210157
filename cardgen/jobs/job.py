"""The base of every print job: a value that is checked when it is made, and that knows the equivalent command."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, Self

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo, force_setattr

from cardgen.errors import Fault, UserError
from cardgen.files.finding import as_name, find_by_name, printable_name
from cardgen.jobs.option_names import option_name
from cardgen.jobs.printout import Printout
from cardgen.reading.job_fields import read_fields
from cardgen.scene.record import Command
from cardgen.units import MM, Length, Shift

NAMES = ("layout", "language", "paper", "printer", "size", "stock", "theme", "view")
"""Fields of any job that hold the name of something that is looked up."""
LAST_OPTIONS = ("theme", "language", "only_changed", "pdfa", "attach", "untagged")
"""Options that many commands share: they come last in a command, in this order."""


class Job(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A print job. A field may be given as text, as on a command line; UserError with every fault."""

    command: ClassVar[str]
    """The command that asks for it."""
    arguments: ClassVar[tuple[str, ...]] = ()
    """The fields that the command takes without an option's name."""

    def __post_init__(self) -> None:
        faults: list[Fault] = []
        try:
            read_fields(self)
        except UserError as error:
            faults += error.faults
            self._forget_unreadable(error)
        for field in set(NAMES).intersection(self.__struct_fields__):
            if name := getattr(self, field):
                force_setattr(self, field, as_name(name))
        self.settle()
        if faults := [*faults, *self.rules()]:
            raise UserError(faults)

    def _forget_unreadable(self, error: UserError) -> None:
        """Leave out the fields that cannot be read, so that the others are checked too; UserError if one is needed."""
        unreadable = {fault.field for fault in error.faults}
        for field in msgspec.structs.fields(type(self)):
            if field.name in unreadable:
                if field.required:
                    raise error
                force_setattr(self, field.name, field.default)
        read_fields(self)

    def settle(self) -> None:
        """Fill in fields that follow from others."""

    def rules(self) -> Iterator[Fault]:
        """The faults of fields that are valid on their own: names that do not exist, fields that exclude each other."""
        yield from ()

    @property
    def file_name(self) -> str:
        """The default name of the PDF."""
        raise NotImplementedError

    def run(self) -> Printout:
        """Print it; UserError when that is not possible."""
        raise NotImplementedError

    @classmethod
    def preferring(cls, preferred: Mapping[str, Any], **given: Any) -> Self:
        """A job with the `given` fields, and with those of the `preferred` ones that it has and that are not given."""
        known = {name: value for name, value in preferred.items() if name in cls.__struct_fields__}
        return cls(**(known | given))

    @property
    def needs(self) -> Hashable:
        """A key for the user's own files that a job reads: jobs with equal keys read the same files."""
        return None

    def read_files(self) -> None:
        """Read every file of the user's own that printing needs; UserError when one cannot be used."""

    @property
    def request(self) -> Command:
        """The command that asks for this job, without options at their defaults."""
        given = [getattr(self, name) for name in self.arguments]
        arguments = [part for value in given for part in (value if isinstance(value, tuple) else (value,))]
        return Command(self.command, tuple(map(printable_name, arguments)), dict(self._options()))

    def _options(self) -> Iterator[tuple[str, str]]:
        for field in option_fields(type(self)):
            value = getattr(self, field.name)
            if value != field.default:
                yield f"--{option_name(field.name)}", "" if value is True else printable_name(as_text(value))


@cache
def option_fields(job_type: type[Job]) -> tuple[FieldInfo, ...]:
    """The fields of a job that are options of its command, in the order in which a command names them."""
    fields = [field for field in msgspec.structs.fields(job_type) if field.name not in job_type.arguments]
    order = {name: place for place, name in enumerate(LAST_OPTIONS)}
    return tuple(sorted(fields, key=lambda field: order.get(field.name, -1)))


def as_text(value: object) -> str:
    """A value as it is given as text: "6mm", "-0.5,1"."""
    if isinstance(value, Length):
        return f"{round(value / MM, 3):.7g}mm"
    return str(value).replace(" mm", "").replace(" ", "") if isinstance(value, Shift) else str(value)


def faults_of(make: Callable[[], object]) -> Iterable[Fault]:
    """The faults that keep something from being made."""
    try:
        make()
    except UserError as error:
        return error.faults
    return ()


def name_faults(kind: str, name: str, known: dict[str, Any]) -> Iterable[Fault]:
    """The fault of a name that does not exist, with the nearest known one."""
    return faults_of(lambda: find_by_name(kind, name, known))
