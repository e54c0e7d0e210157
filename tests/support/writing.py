"""Somebody who writes a routine in the page: how it is begun, a step filled in, and a file saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.support.browser import Person

STEPS = [
    ("Glide up the back", "From the waist to the shoulders", "Glide up slowly, and lightly down."),
    ("Press beside the spine", "Beside the spine", "Press, wait a breath, let go."),
    ("Hold the lower back", "The lower back", "Hold still and rest."),
]

SIZE_OF_FIGURE = """() => {
    const { clientWidth, clientHeight } = document.querySelector(".figure");
    return [clientWidth, clientHeight];
}"""
"""Asked in one go: the figure is another element after each click."""

FILL = """(fields) => fields.forEach(([field, value]) => {
    field.value = value;
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
})"""


def begin(somebody: Person, title: str) -> Any:
    """Begin a routine, and say what it is."""
    somebody.open("#/write")
    page = somebody.page
    page.get_by_label("A new routine, called").fill(title)
    page.get_by_label("Body area").select_option("back")
    page.get_by_label("How the receiver").select_option("prone")
    page.get_by_role("button", name="Begin").click()
    page.get_by_label("What it is, in a sentence").fill("A short rest for a tired back.")
    return page


def fill_step(page: Any, name: str, where: str, cue: str) -> None:
    """Fill in a step in one go, so that the page checks and prints it only once."""
    values = {
        "What to do, in a few words": name,
        "Where on the body": where,
        "At the table": cue,
        "Technique": "effleurage",
        "How to do it well": "Lean in with your weight. Keep your arms long.",
    }
    page.evaluate(FILL, [[page.get_by_label(label).element_handle(), value] for label, value in values.items()])


def click_figure(page: Any, across: float, down: float) -> None:
    """Click the figure at a part of its width and of its height."""
    width, height = page.evaluate(SIZE_OF_FIGURE)
    page.locator(".figure").click(position={"x": across * width, "y": down * height})


def saved(page: Any, button: str) -> bytes:
    """The file that a button gives."""
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    return Path(started.value.path()).read_bytes()
