"""The pools that texts and names are combined from (resources/demo/*.toml)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from vipdesk.demo.chance import Chance
from vipdesk.paths import resources
from vipdesk.wording import Lang

_PLACE = re.compile(r"\{(\w+)\}")
_WOMAN = "а"  # the one ending that is filled by who speaks, not from a list


@cache
def pool(name: str) -> Mapping[str, Any]:
    """One file of pools; read once."""
    return tomllib.loads((resources() / "demo" / f"{name}.toml").read_text(encoding="utf-8"))


def side(lang: Lang) -> int:
    """Which of a pair [Russian, English] to take."""
    return 0 if lang is Lang.RU else 1


class Phrases:
    """Sentences with places, filled from lists by chance."""

    def __init__(self, lang: Lang) -> None:
        texts = pool(lang.value)
        self._slots: dict[str, Sequence[str]] = texts["slots"]
        sentences = {**texts["interaction"], "promise": texts["promise"]["text"]}
        self._parts = {key: [_split(s) for s in lines] for key, lines in sentences.items()}
        self.profile: Mapping[str, Any] = texts["profile"]

    def make(self, key: str, chance: Chance, *, woman: bool = False) -> str:
        """One sentence of that kind."""
        out = list(chance.pick(self._parts[key]))
        for i in range(1, len(out), 2):
            slot = out[i]
            if slot == _WOMAN:
                out[i] = _WOMAN if woman else ""
            else:
                out[i] = chance.pick(self._slots[slot])
        return "".join(out)


def _split(sentence: str) -> list[str]:
    """Literals and names of places in turn."""
    return _PLACE.split(sentence)


def fill(text: str, *, woman: bool, **values: object) -> str:
    """A single text with its places filled."""
    return text.format(**values, **{_WOMAN: _WOMAN if woman else ""})
