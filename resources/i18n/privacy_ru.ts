<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>privacy</name>
  <message>
   <source>A copy of everything</source>
   <translation>Копия всех данных</translation>
  </message>
  <message>
   <source>A correction</source>
   <translation>Исправление</translation>
  </message>
  <message>
   <source>A file of {size} KB: it is in the copy for machines.</source>
   <translation>Файл, {size} КБ: он есть в копии для программ.</translation>
  </message>
  <message>
   <source>A refusal is told to the client with its reason, and how to complain.</source>
   <translation>Об отказе клиенту сообщают с причиной и с тем, куда можно пожаловаться.</translation>
  </message>
  <message>
   <source>A row without a name, for the figures that point to it.</source>
   <translation>Строка без имени – на неё ссылаются цифры.</translation>
  </message>
  <message>
   <source>A talk in both directions</source>
   <translation>Двусторонний разговор</translation>
  </message>
  <message>
   <source>Agreed to already.</source>
   <translation>Согласие уже есть.</translation>
  </message>
  <message>
   <source>Amount</source>
   <translation>Сумма</translation>
  </message>
  <message>
   <source>An authority that may ask</source>
   <translation>Государственный орган, имеющий право на запрос</translation>
  </message>
  <message>
   <source>Answer due</source>
   <translation>Ответить до</translation>
  </message>
  <message>
   <source>Asked</source>
   <translation>Запрошено</translation>
  </message>
  <message>
   <source>Asked again</source>
   <translation>Спросить снова</translation>
  </message>
  <message>
   <source>Assessment</source>
   <translation>Оценка</translation>
  </message>
  <message>
   <source>Assessment of the relationship</source>
   <translation>Оценка отношений</translation>
  </message>
  <message>
   <source>At the client’s request</source>
   <translation>По запросу клиента</translation>
  </message>
  <message>
   <source>At the request of an authority</source>
   <translation>По запросу государственного органа</translation>
  </message>
  <message>
   <source>Author</source>
   <translation>Автор</translation>
  </message>
  <message>
   <source>Backups of before still hold the client until they are too old; who restores one erases the client again.</source>
   <translation>В прежних резервных копиях данные клиента остаются, пока те не устареют; при восстановлении копии они удаляются снова.</translation>
  </message>
  <message>
   <source>By whom</source>
   <translation>Кем</translation>
  </message>
  <message>
   <source>Category</source>
   <translation>Категория</translation>
  </message>
  <message>
   <source>Choose a rule.</source>
   <translation>Выберите правило.</translation>
  </message>
  <message>
   <source>Choose at least one rule.</source>
   <translation>Выберите хотя бы одно правило.</translation>
  </message>
  <message>
   <source>Choose what the client agrees to.</source>
   <translation>Отметьте, на что клиент согласен.</translation>
  </message>
  <message>
   <source>Choose what the client says is wrong.</source>
   <translation>Отметьте, что, по словам клиента, неверно.</translation>
  </message>
  <message>
   <source>Clients who left the club</source>
   <translation>Клиенты, покинувшие клуб</translation>
  </message>
  <message>
   <source>Close the request</source>
   <translation>Закрыть обращение</translation>
  </message>
  <message>
   <source>Close…</source>
   <translation>Закрыть…</translation>
  </message>
  <message>
   <source>Companions allowed</source>
   <translation>Сколько спутников разрешено</translation>
  </message>
  <message>
   <source>Consent noted.</source>
   <translation>Согласие записано.</translation>
  </message>
  <message>
   <source>Consent of the client</source>
   <translation>Согласие клиента</translation>
  </message>
  <message>
   <source>Consents</source>
   <translation>Согласия</translation>
  </message>
  <message>
   <source>Contacts and wishes</source>
   <translation>Контакты и пожелания</translation>
  </message>
  <message>
   <source>Content</source>
   <translation>Содержание</translation>
  </message>
  <message>
   <source>Contents of messages that were sent</source>
   <translation>Содержание отправленных сообщений</translation>
  </message>
  <message>
   <source>Correct it on the client’s page, then close the request: the journal says which fields changed.</source>
   <translation>Исправьте на странице клиента и закройте запрос: какие поля изменились, подскажет журнал.</translation>
  </message>
  <message>
   <source>Corrected</source>
   <translation>Исправлены</translation>
  </message>
  <message>
   <source>Correction…</source>
   <translation>Исправление…</translation>
  </message>
  <message>
   <source>Count first: nothing is known to be too old.</source>
   <translation>Сначала посчитайте: пока неизвестно, есть ли устаревшее.</translation>
  </message>
  <message>
   <source>Count what is too old</source>
   <translation>Посчитать устаревшее</translation>
  </message>
  <message>
   <source>Currency</source>
   <translation>Валюта</translation>
  </message>
  <message>
   <source>Currency of the loss</source>
   <translation>Валюта ущерба</translation>
  </message>
  <message>
   <source>Data in use</source>
   <translation>Данные используются</translation>
  </message>
  <message>
   <source>Data restricted</source>
   <translation>Обработка ограничена</translation>
  </message>
  <message>
   <source>Dates and names of fields alone: how the club answered.</source>
   <translation>Только даты и названия полей: как клуб ответил.</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>День</translation>
  </message>
  <message>
   <source>Day of birth</source>
   <translation>День рождения</translation>
  </message>
  <message>
   <source>Days between contacts</source>
   <translation>Дней между контактами</translation>
  </message>
  <message>
   <source>Days of the week</source>
   <translation>Дни недели</translation>
  </message>
  <message>
   <source>Deadline of a complaint</source>
   <translation>Срок по жалобе</translation>
  </message>
  <message>
   <source>Direction</source>
   <translation>Направление</translation>
  </message>
  <message>
   <source>Document</source>
   <translation>Документ</translation>
  </message>
  <message>
   <source>Dossier given out</source>
   <translation>Досье выдано</translation>
  </message>
  <message>
   <source>Dossier…</source>
   <translation>Досье…</translation>
  </message>
  <message>
   <source>Drafts nobody went on with</source>
   <translation>Брошенные черновики</translation>
  </message>
  <message>
   <source>Each period is an example. A lawyer must confirm it before it is used.</source>
   <translation>Каждый срок – пример. Перед применением его должен подтвердить юрист.</translation>
  </message>
  <message>
   <source>End of the restriction</source>
   <translation>Снятие ограничения</translation>
  </message>
  <message>
   <source>Entered</source>
   <translation>Внесено</translation>
  </message>
  <message numerus="yes">
   <source>Entries of other clients that may name this one: {n}. Look at them yourself.</source>
   <translation>
    <numerusform>Этот клиент может упоминаться в записях о других клиентах: {n}. Просмотрите их сами.</numerusform>
    <numerusform>Этот клиент может упоминаться в записях о других клиентах: {n}. Просмотрите их сами.</numerusform>
    <numerusform>Этот клиент может упоминаться в записях о других клиентах: {n}. Просмотрите их сами.</numerusform>
   </translation>
  </message>
  <message>
   <source>Entry of the journal</source>
   <translation>Запись журнала</translation>
  </message>
  <message>
   <source>Erase for good</source>
   <translation>Удалить навсегда</translation>
  </message>
  <message>
   <source>Erase this client for good</source>
   <translation>Удалить данные клиента навсегда</translation>
  </message>
  <message>
   <source>Erase what is too old</source>
   <translation>Удалить устаревшее</translation>
  </message>
  <message>
   <source>Erase what is too old…</source>
   <translation>Удалить устаревшее…</translation>
  </message>
  <message>
   <source>Erase: {count}</source>
   <translation>Удалить: {count}</translation>
  </message>
  <message>
   <source>Erase…</source>
   <translation>Удалить…</translation>
  </message>
  <message>
   <source>Estimated loss</source>
   <translation>Оценка ущерба</translation>
  </message>
  <message>
   <source>Events and invitations</source>
   <translation>Мероприятия и приглашения</translation>
  </message>
  <message>
   <source>Everything about this client</source>
   <translation>Всё об этом клиенте</translation>
  </message>
  <message>
   <source>Everything else about the client goes by the same rules.</source>
   <translation>Всё остальное о клиенте удаляется по тем же правилам.</translation>
  </message>
  <message>
   <source>Evidence</source>
   <translation>Подтверждение</translation>
  </message>
  <message>
   <source>Fields changed</source>
   <translation>Что изменено</translation>
  </message>
  <message>
   <source>Fields named by the client</source>
   <translation>Что назвал клиент</translation>
  </message>
  <message>
   <source>For machines (JSON)</source>
   <translation>Для программ (JSON)</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Форма</translation>
  </message>
  <message>
   <source>Formality, 0 to 2</source>
   <translation>Официальность, от 0 до 2</translation>
  </message>
  <message>
   <source>Formula</source>
   <translation>Формула</translation>
  </message>
  <message>
   <source>From</source>
   <translation>С</translation>
  </message>
  <message>
   <source>From hour</source>
   <translation>С какого часа</translation>
  </message>
  <message>
   <source>Give a file whose name ends in .pdf or .json.</source>
   <translation>Укажите файл с именем на .pdf или .json.</translation>
  </message>
  <message>
   <source>Give between 1 and 36,500 days.</source>
   <translation>Укажите от 1 до 36 500 дней.</translation>
  </message>
  <message>
   <source>Give the client’s key as the client’s page shows it on the Privacy tab.</source>
   <translation>Укажите ключ клиента: он показан на его странице на вкладке «Конфиденциальность».</translation>
  </message>
  <message>
   <source>Ground</source>
   <translation>Основание</translation>
  </message>
  <message>
   <source>Handed over by</source>
   <translation>Кто передал</translation>
  </message>
  <message>
   <source>Handed over to</source>
   <translation>Кому передан</translation>
  </message>
  <message>
   <source>Handed over to another manager</source>
   <translation>Передан другому менеджеру</translation>
  </message>
  <message>
   <source>Handed to</source>
   <translation>Кому вручена</translation>
  </message>
  <message>
   <source>Heard by</source>
   <translation>Кто слышал</translation>
  </message>
  <message>
   <source>Hold because of a complaint</source>
   <translation>Пауза из-за жалобы</translation>
  </message>
  <message>
   <source>Hold on invitations</source>
   <translation>Пауза в приглашениях</translation>
  </message>
  <message>
   <source>Holds a legal demand</source>
   <translation>Содержит юридическое требование</translation>
  </message>
  <message>
   <source>How it ended</source>
   <translation>Чем закончилось</translation>
  </message>
  <message>
   <source>How it was said</source>
   <translation>Как выражено</translation>
  </message>
  <message>
   <source>How many came</source>
   <translation>Сколько пришло</translation>
  </message>
  <message>
   <source>How many come</source>
   <translation>Сколько придёт</translation>
  </message>
  <message>
   <source>How much is known, %</source>
   <translation>Сколько известно, %</translation>
  </message>
  <message>
   <source>How the client said so</source>
   <translation>Как клиент это выразил</translation>
  </message>
  <message>
   <source>How they asked</source>
   <translation>Как обратился</translation>
  </message>
  <message>
   <source>In mourning until</source>
   <translation>Траур до</translation>
  </message>
  <message>
   <source>In what</source>
   <translation>В чём</translation>
  </message>
  <message>
   <source>Instruction</source>
   <translation>Указание</translation>
  </message>
  <message>
   <source>Interest or need</source>
   <translation>Интерес или потребность</translation>
  </message>
  <message>
   <source>Internal review</source>
   <translation>Внутренняя проверка</translation>
  </message>
  <message>
   <source>Keep the data and do not use it</source>
   <translation>Хранить данные и не использовать</translation>
  </message>
  <message>
   <source>Keep without a limit</source>
   <translation>Хранить бессрочно</translation>
  </message>
  <message>
   <source>Kept back, because it is another person’s: {fields}</source>
   <translation>Не показано, потому что это данные другого человека: {fields}</translation>
  </message>
  <message>
   <source>Kept for</source>
   <translation>Хранится</translation>
  </message>
  <message>
   <source>Kept for, in days</source>
   <translation>Хранить, дней</translation>
  </message>
  <message>
   <source>Key for the command line: {key}</source>
   <translation>Ключ для командной строки: {key}</translation>
  </message>
  <message>
   <source>Latin letters on the card</source>
   <translation>Латиницей на карте</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Журнал согласий</translation>
  </message>
  <message>
   <source>Lift the restriction</source>
   <translation>Снять ограничение</translation>
  </message>
  <message>
   <source>Lifted</source>
   <translation>Снято</translation>
  </message>
  <message>
   <source>Lifted after</source>
   <translation>Снять после</translation>
  </message>
  <message>
   <source>Made by</source>
   <translation>Кто составил</translation>
  </message>
  <message>
   <source>Mail as it came</source>
   <translation>Исходное письмо</translation>
  </message>
  <message>
   <source>Mails behind answers to invitations</source>
   <translation>Письма с ответами на приглашения</translation>
  </message>
  <message>
   <source>Member of the staff</source>
   <translation>Сотрудник</translation>
  </message>
  <message>
   <source>Message in a complaint</source>
   <translation>Сообщение по жалобе</translation>
  </message>
  <message>
   <source>Messages from the club</source>
   <translation>Сообщения клуба</translation>
  </message>
  <message>
   <source>Month of birth</source>
   <translation>Месяц рождения</translation>
  </message>
  <message>
   <source>Names of people who came without an invitation</source>
   <translation>Имена тех, кто пришёл без приглашения</translation>
  </message>
  <message>
   <source>No entry yet: no invitations, offers or greetings leave.</source>
   <translation>Записей пока нет: приглашения, предложения и поздравления не отправляются.</translation>
  </message>
  <message>
   <source>No longer true since</source>
   <translation>Неверно с</translation>
  </message>
  <message>
   <source>Nobody changes the profile, health is not scored, nobody is reminded to call.</source>
   <translation>Карточка клиента не меняется, балл отношений не считается, о звонках не напоминается.</translation>
  </message>
  <message>
   <source>Not kept any more</source>
   <translation>Больше не хранятся</translation>
  </message>
  <message>
   <source>Not needed any more</source>
   <translation>Больше не нужно</translation>
  </message>
  <message>
   <source>Note a consent</source>
   <translation>Записать согласие</translation>
  </message>
  <message>
   <source>Note the consent</source>
   <translation>Записать согласие</translation>
  </message>
  <message>
   <source>Note the request</source>
   <translation>Записать запрос</translation>
  </message>
  <message>
   <source>Noted</source>
   <translation>Записано</translation>
  </message>
  <message>
   <source>Nothing leaves for this client, not even with a reason; what waits is held.</source>
   <translation>Клиенту ничего не отправляется, даже с указанием причины; всё, что ждёт отправки, задержано.</translation>
  </message>
  <message>
   <source>Nothing of this was agreed to.</source>
   <translation>На это согласия не было.</translation>
  </message>
  <message>
   <source>Nothing was agreed to yet.</source>
   <translation>Согласий пока нет.</translation>
  </message>
  <message>
   <source>Nothing was asked for.</source>
   <translation>Запросов не было.</translation>
  </message>
  <message>
   <source>Nothing was changed since the client asked. Correct it first.</source>
   <translation>После запроса ничего не изменено. Сначала исправьте.</translation>
  </message>
  <message>
   <source>Number of the export</source>
   <translation>Номер выгрузки</translation>
  </message>
  <message>
   <source>Old assessments of relationships</source>
   <translation>Старые оценки отношений</translation>
  </message>
  <message>
   <source>On what day</source>
   <translation>В какой день</translation>
  </message>
  <message>
   <source>Opened again, times</source>
   <translation>Открыто повторно, раз</translation>
  </message>
  <message>
   <source>Other days…</source>
   <translation>Изменить срок…</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Итог</translation>
  </message>
  <message>
   <source>Page {page}</source>
   <translation>Стр. {page}</translation>
  </message>
  <message>
   <source>Pages to read (PDF)</source>
   <translation>Для чтения (PDF)</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>Составляющие</translation>
  </message>
  <message>
   <source>Privacy: what is kept, and how long</source>
   <translation>Персональные данные: что и сколько хранится</translation>
  </message>
  <message>
   <source>Product</source>
   <translation>Продукт</translation>
  </message>
  <message>
   <source>Profile</source>
   <translation>Карточка клиента</translation>
  </message>
  <message>
   <source>Promise in a complaint</source>
   <translation>Обещание по жалобе</translation>
  </message>
  <message>
   <source>Purchases</source>
   <translation>Покупки</translation>
  </message>
  <message>
   <source>Raised</source>
   <translation>Поднято</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Получено</translation>
  </message>
  <message>
   <source>Refused: it was right</source>
   <translation>Отказано: данные верны</translation>
  </message>
  <message>
   <source>Relation</source>
   <translation>Кем приходится</translation>
  </message>
  <message>
   <source>Relation of the client to them</source>
   <translation>Кем клиент приходится им</translation>
  </message>
  <message>
   <source>Remark</source>
   <translation>Примечание</translation>
  </message>
  <message>
   <source>Requests about own data</source>
   <translation>Запросы о своих данных</translation>
  </message>
  <message>
   <source>Restrict</source>
   <translation>Ограничить</translation>
  </message>
  <message>
   <source>Restricted</source>
   <translation>Обработка ограничена</translation>
  </message>
  <message>
   <source>Restricted since</source>
   <translation>Обработка ограничена с</translation>
  </message>
  <message>
   <source>Restricted: the data is kept and not used.</source>
   <translation>Обработка ограничена: данные хранятся и не используются.</translation>
  </message>
  <message>
   <source>Restriction of use</source>
   <translation>Ограничение обработки</translation>
  </message>
  <message>
   <source>Restrict…</source>
   <translation>Ограничить…</translation>
  </message>
  <message>
   <source>Round</source>
   <translation>Круг</translation>
  </message>
  <message>
   <source>Rules</source>
   <translation>Правила</translation>
  </message>
  <message>
   <source>Said by phone</source>
   <translation>По телефону</translation>
  </message>
  <message>
   <source>Said in person</source>
   <translation>Лично</translation>
  </message>
  <message>
   <source>Said on</source>
   <translation>Когда сказано</translation>
  </message>
  <message>
   <source>Save as…</source>
   <translation>Сохранить как…</translation>
  </message>
  <message>
   <source>Sent in spite of the hours because</source>
   <translation>Почему отправлено вне часов</translation>
  </message>
  <message>
   <source>Severity, 1 is gravest</source>
   <translation>Тяжесть (1 – самая высокая)</translation>
  </message>
  <message>
   <source>Shown to senior management</source>
   <translation>Показано руководству</translation>
  </message>
  <message>
   <source>Signed form</source>
   <translation>Подписанный бланк</translation>
  </message>
  <message>
   <source>Signed paper</source>
   <translation>Подписанный документ</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>С</translation>
  </message>
  <message>
   <source>Since {since}: the data is kept and not used.</source>
   <translation>С {since} данные хранятся и не используются.</translation>
  </message>
  <message>
   <source>Somebody around</source>
   <translation>Человек из окружения</translation>
  </message>
  <message>
   <source>Something changed since you looked. Look at it again, then erase.</source>
   <translation>С тех пор что-то изменилось. Посмотрите ещё раз и потом удаляйте.</translation>
  </message>
  <message>
   <source>Source</source>
   <translation>Источник</translation>
  </message>
  <message>
   <source>Started</source>
   <translation>Начато</translation>
  </message>
  <message>
   <source>Status cards</source>
   <translation>Статусные карты</translation>
  </message>
  <message>
   <source>Step of a complaint</source>
   <translation>Шаг по жалобе</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Остановлено</translation>
  </message>
  <message>
   <source>Strength, 1 to 3</source>
   <translation>Сила, от 1 до 3</translation>
  </message>
  <message>
   <source>Summary</source>
   <translation>Краткое изложение</translation>
  </message>
  <message>
   <source>Take back</source>
   <translation>Отозвать</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Отозвано</translation>
  </message>
  <message>
   <source>Taken back: nothing of this leaves any more.</source>
   <translation>Согласие отозвано: такие сообщения больше не отправляются.</translation>
  </message>
  <message>
   <source>Takes back</source>
   <translation>Отозвать согласие</translation>
  </message>
  <message>
   <source>Talk or note</source>
   <translation>Разговор или заметка</translation>
  </message>
  <message>
   <source>Talks and notes</source>
   <translation>Разговоры и заметки</translation>
  </message>
  <message>
   <source>Telephones, addresses and notes about other people are kept back: they are theirs. Where something was kept back, it says so.</source>
   <translation>Телефоны, адреса и заметки о других людях не показаны: это их данные. Где что-то не показано, так и сказано.</translation>
  </message>
  <message>
   <source>Telephones, addresses and notes of other people are kept back and marked. Names inside free words cannot be found by a machine: read it before you hand it over.</source>
   <translation>Телефоны, адреса и заметки о других людях не выгружаются, это отмечено. Имена внутри свободного текста программа найти не может: прочтите досье, прежде чем отдать.</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Текст</translation>
  </message>
  <message>
   <source>That an answer came, and the checksum of its mail, so that the same mail is not taken in again.</source>
   <translation>Что ответ был, и контрольная сумма письма, чтобы не принять его второй раз.</translation>
  </message>
  <message>
   <source>The client agreed to this on {day}: it cannot be taken back before.</source>
   <translation>Клиент дал это согласие {day}: отозвать его раньше нельзя.</translation>
  </message>
  <message>
   <source>The client asked for it</source>
   <translation>Клиент попросил</translation>
  </message>
  <message>
   <source>The client is erased.</source>
   <translation>Данные клиента удалены.</translation>
  </message>
  <message>
   <source>The client needs it for a claim</source>
   <translation>Нужно клиенту для защиты прав</translation>
  </message>
  <message>
   <source>The client objects; being decided</source>
   <translation>Клиент возражает, вопрос решается</translation>
  </message>
  <message>
   <source>The client says it is wrong</source>
   <translation>Клиент говорит, что это неверно</translation>
  </message>
  <message>
   <source>The client takes back</source>
   <translation>Клиент отзывает согласие</translation>
  </message>
  <message>
   <source>The client took the consent back</source>
   <translation>Клиент отозвал согласие</translation>
  </message>
  <message>
   <source>The client, who asked for it</source>
   <translation>Клиент, который попросил</translation>
  </message>
  <message>
   <source>The client’s data is restricted: it is kept and not used.</source>
   <translation>Обработка данных клиента ограничена: они хранятся и не используются.</translation>
  </message>
  <message>
   <source>The client’s own voice passes: answers, complaints, consents, requests.</source>
   <translation>Сам клиент по-прежнему может отвечать, жаловаться, давать и отзывать согласия, обращаться с запросами.</translation>
  </message>
  <message>
   <source>The client’s rights</source>
   <translation>Права клиента</translation>
  </message>
  <message>
   <source>The club itself</source>
   <translation>Сам клуб</translation>
  </message>
  <message>
   <source>The club keeps health, diet and faith of clients</source>
   <translation>Клуб хранит сведения о здоровье, питании и вере клиентов</translation>
  </message>
  <message>
   <source>The data</source>
   <translation>Данные</translation>
  </message>
  <message>
   <source>The data is used as the client agreed.</source>
   <translation>Данные используются в пределах согласия клиента.</translation>
  </message>
  <message>
   <source>The data may be used again.</source>
   <translation>Данные снова можно использовать.</translation>
  </message>
  <message>
   <source>The dossier is saved.</source>
   <translation>Досье сохранено.</translation>
  </message>
  <message>
   <source>The head of VIP service or an executive does this.</source>
   <translation>Это делает глава VIP-сервиса или руководитель.</translation>
  </message>
  <message>
   <source>The journal keeps it for good: write no names.</source>
   <translation>Останется в журнале навсегда: не пишите имён.</translation>
  </message>
  <message>
   <source>The journal keeps who made it, when and what for.</source>
   <translation>В журнале останется, кто, когда и зачем составил досье.</translation>
  </message>
  <message>
   <source>The number alone, void: a card that turns up at the door is refused.</source>
   <translation>Только номер, погашенный: если карту предъявят, её не примут.</translation>
  </message>
  <message>
   <source>The request is closed.</source>
   <translation>Обращение закрыто.</translation>
  </message>
  <message>
   <source>The request is noted.</source>
   <translation>Запрос записан.</translation>
  </message>
  <message>
   <source>The time of keeping is over</source>
   <translation>Срок хранения истёк</translation>
  </message>
  <message>
   <source>The words, version {version}</source>
   <translation>Текст согласия, версия {version}</translation>
  </message>
  <message>
   <source>There is no rule “{rule}”: {rules}.</source>
   <translation>Правила «{rule}» нет: {rules}.</translation>
  </message>
  <message>
   <source>There until</source>
   <translation>Там до</translation>
  </message>
  <message>
   <source>This client has already been erased.</source>
   <translation>Данные этого клиента уже удалены.</translation>
  </message>
  <message>
   <source>This client has been erased: nothing can be added any more.</source>
   <translation>Данные этого клиента удалены: добавить уже ничего нельзя.</translation>
  </message>
  <message>
   <source>This client is already restricted.</source>
   <translation>Обработка данных этого клиента уже ограничена.</translation>
  </message>
  <message>
   <source>This client is not restricted.</source>
   <translation>Обработка данных этого клиента не ограничена.</translation>
  </message>
  <message>
   <source>This client’s data is restricted: it is kept and not changed. Lift the restriction first.</source>
   <translation>Обработка данных этого клиента ограничена: они хранятся и не меняются. Сначала снимите ограничение.</translation>
  </message>
  <message>
   <source>This club keeps nothing on health, diet or faith. Settings can change that.</source>
   <translation>Этот клуб не хранит сведений о здоровье, питании и вере. Это меняется в настройках.</translation>
  </message>
  <message>
   <source>This day has not come yet.</source>
   <translation>Этот день ещё не наступил.</translation>
  </message>
  <message>
   <source>This is for the client’s own manager. Ask them.</source>
   <translation>Это делает менеджер клиента. Обратитесь к нему.</translation>
  </message>
  <message>
   <source>This is for the head of VIP service or an executive. Ask one of them.</source>
   <translation>Это делает глава VIP-сервиса или руководитель. Обратитесь к ним.</translation>
  </message>
  <message>
   <source>This is not the surname. Type it as it stands above.</source>
   <translation>Это не та фамилия. Введите её так, как написано выше.</translation>
  </message>
  <message>
   <source>This request is not here any more.</source>
   <translation>Этого запроса больше нет.</translation>
  </message>
  <message>
   <source>Through the assistant</source>
   <translation>Через помощника</translation>
  </message>
  <message>
   <source>Time zone now</source>
   <translation>Часовой пояс сейчас</translation>
  </message>
  <message>
   <source>Times are those of the clock in {zone}.</source>
   <translation>Время указано по часам: {zone}.</translation>
  </message>
  <message>
   <source>To be asked again</source>
   <translation>Уточнить</translation>
  </message>
  <message>
   <source>To hour</source>
   <translation>До какого часа</translation>
  </message>
  <message>
   <source>Too old now</source>
   <translation>Устарело сейчас</translation>
  </message>
  <message>
   <source>Type the surname: {surname}</source>
   <translation>Введите фамилию: {surname}</translation>
  </message>
  <message>
   <source>Unlawful, yet the client wants it kept</source>
   <translation>Хранится незаконно, но клиент просит не удалять</translation>
  </message>
  <message>
   <source>Version of the words</source>
   <translation>Версия текста</translation>
  </message>
  <message>
   <source>Was kept unlawfully</source>
   <translation>Хранилось незаконно</translation>
  </message>
  <message>
   <source>Wave</source>
   <translation>Волна</translation>
  </message>
  <message>
   <source>What goes</source>
   <translation>Что удаляется</translation>
  </message>
  <message>
   <source>What stays, and why</source>
   <translation>Что остаётся и почему</translation>
  </message>
  <message>
   <source>What the client asked for</source>
   <translation>О чём просил клиент</translation>
  </message>
  <message>
   <source>What the club keeps about a client</source>
   <translation>Что клуб хранит о клиенте</translation>
  </message>
  <message>
   <source>What the club keeps about {who}</source>
   <translation>Что клуб хранит о клиенте: {who}</translation>
  </message>
  <message>
   <source>What waits in the outbox on these matters does not leave.</source>
   <translation>То, что ждёт отправки по этим темам, не уйдёт.</translation>
  </message>
  <message>
   <source>What was agreed to and when, without the evidence: the club must be able to show that it asked.</source>
   <translation>На что и когда дано согласие, без подтверждений: клуб должен уметь показать, что спрашивал.</translation>
  </message>
  <message>
   <source>What was asked for</source>
   <translation>О чём просили</translation>
  </message>
  <message>
   <source>What was noted before stays hidden while this is off; it is not erased.</source>
   <translation>Пока выключено, прежние записи скрыты, но не удалены.</translation>
  </message>
  <message>
   <source>What was too old is erased.</source>
   <translation>Устаревшее удалено.</translation>
  </message>
  <message>
   <source>When to reach</source>
   <translation>Когда связаться</translation>
  </message>
  <message>
   <source>Who answered</source>
   <translation>Кто ответил</translation>
  </message>
  <message>
   <source>Who gets it</source>
   <translation>Кому</translation>
  </message>
  <message>
   <source>Who worked with this data</source>
   <translation>Кто работал с этими данными</translation>
  </message>
  <message>
   <source>Wish of the client</source>
   <translation>Чего хочет клиент</translation>
  </message>
  <message>
   <source>Wishes to be reached by</source>
   <translation>Как просит связаться</translation>
  </message>
  <message>
   <source>Without any words or names, so that the club’s figures still add up.</source>
   <translation>Без слов и имён, чтобы сходились цифры клуба.</translation>
  </message>
  <message>
   <source>Without the words, so that the club’s figures on complaints still add up.</source>
   <translation>Без слов, чтобы сходились цифры по жалобам.</translation>
  </message>
  <message>
   <source>Words of closed complaints</source>
   <translation>Тексты закрытых жалоб</translation>
  </message>
  <message numerus="yes">
   <source>Words of complaints stay {n} days after closing, for the defence of claims.</source>
   <translation>
    <numerusform>Слова жалоб хранятся {n} день после закрытия – для защиты от претензий.</numerusform>
    <numerusform>Слова жалоб хранятся {n} дня после закрытия – для защиты от претензий.</numerusform>
    <numerusform>Слова жалоб хранятся {n} дней после закрытия – для защиты от претензий.</numerusform>
   </translation>
  </message>
  <message>
   <source>Words of old talks and notes</source>
   <translation>Тексты старых разговоров и заметок</translation>
  </message>
  <message>
   <source>Words of the client</source>
   <translation>Слова клиента</translation>
  </message>
  <message>
   <source>Write how the club knows: which letter, who said it.</source>
   <translation>Напишите, откуда это известно: какое письмо, кто сказал.</translation>
  </message>
  <message>
   <source>Write which paper was signed: its number or where it is kept.</source>
   <translation>Напишите, что подписано: номер документа или где он лежит.</translation>
  </message>
  <message>
   <source>Written</source>
   <translation>Составлено</translation>
  </message>
  <message>
   <source>Written by the client</source>
   <translation>Написал сам клиент</translation>
  </message>
  <message>
   <source>Year of birth</source>
   <translation>Год рождения</translation>
  </message>
  <message>
   <source>agreed</source>
   <translation>согласие есть</translation>
  </message>
  <message>
   <source>agreed, taken back {day}</source>
   <translation>согласие, отозвано {day}</translation>
  </message>
  <message>
   <source>answer by {day}</source>
   <translation>ответить до {day}</translation>
  </message>
  <message>
   <source>data restricted</source>
   <translation>обработка ограничена</translation>
  </message>
  <message>
   <source>done</source>
   <translation>сделано</translation>
  </message>
  <message>
   <source>dossier {day}</source>
   <translation>досье {day}</translation>
  </message>
  <message>
   <source>every day of the week</source>
   <translation>каждый день</translation>
  </message>
  <message>
   <source>not agreed</source>
   <translation>согласия нет</translation>
  </message>
  <message>
   <source>number, or where it is kept</source>
   <translation>номер или где лежит</translation>
  </message>
  <message>
   <source>off</source>
   <translation>выключено</translation>
  </message>
  <message>
   <source>taken back</source>
   <translation>отозвано</translation>
  </message>
  <message>
   <source>which letter, who said it</source>
   <translation>какое письмо, кто сказал</translation>
  </message>
  <message>
   <source>without a limit</source>
   <translation>бессрочно</translation>
  </message>
  <message>
   <source>{name}: {count}</source>
   <translation>{name}: {count}</translation>
  </message>
  <message>
   <source>{name}: {count}. {why}</source>
   <translation>{name}: {count}. {why}</translation>
  </message>
  <message>
   <source>{purpose}: {words}</source>
   <translation>{purpose}: {words}</translation>
  </message>
 </context>
</TS>
