"""The steps of the walk, in order. Each returns what it did and what came of it, in English.

Sentences of `tour.json` are for whoever reads the report beside the pictures: names of
clients are left out of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID

from vipdesk.access import Desk, Office
from vipdesk.channels.account import change_account
from vipdesk.channels.deliver import deliver_due
from vipdesk.channels.transport import Account, SmtpTransport
from vipdesk.channels.waiting import get_content, list_waiting
from vipdesk.clients import (
    consents,
    import_,
    import_plan,
    import_report,
    interactions,
    preferences,
    profile,
)
from vipdesk.clients.preferences import PreferenceFields
from vipdesk.events import guest_lists, invitations, programme, venues
from vipdesk.events.programme import EventWords, SessionWords
from vipdesk.ids import new_id
from vipdesk.paths import resources
from vipdesk.tour.post import HOST, accepted
from vipdesk.tour.walker import PASSPHRASE, Walk
from vipdesk.ui.pages.unlock_page import UnlockPage
from vipdesk.vocabulary import (
    CardState,
    Channel,
    Direction,
    EventKind,
    EventState,
    OutboxKind,
    PartStat,
    PreferenceRule,
    Role,
    Topic,
)
from vipdesk.wording import Lang

Told = tuple[str, str]


def make_vault(walk: Walk) -> Told:
    """A vault and the demonstration club in it."""
    from vipdesk.demo import bring_to_life, generate
    from vipdesk.store import keyslots
    from vipdesk.store.store import create_vault_store

    store, _recovery = create_vault_store(walk.vault, PASSPHRASE, cost=keyslots.FLOOR)
    with store:
        make = partial(
            generate, seed=2026, clients=walk.wish.clients, as_of=walk.clock.now(),
            lang=walk.wish.lang,
        )  # fmt: skip
        club, _ = store.write(make)
        bring_to_life(store, club, walk.clock)
    walk.staff = dict(club.staff)
    rows = sum(club.rows.values())
    return (
        "made an encrypted vault with a demonstration club",
        f"{club.clients} clients, {rows} rows",
    )


def unlock(walk: Walk) -> Told:
    """The unlock screen: a wrong passphrase, then the right one."""
    walk.open()
    walk.picture("unlock")
    screen = walk.desk.window.centralWidget()
    if not isinstance(screen, UnlockPage):
        raise TypeError("the unlock screen was expected")
    screen.form.set_values({"passphrase": "not the passphrase"})
    screen.unlock()
    walk.settle()
    walk.picture("unlock-wrong")
    refused = screen.form.fields["passphrase"].error.text()
    screen.form.set_values({"passphrase": PASSPHRASE})
    screen.unlock()
    walk.settle()
    if walk.desk.shell is None:
        raise RuntimeError("the vault did not open")
    walk.be(Role.MANAGER)
    return "tried a wrong passphrase, then opened the vault", f"refused once: {refused}"


def import_clients(walk: Walk) -> Told:
    """Real files: three versions of vCard, and a table in cp1251."""
    counts: list[str] = []
    for name in ("clients.vcf", "clients-cp1251.csv"):
        data = (resources() / "samples" / name).read_bytes()
        plan = walk.read(partial(import_plan.dry_run, data=data))
        report = walk.write(partial(import_.carry_out, plan=plan))
        kind = plan.reading.format
        report_name = "import-report.csv" if kind == "vcard" else "import-report-table.csv"
        walk.file(report_name, import_report.report_csv(report, walk.words))
        ending, rejects = import_report.rejects_file(plan)
        walk.file(f"import-rejects.{ending}", rejects)
        walk.found[kind] = report.added_ids
        counts.append(f"{name}: {len(plan.rows)} rows, {len(report.added_ids)} added")
    walk.go("clients")
    walk.picture("clients")
    return "imported a vCard and a CSV file after a dry run", "; ".join(counts)


def log_talk(walk: Walk) -> Told:
    """A talk in one call, with a promise that stands on Today."""
    client_id = walk.found["vcard"][1]
    walk.found["talked"] = client_id
    russian = walk.wish.lang is Lang.RU
    talk = partial(
        interactions.log_interaction, client_id=client_id, channel=Channel.PHONE,
        direction=Direction.OUTBOUND, two_way=True,
        text="Спросил о весенней регате" if russian else "Asked about the spring regatta",
        promise="Прислать программу регаты" if russian else "Send the programme of the regatta",
        promise_due=walk.clock.now() + timedelta(hours=4),
    )  # fmt: skip
    logged = walk.write(talk)
    walk.go("client", _well_known(walk))
    walk.picture("client")
    walk.go("today")
    walk.picture("today")
    return "logged a talk and a promise in one call", f"promise noted: {bool(logged.promise_id)}"


def plan_masterclass(walk: Walk) -> Told:
    """An event with a programme, four guests by four ways, one whose hours are over."""
    walk.write(_account(walk))
    guests = _prepare_guests(walk)
    walk.be(Role.COORDINATOR)
    event_id = walk.write(_masterclass(walk))
    walk.found["event"] = event_id
    walk.write(partial(programme.move_event, event_id=event_id, to=EventState.PLANNED))
    walk.write(partial(guest_lists.pick, event_id=event_id, client_ids=guests))
    outcomes = walk.write(partial(invitations.invite, event_id=event_id, client_ids=guests))
    said = [f"{o.channel}: {o.state or 'left out'}" for o in outcomes]
    held = [o for o in outcomes if o.until is not None]
    walk.go("event", event_id)
    walk.picture("event-invited")
    _write_letter(walk)
    until = held[0].until.isoformat() if held and held[0].until else "nobody"
    return (
        "planned a masterclass and invited four guests",
        f"{'; '.join(said)}; waits until {until}",
    )


def send_mail(walk: Walk) -> Told:
    """The outbox sends to a real SMTP server."""
    office = walk.desk.runner.office
    if not isinstance(office, Office) or walk.mailbox is None:
        raise TypeError("the office was expected")
    walk.call(partial(deliver_due, office, SmtpTransport()))
    mail = walk.mailbox.wait_for(b"text/calendar")
    walk.file("invitation.eml", mail)
    return "sent the outbox by SMTP", f"{len(walk.mailbox.taken)} message(s) arrived"


def take_reply(walk: Walk) -> Told:
    """The guest presses Accept; the answer is dropped on the window."""
    answer = accepted((walk.wish.out / "invitation.eml").read_bytes())
    path = walk.file("reply.eml", answer)
    walk.go("event", walk.found["event"])
    walk.drop(path)
    walk.go("event", walk.found["event"])
    walk.picture("event")
    guests = walk.read(partial(guest_lists.get_guest_list, event_id=walk.found["event"])).guests
    yes = sum(1 for g in guests if g.partstat is PartStat.ACCEPTED)
    if yes != 1:
        raise RuntimeError("the guest's answer did not reach the list")
    walk.go("events")
    walk.picture("events")
    return "dropped the guest's answer on the window", f"{yes} guest(s) accepted"


def issue_card(walk: Walk) -> Told:
    """Requested by the manager, approved by a second person, issued, handed over."""
    from vipdesk.cards import issue, registry
    from vipdesk.cards.face import card_pdf

    client_id = _without_card(walk)
    walk.be(Role.MANAGER)
    card = walk.write(partial(issue.request_card, client_id=client_id))
    walk.be(Role.HEAD)
    walk.write(partial(issue.approve_card, card_id=card.id))
    walk.be(Role.MANAGER)
    walk.write(partial(issue.issue_card, card_id=card.id))
    done = walk.write(partial(issue.hand_over_card, card_id=card.id))
    face = walk.read(partial(registry.get_face, card_id=card.id, lang=walk.wish.lang))
    walk.file("card.pdf", card_pdf((face,), walk.words))
    walk.go("card", card.id)
    walk.picture("cards")
    active = done.state is CardState.ACTIVE
    return "issued a status card with four eyes", f"active: {active}, number checked by its digit"


def file_complaint(walk: Walk) -> Told:
    """Five fields; clocks, number and flags at once; the first reply is sent with four items."""
    from vipdesk.complaints import cases, intake, letters

    russian = walk.wish.lang is Lang.RU
    client_id = _well_known(walk)
    sheet = intake.Intake(
        submission_id=new_id(), client_id=client_id, channel=Channel.PHONE,
        words="Вчера на дегустации меня посадили не за тот стол, о котором мы договорились, "
        "вечер с партнёром был испорчен" if russian else
        "At the tasting last night I was not seated at the table we had agreed, and the "
        "evening with my partner was spoiled",
        wish="Чтобы мне объяснили, как так вышло" if russian else "An explanation",
        reach_by=Channel.PHONE, reach_when="10-20",
    )  # fmt: skip
    filed = walk.write(partial(intake.file_complaint, intake=sheet))
    again = walk.write(partial(intake.file_complaint, intake=sheet))
    walk.found["complaint"] = filed.id
    letter = walk.read(partial(letters.first_reply_sheet, complaint_id=filed.id))
    drafted, fields = letters.write_reply(
        letter,
        mirror="На вчерашней дегустации Вас посадили не за тот стол, о котором мы договорились, "
        "и вечер с партнёром был испорчен" if letter.fields.lang is Lang.RU else
        "At the tasting last night you were not seated at the table we had agreed",
    )  # fmt: skip
    walk.file("first-reply.txt", drafted.body.encode())
    checked = letters.check_reply(letter, drafted.body, fields)
    walk.go("complaints")
    walk.picture("complaints")
    walk.go("complaint", filed.id)
    walk.picture("complaint")
    clocks = walk.read(partial(cases.get_complaint, complaint_id=filed.id)).clocks
    same = again.id == filed.id
    fit = not checked.blocks
    outcome = f"one case: {same}, {len(clocks)} clocks run, the draft may leave: {fit}"
    return "filed a complaint twice by mistake and drafted the first reply", outcome


def see_flag(walk: Walk) -> Told:
    """Senior management sees it; the coordinator only learns of a hold."""
    from vipdesk.complaints import cases, flags

    walk.be(Role.EXECUTIVE)
    raised = walk.read(flags.list_flags)
    walk.go("complaints")
    walk.picture("complaints-executive")
    walk.be(Role.COORDINATOR)
    seen = walk.read(cases.list_complaints)
    walk.go("event", walk.found["event"])
    walk.picture("event-coordinator")
    return (
        "looked as an executive and as a coordinator",
        f"executive: {len(raised)} unseen flags; coordinator: {len(seen)} complaints",
    )


def report_health(walk: Walk) -> Told:
    """The health page and the executive's page."""
    from vipdesk.health import report, report_pdf, score

    walk.be(Role.EXECUTIVE)
    rows = walk.read(score.score_clients)
    facts = walk.read(report.get_report)
    walk.file("health.pdf", report_pdf.report_pdf(facts, walk.words))
    walk.go("health")
    walk.picture("health")
    return "scored every client and wrote the executive's page", f"{len(rows)} clients scored"


