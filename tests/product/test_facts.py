"""Every fact of the five routines, as data, is read back from the printed cards of its own step."""

from __future__ import annotations

import re
from functools import cache

import pypdfium2
import pytest

from cardgen.artwork.theme import theme
from cardgen.jobs.cards import print_cards
from cardgen.layouts.cards import layout
from cardgen.library.loading import gather
from cardgen.planning.planner import plan
from cardgen.scene.faces import Face
from cardgen.sheets.cards import deal, impose
from cardgen.sheets.cutting import cut
from cardgen.sheets.format import Format
from cardgen.sheets.stock import stock
from cardgen.units import Box
from cardgen.wording.cards import word

Place = int | str
"""The number of a step; GENERAL for the cards before and after the steps; OVERVIEW for the routine on one card."""
Facts = dict[str, str]
"""What each fact is about, and a regular expression for the words that say it, on one face."""

GENERAL, OVERVIEW = "general", "overview"

JOINTS: dict[Place, Facts] = {
    GENERAL: {
        "passive": "receiver relaxes completely and lets you do all the moving",
        "soft tissue": "Muscles that tense tighten the soft tissue round a joint.*loosens and stretches it",
        "full weight": "receiver gives its full weight",
        "total support": "Support the limb totally",
        "smooth": "Move smoothly",
        "never ahead": "Never (go|get|run) ahead of the receiver",
        "resistance": "If you feel resistance, release the pressure",
        "tensing": r"If the receiver tenses, slow down or stop\. Wait for the limb to go loose again",
        "otherwise": "Otherwise the receiver does the (work|moving), or it is (uncomfortable|not comfortable)",
    },
    1: {
        "name": "1 Circle the hip",
        "technique": "passive movement",
        "position": r"Face up Flat on the back\.",
        "hands": r"Support: heel and knee",
        "lift": "lift the leg",
        "pace": "Circle it slowly and gently",
        "pressure": "Light( pressure)?,? or none",
        "repetitions": "3 times in each direction",
        "direction": "three times one way and three times the other",
        "small": "Small circles will do",
        "caution": "Stop if the hip does not stay relaxed",
        "sides": "Each leg, (other leg next|then the other)",
    },
    2: {
        "name": "2 Knee to the chest",
        "position": r"Face up Flat on the back\.",
        "hands": "Support: heel and knee",
        "movement": "Bend the leg toward the chest",
        "pressure": "up to the point of resistance",
        "caution": "Stop at the point of resistance",
        "release": "release slowly",
        "repetitions": "2 times on each leg",
        "second time": "The second time may go a little further",
        "direction": "To the chest",
        "stretch more": "Press just below the knee and at the heel",
        "hip": "works the hip joint",
        "lower back": "stretches the muscles of the lower back",
        "lower": "Lower the leg slowly",
        "sides": "Each leg, (other leg next|then the other)",
    },
    3: {
        "name": "3 Circle the wrist",
        "technique": "passive movement",
        "position": "The forearm is upright, resting on the elbow",
        "hands": "One hand holds the receiver's hand firmly, the other supports the arm",
        "pace": "Circle very slowly",
        "pressure": "Light( pressure)?,? or none",
        "repetitions": "3 times in each direction",
        "direction": "three times each way",
        "caution": "Bend the wrist only as far as is comfortable",
        "smooth": "The smoother it is, the better",
        "sides": "Each arm, (other arm next|then the other)",
    },
    4: {
        "name": "4 Circle the shoulder",
        "technique": "passive movement",
        "position": "Face up Lying flat",
        "hands": "Support: wrist and elbow",
        "lift": "lift the arm",
        "guide": "guide it with your hands",
        "pressure": "Light( pressure)?,? or none",
        "repetitions": "3 times in each direction",
        "direction": "three times each way",
        "large": "large as possible|largest",
        "even": "circles.*even",
        "caution": "Lower the arm very slowly",
        "sides": "Each arm, (other arm next|then the other)",
    },
}

