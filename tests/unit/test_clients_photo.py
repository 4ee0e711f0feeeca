"""A client's photo: drawn anew, small, upright, and nothing of the file in it."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.clients import photo
from vipdesk.errors import NotFound, UserError


def picture(kind: str = "JPEG", size: tuple[int, int] = (900, 600), **more: object) -> bytes:
    out = io.BytesIO()
    mode = "RGBA" if kind in ("PNG", "WEBP") else "RGB"
    Image.new(mode, size, (200, 40, 40, 0)[: len(mode)]).save(out, kind, **more)
    return out.getvalue()


def seen(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_three_formats_become_a_small_jpeg(kind: str) -> None:
    drawn = seen(photo.draw_photo(picture(kind)))
    assert (drawn.format, drawn.size, drawn.mode) == ("JPEG", (480, 320), "RGB")


def test_what_is_transparent_is_white() -> None:
    drawn = seen(photo.draw_photo(picture("PNG")))
    assert drawn.getpixel((10, 10)) == (255, 255, 255)


def test_the_camera_tells_nothing_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # lying on its side
    exif[0x010F] = "Камера владельца"
    exif.get_ifd(0x8825)[2] = (55.0, 45.0, 7.0)  # where it was taken
    drawn_bytes = photo.draw_photo(picture(exif=exif, comment=b"secret"))
    drawn = seen(drawn_bytes)
    assert drawn.size == (320, 480)
    assert not drawn.getexif()
    assert set(drawn.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"secret" not in drawn_bytes
    assert b"Exif" not in drawn_bytes


def _png_of(wide: int, high: int) -> bytes:
    """A header that promises a picture nobody could keep in memory."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9))


HOSTILE = {
    "nothing": b"",
    "text": b"BEGIN:VCARD",
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
    "gif": picture("GIF"),
    "tiff": picture("TIFF"),
    "cut off": picture()[:400],
    "png cut off": picture("PNG")[:60],
    "bomb": _png_of(60_000, 60_000),
    "large": _png_of(8_000, 8_000),
    "a few pixels": picture(size=(8, 8)),
    "50 MB": b"\xff\xd8\xff" + bytes(50 * 1024 * 1024),
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_hostile_file_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(UserError) as refused:
        photo.draw_photo(HOSTILE[name])
    assert str(refused.value.say.text).endswith((".", "pixels."))


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        photo.read_photo_file(tmp_path / "gone.jpg")
    (tmp_path / "me.png").write_bytes(picture("PNG"))
    assert seen(photo.read_photo_file(tmp_path / "me.png")).format == "JPEG"


def test_a_photo_is_set_replaced_and_taken_away_with_a_way_back(desk: Desk) -> None:
    client = make.client(desk)
    assert photo.get_photo(desk, client.id) is None
    assert photo.set_photo(desk, client.id, picture()) is None
    first = photo.get_photo(desk, client.id)
    before = photo.set_photo(desk, client.id, picture(size=(600, 900)))
    assert before == first
    photo.restore_photo(desk, client.id, before)
    assert photo.get_photo(desk, client.id) == first
    kept = photo.remove_photo(desk, client.id)
    assert photo.get_photo(desk, client.id) is None
    photo.restore_photo(desk, client.id, kept)
    photo.restore_photo(desk, client.id, None)
    with pytest.raises(NotFound):
        photo.remove_photo(desk, client.id)


def test_a_restricted_client_gets_no_photo(desk: Desk) -> None:
    client = make.client(desk, restricted_at=desk.now)
    with pytest.raises(UserError):
        photo.set_photo(desk, client.id, picture())
