"""The facts of the other ten routines are read back from the printed cards of the step that each belongs to."""

from __future__ import annotations

import re

import pytest

from tests.product.test_facts import GENERAL, Place, printed

Facts = dict[Place, tuple[str, ...]]
"""Regular expressions for the words that say the facts of a place; each must be found on one of its faces."""

FEATHER, LIGHT, MEDIUM = r"\bvery light pressure\.", r"(?<!very )light pressure[.,]", r"\bmedium pressure[.,]"
OUT_AND_BACK = "Medium pressure out, very light back"
CLOCKWISE = r"(?<!counter)(?<!counter-)clockwise"
OFF_THE_CHEST = "Keep off the breast tissue.* throat"


def total(count: int | str, unit: str = "times in all") -> str:
    """A count as the back of a card has it, and no other number that ends alike."""
    return rf"(?<!\S){count} {unit}"


def seconds(count: int) -> str:
    """An estimated time."""
    return rf"\babout {count} s\b"


def hold(count: int) -> str:
    """How long to stay still."""
    return rf"\bhold {count} s\b"


FEET: Facts = {
    GENERAL: ("Receiver: face up", "firm if the foot is ticklish", "steps?, 1 to 10, on the other foot"),
    1: ("Glide.*palms: top and sole", "from the ankle to the toes", total("4–5"), LIGHT, "if.*ticklish, be firmer"),
    2: ("Circle the ankle bones", "thumbs: one each side", "Round the ankle bones", LIGHT, "sore or swollen ankle"),
    3: ("small circles with your thumbs", "Top of the foot, from the ankle to the toes", total("3–4"), LIGHT),
    4: ("one thumb on the other", "stacked thumbs", "zigzag down the sole from toes to heel", total(3), MEDIUM),
    5: ("thumbs on the arch", "each the opposite way", "(?<!about )30 s ", LIGHT),
    6: ("Knead with the fist", "roll the other fist into the sole", "The whole sole", seconds(20), MEDIUM),
    7: ("Each toe", "twice clockwise and twice counter-?clockwise", total(2, "times in each direction"), LIGHT),
    8: (
        "One hand supports the heel",
        "circle the foot",
        "five times one way and five times the other",
        total(5, "times in each direction"),
        "Never past resistance",
        "sore or swollen ankle",
    ),
    9: ("Glide from ankle to toes", "palms: top and sole", total(4)),
    10: ("Hold the foot", "Still no movement", "contact only", hold(15)),
}

HANDS: Facts = {
    GENERAL: (
        "Ask about.*arthritic joints.*Leave those joints out",
        "steps?, 1 to 8, on the other hand",
        "Never bend a joint past its resistance",
    ),
    1: ("lotion over the wrist, the hand and the fingers", "palms", FEATHER, seconds(10), "Ask about allergies"),
    2: (
        "Bend the hand slowly back and forth",
        "The wrist joint",
        "other supports the forearm",
        total(3),
        "Stop at resistance",
        "back and forth is one time",
    ),
    3: ("1 Bend each finger 2 Slide to its tip", "each finger and the thumb", "arthritic joints"),
    4: (
        "both thumbs, in opposite directions",
        "then change the direction of both",
        "All over the palm",
        LIGHT,
        r"about ½ min\.",
    ),
    5: (
        "1 Circle ×3 each finger 2 Squeeze the tip",
        "three circles with each finger",
        "squeeze its tip",
        "each finger and the thumb",
        "arthritic joints",
    ),
    6: (
        "wrist with both hands",
        "wringing",
        "Twist",
        "One hand turns one way, the other the other way",
        total(3),
        LIGHT,
    ),
    7: (
        "each finger from base to tip",
        "Each finger and the thumb",
        "grip grow lighter",
        total(3, "passes"),
        "Do not pull at the joints",
    ),
    8: ("Hold the hand", "between both of yours", "Rest a moment", "contact only"),
}

ARMS: Facts = {
    GENERAL: (
        "Receiver: face up",
        "Keep off the inner upper arm, the armpit and the crease of the elbow",
        "steps?, 1 to 7, on the other arm",
    ),
    1: (
        "Palms",
        "From the wrist to the shoulder",
        OUT_AND_BACK,
        total(3),
        "Light over the elbow crease",
        "clear of the armpit",
        "effleurage",
    ),
    2: (
        "forearm with one hand",
        "From the wrist to.*the elbow",
        "Squeeze",
        total(4),
        MEDIUM,
        "no pressure at the elbow",
        "Let go before the crease of the elbow",
        "Up from the wrist",
    ),
    3: (
        "One hand",
        "Squeeze",
        "From the elbow to the shoulder",
        "Up to the shoulder",
        total(4),
        MEDIUM,
        "No pressure on the inner upper arm or armpit",
    ),
    4: ("circles with your thumbs", "The outside of the elbow", LIGHT, r"about ¼ min\.", "bony point and the crease"),
    5: (
        "Circle lightly up",
        "inner forearm with your thumbs",
        "from wrist to elbow",
        LIGHT,
        r"about ¼ min\.",
        "Stop before the crease of the elbow",
    ),
    6: (
        "stretch it gently upward",
        "One hand grasps the wrist, the other supports the elbow",
        hold(5),
        "Never past resistance",
        "Keep the elbow supported",
    ),
    7: (
        "Glide",
        "Palms",
        "From the wrist to the shoulder",
        OUT_AND_BACK,
        total(3),
        "Light over the elbow crease",
        "Next: The other arm",
    ),
}

