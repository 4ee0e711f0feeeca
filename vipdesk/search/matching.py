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

    def cost(entry: Found) -> tuple[int, str, int]:
        title = entry.folded.split()
        sounds = [spelling.sound(word) for word in title]
        tokens = entry.tokens.split()
        costs = sum(_cost(group, title, sounds, tokens) for group in groups)
        return costs, entry.folded, entry.object_id.int

    return sorted(found, key=cost)


def _cost(
    group: Sequence[str], title: Sequence[str], sounds: Sequence[str], tokens: Sequence[str]
) -> int:
    typed, others = group[0], group[1:]
    if typed in title:
        return 0
    for at, word in enumerate(title):
        if word.startswith(typed):
            return min(at, 2) + 1  # the surname, or what the event is; the name; the patronymic
    if any(word in others for word in (*title, *sounds)):
        return 4
    if any(word.startswith(other) for word in (*title, *sounds) for other in others):
        return 5
    if typed in tokens:
        return 6
    return 7 if any(token.startswith(typed) for token in tokens) else 8


def in_title(entry: Found, group: Sequence[str]) -> bool:
    """Whether the title itself shows the match."""
    title = entry.folded.split()
    words = (*title, *map(spelling.sound, title))
    return any(word.startswith(other) for word in words for other in group)


def matches(group: Sequence[str], text: str) -> bool:
    """Whether some word of a text begins with an alternative."""
    return any(t.startswith(a) for t in spelling.tokens_of([text]) for a in group)
