"""The club's card keys: made once, the secret half sealed, the public half for every door.

A vault has one key. In a team each person who issues cards has a key of their own, sealed under
their own vault: no secret is shared, and doors trust every public half (docs/decisions/card-codes).
"""

from __future__ import annotations

import json

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.cards.signature import CardKey, Trust
from vipdesk.models import ClubSetting, StatusCard
from vipdesk.vocabulary import CardState

_SETTING = "card_key"
_PURPOSE = "card key"


def club_key(desk: Desk) -> CardKey:
    """The key that cards are signed with; the first call makes it.

    A key whose secret half stayed in another vault gets a successor: cards signed with it stay
    good. Raises `UserError` where no vault can seal or open its secret half.
    """
    sealer = desk.sealer(_PURPOSE)
    name = _name(desk)
    setting = desk.session.scalar(select(ClubSetting).where(ClubSetting.name == name))
    if setting is not None and setting.sealed is not None:
        return CardKey(sealer.unseal(setting.sealed, context=name))
    key, seed = CardKey.new()
    if setting is None:
        setting = ClubSetting(name=name, value="{}")
        desk.session.add(setting)
    setting.value = json.dumps({**json.loads(setting.value), key.key_id: key.public.hex()})
    setting.sealed = sealer.seal(seed, context=name)
    desk.session.flush()
    desk.note("make_card_key", "club_setting", setting.id, ("value", "sealed"))
    return key


def get_trust(desk: Desk) -> Trust:
    """What a door without network needs: the public keys, and who was revoked until now."""
    values = desk.session.scalars(
        select(ClubSetting.value).where(
            or_(ClubSetting.name == _SETTING, ClubSetting.name.like(f"{_SETTING}:%"))
        )
    )
    keys = {k: v for value in values for k, v in json.loads(value).items()}
    revoked = desk.session.scalars(
        select(StatusCard.number).where(
            StatusCard.state.in_((CardState.REPLACED, CardState.VOID)), StatusCard.code != ""
        )
    )
    return Trust({k: bytes.fromhex(v) for k, v in keys.items()}, frozenset(revoked), desk.now)


def _name(desk: Desk) -> str:
    team = desk.session.get_bind().dialect.name == "postgresql"
    return f"{_SETTING}:{desk.actor.id}" if team else _SETTING
