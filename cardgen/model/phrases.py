"""The content of an amount before it is put into words: the keys of phrases, and their values."""

from msgspec import Struct

from cardgen.model.vocabulary import Limb
from cardgen.reading.amount_texts import Span


class Phrase(Struct, frozen=True):
    """The key of a phrase in the words file, and the values to fill in."""

    key: str
    values: dict[str, str] = {}
    span: Span | None = None
    """The value `span`."""
    limb: Limb | None = None
    """The value `limb`."""
