"""Column names of address books: Russian and English, Google Contacts, Outlook, hand-made lists."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds. `slot` joins columns of one thing ('Phone 1 - Type', '- Value')."""

    field: str
    slot: str = ""


_NAMES = {
    "surname": "фамилия|surname|last name|family name|lastname",
    "given": "имя|given name|first name|firstname|given",
    "patronymic": "отчество|patronymic|middle name|additional name|second name",
    "full": "полное имя|имя клиента|клиент|контакт|name|full name|display name|client"
    "|имя и фамилия|formatted name|отображаемое имя",
    "surname_first": "фио|ф и о|фамилия имя отчество|фамилия и имя|фамилия имя|file as",
    "latin_name": "latin name|латиница|имя латиницей|имя на латинице|фио латиницей|passport name"
    "|name in latin letters",
    "title": "обращение|title|name prefix|prefix|salutation|префикс имени",
    "gender": "пол|gender|sex",
    "birthday": "день рождения|дата рождения|др|birthday|birth date|date of birth|dob|birthdate",
    "company": "компания|организация|company|organization|organisation|organization name"
    "|organization 1 name|место работы|работа|название организации",
    "position": "должность|position|job title|organization title|organization 1 title|role",
    "city": "город|city|home city|business city|город дом адрес|город раб адрес|город проживания",
    "time_zone": "часовой пояс|time zone|timezone|тз",
    "languages": "язык|языки|language|languages|язык общения",
    "tier": "статус|уровень|tier|status|level|категория|карта|статус клиента",
    "note": "заметки|заметка|примечание|примечания|комментарий|комментарии|note|notes|comment"
    "|comments|описание|description",
    "address": "адрес|address|почтовый адрес|адрес проживания|home address|business address"
    "|postal address|адрес доставки",
    "assistant": "помощник|ассистент|секретарь|assistant|assistant s name|имя помощника"
    "|assistant name|имя ассистента",
    "assistant_phone": "телефон помощника|assistant s phone|телефон ассистента|assistant phone",
    "spouse": "супруг а|супруга|супруг|spouse|жена|муж|wife|husband",
    "messenger:telegram": "telegram|телеграм|телеграмм|тг|tg|ник в telegram",
    "messenger:whatsapp": "whatsapp|вотсап|ватсап|wa",
    "messenger:skype": "skype|скайп",
    "messenger:viber": "viber|вайбер",
    "messenger": "мессенджер|messenger|im",
    "anniversary": "годовщина|anniversary|wedding anniversary|годовщина свадьбы",
    "birth_year": "birth year|год рождения",
    "birth_month": "birth month|месяц рождения",
    "birth_day": "birth day|число рождения",
    "ignored": "fax|факс|web page|веб страница|website|photo|фото|№|no|id|номер|reason|причина",
}
_EXACT = {name: field for field, names in _NAMES.items() for name in names.split("|")}
_EMAIL_WORDS = {"email", "mail", "почта", "почты", "емейл", "имейл", "мейл"}
_PHONE_WORDS = {"телефон", "тел", "phone", "mobile", "мобильный", "сотовый", "моб", "tel", "cell"}
_NOT_PHONE = {"факс", "fax", "type", "label", "тип"}
_SLOTTED = re.compile(
    r"^(phone|e mail|im|relation|address) (\d+) (value|type|label|service|city|formatted)$"
)
_SLOT_FIELDS = {
    ("phone", "value"): "phone",
    ("e mail", "value"): "email",
    ("im", "value"): "messenger",
    ("relation", "value"): "relation",
    ("address", "city"): "city",
    ("address", "formatted"): "address",
    ("phone", "type"): "label",
    ("phone", "label"): "label",
    ("e mail", "type"): "label",
    ("e mail", "label"): "label",
    ("im", "service"): "label",
    ("relation", "type"): "label",
    ("relation", "label"): "label",
}
_NOT_WORDS = re.compile(r"[\W_]+")


def plain(name: str) -> str:
    """Lower case, ё as е, only words: 'E-mail 1 - Value' → 'e mail 1 value'."""
    return _NOT_WORDS.sub(" ", name.casefold().replace("ё", "е")).strip()


def column(name: str) -> Column | None:
    """What a column of this name holds; None for a name not known."""
    key = plain(name)
    if key in _EXACT:
        return Column(_EXACT[key])
    if m := _SLOTTED.match(key):
        field = _SLOT_FIELDS.get((m[1], m[3]))
        return Column(field, f"{m[1]} {m[2]}") if field else None
    words = set(key.replace("e mail", "email").split())
    if words & {"type", "label", "тип", "display"}:
        return None
    if words & _EMAIL_WORDS:
        return Column("email", key)
    if words & _PHONE_WORDS and not words & _NOT_PHONE:
        return Column("phone", key)
    return None


def columns(names: list[str]) -> tuple[Column | None, ...]:
    """All columns of a header."""
    return tuple(column(n) for n in names)


def knows_people(found: tuple[Column | None, ...]) -> bool:
    """Whether a row with these columns is the header of a list of people."""
    fields = {c.field for c in found if c is not None}
    return bool(fields & {"surname", "given", "full", "surname_first"})
