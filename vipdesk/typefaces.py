"""Where the bundled fonts are: the window, letters and cards look alike on every machine.

Inter is a variable font: fine in Qt, not for ReportLab, which needs the static PT Sans
and PT Serif. All three are under the SIL Open Font License 1.1.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def _file(package: str, name: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(package)
    return Path(spec.origin).parent / "files" / name


def inter() -> Path:
    """Inter, variable weight: the interface."""
    return _file("fontpkg_inter", "Inter[opsz,wght].ttf")


def pt_sans(*, bold: bool = False, italic: bool = False) -> Path:
    """PT Sans, static: text of letters and reports."""
    return _file("fontpkg_pt_sans", f"PT_Sans-Web-{_style(bold=bold, italic=italic)}.ttf")


def pt_serif(*, bold: bool = False, italic: bool = False) -> Path:
    """PT Serif, static: headings of letters and reports, display in the window."""
    return _file("fontpkg_pt_serif", f"PT_Serif-Web-{_style(bold=bold, italic=italic)}.ttf")


def _style(*, bold: bool, italic: bool) -> str:
    return ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