SEATED: Facts = {
    GENERAL: (
        "Receiver: seated",
        "Not after a recent neck injury",
        "Stand behind the chair",
        "throat",
        "No pressure on.*the sides of the neck or the notch under the ear",
        "No pressure on the spine",
    ),
    1: ("hands on the shoulders and keep still", "contact only", hold(15)),
    2: (
        "Knead",
        "neck.*to the.*tips",
        "Outward",
        total("3–4"),
        "Medium from very light",
        "throat",
        "Begin very light and press more each time",
    ),
    3: ("Circle both thumbs beside the spine", "small circles", total("3–4"), LIGHT, "beside the spine, never on it"),
    4: (
        "Support the forehead",
        "Circle at the base of the skull, then squeeze the nape",
        "Thumb and index finger",
        seconds(30),
        LIGHT,
        "back of the neck, never its sides",
    ),
    5: (
        "Crawl with the thumbs",
        "from the shoulders to beside the spine, then out",
        r"(?<!\S)1\.5 cm steps",
        "move in by 1.5 cm",
        r"Steps of 1\.5 cm",
        total("4–5"),
        MEDIUM,
        "beside the spine, never press it",
    ),
    6: ("Knead", "out to the upper arms, then back", "Out and back to the arms", total(3), LIGHT, "not the armpits"),
    7: ("Stroke down the back", "Both palms", "Down long strokes", total(3), LIGHT, "Beside the spine only", "kidneys"),
}

SCALP: Facts = {
    GENERAL: ("Never force the scalp", "No pressure on the eyes, the throat or the notch under the ear"),
    1: ("Comb the hair with spread fingers", "All through the hair"),
    2: (
        "Set your spread fingers down",
        "Circle the scalp",
        "Do not slide",
        "On the spot slow circles",
        LIGHT,
        seconds(20) + " on each spot",
        "After about 20 seconds",
        "Never force",
    ),
    3: ("small circles with your fingertips", "all over the scalp", seconds(60), LIGHT),
    4: ("Squeeze with both palms, lift", "hold four seconds", r"\bHold 4 s each time", total(3), "not on the temples"),
    5: ("Tug gently", "hair", "pull softly", "never with a jerk"),
    6: ("Stroke softly", "From the forehead over the head", total(5), "fifth stroke", FEATHER),
}

FACE: Facts = {
    GENERAL: ("Receiver: face up", "You: at the head", "Contact lenses out", "very little oil", "never on the eyes"),
    1: ("each palm in turn", "from chin to forehead", total(3, "times on each side"), FEATHER, "outside the eyes"),
    2: ("heels on the middle of the forehead.*to the temples", "Outward to the temples", total(3), LIGHT),
    3: ("Press along both brows", "from the inner end to the outer", total(3), "never on the eye"),
    4: ("Circle both eyes", "both middle fingers", total(2), FEATHER, "bone, never on the eye"),
    5: ("Press along the cheekbones", "from the nose to the temples?", total(3), LIGHT, "Keep off the eyes"),
    6: ("Press along the jaw", "from the chin toward the ears?", total(3), "Stop before the notch under the ear"),
    7: ("Pinch.*both ears", "from the lobe up to the top", "Thumb, index"),
    8: (
        "Circle both temples five times",
        "fingertips there for five seconds",
        "1 Circle ×5 ",
        r"2 Hold 5 s\b",
        FEATHER,
        "Never press the temples",
    ),
}

CHEST: Facts = {
    GENERAL: (
        "Receiver: face up",
        OFF_THE_CHEST,
        "No pressure on the throat, the breast tissue or the upper belly",
        "Ask first whether the chest may be touched",
    ),
    1: ("one hand on the middle of the chest", "rest", seconds(10), "contact only", "clear of the throat"),
    2: ("palms", "up the breastbone, out.*over the shoulders", "Up, then out over", total(3), LIGHT, OFF_THE_CHEST),
    3: ("knuckles from the centre to the outer chest", "Outward", total(3), LIGHT, "Keep off the breast tissue"),
    4: ("Knead the chest muscles with your thumbs", seconds(20), LIGHT, OFF_THE_CHEST),
    5: ("palms", "Glide up and out", "Up the breastbone, then out over the shoulders", total(3), OFF_THE_CHEST),
}