def visit_the_rest(walk: Walk) -> Told:
    """Pages no step has shown yet, and the small window."""
    walk.be(Role.MANAGER)
    walk.go("settings")
    walk.picture("settings")
    walk.desk.window.resize(1024, 640)
    names = ("today", "clients", "events", "cards", "complaints", "health", "settings")
    for name in names:
        walk.go(name)
        walk.picture(f"small-{name}")
    for name, key in (("client", walk.found["talked"]), ("event", walk.found["event"]),
                      ("complaint", walk.found["complaint"])):  # fmt: skip
        walk.go(name, key)
        walk.picture(f"small-{name}")
    walk.desk.window.resize(walk.wish.width, walk.wish.height)
    return "visited every page in the smallest window", f"{len(names) + 3} pages"


STEPS: tuple[tuple[str, Callable[[Walk], Told]], ...] = (
    ("vault", make_vault),
    ("unlock", unlock),
    ("import", import_clients),
    ("talk", log_talk),
    ("masterclass", plan_masterclass),
    ("send", send_mail),
    ("reply", take_reply),
    ("card", issue_card),
    ("complaint", file_complaint),
    ("flag", see_flag),
    ("health", report_health),
    ("pages", visit_the_rest),
)


def _account(walk: Walk) -> Callable[[Desk], None]:
    port = walk.mailbox.port if walk.mailbox is not None else 25
    account = Account(
        name="VIP Club", address="invitations@club.example", host=HOST, port=port,
        security="none", login="", password="",
    )  # fmt: skip
    return partial(change_account, account=account)


