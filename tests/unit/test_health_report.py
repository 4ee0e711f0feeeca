"""The executive's page: the right facts, said no stronger than they are, on exactly one page."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pikepdf
import pypdfium2
import pytest
from sqlalchemy import select

from tests import factories
from tests.factories import as_role, later
from tests.factories_health import case_promise, clock, complaint, well_known
from vipdesk import pdf
from vipdesk.access import Desk
from vipdesk.errors import NotFound
from vipdesk.health.report import Report, export_report, get_report
from vipdesk.health.report_pdf import report_pdf
from vipdesk.health.score import take_snapshot
from vipdesk.health.statistics import Change, share
from vipdesk.models import Client, JournalEntry
from vipdesk.vocabulary import (
    ClockKind,
    ClockVerdict,
    ComplaintCategory,
    FlagKind,
    PromiseState,
    Role,
    Severity,
)
from vipdesk.wording import Words


@pytest.fixture
def head(desk: Desk) -> Desk:
    return as_role(desk, Role.HEAD)


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == 1
        return str(document[0].get_textpage().get_text_range())


def test_only_senior_people_get_the_page(desk: Desk, head: Desk) -> None:
    for role in (Role.MANAGER, Role.COORDINATOR):
        with pytest.raises(NotFound):
            get_report(as_role(desk, role))
    assert get_report(head).overview.clients == 0


def test_an_export_is_in_the_journal(desk: Desk, head: Desk) -> None:
    export_report(head)
    verbs = desk.session.scalars(select(JournalEntry.verb))
    assert "export_health_report" in list(verbs)


def test_a_page_that_leaves_carries_its_watermark_and_the_journals_head(
    desk: Desk, head: Desk, en: Words
) -> None:
    desk.note("change_client", "client", None)
    last = desk.session.scalars(select(JournalEntry.hash).order_by(JournalEntry.seq.desc())).first()
    report = export_report(head)
    assert (report.journal_head, report.mark is not None) == (last, True)
    assert get_report(head).mark is None
    printed = text_of(report_pdf(report, en))
    assert str(last) in printed
    assert "Ilya Kim" in printed


def test_those_who_need_somebody_come_with_one_action_and_a_day(desk: Desk, head: Desk) -> None:
    well_known(desk)
    client = well_known(desk, surname="Вронская")
    complaint(desk, client.id, severity=Severity.S1)
    due = desk.now + timedelta(days=1)
    factories.promise(desk, client.id, due_at=due)
    [need] = get_report(head).needs
    assert need.who.surname == "Вронская"
    assert need.action.text == "Call the client yourself."
    assert need.by == desk.now.date()
    assert need.promise_due == due
    assert need.manager.name == "Мария Орлова"


@pytest.mark.parametrize(
    ("spoil", "action"),
    [
        (lambda d, c: complaint(d, c.id, flag=FlagKind.THREAT), "Meet the client in person."),
        (lambda _d, c: setattr(c, "manager_id", None), "Appoint a personal manager."),
        (
            lambda d, c: complaint(d, c.id, severity=Severity.S3, flag=FlagKind.REPEAT),
            "Ask why it happened again, and decide.",
        ),
        (
            lambda d, c: factories.promise(d, c.id, due_at=d.now - timedelta(days=1)),
            "See that the promise is kept, or that the client is given a new date.",
        ),
        (
            lambda d, c: setattr(c, "last_contact_at", d.now - timedelta(days=100)),
            "Have somebody talk to the client, or do it yourself.",
        ),
    ],
)
def test_the_action_follows_the_gravest_reason(
    desk: Desk, head: Desk, spoil: Any, action: str
) -> None:
    client = well_known(desk)
    spoil(desk, client)
    desk.session.flush()
    [need] = get_report(head).needs
    assert need.action.text == action


def test_at_most_five_are_named_and_the_rest_counted(desk: Desk, head: Desk) -> None:
    for _ in range(7):
        complaint(desk, well_known(desk).id, severity=Severity.S1)
    report = get_report(head)
    assert (len(report.needs), report.more_needs) == (5, 2)


def test_the_verdict_is_the_largest_signal(desk: Desk, head: Desk, en: Words) -> None:
    assert en(get_report(head).verdict) == "There are no clients in the club yet."
    client = factories.client(desk)
    assert en(get_report(head).verdict) == "Too little is known about 1 client to judge."
    client.left_on = desk.now.date()
    well_known(desk)
    take_snapshot(later(head, days=-10))
    assert en(get_report(head).verdict) == "No material change."
    for _ in range(6):
        row = complaint(desk, client.id)
    assert en(get_report(head).verdict) == "More complaints than usual: 6 after 0."
    for _ in range(8):
        case_promise(desk, row.id, PromiseState.BROKEN)
    said = en(get_report(head).verdict)
    assert said == "We kept 1 of 9 promises: fewer than nine in ten."
    grave = well_known(desk)
    complaint(desk, grave.id, severity=Severity.S1)
    assert en(get_report(head).verdict) == "1 client has an open grave complaint."
    complaint(desk, grave.id, flag=FlagKind.THREAT)
    assert "speaks of leaving" in en(get_report(head).verdict)
    clock(desk, row.id, kind=ClockKind.ACK, due_days=-1)
    assert "no answer from a person" in en(get_report(head).verdict)


def test_clients_who_came_to_be_at_risk_are_told(desk: Desk, head: Desk, en: Words) -> None:
    client = well_known(desk)
    take_snapshot(later(head, days=-10))
    client.last_contact_at = desk.now - timedelta(days=200)
    for _ in range(3):
        complaint(desk, client.id, overdue=True)
    assert "1 client has become at risk" in en(get_report(head).verdict)


def test_who_left_since_the_snapshot_is_counted(desk: Desk, head: Desk) -> None:
    client = well_known(desk)
    take_snapshot(later(head, days=-10))
    desk.session.get_one(Client, client.id).left_on = desk.now.date()
    desk.session.flush()
    assert get_report(head).left == 1


def test_promises_of_both_ledgers_are_counted_in_the_period(desk: Desk, head: Desk) -> None:
    client = factories.client(desk)
    for days_ago, state in ((10, PromiseState.KEPT), (20, PromiseState.BROKEN), (200, "kept")):
        due = desk.now - timedelta(days=days_ago)
        factories.promise(desk, client.id, state=PromiseState(state), due_at=due)
    factories.promise(desk, client.id, due_at=desk.now - timedelta(days=1))
    case_promise(desk, complaint(desk, client.id).id, PromiseState.KEPT)
    assert (get_report(head).promises.k, get_report(head).promises.n) == (2, 4)


def test_clocks_are_counted_by_kind_and_the_oldest_is_told(desk: Desk, head: Desk) -> None:
    client = factories.client(desk)
    row = complaint(desk, client.id, days_ago=9, overdue=True)
    clock(desk, row.id, kind=ClockKind.ACK, verdict=ClockVerdict.MET, stopped_at=desk.now)
    clock(desk, row.id, kind=ClockKind.FIRST, verdict=ClockVerdict.MISSED, due_days=-2)
    clock(desk, row.id, kind=ClockKind.ANSWER, due_days=2)
    figures = get_report(head).complaints
    found = {kind: (s.k, s.n) for kind, s in figures.on_time.items()}
    assert found == {ClockKind.ACK: (1, 1), ClockKind.FIRST: (0, 1), ClockKind.ANSWER: (0, 0)}
    assert (figures.open, figures.overdue, figures.unanswered) == (1, 1, 0)
    assert figures.oldest_days == 9


def test_small_cells_are_put_together_and_the_vital_few_need_twenty(desk: Desk, head: Desk) -> None:
    client = factories.client(desk)
    for category, n in (
        (ComplaintCategory.MANNER, 3), (ComplaintCategory.MONEY, 4),
        (ComplaintCategory.PRIVACY, 1), (ComplaintCategory.EVENT, 2),
    ):  # fmt: skip
        for _ in range(n):
            complaint(desk, client.id, category=category)
    report = get_report(head)
    assert [(c.category, c.n) for c in report.causes] == [
        (ComplaintCategory.MONEY, 4), (ComplaintCategory.MANNER, 3), (None, 3),
    ]  # fmt: skip
    assert (report.causes_n, report.put_together, report.vital) == (10, 2, 0)
    assert report.causes[-1].running == 1
    for _ in range(30):
        complaint(desk, client.id, category=ComplaintCategory.MONEY)
    assert get_report(head).vital == 1


def test_seven_and_twelve_complaints_are_no_change(desk: Desk, head: Desk) -> None:
    client = factories.client(desk)
    for n, days_ago in ((12, 10), (7, 120)):
        for _ in range(n):
            complaint(desk, client.id, days_ago=days_ago)
    figures = get_report(head).complaints
    assert (figures.received, figures.received_before) == (12, 7)
    assert figures.change is Change.NO


@pytest.fixture
def full(desk: Desk, head: Desk) -> Report:
    """A page with as much on it as it can hold, and names as long as they come."""
    long = "Константинопольская-Христорождественская-Преображенская-Вознесенская"
    for number in range(6):
        client = well_known(desk, surname=long, given="Александра-Мария-Антуанетта")
        complaint(desk, client.id, severity=Severity.S1, flag=FlagKind.THREAT, overdue=True)
        factories.promise(desk, client.id, due_at=desk.now - timedelta(days=number + 1))
        for category in ComplaintCategory:
            complaint(desk, client.id, days_ago=100, category=category)
    take_snapshot(later(head, days=-10))
    return get_report(head)


def test_it_is_one_page_of_a4_whatever_the_data(
    full: Report, desk: Desk, head: Desk, ru: Words, en: Words
) -> None:
    for words in (ru, en, replace(en, pseudo=True)):
        data = report_pdf(full, words)
        with pypdfium2.PdfDocument(data) as document:
            [page] = list(document)
            assert [v / pdf.MM for v in page.get_size()] == pytest.approx([210, 297], abs=0.1)
            chars = page.get_textpage()
            for i in range(chars.count_chars()):
                left, bottom, right, top = chars.get_charbox(i)
                if right > left:
                    assert left >= 15 * pdf.MM
                    assert right <= 195.5 * pdf.MM
                    assert bottom >= 5 * pdf.MM
                    assert top <= 287 * pdf.MM


def test_an_empty_club_has_an_honest_page(head: Desk, ru: Words, en: Words) -> None:
    said = text_of(report_pdf(get_report(head), en))
    assert "There are no clients in the club yet." in said
    assert "Nobody needs you today." in said
    assert "There is no earlier day to compare with yet." in said
    assert "No complaint was received within a year." in said
    assert "none was due" in said
    assert "В клубе ещё нет клиентов." in text_of(report_pdf(get_report(head), ru))


def test_words_are_text_and_the_reader_is_named(full: Report, ru: Words) -> None:
    said = text_of(report_pdf(full, ru))
    for expected in ("Для руководителей", "Вы нужны сейчас", "Обещаний выполнено", "Формула"):
        assert expected in said


def test_metadata_names_nobody_and_initials_hide_names(full: Report, ru: Words) -> None:
    data = report_pdf(full, ru)
    with pikepdf.open(io.BytesIO(data)) as document:
        about = " ".join(str(v) for v in document.docinfo.values())
    assert "Константин" not in about
    assert "Константин" in text_of(data)
    masked = text_of(report_pdf(full, ru, names=False))
    assert "Константин" not in masked
    assert "К. А. С." in masked  # the patronymic is the usual one


def test_few_cases_are_said_as_counts(head: Desk, en: Words) -> None:
    report = get_report(head)
    few = text_of(report_pdf(replace(report, promises=share(3, 4)), en))
    assert "3 of 4, too few for a share" in few
    some = text_of(report_pdf(replace(report, promises=share(19, 20)), en))
    assert "19/20, 95% (76–99)" in some
    many = text_of(report_pdf(replace(report, promises=share(95, 99)), en))
    assert "96.0%" in many


@pytest.mark.parametrize("change", list(Change))
def test_a_trend_is_said_only_as_strongly_as_it_is(head: Desk, en: Words, change: Change) -> None:
    report = get_report(head)
    changed = replace(report, complaints=replace(report.complaints, change=change))
    assert "Received: 0, before that 0" in text_of(report_pdf(changed, en))


def test_the_vital_few_are_named_only_where_they_are_few(full: Report, en: Words) -> None:
    assert full.vital == 0  # nine alike
    assert "four fifths" not in text_of(report_pdf(full, en))
    assert "2 categories make up four fifths" in text_of(report_pdf(replace(full, vital=2), en))
