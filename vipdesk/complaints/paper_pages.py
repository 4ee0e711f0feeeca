"""A paper as a person looks at it: pictures and pages of a PDF drawn, mails and texts as words.

All in memory: nothing is ever written for another program to open. What a file is, its first
bytes say, not its name. Slow, and of bytes that strangers made: for the worker.
"""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes, policy
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from vipdesk import pdf
from vipdesk.errors import UserError
from vipdesk.wording import say

if TYPE_CHECKING:
    from email.message import EmailMessage

    from PIL import Image

MOST_PIXELS = 100_000_000  # a sheet of A3 scanned at 600 dpi has 70 million
_MOST_WORDS = 100_000
_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP")
_TEXTS = (".txt", ".text", ".log", ".csv", ".md")
_HEADS = ("From", "To", "Date", "Subject")
_CHARSETS = ("utf-8", "cp1251")
_SKIPPED = frozenset({"style", "script", "head"})
_BREAKS = frozenset({"br", "p", "div", "tr", "li", "blockquote"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page: a PNG, or words (`png` empty). `number` begins with 0, `count` pages in all."""

    number: int
    count: int
    png: bytes = b""
    words: str = ""


def draw_page(name: str, content: bytes, *, page: int = 0, width: int = 1000) -> Page:
    """A page of a paper, at most `width` pixels wide. Raises `UserError` for what is not shown."""
    try:
        if content.startswith(b"%PDF-"):
            return _of_pdf(content, page, width)
        if _is_picture(content):
            return _of_picture(content, page, width)
    except Exception as error:  # whatever a damaged or hostile file makes a decoder do
        raise UserError(
            say("This file is damaged, locked or too large to be shown. Save a copy to open it.")
        ) from error
    ending = "." + name.lower().rpartition(".")[2]
    if ending == ".eml":
        return Page(0, 1, words=_of_mail(content)[:_MOST_WORDS])
    if ending in _TEXTS and b"\x00" not in content:
        return Page(0, 1, words=_decoded(content)[:_MOST_WORDS])
    raise UserError(say("The desk cannot show this kind of file. Save a copy to open it."))


def _of_pdf(content: bytes, page: int, width: int) -> Page:
    count = pdf.page_count(content)
    number = min(max(page, 0), count - 1)
    return Page(number, count, pdf.page_picture(content, page=number, width=width))


def _is_picture(content: bytes) -> bool:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS):
            return True
    except UnidentifiedImageError:
        return False


def _of_picture(content: bytes, page: int, width: int) -> Page:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
        # A moving picture is one page; a scan of several sheets has several.
        count = getattr(opened, "n_frames", 1) if opened.format == "TIFF" else 1
        number = min(max(page, 0), count - 1)
        opened.seek(number)
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        opened.draft("RGB", (width * 2, width * 4))  # a big JPEG is decoded small at once
        upright = _in_colour(ImageOps.exif_transpose(opened))
        upright.thumbnail((width, width * 4), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        upright.save(out, "PNG", compress_level=1)
    return Page(number, count, out.getvalue())


def _in_colour(picture: Image.Image) -> Image.Image:
    """Colours a PNG knows: sixteen bits, CMYK and the palette of a fax become RGB."""
    return picture if picture.mode in ("RGB", "RGBA", "L") else picture.convert("RGB")


def _of_mail(content: bytes) -> str:
    """Who, to whom, when, about what, then the words; pictures in it are not fetched."""
    mail: EmailMessage = message_from_bytes(content, policy=policy.default)
    lines = []
    for head in _HEADS:
        with suppress(Exception):  # a header nobody can read is left out
            if mail[head]:
                lines.append(f"{head}: {mail[head]}")
    files = [name for part in mail.walk() if (name := _file_name(part))]
    lines += [f"+ {name}" for name in files]
    return "\n".join([*lines, "", _words_of(mail)])


def _file_name(part: EmailMessage) -> str:
    with suppress(Exception):
        return part.get_filename() or ""
    return ""


def _words_of(mail: EmailMessage) -> str:
    plain, html = "", ""
    for part in mail.walk():
        kind = part.get_content_type()
        if kind not in ("text/plain", "text/html") or _file_name(part):
            continue
        data = part.get_payload(decode=True)
        text = _decoded(data, part.get_content_charset()) if isinstance(data, bytes) else ""
        if kind == "text/plain":
            plain = plain or text
        else:
            html = html or text
    return plain.strip() or _without_tags(html)


def _decoded(data: bytes, charset: str | None = None) -> str:
    for name in (charset, *_CHARSETS):
        with suppress(LookupError, UnicodeError, ValueError):
            if name:
                return data.decode("utf-8-sig" if name.lower() == "utf-8" else name)
    return data.decode("utf-8", "replace")


class _Words(HTMLParser):
    """The words of a page of HTML: no pictures, no scripts, no links."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A new line where the page has one."""
        self._hidden += tag in _SKIPPED
        if tag in _BREAKS:
            self.kept.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """The end of what is not shown."""
        if tag in _SKIPPED:
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._hidden:
            self.kept.append(data)


def _without_tags(html: str) -> str:
    parser = _Words()
    parser.feed(html[: 2 * _MOST_WORDS])
    lines = (" ".join(line.split()) for line in "".join(parser.kept).splitlines())
    return "\n".join(line for line in lines if line)
