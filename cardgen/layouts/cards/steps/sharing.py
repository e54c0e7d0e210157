"""Which cards of paragraphs come before the steps and which after them, so that few sides stay empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from cardgen.layouts.cards.steps.faces import FaceMaker
from cardgen.layouts.cards.steps.joined_lists import lay_out_joined, least_part
from cardgen.layouts.cards.steps.safety_cards import lay_out_safety, pack_safety
from cardgen.layouts.parts.paragraphs import ParagraphStyle
from cardgen.layouts.parts.sketch import Sketch
from cardgen.wording.deck import ListCard, Section

LayOut = Callable[[ListCard, int], list[Sketch]]
"""Lays a card of paragraphs out after this many other faces: an odd number begins on a back."""
LayOutAll = Callable[[Sequence[ListCard], Sequence[Sketch]], list[Sketch]]
"""Lays several out after the faces that are there already."""


class ListOrder(Struct, frozen=True):
    """Which lists come before the steps and which after them."""

    first: Sequence[ListCard]
    last: Sequence[ListCard]
    strokes_last: bool = False
    """Whether the meaning of the strokes comes last."""


class Joining(Struct, frozen=True):
    """Which lists begin below others."""

    first: bool = False
    below_safety: bool = False
    """Whether the first one may begin below safety, whose paragraphs may be in another order for that."""
    last: bool = False


class Dealt(Struct, frozen=True):
    """Lists that are laid out."""

    safety: Sequence[Sequence[Sketch]]
    """The sides of each full card about safety."""
    first: list[Sketch]
    """The faces between safety and the steps."""
    last: list[Sketch]
    """The faces after the steps."""

    @property
    def type_sizes(self) -> set[float]:
        """The type sizes of the texts on its faces, in points."""
        return {face.body for face in (*chain(*self.safety), *self.first, *self.last) if face.body}


class Dealer:
    """Lays out the lists of a deck, each list on faces of its own only once."""

    def __init__(self, faces: FaceMaker) -> None:
        self.faces = faces
        self.usual = [sides for card in faces.safety for sides in lay_out_safety(faces, card)]
        """The cards about safety in their usual order."""
        self.apart, self.strokes = cache(faces.lay_out_list), cache(faces.lay_out_strokes)
        self.roomy, self.least_part = cache(partial(faces.lay_out_list, roomy=True)), cache(partial(least_part, faces))

    def count(self, dealt: Dealt) -> int:
        """The number of cards."""
        return self.count_before(dealt) + self.count_after(dealt)

    def count_before(self, dealt: Dealt) -> int:
        """The number of cards before the steps."""
        return sum(self.cards(len(sides)) for sides in (*dealt.safety, dealt.first))

    def count_after(self, dealt: Dealt) -> int:
        """The number of cards after the steps."""
        return self.cards(len(dealt.last))

    def cards(self, sides: float) -> int:
        """The number of cards that a number of sides takes."""
        return ceil(ceil(sides) / (2 if self.faces.duplex else 1))

    def begin(self, safety: Sequence[list[Sketch]]) -> Dealt:
        """The cards about safety; the other lists begin on the back of the last one where that is free."""
        begun = safety[-1] if self.faces.duplex and safety and len(safety[-1]) == 1 else []
        return Dealt(safety[:-1] if begun else safety, begun, [])

    def deal(self, way: ListOrder, safety: Sequence[list[Sketch]], lay_out: LayOut) -> Dealt:
        """The lists of a way after the cards about safety, each on faces of its own."""
        lay_out_all_apart = partial(lay_out_all, lay_out=lay_out)
        return self._deal(way, self.begin(safety), lay_out_all_apart, lay_out_all_apart)

    def deal_joined(self, way: ListOrder, joining: Joining, style: ParagraphStyle, *, roomy: bool = False) -> Dealt:
        """The lists of a way, of which some begin below others, in a style; `roomy` ones share no face with others."""
        apart = partial(lay_out_all, lay_out=self.roomy if roomy else self.apart)
        joined = partial(lay_out_joined, self.faces, style, roomy=roomy)
        packed = pack_safety(self.faces, sum(map(len, self.usual)), style) if joining.below_safety else []
        begun = Dealt((), [side for sides in packed for side in sides], []) if packed else self.begin(self.usual)
        return self._deal(way, begun, joined if joining.first else apart, joined if joining.last else apart)

    def _deal(self, way: ListOrder, begun: Dealt, lay_out_first: LayOutAll, lay_out_last: LayOutAll) -> Dealt:
        first, last = lay_out_first(way.first, begun.first), lay_out_last(way.last, [])
        group = last if way.strokes_last else first
        group.extend(self.strokes(len(group) % 2))
        return Dealt(begun.safety, first, last)


def share_all(faces: FaceMaker) -> Dealt:
    """The faces about safety and of the other lists, on as few cards as possible, in two type sizes on small ones."""
    dealt = _share_all(faces)
    return _share_all(faces) if faces.limit_type(dealt.type_sizes) else dealt


def _share_all(faces: FaceMaker) -> Dealt:
    """The same, each list in the largest type that its face has room for.

    Safety is in its usual order, unless the last card before the steps has no back and another order saves it. Lists
    begin below others only where that saves a card. Nothing comes first for a single step that is tried out.
    """
    after = [*side_card(faces.deck.sections[-1:]), faces.deck.after]
    if not faces.deck.before:
        return Dealt((), [], lay_out_all(after, [], faces.lay_out_list))
    dealer, ways = Dealer(faces), list(_ways(faces, after))
    best = _share_after(dealer, dealer.usual, ways)
    sides = sum(map(len, best.safety)) + len(best.first)
    if faces.duplex and sides % 2 and (packed := pack_safety(faces, sum(map(len, dealer.usual)) - 1)):
        best = min([best, _share_after(dealer, packed, ways)], key=dealer.count)
    return _join(dealer, ways, best)


def _share_after(dealer: Dealer, safety: Sequence[list[Sketch]], ways: Sequence[ListOrder]) -> Dealt:
    """The lists after these cards about safety, each on faces of its own, in the first way with the fewest cards."""
    best = min(ways, key=lambda way: dealer.count(dealer.deal(way, safety, dealer.apart)))
    return dealer.deal(best, safety, dealer.roomy)


def _join(dealer: Dealer, ways: Sequence[ListOrder], best: Dealt) -> Dealt:
    """The lists one below another where that saves a card of the best way without it, in the largest type that does."""
    fewest = dealer.count(best)
    *larger, style = dealer.faces.styles
    found: tuple[ListOrder, Joining] | None = None
    for way in ways:
        count, joining = _choose_joining(dealer, way, fewest)
        if count < fewest:
            fewest, found = count, (way, joining)
    if not found:
        return best
    while larger and dealer.count(dealer.deal_joined(*found, larger[-1])) == fewest:
        style = larger.pop()
    return dealer.deal_joined(*found, style, roomy=True)


def _choose_joining(dealer: Dealer, way: ListOrder, fewest: int) -> tuple[int, Joining]:
    """The number of cards of a way, and which of its lists begin below others so that it is less than the `fewest`."""
    strokes, style = len(dealer.strokes(0)), dealer.faces.styles[-1]
    first, last = sum(map(dealer.least_part, (*dealer.faces.safety, *way.first))), sum(map(dealer.least_part, way.last))
    first, last = (first, last + strokes) if way.strokes_last else (first + strokes, last)
    apart, joining = dealer.deal(way, dealer.usual, dealer.apart), Joining()
    before, after = dealer.count_before(apart), dealer.count_after(apart)
    least_before, least_after = min(before, dealer.cards(first)), min(after, dealer.cards(last))
    if least_before + least_after < fewest and least_after < after:
        count = dealer.count_after(dealer.deal_joined(way, Joining(last=True), style))
        after, joining = count, Joining(last=count < after)
    for below_safety in (False, True):
        if least_before + after < fewest and least_before < before:
            tried = replace(joining, first=True, below_safety=below_safety)
            count = dealer.count_before(dealer.deal_joined(way, replace(tried, last=False), style))
            before, joining = (count, tried) if count < before else (before, joining)
    return before + after, joining


def _ways(faces: FaceMaker, after: Sequence[ListCard]) -> Iterator[ListOrder]:
    """The ways to share the lists, the best first; what to do afterwards always follows the steps.

    What signs and words mean is for looking up: there is less to read before the first step where it comes last.
    """
    first, key = faces.deck.before[0], faces.key
    yield ListOrder(first, [*after, *key], strokes_last=True)
    if key:
        yield ListOrder(first, [*after, *key])
        yield ListOrder([*first, *key], after, strokes_last=True)
        yield ListOrder([*first, *key], after)


def lay_out_all(cards: Sequence[ListCard], begun: Sequence[Sketch], lay_out: LayOut) -> list[Sketch]:
    """The faces of cards of paragraphs, after those that are `begun`; each title begins a face."""
    found = [*begun]
    for card in cards:
        found += lay_out(card, len(found) % 2)
    return found


def side_card(sections: Sequence[Section]) -> list[ListCard]:
    """The change to the other limb after all steps of a section, if there is one, which has no card of its own."""
    return [
        section.side_card for section in sections if section.side_card and section.turns_after == len(section.steps) - 1
    ]