NECK: Facts = {
    GENERAL: (
        "Receiver: face up",
        "You: at the head",
        "Support the head at all times",
        "After a recent injury",
        "No pressure on the throat, the sides of the neck or the notch under the ear",
    ),
    1: (
        "hands behind the shoulders.*to the skull",
        "Both palms: underneath",
        "Toward you to the skull",
        total(3),
        LIGHT,
    ),
    2: (
        "Cup the skull",
        "Pull it level toward you, never upward",
        hold(5),
        "about five seconds",
        "Never twist or lift",
    ),
    3: (
        "Turn the head aside",
        "from shoulder to skull, one hand after the other",
        total(6, "times on each side"),
        LIGHT,
        "Each side, then the other",
        "Never force the turn",
        "Keep off the throat",
    ),
    4: ("Knead with your fingers, from the shoulders in toward the neck", "Inward to the neck", total(3)),
    5: ("head rest in your hands", "small circles under the skull", "Fingertips", seconds(30)),
}

ABDOMEN: Facts = {
    GENERAL: (
        "Receiver: face up",
        "knees bent",
        "Always go " + CLOCKWISE,
        "Stop if anything hurts",
        "not.*: pregnancy, a wound under 6 weeks old, an inflamed bowel, a full meal, pain",
    ),
    1: (
        "hands on the belly and keep them still",
        hold(30),
        "contact only",
        "Not with pregnancy, pain, inflamed bowel, full meal, wound under 6 weeks",
    ),
    2: ("Circle the navel " + CLOCKWISE, CLOCKWISE + " small circle", total(4), "four times", FEATHER),
    3: (
        "Go " + CLOCKWISE + " round the whole belly",
        CLOCKWISE + " wide circle",
        total(4),
        "four times",
        LIGHT,
        "up the receiver's right side, across.*down the left",
        "Light across the upper belly",
    ),
    4: (
        "Stroke an I",
        "receiver's left side, from the ribs to the hip",
        "left ribs down to.*left hip",
        total(10),
        LIGHT,
        "Down receiver's left",
        "Start below the ribs",
    ),
    5: (
        "Stroke an L",
        "From the right ribs across to the left, down to the left hip",
        total(10),
        "Light across the upper belly",
    ),
    6: (
        "Stroke a U",
        "right hip, go up to the right ribs, across to the left ribs and down to the left hip",
        total(10),
        "Light across the upper belly",
    ),
    7: (
        "small " + CLOCKWISE + " circles all round the navel",
        r"(?<!\S)5 to 7 cm (from it|away)",
        CLOCKWISE + " 5 to 7 cm",
        r"(?<!\S)60 to 120 s\b",
        "60 to 120 seconds",
    ),
    8: ("hands on the belly", "Still no movement", hold(60), "for a minute"),
}

LEGS_FRONT: Facts = {
    GENERAL: (
        "Receiver: face up",
        "Keep off the groin",
        "Do not press into the inner thigh",
        "varicose veins",
        "the kneecap or the shin bone",
        "steps?, 1 to 7, on the other leg",
    ),
    1: ("both palms from the ankle up to the hip", OUT_AND_BACK, total(3), "Only brush the knee", "shin bone"),
    2: (
        "thumbs",
        "both sides of the shin bone, up to the knee",
        "Up to the knee",
        total(3),
        LIGHT,
        "beside the shin bone, never on it",
    ),
    3: ("thumbs round the kneecap.*and back", total(3), FEATHER, "Round the kneecap, never on it"),
    4: ("heels of your hands", "knee up to the hip", "Up knee to hip", total(3), MEDIUM, "groin and the inner thigh"),
    5: ("Knead the thigh", seconds(40), MEDIUM, "Leave out the inner thigh"),
    6: (
        "wringing",
        "hands past each other across the leg",
        "Skip the knee",
        total(3, "passes"),
        MEDIUM,
        "No pressure on knee, shin bone or inner thigh",
        "no pressure at the knee",
    ),
    7: ("feathering", "From the hip to the toes", "To the toes", total(3), FEATHER),
}

SHEET = {
    "feet": FEET,
    "hands": HANDS,
    "arms": ARMS,
    "neck-shoulders-seated": SEATED,
    "scalp": SCALP,
    "face": FACE,
    "chest": CHEST,
    "neck": NECK,
    "abdomen": ABDOMEN,
    "legs-front": LEGS_FRONT,
}
FACTS = [
    pytest.param(routine, place, expected, id=f"{routine}-{place}-{expected}")
    for routine, places in SHEET.items()
    for place, facts in places.items()
    for expected in facts
]


@pytest.mark.parametrize(("routine", "place", "expected"), FACTS)
def test_fact_is_printed(routine: str, place: Place, expected: str) -> None:
    texts = printed(routine)[place]
    assert any(re.search(expected, text, re.IGNORECASE) for text in texts), "\n".join([expected, *texts])


@pytest.mark.parametrize("routine", SHEET)
def test_every_step_has_facts(routine: str) -> None:
    assert set(SHEET[routine]) == set(printed(routine))
    assert all(SHEET[routine].values())
