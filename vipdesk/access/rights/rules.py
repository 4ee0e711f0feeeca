"""Each kind of rows of the matrix as a condition of PostgreSQL.

`me` and `led` are asked once a statement (an uncorrelated sub-select is an init plan). They
read `session_user`, which no statement of a login role can change.
"""

from __future__ import annotations

from vipdesk.access.matrix import AUTHORS, Rows, Verb
from vipdesk.vocabulary import Role

ME = "(SELECT vip_api.me())"
LED = "((SELECT vip_api.led())::uuid[])"
_SPECIAL = "('health', 'diet', 'faith')"
_IN_CARE = f"(manager_id = ANY ({LED}) OR deputy_id = {ME})"


def _client(table: str, column: str = "client_id") -> str:
    """The client is one that the row's reader sees: the client's own policy decides."""
    return f"EXISTS (SELECT 1 FROM vip.client c WHERE c.id = {table}.{column})"


def condition(table: str, rows: Rows) -> str:
    """The condition on a row of `table` (its plain name), for roles that read tables."""
    child = _client(table)
    cared = f"EXISTS (SELECT 1 FROM vip.client c WHERE c.id = {table}.client_id AND {_cared('c')})"
    known: dict[Rows, str] = {
        Rows.ALL: "true",
        Rows.IN_CARE: _IN_CARE,
        Rows.OF_CLIENT: child,
        Rows.OF_CLIENT_OPEN: f"sensitivity <> 'management' AND {child}",
        Rows.PERSON: f"sensitivity <> 'management' AND {child}",
        Rows.PAIR: f"{child} AND {_client(table, 'other_client_id')}",
        Rows.PROMISE: child,
        Rows.TEAM: "sensitivity = 'team'",
        Rows.TEAM_OWN: f"sensitivity = 'team' AND NOT two_way AND staff_id = {ME}",
        Rows.NOT_SPECIAL: f"kind NOT IN {_SPECIAL}",
        Rows.NOT_SPECIAL_OR_IN_CARE: f"(kind NOT IN {_SPECIAL} OR {cared})",
        Rows.MINE: f"staff_id = {ME}",
        Rows.MY_PROMISES: f"owner_id = {ME}",
        Rows.MY_IMPORTS: f"imported_by_id = {ME}",
        Rows.MY_HANDOVERS: f"{ME} IN (from_id, to_id, by_id)",
        Rows.TO_ME: f"to_id = {ME}",
        Rows.ASKED: f"{ME} IN (from_id, to_id)",
        Rows.REPLY: (
            "EXISTS (SELECT 1 FROM vip.invitation i WHERE i.id = reply.invitation_id)"
            f" OR (invitation_id IS NULL AND recorded_by_id = {ME})"
        ),
        Rows.NOT_PERSONAL: "topic <> 'personal'",
        Rows.FOUND: (
            f"kind = 'event' OR (kind = 'client' AND {_client(table, 'object_id')})"
            " OR (kind = 'card' AND"
            f" EXISTS (SELECT 1 FROM vip.status_card s WHERE s.id = {table}.object_id))"
        ),
        Rows.EVENTS: "kind = 'event'",
        Rows.PUBLISHED: "published_on IS NOT NULL",
        Rows.CARD_STORY: (
            "object_table = 'status_card' AND"
            " EXISTS (SELECT 1 FROM vip.status_card s WHERE s.id = journal_entry.object_id)"
        ),
    }
    return known[rows]


def new_row(table: str, rows: Rows) -> str:
    """The condition on a row that is written: what it points at must be seen too."""
    condition_ = condition(table, rows)
    if rows is Rows.ASKED:
        # An answer to who asked is written by whoever may not see the client.
        return f"({condition_}) AND (to_id = {ME} OR {_client(table)})"
    if rows is Rows.PERSON:
        return f"{condition_} AND (other_client_id IS NULL OR {_client(table, 'other_client_id')})"
    if rows is Rows.PROMISE:
        seen = "EXISTS (SELECT 1 FROM vip.interaction i WHERE i.id = promise.interaction_id)"
        return f"{condition_} AND (interaction_id IS NULL OR {seen})"
    return condition_


