"""The dossier for machines: JSON in UTF-8, documented in `docs/decisions/privacy.md`."""

from __future__ import annotations

import json
from typing import Any

from vipdesk.privacy.dossier import SCHEMA, Dossier, Entry, plain


def dossier_json(dossier: Dossier) -> bytes:
    """The whole of it. Keys are names of columns: they are the schema's own, in one language."""
    mark = dossier.mark
    whole: dict[str, Any] = {
        "schema": SCHEMA,
        "export": {
            "number": mark.number,
            "made_at": mark.at.isoformat(),
            "made_by": plain(mark.who),
            "made_for": str(dossier.made_for),
            "reason": mark.reason,
            "whole": dossier.whole,
        },
        "client": {"id": str(dossier.client_id), **_name(dossier)},
        "chapters": {str(c.section): [_entry(e) for e in c.entries] for c in dossier.chapters},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1, default=plain).encode()


def _name(dossier: Dossier) -> dict[str, str]:
    return {"name": dossier.name.name, "latin": dossier.name.latin}


def _entry(entry: Entry) -> dict[str, Any]:
    found: dict[str, Any] = {"table": entry.table}
    found |= {name: plain(value) for name, value in entry.values.items()}
    if entry.withheld:
        found["withheld_for_third_person"] = list(entry.withheld)
    return found