BACK_ENERGISING: dict[Place, Facts] = {
    GENERAL: {
        "only the back": "show only the back",
        "any part": "fit any part of the body",
        "clothes": "Clothed works too",
        "skin": "Some steps are easier on the skin",
        "loose": "wear loose clothes that are easy to lift",
    },
    1: {
        "name": "1 Stroke long and swift",
        "other hand": "The other hand rests on the sacrum",
        "hand": "The palm of the other makes",
        "where": "The back and round the shoulder",
        "movement": "one swift, smooth stroke up the side of the back, round the shoulder, and glides back",
        "pressure": r"Medium pressure\.",
        "sides": "Right side, then left side",
        "direction": "Up and back",
    },
    2: {
        "name": "2 Roll the knuckles",
        "other hand": "The other hand holds the top of the arm",
        "hand": "knuckles of the ring and little finger",
        "where": "Upper arm and shoulder",
        "movement": "Tip the wrist away at a slant, then return to the knuckles",
        "pressure": r"Medium pressure\.",
        "extent": "All over the area",
        "sides": "Then the other side",
        "direction": "Away, back",
    },
    3: {
        "name": "3 Rock and squeeze",
        "hand": "muscles on both sides of the spine with thumbs and fingertips",
        "still": "Keep your hands still",
        "where": "The small of the back",
        "first phase": "slowly rock the (whole )?body",
        "second phase": "Squeeze the flesh, push your hands together",
        "compression": "compression",
        "pressure": r"Medium pressure\.",
        "rock time": "1 Rock about 30 s",
        "hold time": "2 Squeeze, hold 5 s",
        "rock direction": "rock the whole body from side to side",
        "squeeze direction": "inward",
    },
    4: {
        "name": "4 Circle with the forearms",
        "hand": "both forearms",
        "clasped": "Clasp your hands loosely",
        "where": "Upper and lower back",
        "movement": "forearms circle",
        "body weight": "with your body weight",
        "pressure": "Deep pressure",
        "extent": "Cover the whole back",
        "direction": "counter-?clockwise",
    },
    5: {
        "name": "5 Roll the forearm",
        "hand": "Roll with one forearm and rest the other on the back, still",
        "where": "Up and down the whole back",
        "movement": "Roll one forearm briskly",
        "pressure": r"Medium pressure\.",
        "sides": "change over to the other forearm",
        "direction": "briskly up and down",
        "feet": "feet apart",
        "weight": "weight evenly spread",
    },
    6: {
        "name": "6 Stroke beside the spine",
        "hand": "Thumbs: one on other",
        "where": "Just beside the spine, on the side near you",
        "movement": "Press down.*and stroke",
        "pressure": r"Firm pressure\.",
        "toning": "toward the spine tones strongly",
        "relaxing": "away from it relaxes a taut muscle",
        "practice": "needs practice",
        "legs and feet": "on the legs and the feet",
    },
    7: {
        "name": "7 Roll and lift the skin",
        "hand": "the thumbs and the sides of the index fingers",
        "where": "The sacrum to the middle of the back, then the whole back",
        "fold": "a fold of skin at the sacrum",
        "walk": "Walk the thumbs and roll it up",
        "glide back": "to the middle of the back. Glide back",
        "lift": "pull the fold up sharply|(sharp|quick)ly (pull|tug|lift)|sharp (pull|tug|lift)",
        "move up": "let (it )?go(,| and) move up",
        "pressure": r"Medium pressure\.",
        "roll repetitions": "1 Roll ×3 to mid-back",
        "three times": "three times",
        "lift extent": "2 Lift all up the back",
        "direction": "roll it up to the middle of the back",
    },
    8: {
        "name": "8 Hack up the back",
        "hand": "Palms and fingertips touch",
        "elbows": "both elbows point outward",
        "where": "The buttocks, then up the back",
        "movement": "Hack lightly",
        "clack": "fingers? .*(clack|click)|(clack|click).* fingers",
        "pressure": r"(?<!very )Light pressure\. Quick",
        "start": "Start on the buttocks",
        "direction": "then (go )?up the back",
    },
    9: {
        "name": "9 Saw beside the spine",
        "hand": "the side of one hand",
        "other hand": "The other hand rests on top of the back as a support",
        "where": "Up and down beside the spine",
        "movement": "Saw.*strong and quick",
        "pressure": r"Firm pressure\.",
        "sides": "One side, then the other",
        "direction": "up and down",
        "source": "traditional Chinese massage",
        "ointment": "warming (ointment|salve) or oil",
    },
}

