"""What PySide6 does at each import, without reading the sources of everything that is imported.

PySide6 wraps Python's `import` and asks of each new module whether its source holds the word
'PySide6', to know where `from __feature__ import …` may act. It asks `inspect.getsource`, which
keeps every line of every module for the life of the process: 16 MB and some hundredths of a
second at the desk's start. Nobody here uses `__feature__`, so the answer may come from the name.
"""

from __future__ import annotations

import sys
from types import ModuleType

_SUPPORT = "shibokensupport.feature"  # there since PySide6.QtCore was imported
_ASKED = "_mod_uses_pyside"


def read_no_sources() -> bool:
    """Answer by name from now on; False where this PySide6 asks in another way (as it was)."""
    support = sys.modules.get(_SUPPORT)
    if not hasattr(support, _ASKED):
        return False
    setattr(support, _ASKED, _uses_qt)
    return True


def _uses_qt(module: ModuleType) -> bool:
    return module.__name__.startswith(("PySide6", "vipdesk.ui", "vipdesk.app"))
