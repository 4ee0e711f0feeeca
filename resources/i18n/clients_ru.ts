<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>clients</name>
  <message>
   <source>12 500</source>
   <translation>12 500</translation>
  </message>
  <message>
   <source>12:00–18:00; empty: any</source>
   <translation>12:00–18:00; пусто – любые</translation>
  </message>
  <message>
   <source>15.04.1970 or 15.04</source>
   <translation>15.04.1970 или 15.04</translation>
  </message>
  <message>
   <source>A client cannot be in their own circle.</source>
   <translation>Клиент не может быть в собственном окружении.</translation>
  </message>
  <message>
   <source>A little</source>
   <translation>Немного</translation>
  </message>
  <message>
   <source>A passion</source>
   <translation>Страсть</translation>
  </message>
  <message>
   <source>A person around the client</source>
   <translation>Человек из окружения</translation>
  </message>
  <message>
   <source>A promise</source>
   <translation>Обещание</translation>
  </message>
  <message>
   <source>A purchase stays on record for good: look at the sum once more.</source>
   <translation>Покупку потом не удалить: проверьте сумму ещё раз.</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Добавить</translation>
  </message>
  <message>
   <source>Add a client</source>
   <translation>Добавить клиента</translation>
  </message>
  <message>
   <source>Add a contact</source>
   <translation>Добавить контакт</translation>
  </message>
  <message>
   <source>Add somebody</source>
   <translation>Добавить человека</translation>
  </message>
  <message>
   <source>Add the client</source>
   <translation>Добавить клиента</translation>
  </message>
  <message>
   <source>Added</source>
   <translation>Добавлен</translation>
  </message>
  <message>
   <source>Added.</source>
   <translation>Добавлено.</translation>
  </message>
  <message>
   <source>Agreed to: {topics}</source>
   <translation>Согласия: {topics}</translation>
  </message>
  <message numerus="yes">
   <source>All rows: {n}</source>
   <translation>
    <numerusform>Все строки: {n}</numerusform>
    <numerusform>Все строки: {n}</numerusform>
    <numerusform>Все строки: {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>All tiers</source>
   <translation>Все статусы</translation>
  </message>
  <message>
   <source>Another day</source>
   <translation>Другой срок</translation>
  </message>
  <message>
   <source>Answer – {answer}: {event}</source>
   <translation>Ответ – {answer}: {event}</translation>
  </message>
  <message numerus="yes">
   <source>At most {n} characters.</source>
   <translation>
    <numerusform>Не больше {n} знака.</numerusform>
    <numerusform>Не больше {n} знаков.</numerusform>
    <numerusform>Не больше {n} знаков.</numerusform>
   </translation>
  </message>
  <message>
   <source>Belongs to several clients: {names}. Merge them first.</source>
   <translation>Подходит нескольким клиентам: {names}. Сначала объедините их.</translation>
  </message>
  <message>
   <source>Birthday</source>
   <translation>День рождения</translation>
  </message>
  <message>
   <source>Bodyguard</source>
   <translation>Телохранитель</translation>
  </message>
  <message>
   <source>Bring an address book from a phone, Google or Outlook, or add somebody.</source>
   <translation>Перенесите адресную книгу с телефона, из Google или Outlook – или добавьте клиента.</translation>
  </message>
  <message>
   <source>Brother</source>
   <translation>Брат</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Присутствие</translation>
  </message>
  <message>
   <source>Came: {text}</source>
   <translation>Присутствие: {text}</translation>
  </message>
  <message>
   <source>Check the month of birth.</source>
   <translation>Проверьте месяц рождения.</translation>
  </message>
  <message>
   <source>Check the year of birth.</source>
   <translation>Проверьте год рождения.</translation>
  </message>
  <message>
   <source>Child</source>
   <translation>Ребёнок</translation>
  </message>
  <message>
   <source>Choose a file</source>
   <translation>Выбрать файл</translation>
  </message>
  <message>
   <source>Choose a time zone from the list, for example Europe/Moscow.</source>
   <translation>Выберите часовой пояс из списка, например Europe/Moscow.</translation>
  </message>
  <message>
   <source>Choose a time zone from the list.</source>
   <translation>Выберите часовой пояс из списка.</translation>
  </message>
  <message>
   <source>Choose an address book</source>
   <translation>Выберите адресную книгу</translation>
  </message>
  <message>
   <source>Choose an open promise.</source>
   <translation>Выберите открытое обещание.</translation>
  </message>
  <message>
   <source>Choose at least one day of the week.</source>
   <translation>Выберите хотя бы один день недели.</translation>
  </message>
  <message>
   <source>Choose rows that can be imported.</source>
   <translation>Выберите строки, которые можно импортировать.</translation>
  </message>
  <message>
   <source>Choose somebody around this client.</source>
   <translation>Выберите кого-нибудь из окружения клиента.</translation>
  </message>
  <message>
   <source>Choose somebody who works here.</source>
   <translation>Выберите того, кто здесь работает.</translation>
  </message>
  <message>
   <source>Client added.</source>
   <translation>Клиент добавлен.</translation>
  </message>
  <message>
   <source>Company</source>
   <translation>Компания</translation>
  </message>
  <message>
   <source>Contact added.</source>
   <translation>Контакт добавлен.</translation>
  </message>
  <message>
   <source>Contacts</source>
   <translation>Контакты</translation>
  </message>
  <message>
   <source>Daughter</source>
   <translation>Дочь</translation>
  </message>
  <message>
   <source>Days</source>
   <translation>Дни</translation>
  </message>
  <message>
   <source>Dear {name}, (to a man)</source>
   <translation>Уважаемый {name}!</translation>
  </message>
  <message>
   <source>Dear {name}, (to a woman)</source>
   <translation>Уважаемая {name}!</translation>
  </message>
  <message>
   <source>Dear {name}, (to anybody)</source>
   <translation>Здравствуйте, {name}!</translation>
  </message>
  <message>
   <source>Deputy</source>
   <translation>Заместитель</translation>
  </message>
  <message>
   <source>Did not come: {text}</source>
   <translation>Неявка: {text}</translation>
  </message>
  <message>
   <source>Distance and talkativeness</source>
   <translation>Дистанция и разговорчивость</translation>
  </message>
  <message>
   <source>Done. {parts}</source>
   <translation>Готово. {parts}</translation>
  </message>
  <message>
   <source>Driver</source>
   <translation>Водитель</translation>
  </message>
  <message>
   <source>Drop an address book here, or choose it.</source>
   <translation>Перетащите сюда адресную книгу или выберите её.</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Изменить</translation>
  </message>
  <message>
   <source>Edit the profile</source>
   <translation>Изменить карточку</translation>
  </message>
  <message>
   <source>Eighty letters at most.</source>
   <translation>Не больше восьмидесяти букв.</translation>
  </message>
  <message>
   <source>Employer</source>
   <translation>Работодатель</translation>
  </message>
  <message>
   <source>Every day</source>
   <translation>Каждый день</translation>
  </message>
  <message>
   <source>Everybody</source>
   <translation>Все</translation>
  </message>
  <message>
   <source>Everything</source>
   <translation>Обо всём</translation>
  </message>
  <message>
   <source>Fact noted.</source>
   <translation>Записано.</translation>
  </message>
  <message>
   <source>Father</source>
   <translation>Отец</translation>
  </message>
  <message>
   <source>For example Moscow</source>
   <translation>Например, Москва</translation>
  </message>
  <message>
   <source>For example ru, en</source>
   <translation>Например: ru, en</translation>
  </message>
  <message>
   <source>Form of address</source>
   <translation>Форма обращения</translation>
  </message>
  <message>
   <source>Formally</source>
   <translation>Официально</translation>
  </message>
  <message>
   <source>Friend</source>
   <translation>Друг</translation>
  </message>
  <message>
   <source>From a vCard or CSV file</source>
   <translation>Из файла vCard или CSV</translation>
  </message>
  <message>
   <source>Gender</source>
   <translation>Пол</translation>
  </message>
  <message>
   <source>Gladly</source>
   <translation>С удовольствием</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Часы</translation>
  </message>
  <message>
   <source>Hours for calls, by day of the week</source>
   <translation>Часы для звонков по дням недели</translation>
  </message>
  <message>
   <source>Hours run from 00:00 to 24:00.</source>
   <translation>Часы – от 00:00 до 24:00.</translation>
  </message>
  <message>
   <source>How certain</source>
   <translation>Насколько точно</translation>
  </message>
  <message>
   <source>How much</source>
   <translation>Насколько</translation>
  </message>
  <message>
   <source>How to address</source>
   <translation>Обращаться</translation>
  </message>
  <message>
   <source>Husband</source>
   <translation>Муж</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Импорт</translation>
  </message>
  <message>
   <source>Import clients</source>
   <translation>Импорт клиентов</translation>
  </message>
  <message numerus="yes">
   <source>Import {n} people</source>
   <translation>
    <numerusform>Импортировать {n} человека</numerusform>
    <numerusform>Импортировать {n} человека</numerusform>
    <numerusform>Импортировать {n} человек</numerusform>
   </translation>
  </message>
  <message>
   <source>Importing …</source>
   <translation>Импортируем…</translation>
  </message>
  <message>
   <source>In mourning until {day}: no greetings</source>
   <translation>Траур до {day}: без поздравлений</translation>
  </message>
  <message>
   <source>Interest noted.</source>
   <translation>Интерес записан.</translation>
  </message>
  <message>
   <source>Interests and needs</source>
   <translation>Интересы и потребности</translation>
  </message>
  <message>
   <source>Invited: {text}</source>
   <translation>Приглашение: {text}</translation>
  </message>
  <message>
   <source>Kept late</source>
   <translation>Выполнено с опозданием</translation>
  </message>
  <message>
   <source>Languages</source>
   <translation>Языки</translation>
  </message>
  <message>
   <source>Last contact</source>
   <translation>Последний контакт</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Просрочено</translation>
  </message>
  <message>
   <source>Leave empty if nothing was promised</source>
   <translation>Пусто, если ничего не обещали</translation>
  </message>
  <message>
   <source>Left out</source>
   <translation>Пропущен</translation>
  </message>
  <message>
   <source>Line {line}</source>
   <translation>Строка {line}</translation>
  </message>
  <message>
   <source>Lines</source>
   <translation>Строки</translation>
  </message>
  <message>
   <source>Manager</source>
   <translation>Менеджер</translation>
  </message>
  <message>
   <source>May answer for the client</source>
   <translation>Может отвечать за клиента</translation>
  </message>
  <message>
   <source>May be called now</source>
   <translation>Можно звонить сейчас</translation>
  </message>
  <message>
   <source>May be called until {time}</source>
   <translation>Можно звонить до {time}</translation>
  </message>
  <message>
   <source>May be called until {time} there</source>
   <translation>Можно звонить до {time} по времени клиента</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>Объединить</translation>
  </message>
  <message>
   <source>Merged</source>
   <translation>Объединён</translation>
  </message>
  <message>
   <source>Monday to Friday</source>
   <translation>С понедельника по пятницу</translation>
  </message>
  <message>
   <source>Mother</source>
   <translation>Мать</translation>
  </message>
  <message>
   <source>Mr {name}</source>
   <translation>господин {name}</translation>
  </message>
  <message>
   <source>Ms {name}</source>
   <translation>госпожа {name}</translation>
  </message>
  <message>
   <source>My clients</source>
   <translation>Мои клиенты</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Имя</translation>
  </message>
  <message>
   <source>Name prefix</source>
   <translation>Титул или обращение</translation>
  </message>
  <message>
   <source>Name, company, city, end of a phone number</source>
   <translation>Имя, компания, город, конец номера</translation>
  </message>
  <message>
   <source>Never by: {channels}</source>
   <translation>Никогда: {channels}</translation>
  </message>
  <message>
   <source>New client</source>
   <translation>Новый клиент</translation>
  </message>
  <message>
   <source>No client yet.</source>
   <translation>Клиентов пока нет.</translation>
  </message>
  <message>
   <source>No consent is on record: no invitations, offers or greetings.</source>
   <translation>Согласий нет: ни приглашений, ни предложений, ни поздравлений.</translation>
  </message>
  <message>
   <source>No longer true</source>
   <translation>Больше не верно</translation>
  </message>
  <message>
   <source>No manager</source>
   <translation>Без менеджера</translation>
  </message>
  <message>
   <source>No row can be imported.</source>
   <translation>Ни одну строку нельзя импортировать.</translation>
  </message>
  <message>
   <source>No way to reach the client is known.</source>
   <translation>Неизвестно, как связаться с клиентом.</translation>
  </message>
  <message>
   <source>No wish is noted: the club’s hours apply.</source>
   <translation>Пожеланий нет: действуют часы клуба.</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Никто</translation>
  </message>
  <message>
   <source>Nobody is noted yet: household, assistant, friends.</source>
   <translation>Пока никого: семья, помощник, друзья.</translation>
  </message>
  <message>
   <source>Nobody matches.</source>
   <translation>Никто не подходит.</translation>
  </message>
  <message>
   <source>None</source>
   <translation>Нет</translation>
  </message>
  <message>
   <source>None of the chosen rows can be imported.</source>
   <translation>Ни одну из выбранных строк импортировать нельзя.</translation>
  </message>
  <message>
   <source>Not chosen</source>
   <translation>Не выбран</translation>
  </message>
  <message>
   <source>Not kept</source>
   <translation>Не выполнено</translation>
  </message>
  <message>
   <source>Not known</source>
   <translation>Неизвестно</translation>
  </message>
  <message>
   <source>Not now: from {moment}</source>
   <translation>Не сейчас: с {moment}</translation>
  </message>
  <message>
   <source>Not now: from {moment} there</source>
   <translation>Не сейчас: с {moment} по времени клиента</translation>
  </message>
  <message>
   <source>Note a fact</source>
   <translation>Записать факт</translation>
  </message>
  <message>
   <source>Note a purchase</source>
   <translation>Записать покупку</translation>
  </message>
  <message>
   <source>Note a wish</source>
   <translation>Записать пожелание</translation>
  </message>
  <message>
   <source>Note an interest</source>
   <translation>Записать интерес</translation>
  </message>
  <message>
   <source>Noted as true today.</source>
   <translation>Отмечено: верно на сегодня.</translation>
  </message>
  <message>
   <source>Nothing yet. Health takes into account what the client spends.</source>
   <translation>Пока ничего. Расходы клиента учитываются в разделе «Отношения».</translation>
  </message>
  <message>
   <source>Nothing yet. Note what you hear and where it came from.</source>
   <translation>Пока ничего. Записывайте, что услышали и от кого.</translation>
  </message>
  <message>
   <source>Number or address</source>
   <translation>Номер или адрес</translation>
  </message>
  <message>
   <source>On close terms</source>
   <translation>По-дружески</translation>
  </message>
  <message>
   <source>On friendly terms</source>
   <translation>Дружелюбно</translation>
  </message>
  <message>
   <source>On what</source>
   <translation>О чём</translation>
  </message>
  <message>
   <source>Only the client’s own manager notes health, diet or faith.</source>
   <translation>Здоровье, питание и веру записывает только менеджер самого клиента.</translation>
  </message>
  <message>
   <source>Open the profile</source>
   <translation>Открыть карточку</translation>
  </message>
  <message>
   <source>Overview</source>
   <translation>Обзор</translation>
  </message>
  <message>
   <source>Own rhythm, days (0: as for the tier)</source>
   <translation>Свой ритм, дней (0 – по статусу)</translation>
  </message>
  <message>
   <source>Parent</source>
   <translation>Родитель</translation>
  </message>
  <message>
   <source>Partner</source>
   <translation>Партнёр</translation>
  </message>
  <message>
   <source>Patronymic</source>
   <translation>Отчество</translation>
  </message>
  <message>
   <source>People around</source>
   <translation>Окружение</translation>
  </message>
  <message>
   <source>Position</source>
   <translation>Должность</translation>
  </message>
  <message>
   <source>Preferred</source>
   <translation>Предпочтительный</translation>
  </message>
  <message>
   <source>Promise – {state}: {text}</source>
   <translation>Обещание – {state}: {text}</translation>
  </message>
  <message>
   <source>Promised</source>
   <translation>Обещано</translation>
  </message>
  <message>
   <source>Promised: {text}</source>
   <translation>Обещано: {text}</translation>
  </message>
  <message numerus="yes">
   <source>Promises: {n}</source>
   <translation>
    <numerusform>Обещания: {n}</numerusform>
    <numerusform>Обещания: {n}</numerusform>
    <numerusform>Обещания: {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>Public official</source>
   <translation>Должностное лицо</translation>
  </message>
  <message>
   <source>Purchase noted.</source>
   <translation>Покупка записана.</translation>
  </message>
  <message>
   <source>Put back</source>
   <translation>Вернуть</translation>
  </message>
  <message>
   <source>Reading the file …</source>
   <translation>Читаем файл…</translation>
  </message>
  <message>
   <source>Rejected</source>
   <translation>Отклонён</translation>
  </message>
  <message>
   <source>Relation to the client</source>
   <translation>Кем приходится клиенту</translation>
  </message>
  <message>
   <source>Remove this contact</source>
   <translation>Удалить контакт</translation>
  </message>
  <message>
   <source>Remove this interest</source>
   <translation>Удалить интерес</translation>
  </message>
  <message>
   <source>Remove this person</source>
   <translation>Удалить человека</translation>
  </message>
  <message>
   <source>Remove this wish</source>
   <translation>Удалить пожелание</translation>
  </message>
  <message>
   <source>Removed.</source>
   <translation>Удалено.</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>№</translation>
  </message>
  <message>
   <source>Rows of the file</source>
   <translation>Строки файла</translation>
  </message>
  <message>
   <source>Saturday and Sunday</source>
   <translation>Суббота и воскресенье</translation>
  </message>
  <message>
   <source>Save as</source>
   <translation>Сохранить как</translation>
  </message>
  <message>
   <source>Save the rejected rows</source>
   <translation>Сохранить отклонённые</translation>
  </message>
  <message>
   <source>Save the report</source>
   <translation>Сохранить отчёт</translation>
  </message>
  <message>
   <source>Saved. The promise is on the Today page.</source>
   <translation>Сохранено. Обещание – на странице «Сегодня».</translation>
  </message>
  <message>
   <source>Show everybody</source>
   <translation>Показать всех</translation>
  </message>
  <message>
   <source>Sister</source>
   <translation>Сестра</translation>
  </message>
  <message>
   <source>Sixty letters at most: the rest belongs in the note.</source>
   <translation>Не больше шестидесяти букв: остальное – в заметку.</translation>
  </message>
  <message>
   <source>Son</source>
   <translation>Сын</translation>
  </message>
  <message>
   <source>Spouse</source>
   <translation>Супруг(а)</translation>
  </message>
  <message>
   <source>Status card {text}</source>
   <translation>Карта {text}</translation>
  </message>
  <message>
   <source>Still true</source>
   <translation>По-прежнему верно</translation>
  </message>
  <message>
   <source>Sum</source>
   <translation>Сумма</translation>
  </message>
  <message>
   <source>Talk with {name}</source>
   <translation>Разговор: {name}</translation>
  </message>
  <message>
   <source>That moment is still to come. Log what has already happened.</source>
   <translation>Это время ещё не наступило. Записывайте то, что уже было.</translation>
  </message>
  <message>
   <source>The birthday “{text}” can be read two ways: left out.</source>
   <translation>День рождения «{text}» можно прочесть двояко: не взят.</translation>
  </message>
  <message>
   <source>The birthday “{text}” could not be read.</source>
   <translation>День рождения «{text}» прочесть не удалось.</translation>
  </message>
  <message>
   <source>The card is cut off: its END:VCARD line is missing.</source>
   <translation>Карточка оборвана: нет строки END:VCARD.</translation>
  </message>
  <message>
   <source>The client is reached through this person. Change that wish first.</source>
   <translation>С клиентом связываются через этого человека. Сначала измените это пожелание.</translation>
  </message>
  <message>
   <source>The club already has a client of this name.</source>
   <translation>Клиент с таким именем в клубе уже есть.</translation>
  </message>
  <message>
   <source>The club has changed since the file was checked. Check it again.</source>
   <translation>С тех пор как файл проверяли, в клубе кое-что изменилось. Проверьте ещё раз.</translation>
  </message>
  <message>
   <source>The day has passed: kept or not kept.</source>
   <translation>Срок прошёл: выполнено или нет.</translation>
  </message>
  <message>
   <source>The day has passed: this promise can be kept or broken, not moved.</source>
   <translation>Срок прошёл: обещание можно отметить выполненным или нарушенным, но не перенести.</translation>
  </message>
  <message>
   <source>The end is before the beginning.</source>
   <translation>Конец раньше начала.</translation>
  </message>
  <message>
   <source>The file cannot be read. Choose another one.</source>
   <translation>Файл не читается. Выберите другой.</translation>
  </message>
  <message>
   <source>The file cannot be saved there. Choose another place.</source>
   <translation>Сюда файл сохранить нельзя. Выберите другое место.</translation>
  </message>
  <message numerus="yes">
   <source>The file has more than {n} rows. Split it into parts.</source>
   <translation>
    <numerusform>В файле больше {n} строки. Разделите его на части.</numerusform>
    <numerusform>В файле больше {n} строк. Разделите его на части.</numerusform>
    <numerusform>В файле больше {n} строк. Разделите его на части.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The file is larger than {n} MB. Split it into parts.</source>
   <translation>
    <numerusform>Файл больше {n} МБ. Разделите его на части.</numerusform>
    <numerusform>Файл больше {n} МБ. Разделите его на части.</numerusform>
    <numerusform>Файл больше {n} МБ. Разделите его на части.</numerusform>
   </translation>
  </message>
  <message>
   <source>The file is saved.</source>
   <translation>Файл сохранён.</translation>
  </message>
  <message>
   <source>The first row must name the columns, for example: Surname; Given name; Phone; E-mail. Add such a row and choose the file again.</source>
   <translation>Первая строка должна называть столбцы, например: Фамилия; Имя; Телефон; Почта. Добавьте такую строку и выберите файл снова.</translation>
  </message>
  <message>
   <source>The hours begin and end at the same time.</source>
   <translation>Начало и конец часов совпадают.</translation>
  </message>
  <message>
   <source>The name cannot be read. Type it again in the file.</source>
   <translation>Имя не читается. Наберите его в файле заново.</translation>
  </message>
  <message>
   <source>The new day is agreed.</source>
   <translation>Новый день согласован.</translation>
  </message>
  <message>
   <source>The new day must be in the future.</source>
   <translation>Новый день должен быть в будущем.</translation>
  </message>
  <message>
   <source>The phone or e-mail is {name}’s.</source>
   <translation>Такой телефон или адрес уже есть: {name}.</translation>
  </message>
  <message>
   <source>The promise is on the Today page.</source>
   <translation>Обещание – на странице «Сегодня».</translation>
  </message>
  <message>
   <source>The promised day must be in the future.</source>
   <translation>Обещанный день должен быть в будущем.</translation>
  </message>
  <message>
   <source>The quotation marks of this row do not match.</source>
   <translation>В этой строке не сходятся кавычки.</translation>
  </message>
  <message>
   <source>The rhythm must be between 1 and 730 days.</source>
   <translation>Ритм – от 1 до 730 дней.</translation>
  </message>
  <message>
   <source>The same name as in row {row}.</source>
   <translation>То же имя, что в строке {row}.</translation>
  </message>
  <message>
   <source>The same person as in row {row}.</source>
   <translation>Тот же человек, что в строке {row}.</translation>
  </message>
  <message>
   <source>There is no name. Add a surname or a given name.</source>
   <translation>Нет имени. Добавьте фамилию или имя.</translation>
  </message>
  <message>
   <source>There is nobody in this file.</source>
   <translation>В этом файле никого нет.</translation>
  </message>
  <message>
   <source>These clients already have a history: the import can no longer be undone.</source>
   <translation>У этих клиентов уже есть история: импорт отменить нельзя.</translation>
  </message>
  <message>
   <source>This client has a history. Note the day of leaving instead.</source>
   <translation>У этого клиента уже есть история. Отметьте вместо этого день ухода.</translation>
  </message>
  <message>
   <source>This consent is not here any more.</source>
   <translation>Этого согласия здесь больше нет.</translation>
  </message>
  <message>
   <source>This contact is already on the client’s list.</source>
   <translation>Этот контакт у клиента уже записан.</translation>
  </message>
  <message>
   <source>This contact is not here any more.</source>
   <translation>Этого контакта здесь больше нет.</translation>
  </message>
  <message>
   <source>This entry is not here any more.</source>
   <translation>Этой записи здесь больше нет.</translation>
  </message>
  <message>
   <source>This fact is not here any more.</source>
   <translation>Этой записи здесь больше нет.</translation>
  </message>
  <message>
   <source>This file is empty.</source>
   <translation>Этот файл пуст.</translation>
  </message>
  <message>
   <source>This import has already been undone.</source>
   <translation>Этот импорт уже отменён.</translation>
  </message>
  <message>
   <source>This interest is not here any more.</source>
   <translation>Этого интереса здесь больше нет.</translation>
  </message>
  <message>
   <source>This is a company, not a person.</source>
   <translation>Это компания, а не человек.</translation>
  </message>
  <message>
   <source>This is not a text file. Choose a vCard (.vcf) or a CSV file.</source>
   <translation>Это не текстовый файл. Выберите vCard (.vcf) или CSV.</translation>
  </message>
  <message>
   <source>This month has no such day.</source>
   <translation>В этом месяце нет такого дня.</translation>
  </message>
  <message>
   <source>This person is not here any more.</source>
   <translation>Этого человека здесь больше нет.</translation>
  </message>
  <message>
   <source>This promise is already closed.</source>
   <translation>Это обещание уже закрыто.</translation>
  </message>
  <message>
   <source>This promise is not closed.</source>
   <translation>Это обещание не закрыто.</translation>
  </message>
  <message>
   <source>This promise is not here any more.</source>
   <translation>Этого обещания здесь больше нет.</translation>
  </message>
  <message>
   <source>This promise replaces an older one. Undo the new date instead.</source>
   <translation>Это обещание заменяет прежнее. Отмените новый срок.</translation>
  </message>
  <message>
   <source>This promise was never moved.</source>
   <translation>Это обещание не переносили.</translation>
  </message>
  <message>
   <source>This row has more cells than the header: a value holds the delimiter.</source>
   <translation>В этой строке ячеек больше, чем столбцов: в каком-то значении есть разделитель.</translation>
  </message>
  <message>
   <source>This text is above the column names.</source>
   <translation>Этот текст находится выше названий столбцов.</translation>
  </message>
  <message>
   <source>This text is outside a card.</source>
   <translation>Этот текст находится вне карточки.</translation>
  </message>
  <message>
   <source>This wish is not here any more.</source>
   <translation>Этого пожелания здесь больше нет.</translation>
  </message>
  <message>
   <source>Through</source>
   <translation>Через кого</translation>
  </message>
  <message>
   <source>Time zone</source>
   <translation>Часовой пояс</translation>
  </message>
  <message>
   <source>Time zone not known</source>
   <translation>Часовой пояс неизвестен</translation>
  </message>
  <message>
   <source>Timeline</source>
   <translation>Хроника</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Тема</translation>
  </message>
  <message>
   <source>Twice in the file</source>
   <translation>Повтор в файле</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Срок</translation>
  </message>
  <message>
   <source>Until when was it promised?</source>
   <translation>К какому сроку обещано?</translation>
  </message>
  <message>
   <source>Verdict</source>
   <translation>Решение</translation>
  </message>
  <message>
   <source>What is known</source>
   <translation>Что известно</translation>
  </message>
  <message>
   <source>What was bought</source>
   <translation>Что куплено</translation>
  </message>
  <message>
   <source>What was promised</source>
   <translation>Что обещано</translation>
  </message>
  <message>
   <source>When and how</source>
   <translation>Когда и как связываться</translation>
  </message>
  <message>
   <source>When it was</source>
   <translation>Когда это было</translation>
  </message>
  <message>
   <source>Where from</source>
   <translation>Откуда известно</translation>
  </message>
  <message>
   <source>Who may answer for the client needs a phone or an e-mail address.</source>
   <translation>Тому, кто отвечает за клиента, нужен телефон или адрес почты.</translation>
  </message>
  <message>
   <source>Who may read</source>
   <translation>Кому видно</translation>
  </message>
  <message>
   <source>Who said so</source>
   <translation>Кто сказал</translation>
  </message>
  <message>
   <source>Who started it</source>
   <translation>Кто начал</translation>
  </message>
  <message>
   <source>Whose clients</source>
   <translation>Чьи клиенты</translation>
  </message>
  <message>
   <source>Wife</source>
   <translation>Жена</translation>
  </message>
  <message>
   <source>Wish</source>
   <translation>Пожелание</translation>
  </message>
  <message>
   <source>Wish noted.</source>
   <translation>Пожелание записано.</translation>
  </message>
  <message numerus="yes">
   <source>Without a manager: {n}</source>
   <translation>
    <numerusform>Без менеджера: {n}</numerusform>
    <numerusform>Без менеджера: {n}</numerusform>
    <numerusform>Без менеджера: {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>Write a few words.</source>
   <translation>Напишите несколько слов.</translation>
  </message>
  <message>
   <source>Write a surname or a given name.</source>
   <translation>Впишите фамилию или имя.</translation>
  </message>
  <message>
   <source>Write a whole e-mail address, for example name@company.ru.</source>
   <translation>Впишите адрес целиком, например name@company.ru.</translation>
  </message>
  <message>
   <source>Write how the client agreed: a signed form, a letter, a talk and its day.</source>
   <translation>Напишите, как клиент согласился: подписанная анкета, письмо, разговор и его дата.</translation>
  </message>
  <message>
   <source>Write the contact, or leave the line out.</source>
   <translation>Впишите контакт или уберите строку.</translation>
  </message>
  <message>
   <source>Write the day as 15.04.1970, or 15.04 without the year.</source>
   <translation>Напишите день как 15.04.1970 или 15.04 – без года.</translation>
  </message>
  <message>
   <source>Write the hours as 12:00–18:00.</source>
   <translation>Напишите часы как 12:00–18:00.</translation>
  </message>
  <message>
   <source>Write the person’s name.</source>
   <translation>Впишите имя.</translation>
  </message>
  <message>
   <source>Write the sum as a number, for example 12500.50.</source>
   <translation>Укажите сумму числом, например 12500,50.</translation>
  </message>
  <message>
   <source>Write the sum: a number above zero.</source>
   <translation>Укажите сумму больше нуля.</translation>
  </message>
  <message>
   <source>Write the whole phone number, for example +7 916 123-45-67.</source>
   <translation>Впишите номер целиком, например +7 916 123-45-67.</translation>
  </message>
  <message>
   <source>Write what draws the client.</source>
   <translation>Напишите, что привлекает клиента.</translation>
  </message>
  <message>
   <source>Write what is known.</source>
   <translation>Напишите, что известно.</translation>
  </message>
  <message>
   <source>Write what was promised.</source>
   <translation>Напишите, что обещано.</translation>
  </message>
  <message>
   <source>You lead no client yet.</source>
   <translation>Вы пока не ведёте ни одного клиента.</translation>
  </message>
  <message>
   <source>adds {value}</source>
   <translation>добавит {value}</translation>
  </message>
  <message>
   <source>allowed</source>
   <translation>можно</translation>
  </message>
  <message>
   <source>also {name}</source>
   <translation>он же {name}</translation>
  </message>
  <message>
   <source>close to {name}</source>
   <translation>в окружении: {name}</translation>
  </message>
  <message>
   <source>club hours</source>
   <translation>часы клуба</translation>
  </message>
  <message>
   <source>e-mail {address}</source>
   <translation>почта {address}</translation>
  </message>
  <message>
   <source>fills in {field}</source>
   <translation>заполнит: {field}</translation>
  </message>
  <message>
   <source>formally</source>
   <translation>официально</translation>
  </message>
  <message>
   <source>home</source>
   <translation>домашний</translation>
  </message>
  <message>
   <source>interest: {topic}</source>
   <translation>интерес: {topic}</translation>
  </message>
  <message>
   <source>keeps {field}: “{value}”</source>
   <translation>сохранит: {field} – «{value}»</translation>
  </message>
  <message>
   <source>led by {name}</source>
   <translation>ведёт {name}</translation>
  </message>
  <message>
   <source>main</source>
   <translation>основной</translation>
  </message>
  <message>
   <source>may answer</source>
   <translation>отвечает за клиента</translation>
  </message>
  <message>
   <source>messenger {name}</source>
   <translation>мессенджер {name}</translation>
  </message>
  <message>
   <source>mobile</source>
   <translation>мобильный</translation>
  </message>
  <message>
   <source>never</source>
   <translation>нельзя</translation>
  </message>
  <message>
   <source>no manager</source>
   <translation>менеджер не назначен</translation>
  </message>
  <message>
   <source>not yet</source>
   <translation>не было</translation>
  </message>
  <message>
   <source>number with {digits}</source>
   <translation>номер с {digits}</translation>
  </message>
  <message>
   <source>on close terms</source>
   <translation>по-дружески</translation>
  </message>
  <message>
   <source>on friendly terms</source>
   <translation>дружелюбно</translation>
  </message>
  <message>
   <source>opera, sailing, no stairs</source>
   <translation>опера, яхты, без лестниц</translation>
  </message>
  <message>
   <source>or a client of the club</source>
   <translation>или клиент клуба</translation>
  </message>
  <message>
   <source>phone with …{digits}</source>
   <translation>телефон с …{digits}</translation>
  </message>
  <message>
   <source>preferred</source>
   <translation>желательно</translation>
  </message>
  <message>
   <source>preferred contact</source>
   <translation>предпочтительный</translation>
  </message>
  <message>
   <source>the client, a talk on Monday</source>
   <translation>клиент, разговор в понедельник</translation>
  </message>
  <message>
   <source>the client, by phone</source>
   <translation>клиент, по телефону</translation>
  </message>
  <message>
   <source>through {name}</source>
   <translation>через: {name}</translation>
  </message>
  <message>
   <source>until {day}</source>
   <translation>до {day}</translation>
  </message>
  <message>
   <source>work</source>
   <translation>рабочий</translation>
  </message>
  <message>
   <source>work, home, yacht</source>
   <translation>рабочий, домашний, яхта</translation>
  </message>
  <message numerus="yes">
   <source>{field}: longer than {n} characters. Shorten it in the file.</source>
   <translation>
    <numerusform>{field}: длиннее {n} знака. Сократите в файле.</numerusform>
    <numerusform>{field}: длиннее {n} знаков. Сократите в файле.</numerusform>
    <numerusform>{field}: длиннее {n} знаков. Сократите в файле.</numerusform>
   </translation>
  </message>
  <message>
   <source>{name}</source>
   <translation>{name}</translation>
  </message>
  <message numerus="yes">
   <source>{n} clients</source>
   <translation>
    <numerusform>{n} клиент</numerusform>
    <numerusform>{n} клиента</numerusform>
    <numerusform>{n} клиентов</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} contacts in half a year</source>
   <translation>
    <numerusform>{n} контакт за полгода</numerusform>
    <numerusform>{n} контакта за полгода</numerusform>
    <numerusform>{n} контактов за полгода</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines could not be read.</source>
   <translation>
    <numerusform>Не удалось прочесть {n} строку.</numerusform>
    <numerusform>Не удалось прочесть {n} строки.</numerusform>
    <numerusform>Не удалось прочесть {n} строк.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} months</source>
   <translation>
    <numerusform>{n} месяц</numerusform>
    <numerusform>{n} месяца</numerusform>
    <numerusform>{n} месяцев</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of 3</source>
   <translation>
    <numerusform>{n} из 3</numerusform>
    <numerusform>{n} из 3</numerusform>
    <numerusform>{n} из 3</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people imported.</source>
   <translation>
    <numerusform>Импортирован {n} человек.</numerusform>
    <numerusform>Импортировано {n} человека.</numerusform>
    <numerusform>Импортировано {n} человек.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} years</source>
   <translation>
    <numerusform>{n} год</numerusform>
    <numerusform>{n} года</numerusform>
    <numerusform>{n} лет</numerusform>
   </translation>
  </message>
  <message>
   <source>{outcome}: {count}</source>
   <translation>{outcome}: {count}</translation>
  </message>
  <message>
   <source>{parts}</source>
   <translation>{parts}</translation>
  </message>
  <message>
   <source>{title} {name}</source>
   <translation>{title} {name}</translation>
  </message>
  <message>
   <source>{value} belongs to {name} too: are they one person?</source>
   <translation>{value} есть и у другого клиента: {name}. Не один ли это человек?</translation>
  </message>
  <message>
   <source>{value} is in row {row} too.</source>
   <translation>{value} есть и в строке {row}.</translation>
  </message>
  <message>
   <source>{verdict}: {count}</source>
   <translation>{verdict}: {count}</translation>
  </message>
  <message>
   <source>“{text}” is not a complete phone number.</source>
   <translation>«{text}» – неполный номер телефона.</translation>
  </message>
  <message>
   <source>“{text}” is not a phone number: left out.</source>
   <translation>«{text}» – не номер телефона: не взято.</translation>
  </message>
  <message>
   <source>“{text}” is not an e-mail address: left out.</source>
   <translation>«{text}» – не адрес почты: не взято.</translation>
  </message>
  <message>
   <source>“{text}” is not one of the club’s tiers: left out.</source>
   <translation>«{text}» – такого статуса в клубе нет: не взят.</translation>
  </message>
  <message>
   <source>“{text}” is not the name of a time zone: left out.</source>
   <translation>«{text}» – не название часового пояса: не взято.</translation>
  </message>
  <message>
   <source>“{text}”: a spreadsheet has cut this phone number. Left out.</source>
   <translation>«{text}»: таблица обрезала этот номер. Не взят.</translation>
  </message>
 </context>
</TS>