PARTNER: dict[Place, Facts] = {
    OVERVIEW: {"length": "About 30 min"},
    GENERAL: {
        "oil": "massage oil or lotion",
        "pillows": "a few pillows",
        "towel": "Start warming a towel about 30 minutes before",
        "blankets": "blankets on the floor",
        "topless": "topless, wrapped in the towel",
        "wrap": "in the warm towel first. It loosens the muscles",
        "receiver": "sits between your legs",
        "giver": "Kneel and sit on pillows; you can stay longer",
        "warm oil": "Warm the oil in your hands first",
        "caution": "Never put it cold on the body, or the receiver tenses",
        "more oil": "Add oil whenever it is needed",
        "skin": "Keep the skin oiled",
        "loosen": "Loosen the towel before you start",
        "remove": "Take it off if you need to",
        "strength": "Soft hands are enough. Nothing needs hard pressing",
        "turns": "Swap roles on another day",
        "no work": "whoever has just relaxed need not work",
        "monthly": "Once a month already helps",
        "talk": "Ask what to focus on",
        "lighter": "whether a lighter touch is wanted",
    },
    1: {
        "name": "1 Rub the shoulders",
        "hand": "Hands",
        "where": "Start where the shoulders meet the neck",
        "movement": "rub out toward the shoulders",
        "pressure": "Medium pressure out, very light back",
        "pressure down": "Press on the down stroke",
        "pressure up": "brush lightly on the up stroke",
        "repetitions": "10 times in all",
        "direction": "Rub out from the neck.*Brush back",
        "more pressure": "more pressure if asked",
        "caution": "Ease off if the receiver tenses or your hands ache",
    },
    2: {
        "name": "2 Roll the thumbs",
        "hand": "The hands rest on the shoulders and only the thumbs roll",
        "where": "The muscles that hold the shoulder blades",
        "movement": "Roll your thumbs down to the spine, then away",
        "pressure": "Medium pressure out, light back",
        "more, then less": "Press more on the way down.*less on the way up",
        "repetitions": "10 times in all",
        "direction": "on the way down to the spine.*on the way up and away",
    },
    3: {
        "name": "3 Squeeze the arms",
        "hand": "Squeeze with the fingers",
        "where": "From the shoulder to the elbow",
        "movement": "down to the elbow, then trace lightly back up",
        "pressure": "(?<!very )Light pressure out",
        "caution": "Light pressure only",
        "repetitions": "5 times in all",
        "direction": "Down and up",
    },
    4: {
        "name": "4 Circle down the forearm",
        "hand": "Thumbs",
        "where": "From the elbow to the wrist",
        "movement": "small circles",
        "pressure": r"(?<!very )Light pressure\.",
        "caution": "Light pressure only",
        "direction": "Down to the wrist",
    },
    5: {
        "name": "5 Release the neck",
        "hand": "tips of the thumbs together",
        "where": "From the base of the skull down",
        "movement": "Rub outward, lift the thumbs, and repeat a little lower",
        "pressure": r"Medium pressure\.",
        "repetitions": "3 passes From top to bottom each time",
        "direction": "Outward.*lower",
    },
    6: {
        "name": "6 Circle down the back",
        "hand": "Palms",
        "where": "The muscles that hold up the spine",
        "extent": "down the back",
        "movement": "small circles with your palms",
        "pressure": "Medium pressure out, light back",
        "down, then up": "Press as the circle goes down and stay light as it comes up",
        "repetitions": "5 passes From top to bottom each time",
        "direction": "all the way down the back",
    },
}

