"""How often, how long and how far, as authors write it: to add a kind of amount, write a class and a field here."""

import re
from collections.abc import Iterator
from typing import Annotated, Self

import msgspec
from msgspec.structs import replace

from cardgen.model.amount import Amount
from cardgen.model.durations import (
    AtMost,
    AtMostInAll,
    Beat,
    Beats,
    Every,
    Extent,
    Hold,
    Rest,
    RestAfter,
    Then,
    Time,
    Until,
)
from cardgen.model.repetitions import Cycle, Passes, Times
from cardgen.model.share import WHOLE, Each, EachWord, Share
from cardgen.model.vocabulary import About, Limb, Positive, Short, Text
from cardgen.reading.amount_texts import (
    BEATS_PATTERN,
    PASSES_PATTERN,
    REPEAT_PATTERN,
    SPOTS_PATTERN,
    TIME_PATTERN,
    TIMES_PATTERN,
    Counted,
    Span,
    parse_counted,
    parse_span,
)
from cardgen.reading.models import Model

Range = Annotated[list[Positive], msgspec.Meta(min_length=2, max_length=2)]
"""The least and the most. It is a list: msgspec 0.22 crashes on tuples next to literals."""
Count = Positive | Range | Annotated[str, msgspec.Meta(pattern=TIMES_PATTERN)]
"""A number, a range, sets, or "several"."""
PassCount = Positive | Range | Annotated[str, msgspec.Meta(pattern=PASSES_PATTERN)]
Timing = Positive | Range | Annotated[str, msgspec.Meta(pattern=TIME_PATTERN)]
"""Seconds as a number or a range, or a text with its unit."""
BeatCount = Annotated[int, msgspec.Meta(ge=1, le=99)] | Annotated[str, msgspec.Meta(pattern=BEATS_PATTERN)]
RepeatText = Annotated[str, msgspec.Meta(pattern=REPEAT_PATTERN)]


