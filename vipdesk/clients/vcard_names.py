"""Which property of which maker means what: phones, programs and servers have words of their own.

Sources: RFC 2426, RFC 6350, RFC 6474; what iOS, Android, Outlook, Evolution, KAddressBook,
Thunderbird, Nextcloud and Nokia write.
"""

from __future__ import annotations

from vipdesk.vocabulary import DayKind, PersonKind

# Read for their effect, or of no use to a person who looks after people.
QUIET = frozenset({
    "VERSION", "PRODID", "UID", "REV", "SORT-STRING", "CLASS", "SOURCE", "CLIENTPIDMAP", "KIND",
    "NAME", "PROFILE", "MAILER", "XML", "BEGIN", "END", "LABEL", "CREATED", "MEMBER",
    "X-ABLABEL", "X-ABADR", "X-ABSHOWAS", "X-ABUID", "X-ABORDER", "X-ABPERSONFLAGS",
    "X-ABCROP-RECTANGLE", "X-IMAGETYPE", "X-IMAGEHASH", "X-APPLE-SUBLOCALITY",
    "X-APPLE-SUBADMINISTRATIVEAREA", "X-SHARED-PHOTO-DISPLAY-PREF", "X-ADDRESSING-GRAMMAR",
    "X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER", "X-MOZILLA-HTML",
    "X-PREFER-MAIL-FORMAT", "X-EVOLUTION-FILE-AS", "X-EVOLUTION-E-BOOK-BACKEND-SUMMARY",
    "X-COUCHDB-APPLICATION-ANNOTATIONS", "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "X-MS-OL-DESIGN",
    "X-MS-CARDPICTURE", "X-CLASS", "X-IRMC-LUID", "X-RADICALE-NAME", "X-ABGUID",
    "X-KADDRESSBOOK-CRYPTOPROTOPREF", "X-KADDRESSBOOK-OPENPGPFP", "X-VIPDESK-EXPORT",
    "X-AIM-SLOT", "X-FUNAMBOL-FOLDER", "X-EVOLUTION-WEBDAV-HREF",
    "X-EVOLUTION-WEBDAV-ETAG", "X-ESI-CATEGORIES-DISABLED",
})  # fmt: skip
LONGEST_KEPT = 400  # of one line kept in the note
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF")
GROUPS = ("X-ADDRESSBOOKSERVER-KIND", "KIND")
DISTRIBUTION = "X-KADDRESSBOOK-DISTRIBUTIONLIST"
IMS = (
    "IMPP", "X-JABBER", "X-SKYPE", "X-TELEGRAM", "X-SKYPE-USERNAME", "X-WHATSAPP", "X-ICQ",
    "X-AIM", "X-YAHOO", "X-MSN", "X-GOOGLE-TALK", "X-GTALK", "X-GADUGADU", "X-GROUPWISE", "X-QQ",
    "X-SIP", "X-TWITTER", "X-MATRIX", "X-VIBER", "X-MS-IMADDRESS", "X-KADDRESSBOOK-X-IMADDRESS",
)  # fmt: skip
SOCIAL = frozenset({"telegram", "whatsapp", "viber", "wechat", "signal", "skype"})
_IM_NAMES = {"skype-username": "skype", "ms-imaddress": "im", "kaddressbook-x-imaddress": "im"}
DAYS = {
    "ANNIVERSARY": DayKind.WEDDING, "X-ANNIVERSARY": DayKind.WEDDING,
    "X-EVOLUTION-ANNIVERSARY": DayKind.WEDDING, "X-KADDRESSBOOK-X-ANNIVERSARY": DayKind.WEDDING,
    "X-MS-ANNIVERSARY": DayKind.WEDDING, "X-WAB-WEDDING_ANNIVERSARY": DayKind.WEDDING,
    "X-ABDATE": DayKind.OTHER, "X-EVENT": DayKind.OTHER, "DEATHDATE": DayKind.MEMORIAL,
}  # fmt: skip
RELATED = {
    "RELATED": "", "X-ABRELATEDNAMES": "", "X-ASSISTANT": "assistant", "X-SPOUSE": "spouse",
    "X-MANAGER": "manager", "X-EVOLUTION-ASSISTANT": "assistant", "X-EVOLUTION-SPOUSE": "spouse",
    "X-EVOLUTION-MANAGER": "manager", "X-MS-ASSISTANT": "assistant", "X-MS-SPOUSE": "spouse",
    "X-MS-MANAGER": "manager", "X-MS-CHILD": "child", "X-WAB-SPOUSE_NAME": "spouse",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant", "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
    "X-KADDRESSBOOK-X-SPOUSENAME": "spouse", "X-KADDRESSBOOK-X-MANAGERSNAME": "manager",
    "X-MANAGERSNAME": "manager", "X-ASSISTANTNAME": "assistant",
}  # fmt: skip
_HOUSEHOLD = frozenset({
    "spouse", "child", "parent", "sibling", "mother", "father", "son", "daughter", "brother",
    "sister", "wife", "husband", "partner", "kin", "жена", "муж", "сын", "дочь", "мать", "отец",
    "супруг",
})  # fmt: skip
_STAFF = frozenset({"assistant", "agent", "secretary", "driver", "bodyguard", "помощник",
                    "ассистент", "секретарь", "водитель"})  # fmt: skip
_WEDDING = ("anniversary", "wedding", "годовщин", "свадьб")
# Android's numbers of relations (ContactsContract.CommonDataKinds.Relation).
ANDROID_RELATIONS = (
    "", "assistant", "brother", "child", "partner", "father", "friend", "manager", "mother",
    "parent", "partner", "referred by", "relative", "sister", "spouse",
)  # fmt: skip


def kind_of_person(label: str) -> PersonKind:
    """Where somebody stands by the file's own word."""
    word = label.lower()
    if any(w in word for w in _STAFF):
        return PersonKind.STAFF
    if any(w in word for w in _HOUSEHOLD):
        return PersonKind.HOUSEHOLD
    return PersonKind.CIRCLE


def kind_of_day(label: str, kind: DayKind) -> DayKind:
    """What a day is by the file's own word."""
    return DayKind.WEDDING if any(w in label.lower() for w in _WEDDING) else kind


def im_service(name: str) -> str:
    """'X-SKYPE-USERNAME' → 'skype'."""
    short = name.removeprefix("X-").lower()
    return _IM_NAMES.get(short, short)


def spoken(name: str) -> str:
    """'X-PHONETIC-FIRST-NAME' → 'Phonetic first name': how a line of the note begins."""
    return name.removeprefix("X-").replace("-", " ").replace("_", " ").capitalize()
