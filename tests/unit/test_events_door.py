"""The door: found by three letters, let in by the rules, merged without loss or doubles."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories_door import EVENING, Kept, door_list, guests
from vipdesk.cards.number import new_number
from vipdesk.errors import UserError
from vipdesk.events import door_list as lists
from vipdesk.events.door import DoorDesk, DoorState, Scan, mended_code
from vipdesk.events.door_list import DoorList, new_code, open_list, seal_list, wipe_due
from vipdesk.events.door_log import DoorPlace, read_handed, read_log, take_place
from vipdesk.gathering import DoorDeed


def a_desk(listed: DoorList | None = None, number: int = 1) -> DoorDesk:
    return DoorDesk(listed or door_list(), Kept(), number)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("щук", "Щукин Пётр Ильич"), ("shch", "Щукин Пётр Ильич"), ("oer", "Щукин Пётр Ильич"),
        ("пет", "Щукин Пётр Ильич"), (",j,", "Боброва Анна"), ("мюл", "Müller Karl"),
        ("mul", "Müller Karl"), ("ива", "Иванов Иван"), ("bdf", "Иванов Иван"),
    ],
)  # fmt: skip
def test_three_letters_in_any_alphabet_and_layout_find_a_guest(typed: str, found: str) -> None:
    assert [g.name for g in a_desk().find(typed).guests] == [found]


def test_two_letters_find_nobody_and_many_show_three() -> None:
    desk = a_desk(door_list(guests([(f"Иванов {n}", "") for n in "АБВГД"])))
    assert desk.find("ив").too_short
    hits = desk.find("ива")
    assert len(hits.guests) == 3
    assert hits.more == 2


def test_a_party_comes_in_parts_and_never_with_more_than_allowed() -> None:
    desk = a_desk()
    guest = desk.listed.guests[0]
    desk.arrive(guest.id, EVENING)
    with pytest.raises(UserError, match="in already"):
        desk.arrive(guest.id, EVENING)
    desk.come_later(guest.id, EVENING)
    assert desk.look(guest.id).here == (0, 1)
    with pytest.raises(UserError, match="may come with"):
        desk.come_later(guest.id, EVENING)
    with pytest.raises(UserError, match="not on the list"):
        desk.arrive(uuid4(), EVENING)


def test_undo_takes_back_and_the_scan_stays() -> None:
    desk = a_desk()
    guest = desk.listed.guests[0]
    done = desk.arrive(guest.id, EVENING, companions=1)
    assert desk.counts().inside == 2
    desk.undo(done, EVENING)
    assert desk.counts().inside == 0
    assert len(desk.state.scans) == 4
    desk.arrive(guest.id, EVENING)
    desk.undo_guest(guest.id, EVENING)
    assert desk.look(guest.id).here == ()


def test_cut_off_desks_together_never_exceed_the_room() -> None:
    listed = door_list(guests(party=1, allowance=5), capacity=7)
    desks = [a_desk(listed, 1), a_desk(listed, 2)]
    given_out = 0
    for desk in desks:
        for _ in range(9):
            with suppress(UserError):
                desk.let_walk_in("Гость", EVENING)
                given_out += 1
    assert given_out == 3  # seven places less the four that were promised
    desks[0].arrive(listed.guests[0].id, EVENING)  # a promised place is always there
    with pytest.raises(UserError, match="No free place"):
        desks[0].come_later(listed.guests[0].id, EVENING)
    assert desks[0].arrive(listed.guests[1].id, EVENING, companions=2, host_agreed=True)


def test_one_guest_at_two_cut_off_desks_counts_once_and_is_told() -> None:
    listed = door_list()
    one, two = a_desk(listed, 1), a_desk(listed, 2)
    guest = listed.guests[0].id
    one.arrive(guest, EVENING, companions=1)
    two.arrive(guest, EVENING + timedelta(minutes=1))
    one.merge(two.state.scans.values())
    two.merge(one.state.scans.values())
    assert one.state.picture() == two.state.picture()
    assert one.counts().inside == 2
    assert one.look(guest).doubt
    assert one.state.doubles() == (guest,)


def test_somebody_unknown_is_a_task_until_the_host_decides() -> None:
    desk = a_desk(door_list(capacity=9))
    (asked,) = desk.ask(" Пётр  Белов ", EVENING)
    assert [s.words for s in desk.state.asked()] == ["Пётр Белов"]
    desk.let_walk_in("Пётр Белов", EVENING, asked=asked)
    assert desk.state.asked() == ()
    assert desk.counts().inside == 1
    with pytest.raises(UserError, match="who it is"):
        desk.ask("  ", EVENING)


def test_a_card_finds_its_guest_and_its_code_is_read_in_either_layout() -> None:
    number = new_number()
    listed = guests(NAMES[:1], cards=(number,)) + guests(NAMES[1:2])
    desk = a_desk(door_list(listed))
    assert desk.find_card(number) == listed[0]
    assert desk.find_card(new_number()) is None
    assert mended_code("МВ1*482719305563*ПЩДВ*ю.;Ж\r") == "VD1*482719305563*GOLD*./$:"
    assert mended_code("щукин") == ""


NAMES = (("Щукин Пётр", "Petr Shchukin"), ("Боброва Анна", "Anna Bobrova"))
_PEOPLE = [g.id for g in guests()]
_NONCES = [uuid4() for _ in range(8)]
_SCANS = st.builds(
    Scan,
    nonce=st.uuids(version=4),
    guest=st.sampled_from(_PEOPLE),
    place=st.integers(0, 2),
    deed=st.sampled_from([DoorDeed.IN, DoorDeed.UNDO]),
    desk_no=st.integers(1, 3),
    at=st.integers(0, 90).map(lambda m: EVENING + timedelta(minutes=m)),
)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_order_and_any_repetition_give_the_same_state(data: st.DataObject) -> None:
    made = data.draw(st.lists(_SCANS, max_size=14, unique_by=lambda s: s.nonce))
    scans = [
        Scan(s.nonce, s.guest, s.place, s.deed, s.desk_no, s.at,
             data.draw(st.sampled_from([t.nonce for t in made])))
        if s.deed is DoorDeed.UNDO else s
        for s in made
    ]  # fmt: skip
    told = data.draw(st.permutations(scans + scans))
    first, second = DoorState(), DoorState()
    for scan in scans:
        first.add(scan)
    for scan in told:
        second.add(scan)
    assert first.picture() == second.picture()
    assert first.people() == second.people()
    assert set(first.scans) == {s.nonce for s in scans}


# The file -----------------------------------------------------------------------------------


def placed(
    folder: Path, listed: DoorList | None = None, code: str = "", number: int = 1
) -> tuple[DoorPlace, bytes, str]:
    code = code or new_code()
    data = seal_list(listed or door_list(), code)
    return take_place(folder, data, code, desk_no=number, now=EVENING), data, code


def test_the_file_says_no_name_and_opens_with_its_code_alone(tmp_path: Path) -> None:
    listed, code = door_list(), new_code()
    data = seal_list(listed, code)
    for word in ("Щукин", "Shchukin", "Вечер"):
        assert word.encode() not in data
    cyrillic = code.lower().translate(str.maketrans("abekmhpctx", "авекмнрстх"))
    assert open_list(data, cyrillic.replace("-", " "), EVENING).listed == listed
    for wrong, field in ((new_code(), "code"), ("АБВ", "code")):
        with pytest.raises(UserError) as told:
            open_list(data, wrong, EVENING)
        assert told.value.field == field
    for broken in (b"", b"{}", data[:80], data[:-5], b"x" * 99):
        with pytest.raises(UserError) as told:
            open_list(broken, code, EVENING)
        assert told.value.field == "file"


def test_a_desk_started_again_knows_what_it_did(tmp_path: Path) -> None:
    place, data, code = placed(tmp_path)
    listed = place.opened.listed
    desk = DoorDesk(listed, place.log, 1)
    desk.arrive(listed.guests[0].id, EVENING, companions=1)
    with pytest.raises(UserError, match="another window"):
        take_place(tmp_path, data, code, desk_no=1, now=EVENING)
    place.close()
    path = place.log.path
    path.write_bytes(path.read_bytes() + b"\0\0\1\0torn")  # a power cut
    with take_place(tmp_path, data, code, desk_no=1, now=EVENING) as again:
        second = DoorDesk(listed, again.log, 1)
        second.merge(again.read_all())
        second.arrive(listed.guests[1].id, EVENING)
        assert second.counts().inside == 3
        assert len(read_log(path, again.opened.sealer, listed.pass_id)) == 3
        assert b"\xd0" not in b"".join(p.name.encode() for p in again.folder.iterdir())


def test_two_laptops_meet_over_a_stick_as_often_as_they_like(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "desk-9-foreign.doorlog").write_bytes(b"\0\0\0\4abcd")
    one, data, code = placed(tmp_path / "one")
    two = take_place(tmp_path / "two", data, code, desk_no=2, now=EVENING)
    desks = [DoorDesk(p.opened.listed, p.log, p.desk_no) for p in (one, two)]
    desks[0].arrive(one.opened.listed.guests[0].id, EVENING)
    desks[1].arrive(one.opened.listed.guests[1].id, EVENING)
    for _ in range(2):
        for place, desk in zip((one, two), desks, strict=True):
            desk.merge(place.exchange(stick))
    assert desks[0].state.picture() == desks[1].state.picture()
    assert desks[0].counts().inside == 2
    logs = sorted(stick.glob("*.doorlog"))
    assert len(set(read_handed(data, code, logs, EVENING))) == 2
    one.close()
    two.close()


def test_after_the_event_the_guests_are_wiped_and_the_log_can_still_be_read(tmp_path: Path) -> None:
    place, data, code = placed(tmp_path)
    listed = place.opened.listed
    DoorDesk(listed, place.log, 1).arrive(listed.guests[0].id, EVENING)
    place.close()
    assert wipe_due(tmp_path, listed.wipes_at - timedelta(seconds=1)) == 0
    late = listed.wipes_at + timedelta(hours=1)
    with pytest.raises(UserError, match="wiped"):
        take_place(tmp_path, data, code, desk_no=1, now=late)
    assert wipe_due(tmp_path, late) == 1
    assert wipe_due(tmp_path, late) == 0
    (left,) = tmp_path.glob("*/*.vipdoor")
    opened = open_list(left.read_bytes(), code, late)
    assert (opened.wiped, opened.listed.guests) == (True, ())
    assert len(read_handed(left.read_bytes(), code, [place.log.path], late)) == 1
    assert wipe_due(tmp_path, late + lists.LOGS_STAY) == 0
    assert list(tmp_path.glob(f"{listed.pass_id}*")) == []