BACK_RELAXING: dict[Place, Facts] = {
    GENERAL: {
        "room": "Clean the room",
        "music": "calm instrumental music",
        "candles": "scented candles",
        "shower": "Shower before you start",
        "warm hands": "Warm your hands",
        "giver relaxed": "be relaxed yourself",
        "effleurage": "Effleurage is the base of this massage",
        "strokes": "long sweeping strokes",
        "loosens": "loosens the muscles",
        "connected": "the body feels connected",
        "position": "Face down on a massage table, or on a firm bed or couch",
        "comfortable": "Ask if it is comfortable",
        "water": "a glass of water or two",
        "rest": "Leave the receiver to rest",
    },
    1: {
        "name": "1 Oil and long strokes",
        "hand": "Both palms",
        "where": "From the lower back to the neck",
        "warm oil": "Warm the oil by rubbing it in your hands",
        "movement": "Spread it with firm strokes",
        "return": "return to the lower back in a circular path",
        "pressure": r"Firm pressure\.",
        "direction": "up to the neck",
    },
    2: {
        "name": "2 Circle with the heels",
        "hand": "One heel works each side of the spine",
        "where": "From the lower back to the shoulders",
        "movement": "Circle up toward the centre, outward and back to the start",
        "advance": "Move slowly upward until you reach the shoulders",
        "pressure": r"Firm pressure\.",
        "extent": "Up to the shoulders",
        "direction": "Circle up.*outward and back to the start",
    },
    3: {
        "name": "3 Press with the fingertips",
        "hand": "Fingertips: hand on hand",
        "where": "The side opposite you",
        "movement": "Press with the fingertips and move gradually",
        "pressure": r"Medium pressure\.",
        "sides": "Then do the other side too",
        "direction": "from the lower back to the shoulders",
        "giver": "at the receiver's right you work the left side",
    },
    4: {
        "name": "4 Glide with the thumbs",
        "hand": "Thumbs",
        "where": "Both sides of the spine, the full length",
        "movement": "find the knots and bunched spots",
        "pressure": r"Firm pressure\.",
        "deliberate": "firmly and deliberately",
        "direction": "Glide to the shoulders and back down",
    },
    5: {
        "name": "5 Stroke with the forearm",
        "hand": "the forearm that is nearer the receiver's head",
        "where": "Lower back to the lower end of the shoulder blades",
        "movement": "Lean into the lower back first. Then rub upward",
        "pressure": r"Firm pressure\.",
        "direction": "stop at",
    },
    6: {
        "name": "6 Release the knots",
        "hand": "One thumb",
        "where": "Each sore spot",
        "movement": "Press and hold",
        "pressure": "Firm pressure, within comfort",
        "caution": "Stay within comfort",
        "repetitions": "Until the soreness eases or is gone",
        "direction": r"\bHold (each|no movement)",
        "spots": "spots you have found so far, and those the receiver names",
    },
    7: {
        "name": "7 Repeat, then tap",
        "repeats": "Steps 1 to 3 again, then tap",
        "hand": "Fingertips",
        "where": "Along the back",
        "movement": "tap lightly along the back",
        "pressure": r"(?<!very )Light pressure\.",
        "taps": "Light for the taps",
    },
}

