"""Words for the cards of paragraphs."""

from cardgen.library.loading import load_selection
from cardgen.planning.planner import plan
from cardgen.wording.cards import word_deck


def test_the_card_before_a_later_routine_has_what_to_prepare_for_it() -> None:
    _, face = word_deck(plan(load_selection(["feet", "face"]))).sections
    assert face.opener
    headings = [block.heading for block in face.opener.blocks]
    prepare = ["Tie the hair back.", "Take very little oil."]
    assert [heading for heading in headings if heading in prepare] == prepare
    assert headings.index("Cover the feet and keep them warm.") < headings.index("Wash your hands")
    assert headings.index("Wash your hands") < headings.index("Tie the hair back.")
    assert "Wash and warm your hands." not in headings, "the clock has time for it once"
