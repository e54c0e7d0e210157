"""`cardgen show`: a routine as text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from cardgen.check import load
from cardgen.cli.params import StepsType
from cardgen.deck import Block, Count, Deck, EachWay, Fact, Key, StepCard
from cardgen.planner import plan
from cardgen.wording import word

WIDTH = 78


@click.command("show")
@click.argument("routine")
@click.option("--steps", type=StepsType(), help="Only these steps, such as 1-4,7; they are numbered anew.")
def command(routine: str, steps: frozenset[int] | None) -> None:
    """Read a routine in the terminal, its icons as words.

    ROUTINE is a name from `cardgen list`, or a path to a YAML file.

    \b
    cardgen show legs-back
    cardgen show my-routine.yaml --steps 1-3
    """
    click.echo("\n".join(_lines(word(plan(load(routine), steps)))))


def _lines(deck: Deck) -> Iterator[str]:
    yield deck.name
    yield "=" * len(deck.name)
    yield " · ".join(fact.word for fact in deck.strip)
    for card in (card for group in deck.before for card in group):
        yield from ("", card.title.upper())
        yield from _blocks(card.blocks)
    for step in deck.steps:
        yield from _step(step)
    if deck.other_side:
        yield from ("", deck.other_side)
    yield from ("", deck.after.title.upper())
    yield from _blocks(deck.after.blocks)


def _step(step: StepCard) -> Iterator[str]:
    yield ""
    yield f"{step.number}  {step.title.upper()}"
    yield from _wrapped(step.cue, "   ")
    yield from _wrapped(" · ".join([_key(step.key), *map(_fact, step.facts)]), "   ")
    if step.caution:
        yield from _wrapped(f"! {step.caution}", "   ")
    yield from _blocks(step.blocks)


def _key(key: Key) -> str:
    match key:
        case Count():
            return f"×{key.number} {key.unit}"
        case EachWay():
            return f"{key.number} clockwise, {key.number} counterclockwise"
        case _:
            return "; ".join(key.lines)


def _fact(fact: Fact) -> str:
    if fact.note_first:
        return f"{fact.note} {fact.word}".strip()
    return f"{fact.word} ({fact.note})" if fact.note else fact.word


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        heading = block.heading.rstrip(".")
        yield from _wrapped(f"- {heading}. {block.text}" if block.text else f"- {heading}.", "   ")


def _wrapped(text: str, indent: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