LEGS_BACK: dict[Place, Facts] = {
    GENERAL: {
        "giver of steps 1 to 3": "You: at the feet",
        "whole": "the leg as one whole",
        "parts": "Upper leg, lower leg and foot",
        "length": "Fit each stroke to the length of the muscle|as long as the muscle",
        "taper": "Do not (taper|tail|fade) off too soon",
        "confident": "Stretch with confidence",
        "comfortable": "keep it comfortable",
        "practice": "Practice makes it better",
        "other leg": "Repeat every step, 1 to 9, on the other leg",
    },
    1: {
        "name": "1 Glide up the leg",
        "technique": "effleurage",
        "hand": "Both hands: oiled",
        "together": "Both hands travel up side by side",
        "where": "Above the ankle to the hip",
        "movement": "part, reach over the hip and slide back down the outside of the leg",
        "pressure": "light at the back of the knee",
        "caution": "Light over the back of the knee",
        "repetitions": r"3 times in all Once, then twice more",
        "direction": "Up and back",
    },
    2: {
        "name": "2 Squeeze the calf",
        "hand": "a V of thumb and fingers",
        "where": "Just above the ankle to the knee",
        "movement": "Squeeze upward",
        "spread": "Spread each hand as wide as it will go",
        "pressure": "Medium pressure, no pressure at the knee",
        "caution": "Let go at the knee",
        "direction": "Up to the knee",
        "drainage": "helps the muscle to drain",
    },
    3: {
        "name": "3 Squeeze the thigh",
        "hand": "V-hands",
        "same hands": "the same hands as on the calf",
        "where": "Back and outer thigh, up to the hip",
        "movement": "Barely brush behind the knee. Then squeeze on",
        "pressure": "Firm pressure, with your body weight",
        "full weight": "your full body weight",
        "direction": "Up to the hip",
        "caution": "Keep the pressure off the inner thigh",
    },
    4: {
        "name": "4 Knead the thigh",
        "giver": "Square-on.*face straight across the leg",
        "hand": "Both hands",
        "where": "Back of the thigh",
        "movement": "Knead slowly",
        "pressure": r"Firm pressure\. Slow",
        "check": "Ask about the pressure while you work",
    },
    5: {
        "name": "5 Wring the thigh",
        "giver": "Square-on",
        "hand": "One hand is on the outer thigh, the other on the inside",
        "where": "The thigh, down to the knee",
        "movement": "Slide.*hands toward each other.*the muscle wrings between them as they pass",
        "other way": "Then slide the other way",
        "pressure": r"Firm pressure\.",
        "direction": "Across",
        "extent": "Move down a little each time until you reach the knee",
    },
    6: {
        "name": "6 Stretch the leg",
        "giver": "Stand at the foot",
        "hand": "One hand is under the ankle, the other round the heel",
        "where": "The whole leg",
        "movement": "Lean back and pull the whole length of the leg",
        "pressure": "With your body weight",
        "direction": "Backward",
        "caution": "Pull backward, never upward",
        "hip": "the movement shows at the hip",
    },
    7: {
        "name": "7 Press the sole",
        "giver": "at the foot",
        "hand": "the balls of the thumbs",
        "cupped": "Cup the foot in both hands",
        "where": "The whole sole",
        "lower": "Lower the leg gently",
        "movement": "press the whole sole|press with the balls of the thumbs, all over the sole",
        "pressure": r"Firm pressure\.",
        "ticklish": "Press firmly, above all if the foot is ticklish",
        "repetitions": "Several times over",
        "caution": "Keep the thumbs off the instep",
    },
    8: {
        "name": "8 Feather the leg",
        "hand": "hands alternating",
        "where": "From the hip to the foot",
        "movement": "in long strokes",
        "technique": "feathering",
        "pressure": r"Very light pressure\.",
        "feather": "as light as a feather",
        "direction": "Brush down the leg",
        "connects": "joins up the leg",
        "closes": "brings it to a close",
    },
    9: {
        "name": "9 Hold the foot",
        "hand": "One hand lies underneath, the other across the sole",
        "where": "The foot",
        "movement": "Rest for a moment",
        "pressure": r"(Very light|No) pressure\.",
        "contact": "contact only",
        "repetitions": "Rest a moment",
        "direction": r"\bStill\b",
        "attention": "your attention on your hands",
    },
}

