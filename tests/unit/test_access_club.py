"""The club's own words: one place, used by cards, letters and reports."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.club import UNNAMED, ClubWords, change_club, club_words
from vipdesk.errors import UserError
from vipdesk.models import ClubSetting, JournalEntry

LITERA = ClubWords("Клуб «Литера»", "+7 495 000-00-00", "119034, Москва, Пречистенский пер., д. 0")


def test_a_club_without_a_name_is_called_by_the_product(desk: Desk) -> None:
    assert club_words(desk) == ClubWords()
    assert club_words(desk).title == UNNAMED


def test_the_words_are_kept_and_the_journal_names_the_fields(desk: Desk) -> None:
    assert change_club(desk, club=LITERA) == ClubWords()
    assert club_words(desk) == LITERA
    entry = desk.session.scalars(select(JournalEntry).order_by(JournalEntry.seq.desc())).first()
    assert entry is not None
    assert entry.verb == "change_club"
    assert "club_name" in entry.fields
    assert "Литера" not in str(entry.fields)


def test_a_change_can_be_taken_back(desk: Desk) -> None:
    change_club(desk, club=LITERA)
    before = change_club(desk, club=ClubWords("Другой клуб"))
    change_club(desk, club=before)
    assert club_words(desk) == LITERA
    names = desk.session.scalars(select(ClubSetting.name)).all()
    assert len(names) == len(set(names))


def test_nothing_changed_leaves_no_entry(desk: Desk) -> None:
    change_club(desk, club=LITERA)
    count = len(desk.session.scalars(select(JournalEntry)).all())
    change_club(desk, club=ClubWords(" Клуб  «Литера» ", LITERA.phone, f"{LITERA.address}\n"))
    assert len(desk.session.scalars(select(JournalEntry)).all()) == count


def test_a_text_that_fits_on_no_paper_is_refused_beside_its_field(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        change_club(desk, club=ClubWords("Клуб", address="улица " * 50))
    assert refused.value.field == "club_address"
