"""The one style sheet, made from tokens. Colours and edges only: fonts are set by `Look.font`.

Traps: a control with focus has a 2 px edge, so its padding shrinks by 1 and nothing shifts;
`outline: 0` hides a table's focus, the delegate draws it; placeholder ink must be set, or it
is 3.17:1. Roles are dynamic properties: `kind` on buttons, labels and frames.
"""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from string import Template

from vipdesk import paths
from vipdesk.tokens import Colours, Tokens


@cache
def _template() -> Template:
    path = paths.resources() / "themes" / "ledger.qss"
    return Template(path.read_text(encoding="utf-8"))


def sheet(tokens: Tokens, colours: Colours, percent: int) -> str:
    """The style sheet of one theme at one text size."""

    def scaled(pixels: int) -> int:
        return round(pixels * percent / 100)

    control = scaled(tokens.size.control)
    values: dict[str, object] = {
        **asdict(colours),
        "r_badge": tokens.radius.badge,
        "r_control": tokens.radius.control,
        "r_card": tokens.radius.card,
        "r_dialog": tokens.radius.dialog,
        "h_inner": control - 2,
        "h_inner_focus": control - 4,
        "h_tab_focus": control - 4,
        "h_nav": control + 2,
        "h_nav_focus": control,
        "h_choice": scaled(tokens.size.large),
    }
    return _template().substitute(values)
