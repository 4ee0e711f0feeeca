"""Who may do what to which rows: the one source of the rules, as plain data.

Whatever is not here is refused. `rights` turns it into grants and row-level policies of a
team's PostgreSQL, tests sign in as each role and compare, and pages ask `may` what to offer.
On a vault the same matrix is a convenience, not a boundary.

Nobody removes a client or a member of the staff, and nobody writes a complaint's own row
directly: that refusal would tell of rows that may not be seen (procedures do it instead).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from vipdesk.vocabulary import Role


class Verb(StrEnum):
    """What can be done to rows."""

    SELECT = "select"
    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"


class Rows(StrEnum):
    """Which rows of a table; each has its SQL in `rights.rules`."""

    ALL = "all"
    IN_CARE = "in_care"  # clients one leads, or stands in for who leads them
    OF_CLIENT = "of_client"  # rows of clients one sees
    OF_CLIENT_OPEN = "of_client_open"  # … but not what is for management alone
    PERSON = "person"  # … and whom they name is seen too
    PAIR = "pair"  # … and the other one is seen too
    PROMISE = "promise"
    TEAM = "team"  # what the whole team may read
    TEAM_OWN = "team_own"  # … and only what one noted oneself
    NOT_SPECIAL = "not_special"  # no health, diet or faith
    NOT_SPECIAL_OR_IN_CARE = "not_special_or_in_care"
    MINE = "mine"  # staff_id is me
    MY_PROMISES = "my_promises"
    MY_IMPORTS = "my_imports"
    MY_HANDOVERS = "my_handovers"
    TO_ME = "to_me"
    ASKED = "asked"  # asked of me, or by me
    REPLY = "reply"
    NOT_PERSONAL = "not_personal"  # messages, but not a manager's own with a client
    FOUND = "found"  # search entries of what one sees
    EVENTS = "events"  # search entries of events
    CARD_STORY = "card_story"  # the journal of cards one sees
    CASE = "case"  # complaints, but none about oneself
    OF_CASE = "of_case"  # what hangs on such a complaint
    CASE_MESSAGE = "case_message"
    HEALTH = "health"
    PUBLISHED = "published"  # a lesson, for who works with complaints


@dataclass(frozen=True, slots=True)
class Cell:
    """Which rows, and which columns are left out (`but`) or are the only ones (`only`)."""

    rows: Rows
    but: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()


Line = Mapping[Verb, Cell]
M, C, H, E = Role.MANAGER, Role.COORDINATOR, Role.HEAD, Role.EXECUTIVE
U, D = Role.AUDITOR, Role.ADMINISTRATOR
_LETTERS = {"s": Verb.SELECT, "i": Verb.INSERT, "u": Verb.UPDATE, "d": Verb.DELETE}


def verbs(letters: str) -> frozenset[Verb]:
    """`siud`: select, insert, update, delete."""
    return frozenset(_LETTERS[letter] for letter in letters)


def _of(letters: str, rows: Rows, *, but: str = "", only: str = "") -> dict[Verb, Cell]:
    cell = Cell(rows, frozenset(but.split()), frozenset(only.split()))
    return dict.fromkeys(sorted(verbs(letters)), cell)


_SECRET = "sealed"  # noqa: S105 the name of a column
_READ_SO_FAR = "uid_validity last_uid looked_at trouble claimed_until fence"
_PERSONAL = "surname given patronymic latin_name gender email phone reachable version"
_HOLD = "id client_id kind review_on"
# Not what the way back needs: it holds hidden rows.
_MERGED = "id client_id other_client_id merged_at merged_by_id former_name undone_at"
# Neither number nor hash: they move with every entry of the club, also with those not shown.
_STORY = "at actor verb object_table object_id fields"
_ENDED = "answer done_at returned_at undone_at seen_at"
# Of a complaint: who, when and what was said stays as it was filed.
_SAID = (
    "public_no submission_id client_id registered_by_id registered_at words_of_client "
    "wish_of_client about_staff_id policy_version"
)

_R = Rows
_EVERYBODY = (M, C, H, E, U, D)
_STAFF = (M, C, H, E, D)


def _all(letters: str, *roles: Role) -> dict[Role, Line]:
    return {role: _of(letters, _R.ALL) for role in roles}


_PROFILE: dict[Role, Line] = {
    M: _of("siud", _R.OF_CLIENT), C: _of("s", _R.ALL), **_all("siud", H, E), **_all("si", D),
}  # fmt: skip
_PROGRAMME: dict[Role, Line] = {**_all("siud", M, C, H, E), **_all("s", D)}
_GUESTS: dict[Role, Line] = {
    M: _of("siud", _R.OF_CLIENT), **_all("siud", C, H, E), **_all("s", D),
}  # fmt: skip
_OWN: dict[Role, Line] = {role: _of("siud", _R.MINE) for role in _EVERYBODY}
_CASES: dict[Role, Line] = {role: _of("siud", _R.OF_CASE) for role in (M, H, E)}

MATRIX: Mapping[str, Mapping[Role, Line]] = {
    # The club.
    "staff": {**_all("s", M, C, H, E, U), D: _of("s", _R.ALL) | _of("u", _R.ALL, only=_PERSONAL)},
    "tier": {**_all("s", M, C, U), **_all("siu", H, E, D)},
    "club_setting": {
        **{role: _of("s", _R.ALL, but=_SECRET) for role in (M, C, U)}, **_all("siu", H, E, D),
    },
    "mail_account": {**_all("s", M, C), **_all("siu", H, E, D)},
    # Who reads it keeps how far; the address is the office's.
    "mailbox": {
        C: _of("s", _R.ALL) | _of("u", _R.ALL, only=_READ_SO_FAR), **_all("siu", H, E, D),
    },
    "occurrence": _all("siud", M, C, H, E, D),
    # Clients and what belongs to the profile.
    "client": {
        M: _of("siu", _R.IN_CARE), **_all("s", C), **_all("siu", H, E, D),
    },
    "import_batch": {M: _of("siu", _R.MY_IMPORTS), **_all("siu", H, E, D)},
    "contact_point": _PROFILE,
    "client_photo": _PROFILE,
    "channel_preference": _PROFILE,
    "interest": _PROFILE,
    "name_form": _PROFILE,
    # Everybody who may greet must see a day of memory.
    "client_date": _PROFILE,
    # A ledger: a withdrawal that could be taken out would let mail go on.
    "consent": {M: _of("si", _R.OF_CLIENT), **_all("si", C, H, E, D)},
    "person_around": {
        M: _of("siud", _R.PERSON), C: _of("s", _R.TEAM), **_all("siud", H, E),
        D: _of("si", _R.TEAM),
    },
    "relation_type": {**_all("si", M), **_all("s", C), **_all("siud", H, E, D)},
    "declined_link": {M: _of("siud", _R.PERSON), **_all("siud", H, E)},
    "introduction": {M: _of("siud", _R.PERSON), **_all("siud", H, E)},
    "fact": {
        M: _of("siud", _R.OF_CLIENT), C: _of("s", _R.NOT_SPECIAL), H: _of("siud", _R.ALL),
        E: _of("siud", _R.NOT_SPECIAL_OR_IN_CARE), D: _of("i", _R.NOT_SPECIAL),
    },
    "purchase": {M: _of("si", _R.OF_CLIENT), **_all("si", H, E, D)},
    "interaction": {
        M: _of("siud", _R.OF_CLIENT_OPEN),
        C: _of("si", _R.TEAM) | _of("d", _R.TEAM_OWN),
        **_all("siud", H, E), D: _of("si", _R.TEAM) | _of("d", _R.TEAM_OWN),
    },
    "promise": {
        M: _of("siud", _R.PROMISE), C: _of("siud", _R.MY_PROMISES), **_all("siud", H, E),
        D: _of("su", _R.MY_PROMISES),
    },
    "draft": _OWN,
    "snooze": _OWN,
    "saved_view": _OWN,
    # Who was asked answers, who asked takes it back: the words of the one stay as they were said.
    "delegation": {role: _of("si", _R.ASKED) | _of("u", _R.ASKED, only=_ENDED) for role in _STAFF},
    # Merged and unmerged by the database's own procedures alone.
    "client_merge": {
        M: _of("s", _R.OF_CLIENT, only=_MERGED),
        **{role: _of("s", _R.ALL, only=_MERGED) for role in (C, H, E, D)},
    },
    "search_note": {},  # through procedures alone
    "not_the_same": {M: _of("sid", _R.PAIR), **_all("sid", H, E)},
    "import_mapping": _OWN,
    "handover": {
        M: _of("s", _R.MY_HANDOVERS) | _of("u", _R.TO_ME, only="seen_at"),
        C: _of("s", _R.MY_HANDOVERS),
        **{role: _of("s", _R.ALL) | _of("u", _R.TO_ME, only="seen_at") for role in (H, E, D)},
    },
    "privacy_request": {M: _of("siu", _R.OF_CLIENT), **_all("siu", H, E, D)},
    "status_card": {M: _of("siud", _R.OF_CLIENT), **_all("s", C), **_all("siud", H, E, D)},
    # Benefits. Who gives a piece counts it, and changes nothing else of the catalogue.
    "benefit": {
        M: _of("s", _R.ALL) | _of("u", _R.ALL, only="taken"), C: _of("s", _R.ALL),
        **_all("siu", H, E, D),
    },
    "benefit_offer": {M: _of("siu", _R.OF_CLIENT), **_all("siu", H, E), **_all("s", D)},
    "benefit_option": {M: _of("si", _R.OF_CLIENT), **_all("si", H, E), **_all("s", D)},
    "benefit_use": {M: _of("siu", _R.OF_CLIENT), **_all("siu", H, E), **_all("s", D)},
    "off_hours_request": {M: _of("siud", _R.OF_CLIENT), **_all("siud", H, E), **_all("s", D)},
    "gift": {M: _of("sid", _R.OF_CLIENT), **_all("sid", H, E), **_all("s", D)},
    # Events.
    "venue": _PROGRAMME,
    "event": _PROGRAMME,
    "event_session": _PROGRAMME,
    "event_sort": {**_all("s", M), **_all("siud", C, H, E, D)},
    "event_course": _PROGRAMME,
    "event_template": _PROGRAMME,
    "event_option": _PROGRAMME,
    "event_cost": _PROGRAMME,
    "event_file": _PROGRAMME,
    "guest_list": _PROGRAMME,
    "guest": _GUESTS,
    "invitation": _GUESTS,
    "invitation_choice": _GUESTS,
    "seat_plan": {**_all("s", M, D), **_all("siud", C, H, E)},
    "seat": {M: _of("s", _R.OF_CLIENT), **_all("siud", C, H, E), **_all("s", D)},
    # A code is sealed for who made the list; a scan is only added, retention clears its words.
    "door_pass": {**_all("s", M, D), **_all("siud", C, H, E)},
    "door_scan": {
        M: _of("si", _R.OF_CLIENT), **_all("si", C), **_all("s", D),
        **{role: _of("si", _R.ALL) | _of("u", _R.ALL, only="words") for role in (H, E)},
    },
    "feedback": _GUESTS,
    "waiting_entry": _GUESTS,
    "credit_line": {M: _of("s", _R.OF_CLIENT), **_all("siud", C, H, E), **_all("s", D)},
    # A frozen list is only added.
    "list_snapshot": {**_all("si", M, C, H, E), **_all("s", D)},
    "snapshot_name": {M: _of("si", _R.OF_CLIENT), **_all("si", C, H, E), **_all("s", D)},
    "reply": {M: _of("siud", _R.REPLY), **_all("siud", C, H, E)},
    # By column: a right to the whole table shows `xmin` too, which tells when a hold was set.
    "invite_hold": {
        M: _of("s", _R.OF_CLIENT, only=_HOLD) | _of("iud", _R.OF_CLIENT),
        **{role: _of("s", _R.ALL, only=_HOLD) for role in (C, D)},
        **{role: _of("s", _R.ALL, only=_HOLD) | _of("iud", _R.ALL) for role in (H, E)},
    },
    "outbox_message": {
        M: _of("siu", _R.OF_CLIENT), C: _of("siu", _R.NOT_PERSONAL), **_all("siu", H, E, D),
    },
    "search_entry": {
        M: _of("siud", _R.FOUND), C: _of("s", _R.ALL) | _of("iud", _R.EVENTS),
        **_all("siud", H, E, D),
    },
    # The private track.
    "complaint": {
        M: _of("s", _R.CASE) | _of("u", _R.CASE, but=f"{_SAID} owner_id"),
        **{role: _of("s", _R.CASE) | _of("u", _R.CASE, but=_SAID) for role in (H, E)},
    },
    "case_event": {
        M: _of("si", _R.OF_CASE),
        **{r: _of("si", _R.OF_CASE) | _of("u", _R.OF_CASE, only="text payload") for r in (H, E)},
    },
    "complaint_clock": _CASES,
    "complaint_pause": _CASES,
    "complaint_promise": _CASES,
    "complaint_flag": _CASES,
    "hold_source": {role: _of("su", _R.OF_CASE) for role in (M, H, E)},
    "letter": _CASES,
    "follow_up": {role: _of("siu", _R.OF_CASE) for role in (M, H, E)},
    "root_cause": {role: _of("siu", _R.OF_CASE) for role in (M, H, E)},
    # A problem, an action and a lesson name no case: who leads sees all of them.
    "problem": {M: _of("siu", _R.MINE), **_all("siu", H, E)},
    "corrective_action": {
        M: _of("s", _R.MINE) | _of("u", _R.MINE, only="done_at version"), **_all("siu", H, E),
    },
    # What a case costs hides with the case; its limits are held by the table's own trigger.
    "compensation_item": {**_all("s", M), **_all("siu", H, E)},
    "compensation_limit": {**_all("s", M), **_all("siu", H, E)},
    "compensation_grant": {role: _of("siu", _R.OF_CASE) for role in (M, H, E)},
    "compensation_option": {role: _of("siu", _R.OF_CASE) for role in (M, H, E)},
    "department_task": {role: _of("siu", _R.OF_CASE) for role in (M, H, E)},
    # Said of oneself; taken back by somebody else.
    "staff_relative": {M: _of("si", _R.MINE), **_all("sid", H, E)},
    # A paper is as it came: added or taken away, never changed.
    "case_paper": {role: _of("sid", _R.OF_CASE) for role in (M, H, E)},
    "lesson": {M: _of("s", _R.PUBLISHED), **_all("sid", H, E)},
    "private_message": {role: _of("siu", _R.CASE_MESSAGE) for role in (M, H, E)},
    "private_draft": {role: _of("siud", _R.MINE) for role in (M, C, H, E, D)},
    "health_snapshot": {M: _of("s", _R.HEALTH), **_all("sid", H, E)},
    # What is only added.
    "journal_entry": {
        **{
            role: _of("s", _R.CARD_STORY, only=_STORY) | _of("i", _R.ALL)
            for role in (M, C, H, E, D)
        },
        U: _of("si", _R.ALL),
    },
    "erasure_record": {**_all("s", M, C, U), **_all("si", H, E, D)},
}  # fmt: skip

# Who wrote a row: oneself, or nobody where the desk did, and it is never changed.
AUTHORS: Mapping[str, str] = {
    "interaction": "staff_id",
    "promise": "made_by_id",
    "delegation": "from_id",
    "outbox_message": "made_by_id",
    "case_event": "staff_id",
    "case_paper": "added_by_id",
    "staff_relative": "staff_id",
    "private_message": "made_by_id",
    "benefit_use": "taken_by_id",
    "gift": "staff_id",
    "off_hours_request": "asked_by_id",
    "introduction": "noted_by_id",
}

# The private track is reached only through what is shown: a plan of a query on the tables
# themselves would count the rows that are kept from whoever asks. Coordinators and
# administrators keep a typed complaint there until it is filed.
THROUGH_A_DOOR: Mapping[str, frozenset[Role]] = {
    "vip_private": frozenset({M, C, H, E, D}),
}
# Kept from these is only what is about themselves: their door shows the rest as it lies.
OVERSEERS = frozenset({H, E})


def line(table: str, role: Role) -> Line:
    """The cells of a role in a table; empty where it may do nothing."""
    return MATRIX.get(table, {}).get(role, {})


def may(role: Role, verb: Verb, table: str) -> bool:
    """Whether a role may do this to any row at all: what a page asks before it offers it."""
    return verb in line(table, role)
