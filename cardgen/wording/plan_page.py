"""Words a session as one page: its timeline, its table of steps, its checklists and its cautions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cardgen.model.card_name import CardName
from cardgen.model.routine import Routine
from cardgen.planning.session import Session
from cardgen.wording.between import aftercare_in_brief, comfort_blocks, comfort_lines, preparation_with_washing
from cardgen.wording.deck import Block, Site, Tab
from cardgen.wording.every_session import care_lines
from cardgen.wording.facts import tab_of
from cardgen.wording.keep_off import keep_off_in_a_line
from cardgen.wording.limb_order import limb_order
from cardgen.wording.list_cards import recipient_blocks
from cardgen.wording.plan_rows import PlanRow, word_rows
from cardgen.wording.safety import (
    SafetySource,
    caution_blocks,
    exclusions,
    questions,
    safety_sources,
    step_caution,
    without_steps,
)
from cardgen.wording.safety_map import SafetyMap, word_safety_map
from cardgen.wording.sentences import sentence, uncapitalize, word_cards
from cardgen.wording.session_title import word_title
from cardgen.wording.sites import session_sites
from cardgen.wording.timeline import Bar, BarTitle, describe_timeline, word_bars, word_spans
from cardgen.wording.times import whole_minutes
from cardgen.wording.words import ENGLISH, Words, words

PLAN_LABELS = (
    "before", "care", "care_steps", "between", "after", "notes", "column_clock", "column_card", "column_step",
    "column_hands", "column_way", "column_press", "column_amount", "column_minutes", "minutes_unit", "about",
    "disclaimer", "on_cards", "on_cards_amounts", "on_cards_ranges", "on_cards_between", "on_cards_always",
    "on_cards_cues", "estimates", "overleaf", "more_overleaf", "steps_overleaf",
)  # fmt: skip


LONGEST_RECIPIENT = 80
"""The letters of name and note that have room in a line of the head."""


class PlanPage(Struct, frozen=True):
    """Everything that a session plan says."""

    title: str
    language: str
    """The code of the language of its words."""
    recipient: str
    """For whom it is, with the note about them if that is short, or where the note is; empty if it is for nobody."""
    facts: str
    minutes: str
    tab: Tab
    one_area: bool
    seconds: int
    bars: tuple[Bar, ...]
    spans: tuple[BarTitle, ...]
    timeline_alt: str
    """The alternative text of the bars and spans."""
    clock_headings: tuple[str, ...]
    """One, or two when a routine is done on both sides."""
    rows: tuple[PlanRow, ...]
    sites: tuple[Site, ...]
    body_alt: str
    """The alternative text of the body with its sites."""
    safety_map: SafetyMap
    before: tuple[Block, ...]
    care: tuple[Block, ...]
    care_beside_rows: tuple[Block, ...]
    """The same without the steps to leave out with a condition, which are in the cautions of their rows."""
    cautions: tuple[Block, ...]
    """The cautions of the steps, each once with the numbers of its steps."""
    after: tuple[Block, ...]
    labels: dict[str, str]
    more_overleaf: bool = False
    """Whether the back has amounts that the rows of a dense table have no room for."""
    only_on_cards: tuple[str, ...] = ()
    """The labels of what such rows have no room for, and the back does not have."""

    @property
    def is_bare(self) -> bool:
        """Whether it has no lists."""
        return not (self.before or self.care or self.after)


def word_plan(session: Session, language: str = ENGLISH) -> PlanPage:
    """The plan of a session."""
    spoken = words(language)
    spans, sites = tuple(word_spans(session, spoken)), tuple(session_sites(session, spoken))
    sources = safety_sources(session, spoken)
    return PlanPage(
        title=word_title(session, spoken),
        language=language,
        recipient=_recipient(session, spoken),
        facts=" · ".join(_facts(session, spoken)),
        minutes=str(whole_minutes(session.seconds)),
        tab=tab_of(session.parts[0].routine, spoken),
        one_area=len({turn.area for turn in session.turns}) == 1,
        seconds=session.seconds,
        bars=tuple(word_bars(session, spoken)),
        spans=spans,
        timeline_alt=describe_timeline(spans, spoken),
        clock_headings=tuple(map(spoken.say, _clock_columns(session))),
        rows=tuple(word_rows(session, spoken)),
        sites=sites,
        body_alt=_describe_sites(sites, spoken),
        safety_map=word_safety_map(session.parts, spoken),
        before=tuple(_before(session, spoken)),
        care=tuple(_care(session, sources, spoken)),
        care_beside_rows=tuple(_care(session, without_steps(sources), spoken)),
        cautions=tuple(_cautions(session, spoken)),
        after=aftercare_in_brief(session, spoken),
        labels={label: spoken.say(label) for label in PLAN_LABELS},
    )


def _recipient(session: Session, words: Words) -> str:
    """For whom the plan is, in a line: "For Anna: Left shoulder sore."; a long note is in the list, and named here."""
    if whole := _short_recipient(session, words):
        return whole
    name, notes = session.recipient.name, session.recipient.notes
    said = words.say("recipient", name=name) if name else ""
    return " · ".join(filter(None, [said, notes and words.say("see_note", heading=words.say("before"))]))


def _short_recipient(session: Session, words: Words) -> str:
    """Name and note in a line; empty if that would be too long."""
    line = " ".join(_in_a_line(block).heading for block in recipient_blocks(session, words))
    return line if len(line) <= LONGEST_RECIPIENT else ""


def _facts(session: Session, words: Words) -> Iterator[str]:
    """The line below the title: the receiver's positions in order, and which limbs."""
    yield words.say("session_plan")
    yield words.say("then").join(words.positions[position].lower() for position in session.positions)
    yield from dict.fromkeys(_limbs(part.routine, words) for part in session.parts if part.passes > 1)


