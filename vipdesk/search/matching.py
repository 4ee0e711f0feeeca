"""How well an entry matches what was typed, and which of its fields says why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vipdesk.clients import spelling
from vipdesk.store.search_index import Found

Groups = Sequence[Sequence[str]]


def ranked(found: Iterable[Found], groups: Groups) -> list[Found]:
    """As typed before other readings, in the title before the rest, whole words before prefixes.

    What is equal goes by its title: the same entries always come in the same order.
    """
    asked = [(group[0], tuple(group[1:])) for group in groups]

    def cost(entry: Found) -> tuple[int, str, int]:
        title = entry.folded.split()
        costs = sum(_cost(typed, others, title, f" {entry.tokens} ") for typed, others in asked)
        return costs, entry.folded, entry.object_id.int

    return sorted(found, key=cost)


def _cost(typed: str, others: tuple[str, ...], title: Sequence[str], tokens: str) -> int:
    """`tokens`: in one line, with a space before and behind each."""
    if typed in title:
        return 0
    for at, word in enumerate(title):
        if word.startswith(typed):
            return min(at, 2) + 1  # the surname, or what the event is; the name; the patronymic
    words = (*title, *map(spelling.sound, title)) if others else ()
    if any(word in others for word in words):
        return 4
    if any(word.startswith(others) for word in words):
        return 5
    if f" {typed} " in tokens:
        return 6
    return 7 if f" {typed}" in tokens else 8


def in_title(entry: Found, group: Sequence[str]) -> bool:
    """Whether the title itself shows the match."""
    title = entry.folded.split()
    words = (*title, *map(spelling.sound, title))
    return any(word.startswith(tuple(group)) for word in words)


def matches(group: Sequence[str], text: str) -> bool:
    """Whether some word of a text begins with an alternative."""
    return any(token.startswith(tuple(group)) for token in spelling.tokens_of([text]))
