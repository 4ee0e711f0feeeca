"""Typed text is never lost: what stands in an unfinished form is kept until it is saved.

Kept in memory for as long as the desk is unlocked, and never written to disk in the clear:
what people type about clients is personal data.
"""

from __future__ import annotations

from collections.abc import Mapping


class Drafts:
    """Unfinished forms by key, for example 'complaint.new' or 'interaction:<client id>'."""

    def __init__(self) -> None:
        self._kept: dict[str, dict[str, object]] = {}

    def keep(self, key: str, values: Mapping[str, object]) -> None:
        """Keep what was typed; an empty form is no draft."""
        typed = {name: value for name, value in values.items() if value not in ("", None, False)}
        if typed:
            self._kept[key] = typed
        else:
            self._kept.pop(key, None)

    def get(self, key: str) -> Mapping[str, object]:
        """What was typed before, or nothing."""
        return dict(self._kept.get(key, {}))

    def drop(self, key: str) -> None:
        """Saved, or thrown away on purpose."""
        self._kept.pop(key, None)

    def clear(self) -> None:
        """The desk is locked for good."""
        self._kept.clear()
