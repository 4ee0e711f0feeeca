"""Builds the desk's bundle for the platform it runs on, and smoke-tests it.

    uv run --group packaging python packaging/bundle.py [--out dist]

PyInstaller onedir: a folder that starts without unpacking itself. Windows and macOS
bundles are built on those systems by the same script.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FONTS = ("fontpkg_inter", "fontpkg_pt_sans", "fontpkg_pt_serif")
# Imported late or by name, so that no static reading finds them.
LATE = ("vipdesk", "alembic", "sqlcipher3", "psycopg", "psycopg_binary", "apscheduler", "babel")
# A Linux platform theme that would load another copy of GTK.
UNWANTED = ("libqgtk3.so",)


def build(out: Path) -> Path:
    """Run PyInstaller; returns the folder of the bundle."""
    entry = ROOT / "vipdesk" / "__main__.py"
    arguments = [
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--onedir",
        "--name",
        "vipdesk",
        "--distpath",
        str(out),
        "--workpath",
        str(out / "work"),
        "--specpath",
        str(out / "work"),
        "--add-data",
        f"{ROOT / 'resources'}{os.pathsep}vipdesk/_resources",
        "--add-data",
        f"{ROOT / 'vipdesk' / 'store' / 'migrations'}{os.pathsep}vipdesk/store/migrations",
        "--exclude-module",
        "tkinter",
    ]
    for name in LATE:
        arguments += ["--collect-submodules", name]
    for name in ("fontpkg", *FONTS, "babel", "reportlab", "phonenumbers", "pytrovich", "tzdata"):
        arguments += ["--collect-all" if name.startswith("fontpkg") else "--collect-data", name]
    # The seating’s worker: native libraries beside its modules.
    arguments += ["--collect-binaries", "ortools"]
    # keyring finds its backends by the names in its own metadata.
    arguments += ["--collect-submodules", "keyring.backends", "--copy-metadata", "keyring"]
    if sys.platform in {"win32", "darwin"}:
        arguments.append("--windowed")
    subprocess.run([*arguments, str(entry)], check=True, cwd=ROOT)
    folder = out / "vipdesk"
    for path in folder.rglob("*"):
        if path.name in UNWANTED:
            path.unlink()
    return folder


def smoke(folder: Path, out: Path) -> None:
    """The bundle walks the whole product without a display: pictures, PDFs, a vault."""
    program = folder / ("vipdesk.exe" if sys.platform == "win32" else "vipdesk")
    walked = out / "smoke"
    subprocess.run(
        [str(program), "tour", "--out", str(walked), "--clients", "40"],
        check=True,
        timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    wanted = ("today.png", "invitation.eml", "card.pdf", "health.pdf", "tour.json")
    missing = [name for name in wanted if not (walked / name).is_file()]
    if missing:
        raise SystemExit(f"the bundle did not make: {', '.join(missing)}")


def main() -> None:
    """Build, then look whether it works."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    out = parser.parse_args().out.resolve()
    folder = build(out)
    smoke(folder, out)
    size = sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()) / 1e6
    print(f"{folder}: {size:.0f} MB, walked the whole product")


if __name__ == "__main__":
    main()