def _limbs(routine: Routine, words: Words) -> str:
    """Both limbs, in their order if it is known."""
    order = limb_order(routine, words)
    return order[:1].lower() + order[1:] or words.both[routine.limb]


def _clock_columns(session: Session) -> tuple[str, ...]:
    both_sides = any(part.passes > 1 for part in session.parts)
    return ("column_first", "column_other") if both_sides else ("column_clock",)


def _describe_sites(sites: Sequence[Site], words: Words) -> str:
    """Every area with the numbers of its steps, as an alternative text."""
    found: dict[str, list[CardName]] = {}
    for site in sites:
        found.setdefault(site.tab.name, []).append(site.card)
    texts = (words.say("site", area=area, numbers=word_cards(cards)) for area, cards in found.items())
    return sentence(words.say("body_map", sites="; ".join(texts)))


def _before(session: Session, words: Words) -> Iterator[Block]:
    """The checklist before the start: what to ask, when not to massage, what the routines need; each line once."""
    first, sources = session.parts[0].routine, safety_sources(session, words)
    if not _short_recipient(session, words):
        yield from map(_in_a_line, recipient_blocks(session, words))
    yield from (Block(check.icon, check.text, "") for check in words.checks)
    yield from (Block("talk", question, "") for question in questions(sources))
    yield from (Block(line.icon, line.text, "") for line in care_lines(session, words) if line.before)
    yield from (Block("stop", f"{one.heading}: {one.conditions}.", "") for one in exclusions(sources, words))
    blocks = preparation_with_washing(session, words)
    icons = {block.icon for block in blocks}
    is_said = any(_comfort(session, first.position, words)) or f"receiver-{first.position}" in icons
    if not is_said:
        position = words.positions[first.position].lower()
        yield Block(f"receiver-{first.position}", words.say("receiver", position=position), "")
    yield from dict.fromkeys(Block(block.icon, block.heading, "") for block in blocks)
    for position in dict.fromkeys(session.positions):
        yield from _comfort(session, position, words)


def _comfort(session: Session, position: str, words: Words) -> Iterator[Block]:
    """How to make a position comfortable, if it needs something: "Face down: head in a face cradle ..."."""
    parts = (part.routine for part in session.parts if part.routine.position == position)
    for block in comfort_blocks(position, (line for one in parts for line in comfort_lines(one)), words):
        yield Block(block.icon, f"{words.positions[position]}: {uncapitalize(block.heading)}", "")


def _in_a_line(block: Block) -> Block:
    """A paragraph with its heading in the same line."""
    return Block(block.icon, f"{block.heading}: {block.in_one_line}" if block.text else block.heading, "")


def _care(session: Session, sources: Iterable[SafetySource], words: Words) -> Iterator[Block]:
    """What the authors say, where no pressure may go, and when to stop."""
    yield from map(_in_a_line, caution_blocks(sources, words))
    yield from (replace(block, heading=block.text, text="") for block in keep_off_in_a_line(session.parts, words))
    yield from (Block(line.icon, line.text, "") for line in care_lines(session, words) if not line.before)


def _cautions(session: Session, words: Words) -> Iterator[Block]:
    found: dict[str, list[CardName]] = {}
    for turn in session.turns:
        if caution := step_caution(turn.step, words):
            found.setdefault(caution, []).append(turn.card)
    return (Block("caution", word_cards(cards), text) for text, cards in found.items())
