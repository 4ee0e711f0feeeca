"""Given names that are one name: short forms, other languages, and their Russian cases.

A small table by hand: names that are met in clubs of this kind, with the short forms by which
people speak of them. It only widens a search; nothing is ever addressed by it.
"""

from __future__ import annotations

from functools import cache

from vipdesk.folding import fold, sound

# Full names : short forms. A short form may stand in several lines.
_TABLE = """
Александр Александра Alexander Alexandra : Саша Сашка Шура Саня Алекс Аля Alex Sandy
Алексей Alexis : Лёша Алёша Лёха
Алиса Alice :
Анастасия Anastasia : Настя Ася Стася
Анатолий Anatole : Толя Толик
Андрей Andrew Andreas : Андрюша Andy
Анна Anne Ann Hannah : Аня Анюта Нюра Annie
Антон Anthony Antoine : Антоша Тоша Tony
Аркадий : Аркаша
Арсений : Сеня Арсюша
Артём Артемий : Тёма
Борис : Боря
Вадим : Вадик
Валентин Валентина Валерий Валерия Valentine : Валя Валера Лера
Василий Basil : Вася
Вера : Веруня
Виктор Victor Виктория Victoria : Витя Вика Vicky
Виталий : Виталик
Владимир : Володя Вова Вовка
Владислав Владислава : Влад Слава Владик
Всеволод : Сева
Вячеслав Святослав Ярослав : Слава
Галина : Галя
Геннадий : Гена
Георгий George : Гоша Жора Гога
Григорий Gregory : Гриша Greg
Дарья Daria : Даша
Денис Dennis : Дэн
Дмитрий : Дима Митя Димка
Евгений Евгения Eugene Eugenia : Женя Gene
Екатерина Catherine Katherine Kate : Катя Катюша Kate Katie Cathy
Елена Helen Helena : Лена Алёна Нелли
Елизавета Elizabeth : Лиза Liz Lizzie Beth Betty
Захар Zachary : Zach
Зинаида : Зина
Иван John : Ваня Johnny Jack
Игорь : Игорёк
Илья Elias Elijah : Илюша
Инна : Инночка
Ирина Irene : Ира Ириша
Иосиф Joseph : Ося Joe
Карл Charles Karl : Charlie Chuck
Кирилл Cyril : Кирюша
Константин Constantine : Костя
Ксения Оксана : Ксюша
Лариса : Лара
Лев Leo : Лёва
Леонид Leonid : Лёня
Любовь : Люба
Людмила : Люда Мила
Макар : Макарушка
Максим Maxim Максимилиан Maximilian : Макс Max
Маргарита Margaret : Рита Марго Maggie Meg Peggy
Марина Marina : Мариша
Мария Maria Mary Marie : Маша Маруся Маня Molly Polly
Марк Mark Marcus : Марик
Матвей Matthew : Мотя Matt
Михаил Michael : Миша Мишка Mike Mick
Надежда : Надя
Наталья Наталия Natalie : Наташа Ната
Николай Nicholas Nicolas : Коля Колян Nick
Нина : Нинуля
Олег : Олежка
Олеся : Леся
Ольга Olga : Оля
Павел Paul : Паша Павлик
Пётр Peter Pierre : Петя Pete
Полина Аполлинария Pauline : Поля
Раиса : Рая
Роберт Robert : Боб Бобби Bob Bobby Rob Robbie
Роман Roman : Рома
Ростислав : Ростик Слава
Руслан : Русик
Савелий : Сава
Светлана : Света Лана
Семён Simon : Сёма
Сергей Serge : Серёжа Серёга
Софья София Sophia Sophie : Соня Софа
Станислав Stanislas : Стас Слава Stan
Степан Стефан Stephen Steven Stephan : Стёпа Steve
Тамара : Тома
Татьяна Tatiana : Таня
Тимофей Timothy : Тима Tim
Тимур : Тима
Фёдор Theodore : Федя Ted Teddy Theo
Филипп Philip : Филя Phil
Эдуард Edward : Эдик Ed Eddie Ned Ted
Юлия Julia Julie : Юля
Юрий : Юра
Яков Jacob James : Яша Jim Jimmy Jake
Richard Ричард : Dick Rick Rich
William Уильям Вильям Wilhelm : Bill Billy Will Willy
Thomas Томас Фома : Tom Tommy
Christopher Кристофер : Chris
Daniel Даниил Данила : Dan Danny Даня
David Давид : Dave Дава
Benjamin Вениамин : Ben Веня
Frederick Фредерик : Fred Freddy
Henry Генри Heinrich Генрих : Harry Hal
Lawrence Лаврентий : Larry Лавр
Samuel Самуил : Sam
Susan Сюзанна Susanna : Sue Susie
Patricia Патриция : Pat Patsy
Barbara Варвара : Варя Barb
Deborah : Debbie
Jennifer : Jenny Jen
"""
_MASCULINE = ("", "а", "у", "ом", "е")
_SOFT = ("й", "я", "ю", "ем", "е", "и")
_IN_A = ("а", "ы", "и", "е", "у", "ой")
_IN_YA = ("я", "и", "е", "ю", "ей")
# Where a vowel of the name falls out in its cases.
_FLEETING = {"павел": "павл", "лев": "льв", "петр": "петр"}


def same_names(word: str) -> tuple[str, ...]:
    """Full names that a folded word may stand for, folded, with how they sound; else empty."""
    return _known().get(sound(word), ())


@cache
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for line in _TABLE.strip().splitlines():
        full, _, short = line.partition(":")
        names = [fold(n) for n in full.split()]
        said = [s for n in names for s in (n, sound(n))]
        for name in (*names, *map(fold, short.split())):
            for form in _forms(name):
                found.setdefault(sound(form), {}).update(dict.fromkeys(said))
    return {key: tuple(values) for key, values in found.items()}


def _forms(name: str) -> list[str]:
    """The name in its cases: 'саше', 'юрия', 'павла'."""
    if name.isascii():
        return [name]
    if name.endswith("й"):
        return [name[:-1] + ending for ending in _SOFT]
    if name.endswith("а"):
        return [name[:-1] + ending for ending in _IN_A]
    if name.endswith("я"):
        return [name[:-1] + ending for ending in _IN_YA]
    if name.endswith("ь"):
        return [name, *(name[:-1] + ending for ending in ("я", "ю", "ем", "е", "и"))]
    return [name, *(_FLEETING.get(name, name) + ending for ending in _MASCULINE[1:])]
