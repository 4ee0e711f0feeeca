"""A client's photo: taken from a file or an address book, drawn anew, kept small.

Whatever comes in is decoded and drawn again as a JPEG of our own: where it was taken, with
which camera and what else a file can carry stays behind. Pillow is imported when a picture
comes, not before.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, select

from vipdesk.access import Desk
from vipdesk.clients.sight import client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import ClientPhoto
from vipdesk.wording import say

if TYPE_CHECKING:
    from PIL import Image

MOST_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 50_000_000  # a telephone of today makes 12 to 50 million
LEAST_SIDE = 32
SIDE = 480  # what is kept: sharp on a pocket card of 24 mm and on any screen
_QUALITY = 85
_FORMATS = ("JPEG", "PNG", "WEBP")
_WHITE = (255, 255, 255)


def read_photo_file(path: Path) -> bytes:
    """The photo in a file, drawn anew. Raises `UserError` with one sentence."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_big()
        data = path.read_bytes()
    except OSError as error:
        raise UserError(say("The file cannot be read. Choose it once more.")) from error
    return draw_photo(data)


def draw_photo(data: bytes) -> bytes:
    """A small JPEG with nothing in it but pixels. Raises `UserError` with one sentence.

    JPEG, PNG and WebP are taken; a moving picture gives its first frame; what was turned by
    the camera stands upright; what is transparent becomes white.
    """
    from PIL import Image, ImageOps

    if len(data) > MOST_BYTES:
        raise _too_big()
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
            _check_size(opened)
            opened.draft("RGB", (SIDE * 2, SIDE * 2))  # a big JPEG is decoded small at once
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
            return _written(_on_white(upright))
    except UserError:
        raise
    except Exception as error:  # whatever a damaged or hostile file makes the decoder do
        raise UserError(
            say("This is no JPEG, PNG or WebP picture, or it is damaged. Choose another file.")
        ) from error


def set_photo(desk: Desk, client_id: UUID, data: bytes) -> bytes | None:
    """Keep the photo in `data` (JPEG, PNG or WebP); the one before comes back, for the way back.

    Raises `UserError` with one sentence for what is no photo, `NotFound` without a client.
    """
    return keep_photo(desk, client_id, draw_photo(data))


def keep_photo(desk: Desk, client_id: UUID, image: bytes) -> bytes | None:
    """Keep what `draw_photo` made; the one before comes back."""
    client_of(desk, client_id)
    row = _row(desk, client_id)
    before = row.image if row is not None else None
    if row is None:
        row = ClientPhoto(id=new_id(), client_id=client_id)
        desk.session.add(row)
    row.image, row.noted_at = image, desk.now
    desk.session.flush()
    desk.note("set_photo", "client_photo", row.id, ("image",))
    return before


def remove_photo(desk: Desk, client_id: UUID) -> bytes:
    """Take the photo away; it comes back for the way back (`keep_photo`)."""
    row = _row(desk, client_id)
    if row is None:
        raise NotFound(say("There is no photo of this client."))
    image, row_id = row.image, row.id
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_photo", "client_photo", row_id, ("image",))
    return image


def restore_photo(desk: Desk, client_id: UUID, before: bytes | None) -> None:
    """The inverse of `keep_photo`: what was there before, or nothing."""
    if before is None:
        remove_photo(desk, client_id)
    else:
        keep_photo(desk, client_id, before)


_IMAGE = select(ClientPhoto.image).where(ClientPhoto.client_id == bindparam("client_id"))


def get_photo(desk: Desk, client_id: UUID) -> bytes | None:
    """The JPEG, or None. Read it after the rest: a page stands without it."""
    return desk.session.scalar(_IMAGE, {"client_id": client_id})


def _row(desk: Desk, client_id: UUID) -> ClientPhoto | None:
    return desk.session.scalars(
        select(ClientPhoto).where(ClientPhoto.client_id == client_id)
    ).one_or_none()


def _check_size(picture: Image.Image) -> None:
    wide, high = picture.size
    if wide * high > MOST_PIXELS:
        raise UserError(
            say("The picture has more than 50 million pixels. Save it smaller, then choose it.")
        )
    if min(wide, high) < LEAST_SIDE:
        raise UserError(say("The picture is too small: at least 32 by 32 pixels."))


def _on_white(picture: Image.Image) -> Image.Image:
    from PIL import Image

    if picture.mode in ("RGB", "L", "CMYK", "YCbCr"):
        return picture.convert("RGB")
    seen = picture.convert("RGBA")
    ground = Image.new("RGB", seen.size, _WHITE)
    ground.paste(seen, mask=seen.getchannel("A"))
    return ground


def _written(picture: Image.Image) -> bytes:
    from PIL import Image

    # Only the pixels go on: a fresh picture has no metadata to take along.
    fresh = Image.new("RGB", picture.size)
    fresh.paste(picture)
    out = io.BytesIO()
    fresh.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()


def _too_big() -> UserError:
    return UserError(say("The file is larger than 20 MB. Choose a smaller picture."))
