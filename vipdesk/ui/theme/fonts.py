"""The bundled fonts in Qt: Inter for the interface, PT Serif for display; figures of one width."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from vipdesk import typefaces
from vipdesk.tokens import Face

_FAMILIES = {"sans": "Inter", "serif": "PT Serif"}


def load() -> None:
    """Register the bundled fonts once a process: pictures then do not depend on the machine."""
    present = set(QFontDatabase.families())
    for family, file in (("Inter", typefaces.inter), ("PT Serif", typefaces.pt_serif)):
        if family not in present and not any(f.startswith(family) for f in present):
            QFontDatabase.addApplicationFont(str(file()))
            _family.cache_clear()


def font(face: Face, percent: int = 100, *, tabular: bool = False) -> QFont:
    """A step of the type scale. `tabular`: figures of one width, for columns of numbers.

    Not everywhere: Inter widens hyphens with them, and words like 'e-mail' fall apart.
    """
    made = QFont(_family(face.face))
    made.setPixelSize(max(12, round(face.pixels * percent / 100)))
    if face.face == "sans":
        # Qt registers only the regular instance of a variable font: weight is set on its axis.
        made.setVariableAxis(QFont.Tag("wght"), face.weight)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def _family(face: str) -> str:
    """Asked for every label of a page; Qt lists all families of the machine each time."""
    wanted = _FAMILIES[face]
    families = QFontDatabase.families()
    if wanted in families:
        return wanted
    return next((name for name in families if name.startswith(wanted)), wanted)
