"""Words compared by their stems: Russian case forms and English endings fall together. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*", re.UNICODE)
_POSSESSIVE = re.compile(r"['’]s\b")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)

# Words that say nothing of what happened.
_EMPTY = frozenset(
    """
    а без более бы был была были было быть в вам вас ваш ваша ваше ваши весь во вот все всё всего
    всегда вы где да даже два для до другой его ее её если есть еще ещё же за здесь и из или им их
    к как какой когда кто ли либо лишь между меня мне много может мой моя мы на над надо нам нас
    наш наша наше наши не него нее нет ни них но ну о об один однако он она они оно от очень перед
    по под после потом потому почти при про раз с сам сама само сами свой себя сегодня сейчас со
    так также такой там те тем то того тоже той только том тот три тут ты у уж уже хотя чего чем
    через что чтобы эта эти это этого этой этот я
    a about after again all also am an and any are as at be because been before being but by can
    could did do does doing for from had has have having he her here him his how i if in into is it
    its just me more most my no nor not now of off on once only or other our out over own same she
    should so some such than that the their them then there these they this those through to too
    under until up very was we were what when where which while who whom why will with would you
    your
    """.split()  # noqa: SIM905 a list of words reads better in lines
)


@cache
def _stemmer(language: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(language)


def tokens(text: str) -> list[str]:
    """The words of a text: casefold, ё as е, possessive endings off."""
    plain = _POSSESSIVE.sub("", text.casefold().replace("ё", "е"))
    return _WORD.findall(plain)


def is_cyrillic(word: str) -> bool:
    """Whether a word is written in Cyrillic."""
    return bool(_CYRILLIC.search(word))


def stem(word: str) -> str:
    """The stem of one word, by the language of its letters."""
    language = "russian" if is_cyrillic(word) else "english"
    found: str = _stemmer(language).stemWord(word)
    return found


def stems(text: str) -> list[str]:
    """The stems of a text, in order."""
    return [stem(word) for word in tokens(text)]


def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning: three letters and more, no function words."""
    return frozenset(stem(word) for word in tokens(text) if len(word) > 2 and word not in _EMPTY)


@lru_cache(maxsize=4096)
def _stems_of_phrase(phrase: str) -> tuple[str, ...]:
    """Phrases come from the rules and the code: the same few hundred for every text."""
    return tuple(stems(phrase))


def mentions(text_stems: list[str], phrase: str, *, within: int = 3) -> bool:
    """Whether a word stands in a text, or all words of a phrase within a few words."""
    wanted = _stems_of_phrase(phrase)
    if not wanted:
        return False
    if len(wanted) == 1:
        return wanted[0] in text_stems
    for i in range(len(text_stems)):
        near = text_stems[i : i + within + len(wanted) - 1]
        if all(w in near for w in wanted):
            return True
    return False


def any_mentioned(text: str, phrases: Iterable[str]) -> bool:
    """Whether any of the phrases stands in a text, in any case form."""
    return any_among(stems(text), phrases)


def any_among(text_stems: list[str], phrases: Iterable[str]) -> bool:
    """The same of a text whose stems are at hand."""
    return any(mentions(text_stems, phrase) for phrase in phrases)


_NAME_TAIL = re.compile(r"(?:ый|ий|ой|ая|яя|а|я|ь|й)$")
_ENDINGS = frozenset(
    """
    а я у ю е ы и ь й ой ою ый ий ей ею ым им ом ем ого его ому ему ых их ая яя ую юю ьи ью ье s
    """.split()  # noqa: SIM905
) | {""}


def names_person(text: str, *names: str) -> bool:
    """Whether a text names a person: any of the given names or surnames, in any case form.

    Names decline further than a stemmer goes (Соколов – Соколовым, Белый – Белого): what is
    left of a word after the unchanging part of the name must be an ending of a case.
    """
    words = tokens(text)
    bases = {base for name in names for part in tokens(name) if len(base := _base(part)) > 2}
    return any(
        word.startswith(base) and word[len(base) :] in _ENDINGS for base in bases for word in words
    )


def _base(name: str) -> str:
    return _NAME_TAIL.sub("", name) if is_cyrillic(name) and len(name) > 3 else name
