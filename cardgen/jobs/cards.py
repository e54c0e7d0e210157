"""The job that prints cards of routines, on sheets to be cut."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Annotated, Any, ClassVar, Literal, Self

from msgspec import Meta
from msgspec.structs import replace

from cardgen.artwork.theme import theme
from cardgen.errors import Fault, UserError
from cardgen.jobs import printed_deck
from cardgen.jobs.card_advice import advise
from cardgen.jobs.comparison import Earlier, compare, differing_from
from cardgen.jobs.job import faults_of, name_faults
from cardgen.jobs.placing import Delivery, Placing, drop_blank_end, put_backs_last
from cardgen.jobs.printout import Printout, counted, picture_warnings, trace_sources
from cardgen.jobs.saved_printer import fill_in_printer
from cardgen.jobs.session_job import DocumentJob
from cardgen.jobs.tally import Tally
from cardgen.jobs.time_advice import time_advice
from cardgen.layouts.cards import larger_stock, layout, layouts
from cardgen.pdf.document import PdfDocument
from cardgen.planning.planner import plan
from cardgen.planning.session import Session
from cardgen.scene.faces import Card
from cardgen.scene.pages import Flip, Page
from cardgen.scene.record import CardEntry, Record
from cardgen.sheets import registration
from cardgen.sheets.cutting import Cutting, choose_cutting, is_other_sheet
from cardgen.sheets.format import Format
from cardgen.sheets.holes import HoleKind, place_holes
from cardgen.sheets.paper import DEFAULT_PAPER
from cardgen.sheets.printer import MOST_BORDER, SAFE_BORDER
from cardgen.sheets.stock import stock
from cardgen.units import MM, Length, Shift, Size, in_mm
from cardgen.wording.cards import word_deck
from cardgen.wording.deck import Deck
from cardgen.wording.left_out import word_left_out
from cardgen.wording.words import ENGLISH, words

LEAST_LARGE = Size(138 * MM, 188 * MM)
"""The smallest cards for large print: A5 and half Letter."""
ORDER = "order"
"""The layout of a card that says which cards to lay out."""


class CardsJob(DocumentJob, frozen=True, kw_only=True):
    """Cards of one or several routines."""

    command: ClassVar = "cards"

    layout: str = "steps"
    """What is on a card."""
    stock: str | None = None
    """The cards: a6, avery-5388, ..., or a YAML file.  [default: a quarter of the paper, or half of it]"""
    paper: str | None = None
    """The paper in the printer: a4, letter, ...  [default: the one that the stock is made for, or a4]"""
    gap: Length | None = None
    """Space between cards.  [default: as the stock says]"""
    round_corners: bool = False
    """Print guides for rounding the corners."""
    laminate: bool = False
    """Leave room for 3 mm of film around each card, round the corners, and print no bleed."""
    bleed: Length | None = None
    """How far color runs over the edge, such as 3mm.  [default: half the gap, at most 3mm, or none on single pages]"""
    single: bool = False
    """Make each side of a card a page of its own, as large as the card; for a print shop, add a bleed of 3mm."""
    sides: Literal["duplex", "front"] = "duplex"
    """duplex: print on both sides. front: fronts only; text that does not fit there goes on another card."""
    flip: Flip | None = None
    """The edge on which the printer turns sheets over.  [default: long]"""
    manual_duplex: bool = False
    """Print all fronts, then all backs, for a printer that prints on one side only."""
    copies: Annotated[int, Meta(ge=1, le=999)] = 1
    """Number of decks to print."""
    start_at: Annotated[int, Meta(ge=1)] = 1
    """The first free place on a partly used sheet, counted along its rows."""
    order: Literal["rows", "cut-stack"] = "rows"
    """rows: cards in order along the rows of each sheet. cut-stack: in order when all sheets are cut as one pile."""
    hole: HoleKind | None = None
    """Mark where to punch, and keep everything clear of it: one hole for a ring, or two for a binder."""
    border: Length | None = None
    """The width of the border that the printer leaves white.  [default: 6.35mm]"""
    printer: str | None = None
    """A printer saved by `cardgen calibrate --save`: its flip, border, and back shift."""
    back_shift: Shift | None = None
    """Move backs right and down by these distances in mm, such as -0.5,1; `cardgen calibrate` measures them."""

    deck: str | None = None
    """The PDF of a deck that you have printed: print only the order of this session, and cards that the deck lacks."""

    def settle(self) -> None:
        super().settle()
        fill_in_printer(self, self.printer)

    def rules(self) -> Iterator[Fault]:
        yield from super().rules()
        yield from name_faults("layout", self.layout, layouts())
        if self.deck and (self.only_changed or self.layout not in ("steps", ORDER)):
            problem = "<deck> prints step cards that are new, and a card with the order."
            yield Fault(problem, "Leave out <only_changed> and <layout>, or <deck>.")
        if self.border is not None and self.border > MOST_BORDER:
            problem = f"<border>: {in_mm(self.border)} mm is too wide."
            yield Fault(problem, f"Give a border of at most {in_mm(MOST_BORDER)} mm.")
        try:
            cutting = self.cutting
        except UserError as error:
            yield from error.faults
            return
        yield from self._order_faults(cutting)
        yield from self._side_faults(cutting)
        yield from self._size_faults(cutting)
        yield from faults_of(lambda: self._format(cutting))

    def _order_faults(self, cutting: Cutting) -> Iterator[Fault]:
        """Faults of a place that no sheet has, and of a pile of sheets that cannot be cut at once."""
        places = cutting.grid.places if cutting.grid else 1
        if self.start_at > places:
            from_one = f"Give <start_at> a number from 1 to {places}."
            remedy = from_one if cutting.grid else "Leave out <start_at>, or <single>."
            yield Fault(f"There is no place {self.start_at} on a sheet.", remedy)
        if self.order == "cut-stack" and (found := self._uncut(cutting, places)):
            sheets, also = found
            yield Fault(f"{sheets} cannot be cut as a pile.", f"Leave out <order=cut-stack>{also}.")

    def _uncut(self, cutting: Cutting, places: int) -> tuple[str, str] | None:
        """The sheets that cannot be cut as a pile, and what else could be left out; None when they can."""
        if places == 1:
            return "Sheets with one card each", ", or <single>" if self.single else ""
        if not cutting.marked:
            return "Perforated sheets", ""
        return ("Partly used sheets", ", or <start_at>") if self.start_at > 1 else None

    def _size_faults(self, cutting: Cutting) -> Iterator[Fault]:
        """The fault of cards that are too small for large print."""
        size = cutting.stock.size
        if self.large and not fits_large(size):
            problem = f"Large print does not fit on cards of {in_mm(size.width)} x {in_mm(size.height)} mm."
            yield Fault(problem, "Write <stock=a5> or <stock=half-letter>, or leave out <large>.")

    def _side_faults(self, cutting: Cutting) -> Iterator[Fault]:
        """The fault of backs that are to be folded or printed by hand where there are none."""
        if not self.duplex and (cutting.stock.fold or self.manual_duplex):
            problem = "Fronts alone have no backs to " + ("fold." if cutting.stock.fold else "print by hand.")
            yield Fault(problem, "Leave out <sides=front>.")
        if self.manual_duplex and (cutting.grid is None or cutting.grid.folded):
            yield Fault("No sheet has to be turned over here.", "Leave out <manual_duplex>.")

    @classmethod
    def preferring(cls, preferred: Mapping[str, Any], **given: Any) -> Self:
        """As for every job, but without a preferred stock or paper that does not go with the given one.

        The options of a printed deck are preferred to all others.
        """
        preferred = {**preferred, **(printed_deck.deck_options(str(given["deck"])) if given.get("deck") else {})}
        names = [given.get(name) or preferred.get(name) for name in ("stock", "paper")]
        with suppress(UserError):  # the job itself reports names that do not exist, together with other faults
            if {"stock", "paper"} & given.keys() and all(names) and is_other_sheet(*map(str, names)):
                preferred = {name: value for name, value in preferred.items() if name not in ("stock", "paper")}
        return super().preferring(preferred, **given)

    @property
    def product(self) -> str:
        return "cards" if self.layout == "steps" and not self.deck else ORDER if self.deck else self.layout

    @property
    def needs(self) -> Hashable:
        return super().needs, self.stock

    def read_files(self) -> None:
        super().read_files()
        if self.stock:
            stock(self.stock)

    @property
    def duplex(self) -> bool:
        return self.sides == "duplex"

    @property
    def turned_over(self) -> Flip:
        """The edge on which the printer turns sheets over."""
        return self.flip or "long"

    @property
    def unprinted_border(self) -> float:
        """How wide a border the printer leaves white, in points."""
        return SAFE_BORDER if self.border is None else self.border

    @property
    def cutting(self) -> Cutting:
        """How the cards lie on their sheets; UserError when stock, paper and edges do not go together."""
        return choose_cutting(
            self.stock or larger_stock(self.layout, self.paper or DEFAULT_PAPER, self.large),
            self.paper,
            gap=self.gap,
            bleed=self.bleed,
            laminate=self.laminate,
            round_corners=self.round_corners,
            single=self.single,
        )

    def print_session(self, session: Session) -> Printout:
        """Word, lay out, place and write: cards are laid out as sheets fill, so that memory does not grow with them."""
        deck, cutting = word_deck(session, self.language), self.cutting
        now = self._record(session, cutting, [])
        printed = printed_deck.PrintedDeck.of(self.deck, deck, now) if self.deck else None
        earlier = self.earlier(now)
        cards = self._lay_out_order(deck, session, printed, cutting) if printed else self._lay_out(deck, cutting)
        is_printed = printed.lacks if printed else differing_from(earlier)
        tally, document = Tally(is_printed, self.unprinted_border), PdfDocument(self.pdf_format)
        for delivery in self._place(cards, cutting, tally.is_printed):
            pages = [self._moved(page, cutting) for page in delivery.pages]
            tally.add(delivery, pages)
            for page in pages:
                document.add(page)
        record = self._record(session, cutting, tally.entries)
        properties = self.properties(session, record, cutting.sources)
        edge = self._duplex_edge(cutting) if tally.backs else None
        data = document.finish(properties, edge, tally.bookmarks) if tally.pages else b""
        return Printout(
            data=data,
            summary=self._summary(tally, cutting),
            pages=tally.pages,
            cards=self.copies * tally.printed,
            record=record,
            left_out=word_left_out(session, words(ENGLISH)),
            advice=(*self._advice(session, cutting, tally, earlier, record), *(printed.advice() if printed else ())),
            warnings=(
                *(printed.warnings(record.sources) if printed else ()),
                *tally.border_warnings(),
                *picture_warnings(session, tally.rough),
                *self.session_warnings(session),
            ),
        )

    def _lay_out(self, deck: Deck, cutting: Cutting, name: str = "") -> Iterator[Card]:
        return layout(name or self.layout)(deck, self._format(cutting), theme(self.theme), self.duplex)

    def _lay_out_order(
        self, deck: Deck, session: Session, printed: "printed_deck.PrintedDeck", cutting: Cutting
    ) -> Iterator[Card]:
        """The order of a session, then the whole deck: new cards are for other sessions too."""
        whole = replace(plan(session.selection, length="all"), recipient=session.recipient)
        yield from self._lay_out(deck, cutting, ORDER)
        yield from filter(printed.holds, self._lay_out(word_deck(whole, self.language), cutting, "steps"))

    def _format(self, cutting: Cutting) -> Format:
        """The card as it is laid out; UserError when its holes do not fit."""
        size = cutting.stock.size
        punched = place_holes(self.hole, size, cutting.laminated) if self.hole else None
        border = cutting.border_on_card(self.unprinted_border)
        return Format(size, cutting.bleed, border, punched, self.large)

    def _place(self, cards: Iterable[Card], cutting: Cutting, is_printed: Callable[[Card], bool]) -> Iterator[Delivery]:
        placing = Placing(
            cutting=cutting,
            flip=self.turned_over if self.duplex else None,
            first=self.start_at - 1,
            stacked=self.order == "cut-stack",
            copies=self.copies,
        )
        deliveries = placing.place(cards, is_printed)
        return put_backs_last(deliveries) if self.manual_duplex else drop_blank_end(deliveries)

    def _moved(self, page: Page, cutting: Cutting) -> Page:
        """The page as this printer needs it to print it in its place; a print shop moves the backs itself."""
        return registration.move_back(page, self.back_shift) if cutting.grid and self.back_shift else page

    def _record(self, session: Session, cutting: Cutting, entries: list[CardEntry]) -> Record:
        width, height = (round(length / MM, 1) for length in cutting.stock.size)
        return Record("cards", self.request, trace_sources(session, cutting.sources), (width, height), entries)

    def _duplex_edge(self, cutting: Cutting) -> Flip | None:
        """The edge that pages are turned over for their backs; upright backs of wide pages need the short one."""
        if not self.duplex or self.manual_duplex:
            return None
        if cutting.grid is None:
            return "short" if cutting.stock.width > cutting.stock.height else "long"
        return None if cutting.grid.folded else self.turned_over

    def _advice(
        self, session: Session, cutting: Cutting, tally: Tally, earlier: Earlier | None, record: Record
    ) -> Iterator[str]:
        if tally.pages:
            turned = self.turned_over if tally.backs else None
            stacked = self.order == "cut-stack"
            yield from advise(cutting, tally.pages - tally.backs, turned, self.manual_duplex, stacked, self.hole)
        if earlier:
            yield from compare(earlier, record)
        yield from time_advice(session, self.routines_folder)

    def _summary(self, tally: Tally, cutting: Cutting) -> str:
        on = f" of {cutting.paper}" if cutting.grid else ""
        return f"{counted(self.copies * tally.printed, 'card')} on {counted(tally.pages, 'page')}{on}"


def fits_large(size: Size) -> bool:
    """Whether large print fits on cards of a size."""
    return size.width >= LEAST_LARGE.width and size.height >= LEAST_LARGE.height
