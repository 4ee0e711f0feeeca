"""Headers that cannot be injected into, one To, and links for the telephone."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes, policy
from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories_channels import CLUB, a_mail
from vipdesk.channels import links, mail
from vipdesk.errors import UserError


@pytest.mark.parametrize(
    "text",
    [
        "",
        "anna",
        "anna@",
        "@client.example",
        "anna@client.example, boris@client.example",
        "anna@client.example\r\nBcc: all@client.example",
        "Анна <anna@client.example>",
        "anna@client..example",
        "a b@client.example",
        f"anna@{'a' * 70}.example",
    ],
)
def test_what_is_not_one_address_is_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        mail.one_address(text)
    assert caught.value.field == "address"


def test_a_domain_in_cyrillic_is_written_as_the_network_wants_it() -> None:
    assert mail.one_address(" anna@клуб.рф ").startswith("anna@xn--")


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_name_or_subject_adds_a_header(name: str, subject: str) -> None:
    raw = mail.plain_mail(
        sender=mail.named(name, CLUB),
        to=mail.named(name, "anna@client.example"),
        subject=subject,
        body="Добрый день",
        at=datetime(2026, 11, 26, tzinfo=UTC),
        message_id="<1@club.example>",
    )
    head = message_from_bytes(raw.partition(b"\r\n\r\n")[0], policy=policy.SMTP)
    assert set(head.keys()) == {
        "From", "To", "Subject", "Date", "Message-ID", "Content-Type",
        "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    mail.check_mail(raw, "anna@client.example")


def test_a_name_with_a_line_break_stays_a_name() -> None:
    assert str(mail.named("Анна\r\nBcc: x@y.example", "a@b.example").display_name) == (
        "Анна Bcc: x@y.example"
    )


def test_the_message_id_tells_nothing() -> None:
    first, second = mail.new_message_id(CLUB), mail.new_message_id(CLUB)
    assert first != second
    assert first.endswith("@club.example>")


@pytest.mark.parametrize(
    "change",
    [
        (b"To: ", b"Cc: boris@client.example\r\nTo: "),
        (b"To: ", b"Bcc: boris@client.example\r\nTo: "),
        (b"anna@client.example", b"boris@client.example"),
        (b"To: ", b"X-To: "),
    ],
)
def test_a_mail_for_more_or_others_is_refused(change: tuple[bytes, bytes]) -> None:
    with pytest.raises(ValueError, match="somebody else"):
        mail.check_mail(a_mail().replace(*change), "anna@client.example")


def test_subject_and_words_can_be_read_before_it_leaves() -> None:
    assert mail.subject_of(a_mail()) == "Приглашение"
    assert "Анна Сергеевна" in mail.text_of(a_mail())


def test_deep_links() -> None:
    assert links.call("+7 (495) 123-45-67") == "tel:+74951234567"
    assert (
        links.sms("8 495 1", "Да & нет") == "sms:84951?body=%D0%94%D0%B0%20%26%20%D0%BD%D0%B5%D1%82"
    )
    assert links.whatsapp("+7 495 1", "a?b") == "https://wa.me/74951?text=a%3Fb"
    assert links.mail("a@b.example", "x y", "1\n2") == (
        "mailto:a@b.example?subject=x%20y&body=1%0D%0A2"
    )
    assert links.call("8 916 555-01-42 доб. 12") == "tel:+79165550142"
    assert links.telegram("@anna_k", "Да") == "https://t.me/anna_k?text=%D0%94%D0%B0"
    assert links.telegram("8 916 555-01-42") == "https://t.me/+79165550142"
    assert links.whatsapp("8 (916) 555-01-42", "") == "https://wa.me/79165550142"
    assert links.mail("a@b.example?bcc=c@d.example") == "mailto:a@b.example%3Fbcc%3Dc@d.example"


NASTY = "«Ёлка» & co. 100 %; a=b#c?d/e\\f \"g\" 'h' `i` $(j) <k>\r\n^l|m\ud800 😀"


@pytest.mark.parametrize(
    "link",
    [
        links.sms("+79165550142", NASTY),
        links.whatsapp("+79165550142", NASTY),
        links.telegram("anna_k", NASTY),
        links.mail("a@b.example", NASTY, NASTY),
    ],
)
def test_a_link_carries_any_text_and_nothing_a_shell_would_read(link: str) -> None:
    assert link.isascii()
    assert not set(link) & set(" \"'`$<>|^\\;(){}\r\n")
    assert link.count("?") == 1
    text = parse_qs(link.partition("?")[2]).popitem()[1][0]
    assert text.replace("\r\n", "\n") == NASTY.replace("\r\n", "\n").replace("\ud800", "?")
    assert links.fits(link)
    assert not links.fits(link + "x" * links.LONGEST)
