"""Half-written forms are kept for one person, and go when they are saved or a month old."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.access.desk import StaffRow
from vipdesk.access.drafts import (
    KeptForm,
    drop_drafts,
    expire_drafts,
    keep_drafts,
    list_drafts,
)
from vipdesk.access.office import list_staff
from vipdesk.complaints import drafts as complaint_drafts
from vipdesk.models import Draft, PrivateDraft
from vipdesk.vocabulary import Role

CLIENT = uuid4()
TALK = KeptForm(f"talk:{CLIENT}", {"text": "Любит Шуберта"}, title="Talk with Anna")


def someone_else(desk: Desk) -> StaffRow:
    return next(p for p in list_staff(desk) if p.role is Role.HEAD)


def test_a_form_comes_back_as_it_was_left(desk: Desk) -> None:
    keep_drafts(desk, (TALK, KeptForm("client:new", {"surname": "Щ"}, open=False)))
    kept = {f.key: f for f in list_drafts(desk, hidden=True)}
    assert kept[TALK.key] == replace(TALK, saved_at=desk.now)
    assert not kept["client:new"].open


def test_the_last_words_stand_for_the_form(desk: Desk) -> None:
    keep_drafts(desk, (TALK,))
    keep_drafts(desk, (replace(TALK, values={"text": "Любит Листа"}),))
    (kept,) = list_drafts(desk, hidden=True)
    assert kept.values == {"text": "Любит Листа"}


def test_nobody_else_is_given_my_words(desk: Desk) -> None:
    keep_drafts(desk, (TALK,))
    other = replace(desk, actor=someone_else(desk))
    assert list_drafts(other, hidden=True) == ()
    drop_drafts(other, (TALK.key,))
    assert list_drafts(desk, hidden=True)


def test_what_was_saved_is_no_draft_any_more(desk: Desk) -> None:
    keep_drafts(desk, (TALK,))
    drop_drafts(desk, (TALK.key, "note"))
    assert list_drafts(desk, hidden=True) == ()


def test_steps_of_a_complaint_lie_among_the_hidden_rows(desk: Desk) -> None:
    keep_drafts(desk, (KeptForm(f"complaint.WaitDialog:{uuid4()}", {"why": "…"}),))
    count = select(func.count()).select_from
    assert desk.session.scalar(count(Draft)) == 0
    assert desk.session.scalar(count(PrivateDraft)) == 1
    assert list_drafts(desk, hidden=False) == ()


def test_an_unfinished_complaint_is_named_without_its_words(desk: Desk) -> None:
    complaint_drafts.keep_draft(desk, "complaint.new", {"words": "Опоздали"})
    (kept,) = list_drafts(desk, hidden=True)
    assert (kept.key, kept.values, kept.open) == ("complaint.new", {}, True)


def test_after_a_month_a_draft_goes(desk: Desk) -> None:
    keep_drafts(desk, (TALK,))
    later = replace(desk, now=desk.now + timedelta(days=31))
    keep_drafts(later, (KeptForm("note", {"text": "new"}),))
    assert [f.key for f in list_drafts(later, hidden=True)] == ["note"]
    assert expire_drafts(later, hidden=True) == 1
    assert expire_drafts(later, hidden=True) == 0
