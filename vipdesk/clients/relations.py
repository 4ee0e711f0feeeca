"""How people stand to each other: words with both readings, and what they mean.

A relation is kept as a word there and a word back. Known words are kept in English and read in the
reader's language; a club's own pairs ('крёстный' – 'крестник') stand in `RelationType`. For
proposals and paths a word means one of a few things, in whichever language it was written.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import RelationType
from vipdesk.vocabulary import PersonKind
from vipdesk.wording import Say, say

_LONGEST = 80


class Meaning(StrEnum):
    """What a label says one person is to another."""

    SPOUSE = "spouse"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GRANDCHILD = "grandchild"
    PARENT_IN_LAW = "parent-in-law"
    CHILD_IN_LAW = "child-in-law"
    HOUSEHOLD = "household"
    ASSISTANT = "assistant"
    DRIVER = "driver"
    EMPLOYER = "employer"
    COLLEAGUE = "colleague"
    PARTNER = "business partner"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    SPOUSES_ASSISTANT = "spouse's assistant"
    EMPLOYERS_SPOUSE = "employer's spouse"


_SAID: dict[str, Say] = {
    "spouse": say("Spouse"), "husband": say("Husband"), "wife": say("Wife"),
    "partner": say("Partner"), "child": say("Child"), "son": say("Son"),
    "daughter": say("Daughter"), "parent": say("Parent"), "mother": say("Mother"),
    "father": say("Father"), "brother": say("Brother"), "sister": say("Sister"),
    "sibling": say("Brother or sister"), "grandparent": say("Grandparent"),
    "grandchild": say("Grandchild"), "parent-in-law": say("Parent of the spouse"),
    "child-in-law": say("Spouse of the child"), "household": say("One household"),
    "assistant": say("Assistant"), "secretary": say("Assistant"), "driver": say("Driver"),
    "bodyguard": say("Bodyguard"), "friend": say("Friend"), "employer": say("Employer"),
    "colleague": say("Colleague"), "business partner": say("Business partner"),
    "neighbour": say("Neighbour"), "spouse's assistant": say("Assistant of the spouse"),
    "employer's spouse": say("Spouse of the employer"), "former spouse": say("Former spouse"),
    "opponent in court": say("Opponent in court"), "rival": say("Rival"),
    "recommender": say("Recommended the club"), "recommended": say("Came on recommendation"),
}  # fmt: skip

# Words people write, in both languages; the first ones are our own.
_MEANT: dict[Meaning, str] = {
    Meaning.SPOUSE: "spouse husband wife муж жена супруг супруга супруг(а)",
    Meaning.CHILD: "child son daughter ребёнок ребенок сын дочь дочка",
    Meaning.PARENT: "parent mother father мать отец мама папа родитель",
    Meaning.SIBLING: "sibling brother sister брат сестра",
    Meaning.GRANDPARENT: "grandparent grandmother grandfather бабушка дедушка дед",
    Meaning.GRANDCHILD: "grandchild grandson granddaughter внук внучка",
    Meaning.PARENT_IN_LAW: "mother-in-law father-in-law тёща теща тесть свекровь свёкор",
    Meaning.CHILD_IN_LAW: "child-in-law son-in-law daughter-in-law зять невестка сноха",
    Meaning.ASSISTANT: "assistant secretary помощник помощница ассистент ассистентка секретарь",
    Meaning.DRIVER: "driver водитель шофёр шофер",
    Meaning.EMPLOYER: "employer руководитель работодатель начальник",
    Meaning.COLLEAGUE: "colleague коллега",
    Meaning.FRIEND: "friend друг подруга приятель приятельница",
    Meaning.NEIGHBOUR: "neighbour neighbor сосед соседка",
}
_MEANINGS = {word: meaning for meaning, words in _MEANT.items() for word in words.split()} | {
    m.value: m for m in Meaning
}
_COMPANY = {"деловой партнёр": Meaning.PARTNER, "деловой партнер": Meaning.PARTNER}


def label_of(word: str) -> Say | str:
    """A relation as a person reads it: known words in the reader's language, others as written,
    with a capital like those.
    """
    return _SAID.get(word.strip().lower(), word[:1].upper() + word[1:])


def meaning_of(word: str) -> Meaning | None:
    """What a label means, in either language; None for a word of the club's own."""
    low = " ".join(word.lower().split())
    return _MEANINGS.get(low) or _COMPANY.get(low)


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation to choose. `id` is None for those that come with the desk."""

    id: UUID | None
    kind: PersonKind
    label_there: str
    label_back: str


def _pairs(kind: PersonKind, *pairs: tuple[str, str]) -> tuple[RelationRow, ...]:
    return tuple(RelationRow(None, kind, there, back) for there, back in pairs)


BUILT_IN: tuple[RelationRow, ...] = (
    *_pairs(
        PersonKind.HOUSEHOLD, ("spouse", "spouse"), ("child", "parent"), ("parent", "child"),
        ("sibling", "sibling"), ("grandparent", "grandchild"), ("grandchild", "grandparent"),
        ("parent-in-law", "child-in-law"), ("child-in-law", "parent-in-law"),
        ("household", "household"),
    ),
    *_pairs(
        PersonKind.CIRCLE, ("friend", "friend"), ("colleague", "colleague"),
        ("business partner", "business partner"), ("neighbour", "neighbour"),
        ("recommender", "recommended"), ("recommended", "recommender"),
    ),
    *_pairs(
        PersonKind.STAFF, ("assistant", "employer"), ("driver", "employer"),
        ("bodyguard", "employer"), ("spouse's assistant", "employer's spouse"),
    ),
    *_pairs(
        PersonKind.FRICTION, ("former spouse", "former spouse"),
        ("opponent in court", "opponent in court"), ("rival", "rival"),
    ),
)  # fmt: skip


def list_relations(desk: Desk) -> tuple[RelationRow, ...]:
    """Those that come with the desk, then the club's own by their word."""
    rows = desk.session.scalars(select(RelationType).order_by(RelationType.label_there))
    own = (RelationRow(r.id, r.kind, r.label_there, r.label_back) for r in rows)
    return (*BUILT_IN, *own)


def add_relation_type(desk: Desk, kind: PersonKind, label_there: str, label_back: str) -> UUID:
    """A kind of relation of the club's own, with both its readings; one that is there is kept.

    Raises `UserError` beside its field.
    """
    there, back = (" ".join(label.split()) for label in (label_there, label_back))
    for label, field in ((there, "label_there"), (back, "label_back")):
        if not label:
            raise UserError(say("Say it in both directions."), field=field)
        if len(label) > _LONGEST:
            raise UserError(say("At most {n} characters.", n=_LONGEST), field=field)
    found = desk.session.scalar(
        select(RelationType.id).where(
            RelationType.kind == kind,
            RelationType.label_there == there,
            RelationType.label_back == back,
        )
    )
    if found is not None:
        return found
    row = RelationType(id=new_id(), kind=kind, label_there=there, label_back=back)
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_relation_type", "relation_type", row.id, ("label_there", "label_back"))
    return row.id


def remove_relation_type(desk: Desk, type_id: UUID) -> RelationRow:
    """No longer offered; edges keep their words. The row comes back for the way back."""
    row = desk.session.get(RelationType, type_id)
    if row is None:
        raise NotFound(say("This kind of relation is not here any more."))
    kept = RelationRow(row.id, row.kind, row.label_there, row.label_back)
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_relation_type", "relation_type", type_id)
    return kept
