"""The club's own limits of contact and its way with days: who may set them, and what then holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from tests import factories as make
from tests.factories import as_role
from vipdesk.access import Desk
from vipdesk.agenda.date_rules import change_date_policy, read_jubilees
from vipdesk.agenda.dates import DatePolicy, date_policy
from vipdesk.channels.contact import may_contact, policy_of
from vipdesk.channels.gate import Reason
from vipdesk.channels.hours import EVERY_DAY, Window
from vipdesk.channels.known import Cap, Policy
from vipdesk.channels.policy import change_contact_policy
from vipdesk.errors import UserError
from vipdesk.vocabulary import Channel, Role, Topic

SHORT = Policy(
    Window(EVERY_DAY, 14 * 60, 16 * 60), 2, 60, (Cap(1, 7, Topic.OFFER), Cap(6, 30, None, "gold"))
)


def test_limits_that_are_set_hold_at_once_and_can_be_taken_back(desk: Desk) -> None:
    head, anna = as_role(desk, Role.HEAD), make.client(desk)
    assert may_contact(desk, anna.id, Channel.PHONE, Topic.PERSONAL).allowed
    before = change_contact_policy(head, SHORT)
    assert policy_of(desk) == SHORT
    found = may_contact(desk, anna.id, Channel.PHONE, Topic.PERSONAL)
    assert found.code is Reason.OUTSIDE_HOURS
    change_contact_policy(head, before)
    assert may_contact(desk, anna.id, Channel.PHONE, Topic.PERSONAL).allowed


@pytest.mark.parametrize(
    ("policy", "field"),
    [
        (Policy(Window(EVERY_DAY, 600, 600)), "to"),
        (Policy(cap=0), "cap"),
        (Policy(cap_days=0), "cap_days"),
        (Policy(caps=(Cap(0, 30, Topic.OFFER),)), "cap"),
    ],
)
def test_limits_that_make_no_sense_are_told(desk: Desk, policy: Policy, field: str) -> None:
    with pytest.raises(UserError) as caught:
        change_contact_policy(as_role(desk, Role.HEAD), policy)
    assert caught.value.field == field


def test_rules_are_not_set_over_a_colleagues(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD)
    change_contact_policy(head, SHORT)
    change_date_policy(head, DatePolicy(gift_days=3))
    with pytest.raises(UserError, match="colleague"):
        change_contact_policy(head, SHORT, base=Policy())
    with pytest.raises(UserError, match="colleague"):
        change_date_policy(head, DatePolicy(), base=DatePolicy())


def test_the_way_with_days_is_kept_as_it_was_set(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD)
    wished = DatePolicy(30, 2, time(12), (1, 5, 10))
    before = change_date_policy(head, wished, base=DatePolicy())
    assert (date_policy(desk), before) == (wished, DatePolicy())
    with pytest.raises(UserError) as caught:
        change_date_policy(head, replace(wished, gift_days=91))
    assert caught.value.field == "gift_days"


def test_years_are_read_as_people_write_them() -> None:
    assert read_jubilees("10, 1; 5  5") == (1, 5, 10)
    assert read_jubilees(" ") == ()
    for wrong in ("раз", "0", "1, 101", "-3"):
        with pytest.raises(UserError):
            read_jubilees(wrong)
