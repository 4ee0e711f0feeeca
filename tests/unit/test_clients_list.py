"""The list of clients in any order, by any filter, and the views a person saves."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests import factories as make
from tests import factories_health as health
from vipdesk.access import Desk
from vipdesk.clients import registry, saved_views, several
from vipdesk.clients.list_filter import ClientFilter, Silence, list_offered
from vipdesk.clients.list_order import ClientSort
from vipdesk.clients.promises import make_promise
from vipdesk.clients.saved_views import Arrangement
from vipdesk.errors import NotFound, UserError
from vipdesk.health.score import take_snapshot
from vipdesk.models import HealthSnapshot, Interest
from vipdesk.vocabulary import Band, Role


def shown(desk: Desk, wanted: ClientFilter | None = None, **rest: object) -> list[str]:
    return [r.name.surname for r in registry.list_clients(desk, wanted, **rest)]  # type: ignore[arg-type]


def interest(desk: Desk, client_id: UUID, topic: str, strength: int = 2) -> None:
    desk.session.add(Interest(client_id=client_id, topic=topic, strength=strength))
    desk.session.flush()


def club(desk: Desk) -> None:
    """А, Б and В differ in every column; Г has nothing anywhere."""
    now = desk.now
    rows = (
        ("А", "gold", "Ялта", "Бета", date(2020, 1, 1), (12, 31), 9),
        ("Б", "platinum", "Ейск", "Альфа", date(2022, 1, 1), (1, 2), 3),
        ("В", "silver", "Ёлкино", "Гамма", date(2021, 1, 1), (5, 5), 40),
    )
    for place, (surname, tier, city, company, since, (month, day), days) in enumerate(rows):
        client = make.client(
            desk, surname=surname, sort_key=surname.lower(), tier_id=make.tier(desk, tier).id,
            city=city, company=company, position=company, member_since=since, birth_month=month,
            birth_day=day, last_contact_at=now - timedelta(days=days),
        )  # fmt: skip
        interest(desk, client.id, ("опера", "гольф", "шахматы")[place])
        make.phone(desk, client.id, f"+7 495 000-00-{(2, 3, 1)[place]:02}")
    make.client(desk, surname="Г", sort_key="г", tier_id=None, city="", manager_id=None, company="")


ORDERS = {
    ClientSort.NAME: "АБВГ", ClientSort.TIER: "БАВГ", ClientSort.CITY: "БВАГ",
    ClientSort.COMPANY: "БАВГ", ClientSort.POSITION: "БАВГ", ClientSort.BIRTHDAY: "БВАГ",
    ClientSort.MEMBER_SINCE: "АВБГ", ClientSort.LAST_CONTACT: "ГВАБ",
    ClientSort.INTERESTS: "БАВГ", ClientSort.PHONE: "ВАБГ", ClientSort.MANAGER: "ГАБВ",
    ClientSort.NEXT: "БВАГ",
}  # fmt: skip


@pytest.mark.parametrize("sort", ORDERS)
def test_the_list_goes_by_any_column(desk: Desk, sort: ClientSort) -> None:
    club(desk)
    assert "".join(shown(desk, sort=sort)) == ORDERS[sort]


def test_who_has_nothing_there_stays_at_the_end_also_backwards(desk: Desk) -> None:
    club(desk)
    opened = registry.open_list(desk, ClientFilter(), ClientSort.CITY, descending=True)
    rows = registry.read_part(desk, opened)
    assert [r.name.surname for r in rows if r is not None] == ["А", "В", "Б", "Г"]


def test_a_promise_comes_before_the_rhythm(desk: Desk) -> None:
    club(desk)
    last = registry.list_clients(desk)[3]
    make_promise(desk, last.id, text="счёт", due_at=desk.now + timedelta(hours=1))
    assert shown(desk, sort=ClientSort.NEXT)[0] == "Г"


def test_every_place_of_an_opened_list_is_known_unread(desk: Desk) -> None:
    club(desk)
    opened = registry.open_list(desk, ClientFilter())
    keys = [opened.id_at(n) for n in range(4)]
    assert (opened.total, opened.id_at(4), opened.id_at(-1)) == (4, None, None)
    assert opened.ids(1, 2) == tuple(keys[1:3])
    assert [opened.place_of(k) for k in keys if k is not None] == [0, 1, 2, 3]
    assert opened.place_of(UUID(int=7)) == -1


def test_who_left_meanwhile_leaves_a_gap_and_not_another_row(desk: Desk) -> None:
    club(desk)
    opened = registry.open_list(desk, ClientFilter())
    rows = registry.read_part(desk, opened)
    assert all(rows)
    gone = registry.ClientList(opened.filter, opened.sort, False, bytes(16) + opened.keys)
    assert registry.read_part(desk, gone)[0] is None
    assert registry.read_part(desk, gone)[1] == rows[0]


def test_letters_lead_to_a_name_in_either_keyboard(desk: Desk) -> None:
    for surname in ("абрамов", "иванов", "щукин"):
        make.client(desk, surname=surname.title(), sort_key=f"{surname} иван")
    opened = registry.open_list(desk, ClientFilter(), ClientSort.NAME, descending=True)
    assert registry.find_place(desk, opened, "ив") == 1
    assert registry.find_place(desk, opened, "bd") == 1
    assert registry.find_place(desk, opened, "ю") == -1
    assert registry.find_place(desk, opened, " ") == -1


FILTERS: tuple[tuple[dict[str, object], str], ...] = (
    ({"city": "Ейск"}, "Б"), ({"interest": "опера"}, "А"), ({"birthday_month": 5}, "В"),
    ({"silence": Silence.WEEK}, "Б"), ({"silence": Silence.NEVER}, "Г"),
    ({"silence": Silence.DAYS_30}, "ВГ"), ({"silence": Silence.DAYS_90}, "Г"),
    ({"silence": Silence.OVERDUE}, ""), ({"without_manager": True}, "Г"),
    ({"ids": ()}, ""), ({"city": "Ялта", "birthday_month": 5}, ""),
)  # fmt: skip


@pytest.mark.parametrize(("wanted", "who"), FILTERS)
def test_filters_narrow_and_join(desk: Desk, wanted: dict[str, object], who: str) -> None:
    club(desk)
    found = ClientFilter(**wanted)  # type: ignore[arg-type]
    assert "".join(shown(desk, found)) == who
    assert registry.open_list(desk, found).total == len(who)


def test_the_silent_are_measured_by_their_own_rhythm(desk: Desk) -> None:
    long_ago = desk.now - timedelta(days=20)
    make.client(desk, surname="А", last_contact_at=long_ago)  # gold: every 30 days
    make.client(desk, surname="Б", last_contact_at=long_ago, cadence_days=7)
    assert shown(desk, ClientFilter(silence=Silence.OVERDUE)) == ["Б"]
    offered = list_offered(desk)
    assert (offered.cities, offered.interests, offered.bands) == (("Москва",), (), True)


def test_health_is_shown_by_the_last_count_and_to_whom_it_belongs(desk: Desk) -> None:
    health.well_known(desk)
    head = make.as_role(desk, Role.HEAD)
    take_snapshot(head)
    band = desk.session.query(HealthSnapshot).first()
    assert band is not None
    found = ClientFilter(band=Band(band.band))
    assert len(shown(head, found)) == 1
    assert registry.list_clients(head, sort=ClientSort.HEALTH)[0].band is Band(band.band)
    coordinator = make.as_role(desk, Role.COORDINATOR)
    assert registry.list_clients(coordinator, sort=ClientSort.HEALTH)[0].band is None
    assert not list_offered(coordinator).bands
    stranger = make.as_role(desk, Role.EXECUTIVE)
    other = registry.list_clients(stranger)[0]
    assert other.band is not None


# Views --------------------------------------------------------------------------------------------


def test_a_view_keeps_all_but_what_was_typed(desk: Desk) -> None:
    wanted = ClientFilter(
        text="Щукин", city="Ялта", tier_id=make.tier(desk).id, band=Band.WATCH, mine=True,
        silence=Silence.NEVER, birthday_month=3, interest="опера",
    )  # fmt: skip
    arranged = Arrangement(wanted, ClientSort.CITY, True, ("city", "phone"))
    saved_views.save_view(desk, name="  Мой   юг ", arrangement=arranged, is_default=True)
    (view,) = saved_views.list_views(desk)
    assert (view.name, view.is_default) == ("Мой юг", True)
    assert view.arrangement == Arrangement(wanted.kept, ClientSort.CITY, True, ("city", "phone"))


def test_views_are_ones_own_and_one_is_the_default(desk: Desk) -> None:
    first, second = (
        saved_views.save_view(desk, name=n, arrangement=Arrangement(), is_default=True)
        for n in ("А", "Б")
    )
    assert [v.is_default for v in saved_views.list_views(desk)] == [False, True]
    assert saved_views.choose_default(desk, first.id) == second.id
    assert saved_views.choose_default(desk, None) == first.id
    head = make.as_role(desk, Role.HEAD)
    assert saved_views.list_views(head) == ()
    with pytest.raises(NotFound):
        saved_views.remove_view(head, first.id)
    gone = saved_views.remove_view(desk, first.id)
    assert [v.name for v in saved_views.list_views(desk)] == ["Б"]
    saved_views.restore_view(desk, gone)
    assert [v.name for v in saved_views.list_views(desk)] == ["А", "Б"]


def test_how_the_list_was_left_is_a_view_without_a_name(desk: Desk) -> None:
    for keys in (("city",), ("phone", "city")):
        saved_views.keep_layout(desk, Arrangement(ClientFilter(city="Ялта"), columns=keys))
    (view,) = saved_views.list_views(desk)
    assert (view.name, view.arrangement) == ("", Arrangement(columns=("phone", "city")))


@pytest.mark.parametrize("name", ["", "x" * 81])
def test_a_view_has_a_name(desk: Desk, name: str) -> None:
    with pytest.raises(UserError):
        saved_views.save_view(desk, name=name, arrangement=Arrangement())


def test_of_forty_views_each_may_be_saved_anew(desk: Desk) -> None:
    for n in range(40):
        saved_views.save_view(desk, name=f"{n}", arrangement=Arrangement())
    saved_views.save_view(desk, name="7", arrangement=Arrangement(descending=True))
    with pytest.raises(UserError):
        saved_views.save_view(desk, name="41", arrangement=Arrangement())


def test_a_view_of_another_desk_is_read_as_far_as_it_is_known() -> None:
    kept = {
        "filter": {"tier_id": "?", "band": "purple", "birthday_month": 13, "newer": 1, "city": 5},
        "sort": "moon", "columns": ["city"],
    }  # fmt: skip
    wanted = Arrangement(ClientFilter(city="5"), columns=("city",))
    assert saved_views.read_arrangement(kept) == wanted
    assert saved_views.read_arrangement({}) == Arrangement()


# Several ------------------------------------------------------------------------------------------


def test_one_promise_to_several_has_one_way_back(desk: Desk) -> None:
    ids = [make.client(desk, surname=s).id for s in "АБВ"]
    due = desk.now + timedelta(days=2)
    made = several.promise_each(desk, [*ids, ids[0]], text="фото", due_at=due)
    assert len(made) == 3
    assert [r.next.text for r in registry.list_clients(desk) if r.next] == ["фото"] * 3
    several.take_promises_back(desk, made)
    assert not [r for r in registry.list_clients(desk) if r.next and r.next.is_promise]
    for chosen in ((), [UUID(int=n) for n in range(600)]):
        with pytest.raises(UserError):
            several.promise_each(desk, chosen, text="фото", due_at=due)
