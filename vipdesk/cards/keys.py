"""The club's card key: made once, its secret half sealed, its public half for every door."""

from __future__ import annotations

import json

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.cards.signature import CardKey, Trust
from vipdesk.models import ClubSetting, StatusCard
from vipdesk.vocabulary import CardState

_SETTING = "card_key"
_PURPOSE = "card key"


def club_key(desk: Desk) -> CardKey:
    """The key that cards are signed with; the first call makes it.

    Raises `UserError` where no vault can seal or open its secret half.
    """
    sealer = desk.sealer(_PURPOSE)
    setting = _setting(desk)
    if setting is not None and setting.sealed is not None:
        return CardKey(sealer.unseal(setting.sealed, context=_SETTING))
    key, seed = CardKey.new()
    setting = ClubSetting(
        name=_SETTING,
        value=json.dumps({key.key_id: key.public.hex()}),
        sealed=sealer.seal(seed, context=_SETTING),
    )
    desk.session.add(setting)
    desk.session.flush()
    desk.note("make_card_key", "club_setting", setting.id, ("value", "sealed"))
    return key


def get_trust(desk: Desk) -> Trust:
    """What a door without network needs: the public keys, and who was revoked until now."""
    setting = _setting(desk)
    keys = json.loads(setting.value) if setting is not None else {}
    revoked = desk.session.scalars(
        select(StatusCard.number).where(
            StatusCard.state.in_((CardState.REPLACED, CardState.VOID)), StatusCard.code != ""
        )
    )
    return Trust({k: bytes.fromhex(v) for k, v in keys.items()}, frozenset(revoked), desk.now)


def _setting(desk: Desk) -> ClubSetting | None:
    return desk.session.scalar(select(ClubSetting).where(ClubSetting.name == _SETTING))
