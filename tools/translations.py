"""The catalogue tool: what sentences the source holds, and which of them are not translated.

    python tools/translations.py missing [PATH …]          what Russian (and English plurals) lacks
    python tools/translations.py fill FILE.ts < new.json    {"source": "translation" or [forms]}
    python tools/translations.py unused                     catalogue entries no source asks for

A sentence is the first literal argument of a call named `say`, `tr` or `words`.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
CALLS = {"say", "tr", "words"}


def sentences(path: Path) -> Iterator[tuple[str, int, bool]]:
    """(text, line, has a plural) of each sentence in a source file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        first = node.args[0]
        if (
            name in CALLS
            and isinstance(first, ast.Constant)
            and isinstance(first.value, str)
            and first.value
        ):
            yield first.value, node.lineno, any(k.arg == "n" for k in node.keywords)


def catalogue(lang: str) -> dict[str, list[str]]:
    """All entries of a language: {source: forms}."""
    entries: dict[str, list[str]] = {}
    for path in sorted(I18N.glob(f"*_{lang}.ts")):
        for message in ET.parse(path).getroot().iter("message"):
            target = message.find("translation")
            if target is None or target.get("type") == "unfinished":
                continue
            forms = [f.text or "" for f in target.findall("numerusform")]
            entries[message.findtext("source") or ""] = forms or [target.text or ""]
    return entries


def source_sentences(paths: list[Path]) -> dict[str, tuple[str, bool]]:
    """{text: (place, plural)} over files and folders."""
    found: dict[str, tuple[str, bool]] = {}
    for path in paths:
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            for text, line, plural in sentences(file):
                place, had = found.get(text, (f"{file.relative_to(ROOT)}:{line}", False))
                found[text] = (place, plural or had)
    return found


def missing(paths: list[Path]) -> list[str]:
    """One line for each sentence without its Russian or its English plural."""
    ru, en = catalogue("ru"), catalogue("en")
    lines = []
    for text, (place, plural) in source_sentences(paths).items():
        if text not in ru or (plural and len(ru[text]) != 3):
            forms = " (3 forms)" if plural else ""
            lines.append(f"ru{forms}: {json.dumps(text, ensure_ascii=False)}  {place}")
        if plural and len(en.get(text, [])) != 2:
            lines.append(f"en (2 forms): {json.dumps(text, ensure_ascii=False)}  {place}")
    return lines


def fill(path: Path, new: dict[str, str | list[str]]) -> None:
    """Add or replace entries of one catalogue file."""
    lang = path.stem.rsplit("_", 1)[1]
    old: dict[str, list[str]] = {}
    if path.exists():
        for message in ET.parse(path).getroot().iter("message"):
            target = message.find("translation")
            forms = (
                [f.text or "" for f in target.findall("numerusform")] if target is not None else []
            )
            old[message.findtext("source") or ""] = forms or [
                (target.text if target is not None else "") or ""
            ]
    old.update({k: [v] if isinstance(v, str) else list(v) for k, v in new.items()})
    root = ET.Element("TS", version="2.1", language=lang, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = path.stem.rsplit("_", 1)[0]
    for source in sorted(old):
        forms = old[source]
        message = ET.SubElement(context, "message", {"numerus": "yes"} if len(forms) > 1 else {})
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        if len(forms) > 1:
            for form in forms:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = forms[0]
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8"
    )


def unused() -> list[str]:
    """Entries that no source asks for."""
    asked = source_sentences([ROOT / "vipdesk"])
    return sorted(t for lang in ("ru", "en") for t in catalogue(lang) if t not in asked)


def main(arguments: list[str]) -> int:
    """Run one of the three commands; `missing` fails when something is missing."""
    match arguments:
        case ["missing", *paths]:
            lines = missing([Path(p).resolve() for p in paths] or [ROOT / "vipdesk"])
            print("\n".join(lines) or "nothing missing")
            return 1 if lines else 0
        case ["fill", file]:
            fill(Path(file), json.load(sys.stdin))
            return 0
        case ["unused"]:
            print("\n".join(unused()))
            return 0
        case _:
            print(__doc__)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