def authored(table: str) -> str:
    """The condition on a new row: nobody writes in another's name. Empty where nobody signs."""
    column = AUTHORS.get(table)
    if column is None:
        return ""
    mine = f"{column} IS NULL OR {column} = {ME}"
    if table == "interaction":
        # A desk notes that a colleague's message went out: it did, and there are no words.
        mine += (
            " OR (NOT two_way AND direction = 'outbound' AND text = '' AND EXISTS"
            " (SELECT 1 FROM vip.outbox_message m WHERE m.client_id = interaction.client_id"
            " AND m.made_by_id = interaction.staff_id AND m.state = 'sent'"
            " AND m.sent_at = interaction.at))"
        )
    if table == "case_event":
        role = f"(SELECT s.role FROM vip.staff s WHERE s.id = {ME})"
        return f"({mine}) AND (role IS NULL OR role = {role})"
    return f"({mine})"


def handed(table: str) -> str:
    """The condition on a change of `x` to NEW: a case's owner can work on it, and is not whom it
    is about. Empty where nothing is handed over.
    """
    if table != "complaint":
        return ""
    return (
        "(NEW.owner_id = OLD.owner_id OR EXISTS (SELECT 1 FROM vip.staff s"
        " WHERE s.id = NEW.owner_id AND s.left_at IS NULL"
        " AND s.role IN ('manager', 'head', 'executive')"
        " AND (s.role <> 'manager' OR x.restricted = 'normal')"
        " AND s.id IS DISTINCT FROM x.about_staff_id))"
    )


def _cared(alias: str) -> str:
    return f"({alias}.manager_id = ANY ({LED}) OR {alias}.deputy_id = {ME})"


# What is seen of the private track through a door ------------------------------------------------

# Inside a definer function there is no policy of the reader's: each rule is whole.
_MY_CLIENTS = "((SELECT vip_api.my_clients())::uuid[])"
_MY_CASES = "((SELECT vip_api.my_cases())::uuid[])"


def behind_the_door(rows: Rows) -> str:
    """The condition on a row `x` for what a manager is shown."""
    known = {
        Rows.ALL: "true",
        Rows.CASE: f"x.id = ANY ({_MY_CASES})",
        Rows.OF_CASE: f"x.complaint_id = ANY ({_MY_CASES})",
        Rows.CASE_MESSAGE: (
            f"(CASE WHEN x.letter_id IS NULL THEN x.made_by_id = {ME} ELSE x.letter_id IN"
            f" (SELECT l.id FROM vip_private.letter l WHERE l.complaint_id = ANY ({_MY_CASES}))"
            " END)"
        ),
        Rows.MINE: f"x.staff_id = {ME}",
        Rows.PUBLISHED: "x.published_on IS NOT NULL",
        Rows.HEALTH: f"x.client_id = ANY ({_MY_CLIENTS})",
    }
    return known[rows]


def overseen(rows: Rows) -> str:
    """The condition on a row `x` for what a head or an executive is shown: none about oneself.

    A complaint that is not there is answered like a hidden one, so that a key tells nothing.
    """
    about = f"k.about_staff_id IS DISTINCT FROM {ME}"
    known = {
        Rows.ALL: "true",
        Rows.CASE: f"x.about_staff_id IS DISTINCT FROM {ME}",
        Rows.OF_CASE: (
            "EXISTS (SELECT 1 FROM vip_private.complaint k"
            f" WHERE k.id = x.complaint_id AND {about})"
        ),
        Rows.CASE_MESSAGE: (
            "(x.letter_id IS NULL OR EXISTS (SELECT 1 FROM vip_private.letter l"
            " JOIN vip_private.complaint k ON k.id = l.complaint_id"
            f" WHERE l.id = x.letter_id AND {about}))"
        ),
        Rows.MINE: f"x.staff_id = {ME}",
    }
    return known[rows]


def policy_name(role: Role, verb: Verb) -> str:
    """'manager_select'."""
    return f"{role}_{verb}"
