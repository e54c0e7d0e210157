"""Words that authors use, and what this program calls the same."""

from __future__ import annotations

SYNONYMS = {
    # techniques (massage facts, vocabulary)
    "stroking": "effleurage", "stroke": "effleurage", "gliding": "effleurage", "petrissage": "kneading",
    "traction": "stretching", "pulling": "stretching", "shaking": "rocking", "vibration": "rocking",
    "circling": "circles", "cupping": "hacking", "chopping": "hacking", "tapotement": "tapping", "patting": "tapping",
    "trigger-point": "press-and-hold", "brushing": "feathering", "mobilisation": "joint-movement",
    "mobilization": "joint-movement", "resting": "holding", "rolling": "skin-rolling",
    "hold": "holding", "press": "pressing", "knead": "kneading", "wring": "wringing", "squeeze": "squeezing",
    "rock": "rocking", "tap": "tapping",
    # pressure: only toward less
    "very-light": "feather", "gentle": "light", "soft": "light",
    # body areas
    "hand": "arms", "hands": "arms", "wrist": "arms", "wrists": "arms", "finger": "arms", "fingers": "arms",
    "forearm": "arms", "elbow": "arms", "foot": "feet", "toes": "feet", "thigh": "legs", "calf": "legs", "knee": "legs",
    "neck": "neck-shoulders", "shoulder": "neck-shoulders", "shoulders": "neck-shoulders", "face": "head",
    "scalp": "head", "belly": "trunk-front", "abdomen": "trunk-front", "stomach": "trunk-front", "chest": "trunk-front",
    "spine": "back",
    # hands
    "thumb": "thumbs", "fingertip": "fingertips", "palm": "palms", "knuckle": "knuckles", "fists": "fist",
    # positions
    "face-down": "prone", "face-up": "supine", "sitting": "seated",
    # signs of drawings
    "pull": "stretch", "shake": "rock", "circle": "circles", "twist": "wring", "pat": "tap", "chop": "hack",
    # keys
    "picture": "image", "photo": "image", "title": "name", "description": "detail", "warning": "caution",
    "repetitions": "repeat", "repetition": "repeat", "duration": "minutes",
}  # fmt: skip
"""Only what means the same for the body: a wrong word on a card hurts somebody."""
DRAWN = {"stroke": "glide", "stroking": "glide", "gliding": "glide"}
"""What means something else where a sign of a drawing stands."""
