"""Jobs that start from a session: which routines, in how much time, for whom, and how it looks."""

from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, ClassVar

from msgspec import Meta
from msgspec.structs import force_setattr, replace

from cardgen.artwork.theme import theme, themes
from cardgen.characters import normalize_text
from cardgen.errors import Fault
from cardgen.files.finding import is_folder
from cardgen.files.naming import join_names
from cardgen.jobs.comparison import Earlier, changed_name, read_earlier
from cardgen.jobs.job import Job, name_faults
from cardgen.jobs.note_warnings import note_warnings
from cardgen.jobs.printout import Printout, describe_warnings, source_files
from cardgen.jobs.values import StepNumbers
from cardgen.library.loading import load_selection
from cardgen.model.vocabulary import SessionMinutes
from cardgen.pdf.properties import PdfFormat, Properties
from cardgen.planning.chosen_routines import Selection
from cardgen.planning.planner import SessionLength, plan
from cardgen.planning.session import Recipient, Session
from cardgen.reading.documents import SourceText
from cardgen.scene.printability import explain_unprintable
from cardgen.scene.record import Record
from cardgen.scene.text import hyphenate_in
from cardgen.wording.session_title import word_title
from cardgen.wording.words import ENGLISH, language_faults, language_warnings, words

PERSONAL = ("recipient", "notes")
"""Fields with texts about one person, which are printed on one line or in one paragraph."""


class SessionJob(Job, frozen=True, kw_only=True):
    """The choices that a session is made from; run on its own, the session is read, not printed."""

    command: ClassVar = "show"
    arguments: ClassVar = ("routines",)

    routines: Annotated[tuple[str, ...], Meta(min_length=1)]
    """Names of routines or programs, or paths to their files."""
    minutes: SessionMinutes | None = None
    """The time you have, from 5 to 180 minutes: cardgen chooses the steps that fit."""
    length: SessionLength | None = None
    """The length of the session; all: everything as written."""
    steps: StepNumbers | None = None
    """Only these steps, such as 1-4,7. Cards and plans keep the numbers of the whole routine; booklets count from 1."""
    without: StepNumbers = StepNumbers()
    """Leave out these steps, such as 3,5."""
    as_much_as_fits: bool = False
    """If the time is too short for all parts, do the most important ones."""
    group_positions: bool = False
    """Order the routines so that the receiver turns over as little as possible."""
    routines_folder: str | None = None
    """A folder of your own routines, searched before ./routines and the folder that `cardgen config` shows."""
    recipient: Annotated[str, Meta(max_length=48)] = ""
    """The name of the person, printed at the beginning."""
    notes: Annotated[str, Meta(max_length=600)] = ""
    """A note about this person, printed below the name."""
    language: str = ENGLISH
    """The language of the words that cardgen adds: en, or a language of your own."""

    def settle(self) -> None:
        for field in PERSONAL:
            force_setattr(self, field, normalize_text(getattr(self, field)))

    def rules(self) -> Iterator[Fault]:
        if self.minutes is not None and self.length is not None:
            yield Fault("<minutes> and <length> both set how long it takes.", "Give only one of them.")
        for field in PERSONAL:
            if found := explain_unprintable(getattr(self, field)):
                problem, remedy = found
                yield Fault(f"<{field}>: {problem[:1].lower()}{problem[1:]}", remedy)
        if self.routines_folder and not is_folder(Path(self.routines_folder)):
            yield Fault(f"<routines_folder>: there is no folder '{self.routines_folder}'.", "Check its path.")
        yield from language_faults(self.language)

    def session_warnings(self, session: Session) -> tuple[str, ...]:
        """Warnings about conditions in the note, and about words that the language lacks or that are never printed."""
        found = describe_warnings(language_warnings(self.language))
        return (*note_warnings(session, words(self.language)), *found)

    def plan(self) -> Session:
        """The session that is asked for; UserError when a routine has faults, or when the time is too short."""
        session = plan(
            self.read_routines(),
            minutes=self.minutes,
            length=self.length,
            steps=self.steps,
            without=self.without,
            group_positions=self.group_positions,
            as_much_as_fits=self.as_much_as_fits,
        )
        return replace(session, recipient=Recipient(self.recipient, self.notes))

    def read_routines(self) -> Selection:
        """The routines that are asked for; UserError with every fault."""
        return load_selection(self.routines, Path(self.routines_folder) if self.routines_folder else None)


class DocumentJob(SessionJob, frozen=True, kw_only=True):
    """A session that is printed."""

    theme: str = "standard"
    """Colors: standard, mono, ..."""
    large: bool = False
    """Large print: nothing is smaller than 14 points."""
    pdfa: bool = False
    """Write PDF/A-2b, for long-term archives; with attached files, PDF/A-3b."""
    attach: bool = False
    """Attach the routine files and their pictures to the PDF."""
    untagged: bool = False
    """Leave out what screen readers need, for a smaller file."""
    only_changed: str | None = None
    """Print only what differs from an earlier PDF: changed cards; a plan or a booklet only if it has changed."""

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        yield from name_faults("theme", self.theme, themes())

    @property
    def file_name(self) -> str:
        length = f"{self.minutes}-min" if self.minutes else self.length
        names = join_names([Path(routine).stem for routine in self.routines], "+")
        usual = f"{'-'.join(filter(None, (names, length, self.product)))}.pdf"
        return changed_name(usual, self.only_changed) if self.only_changed else usual

    @property
    def product(self) -> str:
        """What is printed, as part of a file's name."""
        return self.command

    @property
    def needs(self) -> Hashable:
        return self.routines, self.routines_folder, self.theme

    def read_files(self) -> None:
        self.read_routines()
        theme(self.theme)

    @property
    def pdf_format(self) -> PdfFormat:
        return PdfFormat(self.pdfa, self.attach, not self.untagged)

    def run(self) -> Printout:
        hyphenate_in(self.language)
        return self.print_session(self.plan())

    def print_session(self, session: Session) -> Printout:
        """Print a session as this job asks for; UserError when it does not fit."""
        raise NotImplementedError

    def earlier(self, now: Record) -> Earlier | None:
        """The earlier print that this one is compared with, if any; UserError when it cannot be."""
        return read_earlier(self.only_changed, now) if self.only_changed else None

    def properties(self, session: Session, record: Record, more: Sequence[SourceText] = ()) -> Properties:
        """The properties of a document that is made from a session and from `more` files."""
        attached = tuple(source_files(session, more)) if self.attach else ()
        name, recipient = word_title(session, words(self.language)), session.recipient.name
        title = f"{name} ({recipient})" if recipient else name
        return Properties(title, self.language, record, attached)
