<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>door</name>
  <message>
   <source>A companion has come</source>
   <translation>Пришёл спутник</translation>
  </message>
  <message numerus="yes">
   <source>A door code has {n} letters and digits.</source>
   <translation>
    <numerusform>В коде входа {n} буква или цифра.</numerusform>
    <numerusform>В коде входа {n} буквы и цифры.</numerusform>
    <numerusform>В коде входа {n} букв и цифр.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>A door has 1 to {n} desks.</source>
   <translation>
    <numerusform>На входе может быть {n} стойка.</numerusform>
    <numerusform>На входе может быть от 1 до {n} стоек.</numerusform>
    <numerusform>На входе может быть от 1 до {n} стоек.</numerusform>
   </translation>
  </message>
  <message>
   <source>A guest thanked</source>
   <translation>Гостя поблагодарили</translation>
  </message>
  <message>
   <source>A guest’s answer noted</source>
   <translation>Записан отзыв гостя</translation>
  </message>
  <message>
   <source>A score is a number from 1 to 5.</source>
   <translation>Оценка – это число от 1 до 5.</translation>
  </message>
  <message>
   <source>After</source>
   <translation>После</translation>
  </message>
  <message>
   <source>After the event: {name}</source>
   <translation>После мероприятия: {name}</translation>
  </message>
  <message>
   <source>An event</source>
   <translation>Мероприятие</translation>
  </message>
  <message>
   <source>As of {moment}. People in the room: with companions.</source>
   <translation>По состоянию на {moment}. Люди в зале – вместе со спутниками.</translation>
  </message>
  <message>
   <source>Ask the host</source>
   <translation>Спросить хозяина вечера</translation>
  </message>
  <message>
   <source>At the door</source>
   <translation>На входе</translation>
  </message>
  <message>
   <source>At the door: {name}</source>
   <translation>На входе: {name}</translation>
  </message>
  <message>
   <source>Birthday on {day}: congratulate.</source>
   <translation>День рождения {day}: поздравьте.</translation>
  </message>
  <message>
   <source>Check-in at the door</source>
   <translation>Отметка на входе</translation>
  </message>
  <message>
   <source>Check-ins of the door taken in</source>
   <translation>Приняты отметки входа</translation>
  </message>
  <message>
   <source>Close the door</source>
   <translation>Закрыть вход</translation>
  </message>
  <message>
   <source>Companions here now</source>
   <translation>Спутники, которые уже здесь</translation>
  </message>
  <message>
   <source>Desk of the door</source>
   <translation>Стойка на входе</translation>
  </message>
  <message>
   <source>Desk {number}</source>
   <translation>Стойка {number}</translation>
  </message>
  <message>
   <source>Desk {number} of {desks} · {time} · {place}</source>
   <translation>Стойка {number} из {desks} · {time} · {place}</translation>
  </message>
  <message>
   <source>Door</source>
   <translation>Вход</translation>
  </message>
  <message>
   <source>Door code</source>
   <translation>Код входа</translation>
  </message>
  <message>
   <source>Door code: </source>
   <translation>Код входа: </translation>
  </message>
  <message>
   <source>Door code: {code}</source>
   <translation>Код входа: {code}</translation>
  </message>
  <message>
   <source>Door list</source>
   <translation>Список для входа</translation>
  </message>
  <message>
   <source>Door list sealed</source>
   <translation>Список для входа запечатан</translation>
  </message>
  <message>
   <source>Everybody is accounted for.</source>
   <translation>Обо всех всё известно.</translation>
  </message>
  <message>
   <source>Everybody who came was thanked.</source>
   <translation>Всех, кто пришёл, поблагодарили.</translation>
  </message>
  <message>
   <source>Exchange through a folder…</source>
   <translation>Обменяться через папку…</translation>
  </message>
  <message numerus="yes">
   <source>Expected: {n} people.</source>
   <translation>
    <numerusform>Ожидается {n} человек.</numerusform>
    <numerusform>Ожидаются {n} человека.</numerusform>
    <numerusform>Ожидаются {n} человек.</numerusform>
   </translation>
  </message>
  <message>
   <source>Feedback of a guest</source>
   <translation>Отзыв гостя</translation>
  </message>
  <message>
   <source>Guests after the event</source>
   <translation>Гости после мероприятия</translation>
  </message>
  <message>
   <source>Guests are here as soon as they are invited.</source>
   <translation>Гости появятся здесь, как только будут приглашены.</translation>
  </message>
  <message>
   <source>Guests at the door</source>
   <translation>Гости на входе</translation>
  </message>
  <message>
   <source>Here for the first time: show the way and make introductions.</source>
   <translation>У нас впервые: проводите и познакомьте с гостями.</translation>
  </message>
  <message>
   <source>How the guest liked it, 1 to 5</source>
   <translation>Как понравилось гостю, от 1 до 5</translation>
  </message>
  <message>
   <source>How they liked it, from 1 to 5</source>
   <translation>Как понравилось, от 1 до 5</translation>
  </message>
  <message>
   <source>How to address</source>
   <translation>Обращение</translation>
  </message>
  <message>
   <source>In all</source>
   <translation>Всего</translation>
  </message>
  <message numerus="yes">
   <source>In since {time}: {n} people.</source>
   <translation>
    <numerusform>Внутри с {time}: {n} человек.</numerusform>
    <numerusform>Внутри с {time}: {n} человека.</numerusform>
    <numerusform>Внутри с {time}: {n} человек.</numerusform>
   </translation>
  </message>
  <message>
   <source>In the guests’ words</source>
   <translation>Словами гостей</translation>
  </message>
  <message>
   <source>In the guest’s words</source>
   <translation>Словами гостя</translation>
  </message>
  <message>
   <source>Introduced there to</source>
   <translation>Познакомили с</translation>
  </message>
  <message>
   <source>Introductions made: {count}</source>
   <translation>Состоялось знакомств: {count}</translation>
  </message>
  <message>
   <source>Invited and came: by tier</source>
   <translation>Приглашены и пришли: по статусам</translation>
  </message>
  <message>
   <source>Invited, but did not say yes: takes a free place.</source>
   <translation>Приглашён, но согласия не давал: займёт свободное место.</translation>
  </message>
  <message>
   <source>Invited, said yes, came: by channel</source>
   <translation>Приглашены, согласились, пришли: по каналам</translation>
  </message>
  <message>
   <source>It is in the next list that is sealed.</source>
   <translation>Попадёт в следующий запечатанный список.</translation>
  </message>
  <message>
   <source>Later than a quarter of an hour: {count}</source>
   <translation>Опоздали больше чем на четверть часа: {count}</translation>
  </message>
  <message>
   <source>Learned about the guest: goes to the profile</source>
   <translation>Узнали о госте: попадёт в профиль</translation>
  </message>
  <message>
   <source>Leave it empty for a list you sealed yourself.</source>
   <translation>Для списка, который запечатали Вы, оставьте пустым.</translation>
  </message>
  <message>
   <source>Let in</source>
   <translation>Впустить</translation>
  </message>
  <message numerus="yes">
   <source>Let in at two desks: {n} people are counted once.</source>
   <translation>
    <numerusform>Впущен у двух стоек: {n} человек посчитан один раз.</numerusform>
    <numerusform>Впущены у двух стоек: {n} человека посчитаны один раз.</numerusform>
    <numerusform>Впущены у двух стоек: {n} человек посчитаны один раз.</numerusform>
   </translation>
  </message>
  <message>
   <source>Let in, the host agreed</source>
   <translation>Впустить, хозяин согласен</translation>
  </message>
  <message>
   <source>Lists wiped: {count}</source>
   <translation>Стёрто списков: {count}</translation>
  </message>
  <message>
   <source>Logs of the door (*.doorlog)</source>
   <translation>Журналы входа (*.doorlog)</translation>
  </message>
  <message>
   <source>No free place is left to this desk. Ask the host before you let them in.</source>
   <translation>У этой стойки не осталось свободных мест. Спросите хозяина вечера, прежде чем впускать.</translation>
  </message>
  <message>
   <source>No line of the budget was entered.</source>
   <translation>Строки бюджета не внесены.</translation>
  </message>
  <message>
   <source>No words were noted.</source>
   <translation>Слова гостей не записаны.</translation>
  </message>
  <message>
   <source>Nobody else came</source>
   <translation>Больше никто не пришёл</translation>
  </message>
  <message>
   <source>Nobody has come yet, as far as the desk knows.</source>
   <translation>Насколько известно, пока никто не пришёл.</translation>
  </message>
  <message>
   <source>Nobody is invited yet: there is nobody to let in.</source>
   <translation>Пока никто не приглашён: впускать некого.</translation>
  </message>
  <message>
   <source>Nobody is to be thanked.</source>
   <translation>Благодарить некого.</translation>
  </message>
  <message>
   <source>Nobody on the list begins like this. Try the surname.</source>
   <translation>В списке нет имён с таким началом. Попробуйте фамилию.</translation>
  </message>
  <message>
   <source>Nobody was asked or answered yet.</source>
   <translation>Пока никого не спросили или никто не ответил.</translation>
  </message>
  <message>
   <source>Not in after all</source>
   <translation>Всё-таки не вошёл</translation>
  </message>
  <message>
   <source>Not on the list</source>
   <translation>Нет в списке</translation>
  </message>
  <message>
   <source>Not on the list and let in: {count}</source>
   <translation>Вошли не по списку: {count}</translation>
  </message>
  <message numerus="yes">
   <source>Not on the list: {n} wait…</source>
   <translation>
    <numerusform>Не по списку: ждёт {n}…</numerusform>
    <numerusform>Не по списку: ждут {n}…</numerusform>
    <numerusform>Не по списку: ждут {n}…</numerusform>
   </translation>
  </message>
  <message>
   <source>Not on the list…</source>
   <translation>Нет в списке…</translation>
  </message>
  <message>
   <source>Noted what to do differently</source>
   <translation>Записано, что сделать иначе</translation>
  </message>
  <message>
   <source>Noted who came</source>
   <translation>Отмечено, кто пришёл</translation>
  </message>
  <message>
   <source>Nothing was noted.</source>
   <translation>Ничего не записано.</translation>
  </message>
  <message>
   <source>Only where both had agreed to it.</source>
   <translation>Только если оба на это согласились.</translation>
  </message>
  <message>
   <source>Open the door</source>
   <translation>Открыть вход</translation>
  </message>
  <message>
   <source>Open the door here</source>
   <translation>Открыть вход на этом компьютере</translation>
  </message>
  <message>
   <source>Open the door here…</source>
   <translation>Открыть вход здесь…</translation>
  </message>
  <message>
   <source>Page as PDF…</source>
   <translation>Отчёт в PDF…</translation>
  </message>
  <message numerus="yes">
   <source>Say how many came: 1 to {n}.</source>
   <translation>
    <numerusform>Укажите, сколько человек пришло: не больше {n}.</numerusform>
    <numerusform>Укажите, сколько человек пришло: от 1 до {n}.</numerusform>
    <numerusform>Укажите, сколько человек пришло: от 1 до {n}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Seal a list before the evening: the door then needs neither network nor a passphrase, only a code.</source>
   <translation>Запечатайте список до начала: тогда на входе не нужны ни сеть, ни пароль – только код.</translation>
  </message>
  <message>
   <source>Seal a list…</source>
   <translation>Запечатать список…</translation>
  </message>
  <message numerus="yes">
   <source>Sealed {moment} by {who} for {n} desks; wiped by itself {wiped}.</source>
   <translation>
    <numerusform>Запечатан: {moment}, {who}, для {n} стойки; сотрётся сам: {wiped}.</numerusform>
    <numerusform>Запечатан: {moment}, {who}, для {n} стоек; сотрётся сам: {wiped}.</numerusform>
    <numerusform>Запечатан: {moment}, {who}, для {n} стоек; сотрётся сам: {wiped}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Sent away</source>
   <translation>Отказано</translation>
  </message>
  <message>
   <source>Something went wrong here. What was let in is kept; go on.</source>
   <translation>Здесь что-то пошло не так. Все вошедшие записаны; продолжайте.</translation>
  </message>
  <message>
   <source>Take in</source>
   <translation>Принять</translation>
  </message>
  <message>
   <source>Take in a log…</source>
   <translation>Принять журнал…</translation>
  </message>
  <message>
   <source>Take in logs of the door</source>
   <translation>Принять журналы входа</translation>
  </message>
  <message>
   <source>Taken back.</source>
   <translation>Отменено.</translation>
  </message>
  <message>
   <source>Thank</source>
   <translation>Поблагодарить</translation>
  </message>
  <message>
   <source>Thank the guests</source>
   <translation>Поблагодарить гостей</translation>
  </message>
  <message>
   <source>Thank you for being with us at “{title}”.</source>
   <translation>Благодарим Вас за то, что были с нами: «{title}».</translation>
  </message>
  <message>
   <source>Thank you for being with us: “{title}”</source>
   <translation>Спасибо, что были с нами: «{title}»</translation>
  </message>
  <message>
   <source>Thanked</source>
   <translation>Поблагодарили</translation>
  </message>
  <message>
   <source>Thank…</source>
   <translation>Поблагодарить…</translation>
  </message>
  <message>
   <source>The card is genuine, but its owner is not on the list of this event.</source>
   <translation>Карта подлинная, но её владельца нет в списке мероприятия.</translation>
  </message>
  <message>
   <source>The code could not be read. Try again, or type three letters.</source>
   <translation>Код не прочитан. Попробуйте ещё раз или наберите три буквы.</translation>
  </message>
  <message>
   <source>The event is not over yet.</source>
   <translation>Мероприятие ещё не закончилось.</translation>
  </message>
  <message>
   <source>The event is not over yet: somebody may still come.</source>
   <translation>Мероприятие ещё не закончилось: кто-то может прийти.</translation>
  </message>
  <message>
   <source>The event is over and its door list was wiped. Hand over the log.</source>
   <translation>Мероприятие прошло, и список для входа стёрт. Передайте журнал входа.</translation>
  </message>
  <message>
   <source>The host agreed</source>
   <translation>Хозяин согласен</translation>
  </message>
  <message>
   <source>The host greets in person: tell them now.</source>
   <translation>Хозяин вечера встречает лично: сообщите ему сейчас.</translation>
  </message>
  <message>
   <source>The last check-ins are not told to the club yet: they are in this computer’s log. Open the door here once more when the server answers.</source>
   <translation>Последние отметки ещё не переданы в клуб: они сохранены в журнале этого компьютера. Откройте вход здесь ещё раз, когда сервер ответит.</translation>
  </message>
  <message>
   <source>The letters are being written.</source>
   <translation>Письма готовятся.</translation>
  </message>
  <message numerus="yes">
   <source>The list of {n} guests is sealed. Door code: {code}</source>
   <translation>
    <numerusform>Список из {n} гостя запечатан. Код входа: {code}</numerusform>
    <numerusform>Список из {n} гостей запечатан. Код входа: {code}</numerusform>
    <numerusform>Список из {n} гостей запечатан. Код входа: {code}</numerusform>
   </translation>
  </message>
  <message>
   <source>The note is kept.</source>
   <translation>Заметка сохранена.</translation>
  </message>
  <message>
   <source>The page is saved.</source>
   <translation>Отчёт сохранён.</translation>
  </message>
  <message>
   <source>These files cannot be read as logs of this event. Check the door code.</source>
   <translation>Эти файлы не читаются как журналы входа этого мероприятия. Проверьте код входа.</translation>
  </message>
  <message>
   <source>This card has expired. Find the guest by name.</source>
   <translation>Срок карты истёк. Найдите гостя по имени.</translation>
  </message>
  <message>
   <source>This card was replaced or taken back. Find the guest by name.</source>
   <translation>Карта заменена или отозвана. Найдите гостя по имени.</translation>
  </message>
  <message>
   <source>This card was signed elsewhere. Find the guest by name.</source>
   <translation>Карта подписана в другом месте. Найдите гостя по имени.</translation>
  </message>
  <message>
   <source>This card’s code is not genuine. Ask the host.</source>
   <translation>Код карты не подлинный. Обратитесь к хозяину вечера.</translation>
  </message>
  <message>
   <source>This code does not open the list. Ask who made it.</source>
   <translation>Этот код не открывает список. Спросите того, кто его сделал.</translation>
  </message>
  <message>
   <source>This desk is open in another window. Choose another desk’s number.</source>
   <translation>Эта стойка открыта в другом окне. Выберите другой номер стойки.</translation>
  </message>
  <message>
   <source>This event is a draft or was cancelled: it has no door.</source>
   <translation>Это черновик или отменённое мероприятие: у него нет входа.</translation>
  </message>
  <message>
   <source>This file is no door list, or it is damaged.</source>
   <translation>Этот файл не список для входа или он повреждён.</translation>
  </message>
  <message>
   <source>This guest is in already.</source>
   <translation>Этот гость уже вошёл.</translation>
  </message>
  <message>
   <source>This guest is not on the list of this event.</source>
   <translation>Этого гостя нет в списке мероприятия.</translation>
  </message>
  <message>
   <source>This laptop is</source>
   <translation>Этот компьютер</translation>
  </message>
  <message numerus="yes">
   <source>This list was made for {n} desks.</source>
   <translation>
    <numerusform>Этот список сделан для {n} стойки.</numerusform>
    <numerusform>Этот список сделан для {n} стоек.</numerusform>
    <numerusform>Этот список сделан для {n} стоек.</numerusform>
   </translation>
  </message>
  <message>
   <source>Three letters of a name, or the card</source>
   <translation>Три буквы имени или карта</translation>
  </message>
  <message>
   <source>To say at the door</source>
   <translation>Сказать на входе</translation>
  </message>
  <message>
   <source>Two laptops never have the same number.</source>
   <translation>У двух компьютеров не бывает одного номера.</translation>
  </message>
  <message>
   <source>Two short questions, if we may. How did you like it, from one to five? And what should we do differently next time?</source>
   <translation>Позвольте два коротких вопроса. Как Вам понравилось, от одного до пяти? И что нам сделать иначе в следующий раз?</translation>
  </message>
  <message>
   <source>Type at least three letters.</source>
   <translation>Наберите хотя бы три буквы.</translation>
  </message>
  <message numerus="yes">
   <source>Use at most {n} letters.</source>
   <translation>
    <numerusform>Не больше {n} знака.</numerusform>
    <numerusform>Не больше {n} знаков.</numerusform>
    <numerusform>Не больше {n} знаков.</numerusform>
   </translation>
  </message>
  <message>
   <source>Was there</source>
   <translation>Присутствие</translation>
  </message>
  <message>
   <source>What a guest gets</source>
   <translation>Что получит гость</translation>
  </message>
  <message>
   <source>What it cost</source>
   <translation>Во что обошлось</translation>
  </message>
  <message>
   <source>What to do differently</source>
   <translation>Что сделать иначе</translation>
  </message>
  <message>
   <source>What to do differently next time</source>
   <translation>Что сделать иначе в следующий раз</translation>
  </message>
  <message>
   <source>What to do differently, in the guest’s words</source>
   <translation>Что сделать иначе, словами гостя</translation>
  </message>
  <message>
   <source>What to do differently…</source>
   <translation>Что сделать иначе…</translation>
  </message>
  <message>
   <source>Who it is</source>
   <translation>Кто это</translation>
  </message>
  <message>
   <source>Words</source>
   <translation>Слова</translation>
  </message>
  <message>
   <source>Words for the door noted</source>
   <translation>Записано, что сказать на входе</translation>
  </message>
  <message>
   <source>Write who it is.</source>
   <translation>Напишите, кто это.</translation>
  </message>
  <message>
   <source>Your role may not change the guest list.</source>
   <translation>Ваша роль не позволяет менять список гостей.</translation>
  </message>
  <message>
   <source>alone</source>
   <translation>без спутников</translation>
  </message>
  <message>
   <source>came</source>
   <translation>да</translation>
  </message>
  <message>
   <source>came: {count}</source>
   <translation>пришли: {count}</translation>
  </message>
  <message numerus="yes">
   <source>came: {n} people</source>
   <translation>
    <numerusform>пришёл {n} человек</numerusform>
    <numerusform>пришли {n} человека</numerusform>
    <numerusform>пришли {n} человек</numerusform>
   </translation>
  </message>
  <message>
   <source>cost per head</source>
   <translation>стоимость на человека</translation>
  </message>
  <message>
   <source>declined or did not answer: {count}</source>
   <translation>отказались или не ответили: {count}</translation>
  </message>
  <message>
   <source>did not come</source>
   <translation>нет</translation>
  </message>
  <message>
   <source>guests came</source>
   <translation>гостей пришло</translation>
  </message>
  <message>
   <source>how they liked it</source>
   <translation>как понравилось</translation>
  </message>
  <message>
   <source>inside</source>
   <translation>внутри</translation>
  </message>
  <message numerus="yes">
   <source>mean of {n} answers</source>
   <translation>
    <numerusform>среднее по {n} ответу</numerusform>
    <numerusform>среднее по {n} ответам</numerusform>
    <numerusform>среднее по {n} ответам</numerusform>
   </translation>
  </message>
  <message>
   <source>not known: {count}</source>
   <translation>неизвестно: {count}</translation>
  </message>
  <message>
   <source>of those who said yes</source>
   <translation>из согласившихся</translation>
  </message>
  <message>
   <source>of {limit} planned at most</source>
   <translation>из {limit} по плану</translation>
  </message>
  <message>
   <source>people in the room</source>
   <translation>человек в зале</translation>
  </message>
  <message>
   <source>said yes, did not come: {count}</source>
   <translation>согласились, но не пришли: {count}</translation>
  </message>
  <message>
   <source>still expected</source>
   <translation>ещё ждём</translation>
  </message>
  <message>
   <source>table {table}, chair {chair}</source>
   <translation>стол {table}, место {chair}</translation>
  </message>
  <message>
   <source>table {table}, chairs {chairs}</source>
   <translation>стол {table}, места {chairs}</translation>
  </message>
  <message>
   <source>to nobody</source>
   <translation>ни с кем</translation>
  </message>
  <message numerus="yes">
   <source>with {n} companions</source>
   <translation>
    <numerusform>с {n} спутником</numerusform>
    <numerusform>с {n} спутниками</numerusform>
    <numerusform>с {n} спутниками</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} does not wait any more.</source>
   <translation>{name} больше не ждёт.</translation>
  </message>
  <message>
   <source>{name} is in, with the host’s word.</source>
   <translation>{name}: вход разрешён хозяином вечера.</translation>
  </message>
  <message>
   <source>{name} is not in.</source>
   <translation>{name}: отметка о входе снята.</translation>
  </message>
  <message>
   <source>{name} said yes and is not here: call.</source>
   <translation>{name}: нет на месте, позвоните.</translation>
  </message>
  <message>
   <source>{name} waits for the host’s word.</source>
   <translation>{name} ждёт решения хозяина вечера.</translation>
  </message>
  <message>
   <source>{name} was let in at two desks: counted once.</source>
   <translation>{name}: две отметки у разных стоек, считаем за одну.</translation>
  </message>
  <message numerus="yes">
   <source>{name} · {n} in already</source>
   <translation>
    <numerusform>{name} · {n} уже внутри</numerusform>
    <numerusform>{name} · {n} уже внутри</numerusform>
    <numerusform>{name} · {n} уже внутри</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} · {tier}</source>
   <translation>{name} · {tier}</translation>
  </message>
  <message>
   <source>{name}: leaves {when}</source>
   <translation>{name}: отправим {when}</translation>
  </message>
  <message numerus="yes">
   <source>{name}: {n} people are in.</source>
   <translation>
    <numerusform>{name}: внутри {n} человек.</numerusform>
    <numerusform>{name}: внутри {n} человека.</numerusform>
    <numerusform>{name}: внутри {n} человек.</numerusform>
   </translation>
  </message>
  <message>
   <source>{name}: {reason}</source>
   <translation>{name}: {reason}</translation>
  </message>
  <message numerus="yes">
   <source>{n} answers: too few for a mean</source>
   <translation>
    <numerusform>{n} ответ: мало для среднего</numerusform>
    <numerusform>{n} ответа: мало для среднего</numerusform>
    <numerusform>{n} ответов: мало для среднего</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} check-ins of other desks were taken in.</source>
   <translation>
    <numerusform>Принята {n} отметка других стоек.</numerusform>
    <numerusform>Приняты {n} отметки других стоек.</numerusform>
    <numerusform>Принято {n} отметок других стоек.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} free places are left to this desk.</source>
   <translation>
    <numerusform>У этой стойки осталось {n} свободное место.</numerusform>
    <numerusform>У этой стойки осталось {n} свободных места.</numerusform>
    <numerusform>У этой стойки осталось {n} свободных мест.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests are being thanked.</source>
   <translation>
    <numerusform>Благодарность готовится {n} гостю.</numerusform>
    <numerusform>Благодарность готовится {n} гостям.</numerusform>
    <numerusform>Благодарность готовится {n} гостям.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests are thanked by their own channel, with two questions.</source>
   <translation>
    <numerusform>{n} гость получит благодарность по своему каналу, с двумя вопросами.</numerusform>
    <numerusform>{n} гостя получат благодарность по своему каналу, с двумя вопросами.</numerusform>
    <numerusform>{n} гостей получат благодарность по своему каналу, с двумя вопросами.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests who said yes did not come.</source>
   <translation>
    <numerusform>{n} гость согласился, но не пришёл.</numerusform>
    <numerusform>{n} гостя согласились, но не пришли.</numerusform>
    <numerusform>{n} гостей согласились, но не пришли.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more companions may come with this guest.</source>
   <translation>
    <numerusform>С этим гостем может войти ещё {n} спутник.</numerusform>
    <numerusform>С этим гостем могут войти ещё {n} спутника.</numerusform>
    <numerusform>С этим гостем могут войти ещё {n} спутников.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more fit: type on.</source>
   <translation>
    <numerusform>Подходит ещё {n}: продолжайте набирать.</numerusform>
    <numerusform>Подходят ещё {n}: продолжайте набирать.</numerusform>
    <numerusform>Подходят ещё {n}: продолжайте набирать.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people are inside.</source>
   <translation>
    <numerusform>Внутри {n} человек.</numerusform>
    <numerusform>Внутри {n} человека.</numerusform>
    <numerusform>Внутри {n} человек.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{time}: {n} people</source>
   <translation>
    <numerusform>{time}: {n} человек</numerusform>
    <numerusform>{time}: {n} человека</numerusform>
    <numerusform>{time}: {n} человек</numerusform>
   </translation>
  </message>
 </context>
</TS>
