"""Fifty that give at once never pass a limit; nor does anybody by plain SQL."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.factories_complaints import five_fields
from tests.team.club import PEOPLE, Club
from vipdesk.access import Desk
from vipdesk.clock import SystemClock
from vipdesk.compensating import CompensationKind
from vipdesk.complaints import authority, compensation, intake, relatives
from vipdesk.complaints.compensation import Thing
from vipdesk.errors import UserError
from vipdesk.money import Money

AT_ONCE = 50
INSERT = (
    "INSERT INTO {table} (id, complaint_id, client_id, staff_id, level, state, reserved_minor,"
    " currency, outside, reason, offered_at, delivered_how, sampled, version)"
    " VALUES (:id, :case, :client, :staff, :level, 'reserved', :cost, 'RUB', {outside}, '',"
    " now() {ago}, '', false, 1)"
)


def insert(club: Club, login: str, table: str, *, case: UUID, client: UUID, staff: UUID,
           cost: int, level: int = 1, outside: str = "false", ago: str = "",
           isolation: str = "READ COMMITTED", wait: Barrier | None = None) -> UUID:  # fmt: skip
    key = uuid4()
    engine = club.engine(login).execution_options(isolation_level=isolation)
    with engine.connect() as connection, connection.begin():
        connection.execute(text("SELECT 1"))
        if wait is not None:
            wait.wait(timeout=60)
        connection.execute(
            text(INSERT.format(table=table, outside=outside, ago=ago)),
            {"id": key, "case": case, "client": client, "staff": staff, "level": level,
             "cost": cost},
        )  # fmt: skip
    return key


def things_of(cost: int) -> tuple[Thing, ...]:
    return tuple(
        Thing(CompensationKind.REDO, f"Ужин {n}", *(Money.of(cost),) * 3) for n in range(2)
    )


def table_of(login: str) -> str:
    schema = "vip_seen" if login == "maria" else "vip_private"
    return f"{schema}.compensation_grant"


def given(club: Club) -> list[int]:
    return [row[0] for row in club.run(
        None, "SELECT reserved_minor FROM vip_private.compensation_grant WHERE state <> 'released'"
    )]  # fmt: skip


@pytest.mark.parametrize("isolation", ["READ COMMITTED", "REPEATABLE READ"])
def test_fifty_grants_at_the_edge_of_a_limit_never_pass_it(club: Club, isolation: str) -> None:
    planted, wait = club.planted, Barrier(AT_ONCE)

    def give(_: int) -> str:
        try:
            insert(club, "maria", table_of("maria"), case=planted.open_case,
                   client=_client(club), staff=planted.staff["maria"], cost=300_000,
                   isolation=isolation, wait=wait)  # fmt: skip
        except DBAPIError as error:
            return str(getattr(error.orig, "sqlstate", ""))
        return "given"

    usual = club.run(None, "SELECT rolconnlimit FROM pg_roles WHERE rolname = 'maria'")[0][0]
    club.run(None, "ALTER ROLE maria CONNECTION LIMIT -1")  # a login has few places by itself
    try:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = list(pool.map(give, range(AT_ONCE)))
    finally:
        club.run(None, f"ALTER ROLE maria CONNECTION LIMIT {usual}")
    # 10 000 roubles of a case at level 1: three of 3 000.
    most = 3 if isolation == "READ COMMITTED" else 0
    assert answers.count("given") == most
    assert set(answers) <= {"given", "22023"}
    assert sum(given(club)) == most * 300_000


def _client(club: Club) -> UUID:
    found: UUID = club.run(
        None,
        "SELECT client_id FROM vip_private.complaint WHERE id = :id",
        id=club.planted.open_case,
    )[0][0]
    return found


def test_the_verb_and_the_database_say_the_same(club: Club) -> None:
    office = club.office("maria", SystemClock())
    case = club.planted.open_case

    def things(cost: int) -> tuple[Thing, ...]:
        return tuple(
            Thing(CompensationKind.REDO, f"Ужин {n}", *(Money.of(cost),) * 3) for n in range(2)
        )

    def give(desk: Desk) -> UUID:
        authority.set_loss(desk, case, Money.of(40_000))
        return compensation.offer(desk, case, options=things(9_000))

    grant, _ = office.write(give)
    option = office.read(lambda desk: compensation.list_grants(desk, case)[0].options[1])
    office.write(lambda desk: compensation.accept(desk, grant, option_id=option.id))
    with pytest.raises(UserError, match="limit of a case"):
        office.write(lambda desk: compensation.offer(desk, case, options=things(2_000), again=True))
    office.write(lambda desk: compensation.deliver(desk, grant, how="лично"))
    row = office.read(lambda desk: compensation.list_grants(desk, case)[0])
    assert row.delivered_at is not None
    # Another desk of hers gives the last of it in between: the database refuses, in words.
    insert(club, "maria", table_of("maria"), case=case, client=_client(club),
           staff=club.planted.staff["maria"], cost=100_000)  # fmt: skip
    assert sum(given(club)) == 1_000_000


@pytest.mark.parametrize(
    "changed",
    [
        {"cost": 1_000_001},
        {"cost": 100, "level": 2},
        {"cost": 100, "ago": "- interval '40 days'"},
        {"cost": 100, "outside": "true"},
        {"cost": 600_000, "level": 0},
    ],
)
def test_plain_sql_passes_no_limit(club: Club, changed: dict[str, object]) -> None:
    with pytest.raises(DBAPIError) as refused:
        insert(club, "maria", table_of("maria"), case=club.planted.open_case,
               client=_client(club), staff=club.planted.staff["maria"], **changed)  # type: ignore[arg-type]  # fmt: skip
    assert getattr(refused.value.orig, "sqlstate", "") == "22023"
    assert given(club) == []


def test_plain_sql_gives_nothing_to_a_declared_relative(club: Club) -> None:
    case = club.planted.open_case
    maria = club.office("maria", SystemClock())
    maria.write(lambda desk: relatives.declare_relative(desk, case))
    with pytest.raises(DBAPIError) as refused:
        insert(club, "maria", table_of("maria"), case=case, client=_client(club),
               staff=club.planted.staff["maria"], cost=100)  # fmt: skip
    assert getattr(refused.value.orig, "sqlstate", "") == "22023"
    with pytest.raises(UserError, match="relative"):
        maria.write(lambda desk: compensation.offer(desk, case, options=things_of(100)))
    ilya = club.office("ilya", SystemClock())
    (kin,) = ilya.read(lambda desk: relatives.declared_by(desk, _client(club)))
    with pytest.raises(UserError, match="Somebody else"):
        maria.write(lambda d: relatives.remove_relative(d, case, staff_id=kin.staff_id))
    ilya.write(lambda d: relatives.remove_relative(d, case, staff_id=kin.staff_id))
    insert(club, "maria", table_of("maria"), case=case, client=_client(club),
           staff=club.planted.staff["maria"], cost=100)  # fmt: skip


def test_what_is_set_aside_is_not_made_smaller_afterwards(club: Club) -> None:
    key = insert(club, "maria", table_of("maria"), case=club.planted.open_case,
                 client=_client(club), staff=club.planted.staff["maria"], cost=900_000)  # fmt: skip
    for change in (
        "reserved_minor = 1", "outside = true", "level = 0", "reserved_minor = 9000000",
        "state = 'settled'", "offered_at = now() - interval '300 days'",
    ):  # fmt: skip
        with pytest.raises(DBAPIError) as refused:
            club.run("maria", f"UPDATE {table_of('maria')} SET {change} WHERE id = :id", id=key)
        assert getattr(refused.value.orig, "sqlstate", "") == "22023", change


def test_an_executive_does_not_sign_twice(club: Club) -> None:
    assert PEOPLE["petr"]
    office = club.office("petr", SystemClock())
    case = club.planted.his_case

    def give(desk: Desk) -> UUID:
        authority.set_loss(desk, case, Money.of(400_000))
        things = tuple(
            Thing(CompensationKind.REDO, f"Юбилей {n}", *(Money.of(300_000),) * 3) for n in range(2)
        )
        return compensation.offer(desk, case, options=things, reason="испорчен юбилей")

    grant, _ = office.write(give)
    for change in (
        "state = 'committed'", f"second_id = '{club.planted.staff['petr']}'",
        f"second_id = '{club.planted.staff['ilya']}'",
    ):  # fmt: skip
        with pytest.raises(DBAPIError):
            club.run("petr", f"UPDATE {table_of('petr')} SET {change} WHERE id = :id", id=grant)


def test_another_desk_between_is_told_in_words(club: Club) -> None:
    """A case filed now by the real verb: what its manager may give is what the table says."""
    office = club.office("maria", SystemClock())
    filed, _ = office.write(
        lambda desk: intake.file_complaint(desk, five_fields(club.planted.hers_calm))
    )
    with pytest.raises(DBAPIError):
        insert(club, "maria", table_of("maria"), case=filed.id, client=club.planted.hers,
               staff=club.planted.staff["maria"], cost=100)  # fmt: skip