def _prepare_guests(walk: Walk) -> tuple[UUID, ...]:
    """Consent and channels of the imported clients, as their manager notes them."""
    letter_or_call = walk.found["vcard"]
    called, lettered, mailed = letter_or_call[0], letter_or_call[1], letter_or_call[2]
    late = walk.found["csv"][0]
    ways = (
        (mailed, Channel.EMAIL, 0, 1440),
        (called, Channel.PHONE, 9 * 60, 20 * 60),
        (lettered, Channel.LETTER, 0, 1440),
        (late, Channel.PHONE, 10 * 60, 11 * 60),
    )
    for client_id, channel, start, end in ways:
        walk.write(partial(_settle_guest, client_id=client_id))
        fields = PreferenceFields(
            channel=channel, rule=PreferenceRule.PREFER, topic=None, weekdays=127,
            from_minute=start, to_minute=end, zone=None, via_person_id=None, valid_until=None,
            source="said",
        )  # fmt: skip
        walk.write(partial(preferences.add_preference, client_id=client_id, fields=fields))
    return tuple(way[0] for way in ways)


def _settle_guest(desk: Desk, client_id: UUID) -> None:
    consents.give_consent(
        desk, client_id, topic=Topic.INVITATION, text_version="2026-01", evidence="signed form"
    )
    card = profile.get_client(desk, client_id)
    gold = next(tier for tier in profile.list_tiers(desk) if tier.code == "gold")
    zone = card.fields.time_zone or "Europe/Moscow"
    values = replace(card.fields, time_zone=zone, tier_id=gold.id, member_since=desk.now.date())
    profile.change_client(desk, client_id, base=card.fields, values=values)