SHEET = {
    "joints": JOINTS,
    "back-energising": BACK_ENERGISING,
    "partner": PARTNER,
    "back-relaxing": BACK_RELAXING,
    "legs-back": LEGS_BACK,
}
STEPS = {"joints": 4, "back-energising": 9, "partner": 6, "back-relaxing": 7, "legs-back": 9}
COUNTS: dict[tuple[str, int], set[str]] = {
    **{("joints", step): {count} for step, count in enumerate("3233", 1)},
    ("back-energising", 3): {"30", "5"},
    ("back-energising", 7): {"3"},
    **{("partner", step): {count} for step, count in ((1, "10"), (2, "10"), (3, "5"), (5, "3"), (6, "5"))},
    ("legs-back", 1): {"3"},
}
"""Every count of strokes, passes and seconds; a step that is not here has none."""

COUNT = re.compile(r"×(\d+)|(\d+) (?:times|passes|s)\b")
FACTS = [
    pytest.param(routine, place, expected, id=f"{routine}-{place}-{about}")
    for routine, places in SHEET.items()
    for place, facts in places.items()
    for about, expected in facts.items()
]
EVERY_STEP = [(routine, step) for routine, count in STEPS.items() for step in range(1, count + 1)]


def plain(text: str) -> str:
    """Text on one line with single spaces; words that are broken at a hyphen are joined."""
    hyphenated = re.sub(r"-\s+|[\x02\xad\ufffe]\s*", "-", text)
    return " ".join(hyphenated.split())


def place_of(face: Face, routine_name: str) -> Place:
    """The step that a face belongs to: its name says so."""
    found = re.match(rf"{re.escape(routine_name)} (\d+): ", face.name)
    return int(found[1]) if found else GENERAL


def text_in(page: pypdfium2.PdfPage, box: Box) -> str:
    """What is printed in a box, whose place counts from the top left."""
    height = page.get_height()
    reader = page.get_textpage()
    return plain(reader.get_text_bounded(box.x, height - box.bottom, box.right, height - box.y))


@cache
def printed(routine: str) -> dict[Place, list[str]]:
    """The text of every face of a routine's step cards, read from the PDF, by the step it belongs to."""
    made = print_cards(plan(gather([routine])))
    deck = word(plan(gather([routine])))
    cards = layout("steps")(deck, Format(stock("a6").size), theme("standard"), True)
    grid = cut().grid
    assert grid
    pages = impose(deal(cards, grid.places), grid)
    texts: dict[Place, list[str]] = {}
    for sheet, page in zip(pages, pypdfium2.PdfDocument(made.data), strict=True):
        for placed in sheet.faces:
            texts.setdefault(place_of(placed.face, deck.name), []).append(text_in(page, placed.box))
    return texts


@cache
def overview(routine: str) -> list[str]:
    """The text of every page of a routine's overview."""
    document = pypdfium2.PdfDocument(print_cards(plan(gather([routine])), layout_name="overview").data)
    return [plain(page.get_textpage().get_text_bounded()) for page in document]


def texts_of(routine: str, place: Place) -> list[str]:
    """The faces where the facts of a place must be."""
    return overview(routine) if place == OVERVIEW else printed(routine)[place]


@pytest.mark.parametrize(("routine", "place", "expected"), FACTS)
def test_fact_is_printed(routine: str, place: Place, expected: str) -> None:
    texts = texts_of(routine, place)
    assert any(re.search(expected, text, re.IGNORECASE) for text in texts), "\n".join([expected, *texts])


@pytest.mark.parametrize(("routine", "step"), EVERY_STEP)
def test_counts_are_those_of_the_sheet_and_no_others(routine: str, step: int) -> None:
    found = {one or other for text in printed(routine)[step] for one, other in COUNT.findall(text)}
    assert found == COUNTS.get((routine, step), set())


@pytest.mark.parametrize(("routine", "step"), EVERY_STEP)
def test_every_step_has_facts(routine: str, step: int) -> None:
    assert SHEET[routine][step]


@pytest.mark.parametrize("routine", STEPS)
def test_number_of_steps(routine: str) -> None:
    numbers = [place for place in printed(routine) if isinstance(place, int)]
    assert numbers == list(range(1, STEPS[routine] + 1))
    assert {place for place in SHEET[routine] if isinstance(place, int)} == set(numbers)
