"""Letters after the first reply: whole in both languages, one draft in every shape, settled."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.db import vault_store
from tests.factories import as_role, client, email, later
from tests.factories_complaints import MIRROR, clock_of, filed, in_work, mail_account
from tests.unit.test_complaints_first_reply import EN, RU
from tools import read_letters
from vipdesk.access import Desk
from vipdesk.complaints import due, letter_engine, letter_lint, letter_paper, letter_sheets
from vipdesk.complaints import steps as step
from vipdesk.complaints.first_reply import ReplyFields
from vipdesk.complaints.letter_engine import LetterFields
from vipdesk.complaints.letter_kinds import LATER, PLANS, LetterKind
from vipdesk.complaints.letter_lint import Level
from vipdesk.complaints.letter_sending import send_letter
from vipdesk.demo import generate
from vipdesk.errors import UserError
from vipdesk.models import CaseEvent, Complaint, ComplaintPromise, Letter
from vipdesk.store.vault import Unlocked
from vipdesk.vocabulary import (
    CaseEventKind,
    Channel,
    ClockKind,
    ClockVerdict,
    ComplaintState,
    PromiseState,
    Role,
)
from vipdesk.wording import Lang

TYPED = {
    "mirror": MIRROR,
    "news": "Управляющий подтвердил, что план рассадки переделали за час до начала",
    "why": "Новую схему передали на словах, и официанты её не получили",
    "done": "Вчера я поговорила с управляющим",
    "changes": "После полудня план меняю только я",
    "position": "Вернуть стоимость вечера целиком мы не можем",
    "options": "ужин с партнёром за тем самым столом\nвечер в погребе на четверых",
}
GENDERED = re.compile(r"\b(рада?|я благодар\w+|уверена?|я ещё раз прош\w+|назвала?|обещала?)\b")
TYPED_EN = {
    "mirror": EN.mirror,
    "news": "The manager confirms that the plan was redone an hour before",
    "why": "The new plan was passed on by word of mouth",
    "done": "Yesterday I spoke to the manager",
    "changes": "After noon I alone change the plan",
    "position": "I cannot return the whole price",
    "options": "a dinner with your partner at that table\nan evening in the cellar for four",
}


def fields_of(kind: LetterKind, reply: ReplyFields, **more: object) -> LetterFields:
    typed = TYPED if reply.lang is Lang.RU else TYPED_EN
    return replace(
        LetterFields(kind, reply, typed, was=reply.promise_at - timedelta(days=1)), **more
    )  # type: ignore[arg-type]


CASES = [
    fields_of(kind, replace(base, formality=formality, client_key=str(UUID(int=seed)),
                            careful=seed % 5 == 0), broken=seed % 2 == 0)
    for kind in LATER for base in (RU, EN) for formality in (0, 1, 2) for seed in range(12)
]  # fmt: skip


def test_every_letter_is_whole_and_nothing_blocks_it() -> None:
    for fields in CASES:
        draft = letter_engine.compose(fields)
        assert draft.missing == ()
        found = letter_lint.check_letter(draft.body, fields)
        blocks = {f.code for f in found.blocks}
        assert blocks == ({"lawyer"} if fields.reply.careful else set()), (draft.body, blocks)
        assert not re.search(r"[{}\[\]|]", draft.body)
        warned = {f.code for f in found.findings}
        assert warned <= {"lawyer", "we", "passive", "no_person"}, (draft.body, warned)


@pytest.mark.parametrize("lang", list(Lang))
def test_each_slot_has_five_wordings_for_each_degree_of_closeness(lang: Lang) -> None:
    for kind, slots in letter_engine.wordings_of(lang).parts.items():
        for slot, parts in slots.items():
            for formality in "012":
                fit = [p for p in parts if formality in p.formalities]
                assert len(fit) >= 5, (kind, slot, formality)
            assert len({p.id for p in parts}) == len(parts)
            assert len({p.text for p in parts}) == len(parts)


def test_a_letter_is_the_same_when_drawn_again_and_new_for_who_had_it() -> None:
    fields = fields_of(LetterKind.ANSWER, RU)
    first = letter_engine.compose(fields)
    assert letter_engine.compose(fields) == first
    used = frozenset(f"{slot}:{x}" for slot, x in first.slots.items())
    again = letter_engine.compose(replace(fields, reply=replace(RU, used=used)))
    assert not used & {f"{slot}:{x}" for slot, x in again.slots.items()}


@pytest.mark.parametrize("kind", LATER)
def test_an_empty_part_keeps_the_letter_here(kind: LetterKind) -> None:
    fields = fields_of(kind, RU)
    for part in PLANS[kind].typed:
        empty = replace(fields, typed={**TYPED, part.name: ""})
        draft = letter_engine.compose(empty)
        assert part.name in draft.missing
        blocks = letter_lint.check_letter(draft.body, empty).blocks
        assert any(f.code.startswith(part.name) for f in blocks)


def test_one_option_is_no_choice() -> None:
    fields = fields_of(
        LetterKind.ANSWER, RU, typed={**TYPED, "options": "ужин за тем самым столом"}
    )
    blocks = letter_lint.check_letter(letter_engine.compose(fields).body, fields).blocks
    assert [f.code for f in blocks] == ["options"]


def test_a_man_writes_as_a_man_and_an_unknown_gender_is_not_guessed() -> None:
    for fields in CASES:
        writer = replace(fields.reply.writer, gender=None)
        body = letter_engine.compose(replace(fields, reply=replace(fields.reply, writer=writer)))
        assert body.missing == ()
        assert not GENDERED.search(body.body)


def test_a_short_message_is_one_and_does_not_tell_what_it_is_about() -> None:
    for base in (RU, EN):
        for kind in LetterKind:
            sms = letter_engine.sms_of(kind, base)
            assert sms is not None
            assert sms.fits, sms.text
            assert len(sms.text) <= (70 if base.lang is Lang.RU else 160)
            assert not re.search(r"жалоб|обращени|complain|сто[лa]\b", sms.text, re.IGNORECASE)
    reply = letter_engine.sms_of(LetterKind.FIRST_REPLY, RU)
    assert reply is not None
    for item in ("Мария Орлова", "+79161234567", "K-7QF4-2", "26.11 15:00"):
        assert item in reply.text


def test_on_the_phone_the_same_is_said_and_the_number_is_dictated() -> None:
    fields = fields_of(LetterKind.ANSWER, RU)
    draft = letter_engine.compose(fields)
    lines = letter_engine.script_of(fields.reply, draft.parts)
    said = " ".join(line.text for line in lines)
    assert draft.parts["why"] in said
    assert draft.parts["options"] in said
    assert "K, 7, Q, F, 4, 2" in said
    assert "Мария Орлова" in lines[0].text


def test_the_demonstration_clubs_letters_are_whole_and_each_its_own(
    vault_template: Unlocked, tmp_path: Path
) -> None:
    with vault_store(vault_template, tmp_path / "club") as store:
        store.write(lambda s: generate(s, seed=7, clients=60, as_of=read_letters.AS_OF))
        letters = store.read(lambda s: read_letters.draft_letters(s, 60))
    assert len(letters) == 60
    assert [x.wrong for x in letters if x.wrong] == []
    assert read_letters.most_alike(letters)[0] <= 0.5


# Sent ---------------------------------------------------------------------------------------------


def write(desk: Desk, case_id: UUID, kind: LetterKind, **more: object) -> Letter:
    sheet = letter_sheets.letter_sheet(desk, case_id)
    fields = letter_sheets.fields_for(sheet, kind, TYPED)
    given = {
        "channel": Channel.PHONE, "body": letter_sheets.write_letter(fields).body, "typed": TYPED,
        "promise_at": fields.reply.promise_at, **more,
    }  # fmt: skip
    sent = send_letter(desk, case_id, kind=kind, **given)  # type: ignore[arg-type]
    return desk.session.get_one(Letter, sent.letter_id)


def test_news_on_the_way_starts_the_next_update_and_keeps_the_promise(desk: Desk) -> None:
    case_id = in_work(desk)
    before = step.open_promise(desk, desk.session.get_one(Complaint, case_id))
    write(later(desk, hours=3), case_id, LetterKind.UPDATE)
    clock = clock_of(desk, case_id, ClockKind.UPDATE)
    assert clock.started_at == later(desk, hours=3).now
    after = step.open_promise(desk, desk.session.get_one(Complaint, case_id))
    assert after is before


def test_a_new_date_before_the_old_one_moves_the_promise_and_twice_goes_up(desk: Desk) -> None:
    case_id = in_work(desk)
    for hours in (2, 3):
        write(later(desk, hours=hours), case_id, LetterKind.NEW_DATE)
    states = desk.session.scalars(
        select(ComplaintPromise.state)
        .where(ComplaintPromise.complaint_id == case_id)
        .order_by(ComplaintPromise.made_at)
    ).all()
    assert states == [PromiseState.RENEGOTIATED, PromiseState.RENEGOTIATED, PromiseState.OPEN]
    assert desk.session.get_one(Complaint, case_id).level == 2


def test_an_update_without_a_date_to_keep_to_is_refused(desk: Desk) -> None:
    case_id = in_work(desk)
    late = later(desk, days=30)
    assert letter_sheets.letter_sheet(late, case_id).broken
    with pytest.raises(UserError, match="new date"):
        write(late, case_id, LetterKind.UPDATE)


def test_the_answer_judges_the_promise_and_moves_the_case(desk: Desk) -> None:
    case_id = in_work(desk)
    soon = later(desk, hours=4)
    write(soon, case_id, LetterKind.ANSWER, compensation="Ужин за наш счёт")
    complaint = desk.session.get_one(Complaint, case_id)
    assert complaint.state is ComplaintState.ANSWERED
    assert clock_of(desk, case_id, ClockKind.ANSWER).verdict is ClockVerdict.MET
    event = desk.session.scalars(
        select(CaseEvent).where(
            CaseEvent.complaint_id == case_id, CaseEvent.kind == CaseEventKind.LETTER
        )
    ).all()[-1]
    assert event.payload["options"] == TYPED["options"].split("\n")
    assert letter_sheets.was_sent(desk, case_id, LetterKind.ANSWER)
    assert not letter_sheets.was_sent(desk, case_id, LetterKind.FINAL)
    write(later(desk, hours=5), case_id, LetterKind.FINAL)
    assert letter_sheets.was_sent(desk, case_id, LetterKind.FINAL)


def test_a_letter_that_does_not_fit_the_case_is_refused(desk: Desk) -> None:
    case_id = in_work(desk)
    with pytest.raises(UserError, match="does not fit"):
        write(desk, case_id, LetterKind.THANKS)
    with pytest.raises(UserError, match="owner"):
        write(as_role(desk, Role.HEAD), case_id, LetterKind.UPDATE)


def test_by_mail_nothing_happens_before_it_has_left(desk: Desk) -> None:
    mail_account(desk)
    person = client(desk, languages=["ru"])
    email(desk, person.id)
    case_id = in_work(desk, client_id=person.id)
    letter = write(
        later(desk, hours=1), case_id, LetterKind.ANSWER, channel=Channel.EMAIL,
        compensation="Ничего: клиент просил только объяснение",
    )  # fmt: skip
    complaint = desk.session.get_one(Complaint, case_id)
    assert complaint.state is ComplaintState.IN_WORK
    with pytest.raises(UserError, match="on its way"):
        write(later(desk, hours=2), case_id, LetterKind.UPDATE)
    letter.sent_at = later(desk, hours=2).now
    desk.session.flush()
    assert due.sweep(later(desk, hours=5)).letters == 1
    assert complaint.state is ComplaintState.ANSWERED
    assert clock_of(desk, case_id, ClockKind.ANSWER).stopped_at == letter.sent_at
    assert due.sweep(later(desk, hours=6)).letters == 0


def test_what_the_author_rewrote_is_remembered(desk: Desk) -> None:
    case_id = in_work(desk)
    sheet = letter_sheets.letter_sheet(desk, case_id)
    fields = letter_sheets.fields_for(sheet, LetterKind.UPDATE, TYPED)
    draft = letter_sheets.write_letter(fields)
    body = draft.body.replace(draft.parts["lead"], "Мне есть что Вам рассказать об аквариуме.")
    letter = write(later(desk, hours=1), case_id, LetterKind.UPDATE, body=body)
    assert letter.slots["rewritten"] == ["update.lead"]
    changed = letter_paper.changes_of(letter.draft, letter.body)
    assert "аквариуме" in " ".join(c.after for c in changed)
    assert letter_paper.changes_of(letter.body, letter.body) == ()
    use = {w.slot: w for w in letter_paper.list_wordings(desk)}["update.lead"]
    assert (use.drafted, use.rewritten, use.retire) == (1, 1, False)
    for found in letter_paper.list_wordings(desk):
        text = letter_paper.text_of(found.lang, found.slot, found.fragment)
        assert text not in ("", found.fragment)


def test_a_letter_is_printed_on_the_clubs_paper(desk: Desk) -> None:
    case_id = in_work(desk)
    sheet = letter_sheets.letter_sheet(desk, case_id)
    body = letter_sheets.write_letter(
        letter_sheets.fields_for(sheet, LetterKind.UPDATE, TYPED)
    ).body
    data = letter_paper.letter_pdf_of(desk, case_id, body)
    assert data.startswith(b"%PDF")


def test_a_case_without_a_first_reply_has_no_other_letter(desk: Desk) -> None:
    assert letter_sheets.letter_sheet(desk, filed(desk).id).kinds == ()


def test_a_sum_may_stand_in_an_answer_and_a_bare_per_cent_may_not() -> None:
    fields = fields_of(LetterKind.ANSWER, RU)
    body = letter_engine.compose(fields).body
    good = letter_lint.check_letter(f"{body}\n\nСкидка 10 % и 5 000 ₽.", fields)
    assert good.blocks == ()
    bad = letter_lint.check_letter(f"{body}\n\nСкидка % на ужин.", fields)
    assert [f.code for f in bad.blocks] == ["placeholder"]
    assert all(f.level is Level.BLOCK for f in bad.blocks)