def _masterclass(walk: Walk) -> Callable[[Desk], UUID]:
    start = walk.clock.now() + timedelta(days=16, hours=3)
    rooms = [v for v in walk.read(venues.list_venues) if v.capacity >= 12]
    venue = min(rooms, key=lambda v: v.capacity)
    words = EventWords(
        title="Мастер-класс: каллиграфия тушью", title_en="Masterclass: calligraphy in ink",
        kind=EventKind.MASTERCLASS, starts_at=start, ends_at=start + timedelta(hours=3),
        capacity=12, venue_id=venue.id, host_id=walk.staff[Role.COORDINATOR][0], zone=venue.zone,
        answer_by=walk.clock.now() + timedelta(days=9),
    )  # fmt: skip
    session = SessionWords(
        title="Кисть и бумага" if walk.wish.lang is Lang.RU else "Brush and paper",
        starts_at=start, ends_at=start + timedelta(hours=2),
        tutor="Хару Танака" if walk.wish.lang is Lang.RU else "Haru Tanaka",
    )  # fmt: skip
    return partial(programme.add_event, words=words, sessions=(session,))


def _write_letter(walk: Walk) -> None:
    for row in walk.read(list_waiting):
        if row.kind is OutboxKind.LETTER and row.client_id == walk.found["vcard"][1]:
            walk.file("letter.pdf", walk.read(partial(get_content, message_id=row.id)).pdf)


def _well_known(walk: Walk) -> UUID:
    """The manager's client about whom most is known: the page worth looking at."""
    if "known" not in walk.found:
        from vipdesk.clients import registry

        mine = registry.ClientFilter(manager_id=walk.staff[Role.MANAGER][0])
        rows = walk.read(partial(registry.list_clients, wanted=mine, limit=40))
        cards = [walk.read(partial(profile.get_client, client_id=row.id)) for row in rows]
        best = max(cards, key=lambda c: len(c.people) + len(c.facts) + len(c.interests))
        walk.found["known"] = best.id
    known = walk.found["known"]
    assert isinstance(known, UUID)  # noqa: S101 for the type checker
    return known


def _without_card(walk: Walk) -> UUID:
    added = walk.found["vcard"][1]
    assert isinstance(added, UUID)  # noqa: S101
    return added