class Repeat(Model, frozen=True, kw_only=True):
    """How often, how long and how far."""

    times: Count | None = None
    """How often: 3, [3, 5] for 3 to 5, 3x10 for 3 sets of 10, or several. "Then twice more" is 3 in all."""
    sets: Positive | None = None
    """How many sets of `times`."""
    passes: PassCount | None = None
    """How often over the whole area."""
    seconds: Timing | About | None = None
    """How long: 30, 1 min 30 s, 3 breaths; {about: 30} for an estimate. With `times`, how long each time."""
    hold: Timing | None = None
    """How long to hold still: 5, 3 slow breaths, or a moment. With `times`, each time."""
    rest: Timing | None = None
    """How long to rest: between the times, between the sets, or at all."""
    rest_after: Timing | None = None
    """How long to rest once, after all of it: 1 min."""
    count: BeatCount | None = None
    """What to count to, each time: 8, or "4 up, 4 back"."""
    beat: Annotated[int, msgspec.Meta(ge=10, le=240)] | None = None
    """How fast to count, or to stroke: 60 for 60 a minute."""
    every: Timing | None = None
    """The rhythm: 3 for one every 3 seconds."""
    until: Short | None = None
    """What ends it: "the soreness eases". With a number or a time, if it comes first; with `at_most`, each time."""
    at_most: Timing | None = None
    """After how long it ends anyway; needs `until`. With `times`, each time."""
    at_most_in_all: Timing | None = None
    """After how long all of it ends anyway, however often it is done: 60 s."""
    extent: Short | None = None
    """How far: "up to the knee", "the whole back"."""
    each: EachWord | None = None
    """What it is for: each direction, spot, side, leg, arm or foot; hand is each of your own hands."""
    spots: Annotated[str, msgspec.Meta(pattern=SPOTS_PATTERN)] | None = None
    """The spots that it is for, by name: "4 grooves", "each finger", "in each of the 4 grooves"."""
    then: Short | None = None
    """What is different the next time: "again, a little further"."""
    note: Text | None = None
    """More about the times, for the back: "Each from the wrist to the elbow"."""

    def amounts(self, share: Share = WHOLE, each_limb: Limb | None = None) -> tuple[Amount, ...]:
        """Every amount that is given, the most important first; at least one.

        `share`: what is known about the step, its limb and its directions. `each_limb`: the step is done on each of
        these, so a number of times is for one of them.
        """
        given = self._share(share)
        found: list[Amount] = [*self._repetitions(given, each_limb)]
        each_time = bool(found)
        whole = Share(each=each_limb, twice=True) if each_limb else WHOLE
        for amount in self._others(given):
            share = whole if amount.limits_all else WHOLE
            found.append(replace(amount, share=share, beside=True, each_time=each_time) if found else amount)
        return tuple(found) or (Extent(share=given),)

    def _share(self, share: Share) -> Share:
        """What the values are for. `side` is the limb of the step, `hand` one of the giver's."""
        each: Each | None = "own-hand" if self.each == "hand" else self.each
        if each == "side" and share.limb:
            each = share.limb
        ways = share.ways if each == "direction" else ()
        if not each and not self.spots:
            return WHOLE
        return replace(share, each=each, spots=self.spots or "", ways=ways)

    def _repetitions(self, share: Share, each_limb: Limb | None) -> Iterator[Amount]:
        if self.times:
            counted = read_counted(self.times)
            if self.sets:
                counted = counted._replace(sets=self.sets)
            if each_limb and not share.each:
                share = Share(each=each_limb, spots=share.spots, twice=True)
            yield Times(share=share, counted=counted, cycle=self._cycle())
        if self.passes:
            over = replace(share, over=self.passes_over_spots)
            yield Passes(share=over, counted=read_counted(self.passes), cycle=self._cycle())

    def _cycle(self) -> Cycle:
        return Cycle(
            lasting=read_span(self.seconds),
            beats=str(self.count or ""),
            hold=read_span(self.hold),
            rest=read_span(self.rest),
            every=read_span(self.every),
            beat=self.beat or 0,
            longest=read_span(self.at_most),
        )

    def _others(self, share: Share) -> Iterator[Amount]:
        """Everything but times and passes, the most important first."""
        if span := read_span(self.seconds):
            estimate = self.seconds if isinstance(self.seconds, About) else None
            yield Time(share=share, span=span, estimate_given=estimate)
        if self.count:
            yield Beats(share=share, beats=str(self.count), beat=self.beat or 0)
        elif self.beat:
            yield Beat(share=share, beat=self.beat)
        if span := read_span(self.every):
            yield Every(share=share, span=span)
        if span := read_span(self.hold):
            yield Hold(share=share, span=span)
        if span := read_span(self.rest):
            yield Rest(share=share, span=span, between=self._between)
        if self.until:
            yield self._until(self.until, share)
        if span := read_span(self.at_most):
            yield AtMost(share=share, span=span)
        if span := read_span(self.at_most_in_all):
            yield AtMostInAll(share=share, span=span)
        if self.extent:
            yield Extent(share=share, reach=self.extent)
        if self.then:
            yield Then(share=share, next=self.then)
        if span := read_span(self.rest_after):
            yield RestAfter(share=share, span=span)

    def _until(self, end: str, share: Share) -> Until:
        """What ends it; without the word that every phrase about it begins with."""
        held = bool(self.at_most or self.hold)
        ends_each_time = held and (self.times or self.passes)
        return Until(
            share=share,
            condition=re.sub(r"^(?:or )?until ", "", end, flags=re.IGNORECASE),
            longest=read_span(self.at_most),
            sooner=self.ends_each if ends_each_time else self.ends and not self.has_least,
            held=held,
        )

    @property
    def ends(self) -> bool:
        """Whether a number or a length of time says when it is over."""
        return bool(self.times or self.passes or self.seconds or self.hold or self.rest or self.count)

    @property
    def ends_each(self) -> bool:
        """Whether a length of time says when each of several is over."""
        return bool(self.seconds or self.hold or self.count)

    @property
    def has_least(self) -> bool:
        """Whether a number says the least: it goes on until something ends it."""
        counted, span = self.times or self.passes, read_span(self.seconds)
        return bool((counted and read_counted(counted).at_least) or (span and span.at_least))

    @property
    def passes_over_spots(self) -> bool:
        """Whether each pass goes over several spots: "2 passes over 5 points"."""
        return bool(self.passes and not self.times and self.spots and self.spots[0].isdigit())

    @property
    def _between(self) -> str:
        """What a rest is between, in addition to the times."""
        if self.sets or (self.times and read_counted(self.times).sets):
            return "sets"
        if self.passes_over_spots:
            return "passes"
        several = self.spots or self.each in ("spot", "direction")
        return "spots" if several and not (self.times or self.passes) and self.ends_each else ""

    def with_count(self, count: int) -> Self:
        """The same with one number chosen from the range of its first amount."""
        return replace(self, **{self.amounts()[0].field: count})


NOTHING = Repeat()


def read_repeat(given: Positive | Range | RepeatText | Repeat | None) -> Repeat:
    """The amount, from any form in which an author may write it."""
    if given is None:
        return NOTHING
    if isinstance(given, Repeat):
        return given
    if isinstance(given, (int, list)) or re.search(TIMES_PATTERN, given):
        return Repeat(times=given)
    if "pass" in given:
        return Repeat(passes=given)
    return Repeat(hold=given) if "moment" in given else Repeat(seconds=given)


def read_counted(given: Count) -> Counted:
    """A number of times, from any form in which an author may write it."""
    if isinstance(given, str):
        return parse_counted(given)
    least, most = given if isinstance(given, list) else (given, given)
    return Counted(least, most)


def read_span(given: Timing | About | None) -> Span | None:
    """A length of time, from any form in which an author may write it; numbers are seconds."""
    if given is None:
        return None
    if isinstance(given, str):
        return parse_span(given)
    if isinstance(given, About):
        return Span(f"{given.about:g}", "s", given.about, given.about, about=True)
    least, most = given if isinstance(given, list) else (given, given)
    return Span(f"{least}–{most}" if least != most else f"{least}", "s", least, most)
