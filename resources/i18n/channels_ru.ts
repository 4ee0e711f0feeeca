<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>channels</name>
  <message>
   <source>A port is a number from 1 to 65535.</source>
   <translation>Порт – это число от 1 до 65535.</translation>
  </message>
  <message>
   <source>Agree on a new day</source>
   <translation>Договориться о новом дне</translation>
  </message>
  <message>
   <source>Agree on a new day…</source>
   <translation>Договориться о новом дне…</translation>
  </message>
  <message>
   <source>Allowed, with a written reason.</source>
   <translation>Разрешено с письменной причиной.</translation>
  </message>
  <message numerus="yes">
   <source>Already {n} invitations and offers in {days} days.</source>
   <translation>
    <numerusform>За {days} дн. уже отправлено {n} приглашение или предложение.</numerusform>
    <numerusform>За {days} дн. уже отправлено {n} приглашения и предложения.</numerusform>
    <numerusform>За {days} дн. уже отправлено {n} приглашений и предложений.</numerusform>
   </translation>
  </message>
  <message>
   <source>Birthday this month, the day is not known</source>
   <translation>День рождения в этом месяце, число неизвестно</translation>
  </message>
  <message>
   <source>Birthday {day}</source>
   <translation>День рождения {day}</translation>
  </message>
  <message>
   <source>Call anyway</source>
   <translation>Всё равно позвонить</translation>
  </message>
  <message>
   <source>Call now</source>
   <translation>Позвонить</translation>
  </message>
  <message>
   <source>Complaint {number} · {clocks}</source>
   <translation>Жалоба {number} · {clocks}</translation>
  </message>
  <message>
   <source>Complaints</source>
   <translation>Жалобы</translation>
  </message>
  <message>
   <source>Dates</source>
   <translation>Даты</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Сделано</translation>
  </message>
  <message>
   <source>Done.</source>
   <translation>Сделано.</translation>
  </message>
  <message>
   <source>Due today</source>
   <translation>Сегодня</translation>
  </message>
  <message>
   <source>E-mail · {topic}</source>
   <translation>Письмо · {topic}</translation>
  </message>
  <message>
   <source>Enter the name of the mail server, like smtp.example.com.</source>
   <translation>Введите имя почтового сервера, например smtp.example.com.</translation>
  </message>
  <message>
   <source>Events this week</source>
   <translation>Мероприятия недели</translation>
  </message>
  <message>
   <source>For whom</source>
   <translation>Кому</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>Пт</translation>
  </message>
  <message>
   <source>Good afternoon</source>
   <translation>Добрый день</translation>
  </message>
  <message>
   <source>Good afternoon, {name}</source>
   <translation>Добрый день, {name}</translation>
  </message>
  <message>
   <source>Good evening</source>
   <translation>Добрый вечер</translation>
  </message>
  <message>
   <source>Good evening, {name}</source>
   <translation>Добрый вечер, {name}</translation>
  </message>
  <message>
   <source>Good morning</source>
   <translation>Доброе утро</translation>
  </message>
  <message>
   <source>Good morning, {name}</source>
   <translation>Доброе утро, {name}</translation>
  </message>
  <message>
   <source>Good night</source>
   <translation>Доброй ночи</translation>
  </message>
  <message>
   <source>Good night, {name}</source>
   <translation>Доброй ночи, {name}</translation>
  </message>
  <message>
   <source>In a week</source>
   <translation>Через неделю</translation>
  </message>
  <message>
   <source>In mourning until {day}: no greetings and no offers.</source>
   <translation>Траур до {day}: без поздравлений и предложений.</translation>
  </message>
  <message>
   <source>In three days</source>
   <translation>Через три дня</translation>
  </message>
  <message>
   <source>It arrived</source>
   <translation>Дошло</translation>
  </message>
  <message>
   <source>It did not arrive: send again</source>
   <translation>Не дошло: отправить снова</translation>
  </message>
  <message>
   <source>It has already been sent, or is being sent now.</source>
   <translation>Сообщение уже ушло или уходит сейчас.</translation>
  </message>
  <message>
   <source>It is {time} where the client is: outside the club’s hours.</source>
   <translation>У клиента сейчас {time}: вне часов клуба.</translation>
  </message>
  <message>
   <source>It was not sent.</source>
   <translation>Отправить не удалось.</translation>
  </message>
  <message>
   <source>Log a talk</source>
   <translation>Записать разговор</translation>
  </message>
  <message>
   <source>Mail is only sent encrypted: choose STARTTLS or TLS.</source>
   <translation>Почта уходит только по защищённому каналу: выберите STARTTLS или TLS.</translation>
  </message>
  <message>
   <source>May be contacted now.</source>
   <translation>Сейчас можно связаться.</translation>
  </message>
  <message>
   <source>May be contacted through {person}.</source>
   <translation>Связь через помощника: {person}.</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>Пн</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Ещё</translation>
  </message>
  <message>
   <source>Needs your attention</source>
   <translation>Обратите внимание</translation>
  </message>
  <message>
   <source>New day</source>
   <translation>Новый день</translation>
  </message>
  <message>
   <source>Next: {moment}.</source>
   <translation>Ближайшее время: {moment}.</translation>
  </message>
  <message>
   <source>No consent for this is on record. Ask the client and note the answer.</source>
   <translation>Согласия на это нет. Спросите клиента и запишите ответ.</translation>
  </message>
  <message>
   <source>No longer needed</source>
   <translation>Больше не нужно</translation>
  </message>
  <message>
   <source>No mail account is set up yet. Add it in Settings.</source>
   <translation>Почта ещё не настроена. Добавьте учётную запись в настройках.</translation>
  </message>
  <message>
   <source>No mail account yet</source>
   <translation>Почта ещё не настроена</translation>
  </message>
  <message>
   <source>No number is known</source>
   <translation>Номер неизвестен</translation>
  </message>
  <message>
   <source>Nobody invited yet</source>
   <translation>Никто не приглашён</translation>
  </message>
  <message>
   <source>Nobody looks after them. Choose a manager.</source>
   <translation>Ответственного нет. Назначьте менеджера.</translation>
  </message>
  <message>
   <source>Not before tomorrow</source>
   <translation>Не раньше завтра</translation>
  </message>
  <message>
   <source>Noted as arrived.</source>
   <translation>Отмечено: дошло.</translation>
  </message>
  <message>
   <source>Noted as not kept.</source>
   <translation>Отмечено: обещание нарушено.</translation>
  </message>
  <message>
   <source>Nothing is due. A good day to call somebody you like.</source>
   <translation>Срочных дел нет. Хороший день, чтобы позвонить тому, кто Вам приятен.</translation>
  </message>
  <message>
   <source>Nothing waits in the outbox.</source>
   <translation>В исходящих ничего не ждёт.</translation>
  </message>
  <message>
   <source>On hold: ask the personal manager first.</source>
   <translation>На паузе: сначала спросите персонального менеджера.</translation>
  </message>
  <message>
   <source>Open clients</source>
   <translation>Открыть клиентов</translation>
  </message>
  <message>
   <source>Open the client</source>
   <translation>Открыть клиента</translation>
  </message>
  <message>
   <source>Open the outbox</source>
   <translation>Открыть исходящие</translation>
  </message>
  <message>
   <source>Outbox</source>
   <translation>Исходящие</translation>
  </message>
  <message>
   <source>Outbox: needs your attention</source>
   <translation>Исходящие: нужно ваше участие</translation>
  </message>
  <message>
   <source>Outbox: {count}</source>
   <translation>Исходящие: {count}</translation>
  </message>
  <message>
   <source>Outside the hours this client named: {hours}.</source>
   <translation>Клиент назвал другие часы: {hours}.</translation>
  </message>
  <message>
   <source>Overdue</source>
   <translation>Просрочено</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>На паузе</translation>
  </message>
  <message>
   <source>Prefers: {channel}</source>
   <translation>Предпочитает: {channel}</translation>
  </message>
  <message>
   <source>Promise kept.</source>
   <translation>Обещание выполнено.</translation>
  </message>
  <message>
   <source>Promises</source>
   <translation>Обещания</translation>
  </message>
  <message>
   <source>Put it off by at least a day.</source>
   <translation>Отложить можно не меньше чем на день.</translation>
  </message>
  <message>
   <source>Put off until {day}.</source>
   <translation>Отложено до {day}.</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>Сб</translation>
  </message>
  <message>
   <source>Save the letter</source>
   <translation>Сохранить письмо</translation>
  </message>
  <message>
   <source>Save the letter…</source>
   <translation>Сохранить письмо…</translation>
  </message>
  <message>
   <source>Send anyway</source>
   <translation>Всё равно отправить</translation>
  </message>
  <message>
   <source>Sending again.</source>
   <translation>Отправляется снова.</translation>
  </message>
  <message>
   <source>Sending now.</source>
   <translation>Уходит сейчас.</translation>
  </message>
  <message>
   <source>Speak to {person}</source>
   <translation>Собеседник: {person}</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>Вс</translation>
  </message>
  <message>
   <source>The client does not wish to be contacted by: {channel}</source>
   <translation>Клиент просит не использовать: {channel}</translation>
  </message>
  <message>
   <source>The client has agreed to this day.</source>
   <translation>Клиент согласен на этот день.</translation>
  </message>
  <message>
   <source>The client left the club.</source>
   <translation>Клиент вышел из клуба.</translation>
  </message>
  <message>
   <source>The client wishes to be reached through an assistant who is no longer on record.</source>
   <translation>Клиент просил связываться через помощника, но такого помощника в карточке больше нет.</translation>
  </message>
  <message>
   <source>The client’s time zone is not known: it may be night there. Set the time zone.</source>
   <translation>Часовой пояс клиента неизвестен: там может быть ночь. Укажите его.</translation>
  </message>
  <message>
   <source>The client’s time: {time}.</source>
   <translation>Время клиента: {time}.</translation>
  </message>
  <message>
   <source>The connection broke while it was being sent: it may have arrived. Check the mailbox, then say whether it did.</source>
   <translation>Связь прервалась во время отправки: письмо могло дойти. Посмотрите в почтовом ящике и отметьте, дошло ли оно.</translation>
  </message>
  <message>
   <source>The file cannot be saved there. Choose another folder.</source>
   <translation>Сюда файл сохранить нельзя. Выберите другую папку.</translation>
  </message>
  <message>
   <source>The letter is saved.</source>
   <translation>Письмо сохранено.</translation>
  </message>
  <message>
   <source>The mail server asked to try later; VIP Desk will try again.</source>
   <translation>Почтовый сервер просит подождать; отправка повторится сама.</translation>
  </message>
  <message>
   <source>The mail server did not answer in time; VIP Desk will try again.</source>
   <translation>Почтовый сервер не ответил вовремя; отправка повторится сама.</translation>
  </message>
  <message>
   <source>The mail server does not answer. Check the network; VIP Desk will try again.</source>
   <translation>Почтовый сервер не отвечает. Проверьте сеть; отправка повторится сама.</translation>
  </message>
  <message>
   <source>The mail server offers no encryption. Check the account’s settings.</source>
   <translation>Почтовый сервер не предлагает шифрования. Проверьте настройки учётной записи.</translation>
  </message>
  <message>
   <source>The mail server refused the club’s address. Check the account.</source>
   <translation>Почтовый сервер отклонил адрес клуба. Проверьте учётную запись.</translation>
  </message>
  <message>
   <source>The mail server refused the sign-in. Check the login and the password.</source>
   <translation>Почтовый сервер не принял вход. Проверьте логин и пароль.</translation>
  </message>
  <message>
   <source>The mail server refused this address. Check it with the client.</source>
   <translation>Почтовый сервер отклонил этот адрес. Уточните его у клиента.</translation>
  </message>
  <message>
   <source>The mail server refused this message.</source>
   <translation>Почтовый сервер отклонил это письмо.</translation>
  </message>
  <message>
   <source>The mail server’s certificate cannot be trusted. Check the server’s name.</source>
   <translation>Сертификату почтового сервера нельзя доверять. Проверьте имя сервера.</translation>
  </message>
  <message>
   <source>The message is not addressed to this client alone; it was not sent.</source>
   <translation>Письмо адресовано не только этому клиенту; оно не отправлено.</translation>
  </message>
  <message>
   <source>The new day is {day}.</source>
   <translation>Новый день: {day}.</translation>
  </message>
  <message>
   <source>The promise is no longer needed.</source>
   <translation>Обещание больше не нужно.</translation>
  </message>
  <message>
   <source>The reason is kept in the journal.</source>
   <translation>Причина останется в журнале.</translation>
  </message>
  <message>
   <source>The week: promises {promises}, events {events}, birthdays {dates}</source>
   <translation>Неделя: обещания – {promises}, мероприятия – {events}, дни рождения – {dates}</translation>
  </message>
  <message>
   <source>There is no phone number to call. Add one to the client first.</source>
   <translation>Нет номера для звонка. Сначала добавьте телефон в карточку клиента.</translation>
  </message>
  <message>
   <source>They could not be counted automatically.</source>
   <translation>Автоматически учесть не удалось.</translation>
  </message>
  <message>
   <source>This has already been done.</source>
   <translation>Это уже сделано.</translation>
  </message>
  <message>
   <source>This is not one e-mail address. Write it like name@example.com.</source>
   <translation>Нужен один адрес почты, например name@example.com.</translation>
  </message>
  <message>
   <source>This message has already been reviewed.</source>
   <translation>Это сообщение уже проверено.</translation>
  </message>
  <message>
   <source>This message is no longer in the outbox.</source>
   <translation>Этого сообщения в исходящих больше нет.</translation>
  </message>
  <message>
   <source>This message is no longer waiting.</source>
   <translation>Это сообщение больше не ждёт.</translation>
  </message>
  <message>
   <source>This message was not refused.</source>
   <translation>Это сообщение не отклоняли.</translation>
  </message>
  <message>
   <source>This week</source>
   <translation>На этой неделе</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>Чт</translation>
  </message>
  <message>
   <source>Time to talk</source>
   <translation>Пора поговорить</translation>
  </message>
  <message>
   <source>To call · {topic}</source>
   <translation>Позвонить · {topic}</translation>
  </message>
  <message>
   <source>To post · {topic}</source>
   <translation>Отправить почтой · {topic}</translation>
  </message>
  <message>
   <source>To write · {topic}</source>
   <translation>Написать · {topic}</translation>
  </message>
  <message>
   <source>Trying again.</source>
   <translation>Попробуем ещё раз.</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>Вт</translation>
  </message>
  <message numerus="yes">
   <source>Turns {n} {day}</source>
   <translation>
    <numerusform>День рождения {day}: {n} год</numerusform>
    <numerusform>День рождения {day}: {n} года</numerusform>
    <numerusform>День рождения {day}: {n} лет</numerusform>
   </translation>
  </message>
  <message>
   <source>VIP Desk stopped while it was being sent: it may have arrived. Check the mailbox, then say whether it did.</source>
   <translation>Программа остановилась во время отправки: письмо могло дойти. Посмотрите в почтовом ящике и отметьте, дошло ли оно.</translation>
  </message>
  <message>
   <source>We did not keep it</source>
   <translation>Мы не выполнили</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>Ср</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Что</translation>
  </message>
  <message>
   <source>What to say</source>
   <translation>Что сказать</translation>
  </message>
  <message>
   <source>Why it must be sent now</source>
   <translation>Почему отправить нужно сейчас</translation>
  </message>
  <message>
   <source>Why the call cannot wait</source>
   <translation>Почему звонок нельзя отложить</translation>
  </message>
  <message>
   <source>Withdraw</source>
   <translation>Отозвать</translation>
  </message>
  <message>
   <source>Withdrawn.</source>
   <translation>Отозвано.</translation>
  </message>
  <message>
   <source>Write</source>
   <translation>Написать</translation>
  </message>
  <message>
   <source>Write why it must be sent now.</source>
   <translation>Напишите, почему отправить нужно сейчас.</translation>
  </message>
  <message>
   <source>Write why the call cannot wait.</source>
   <translation>Напишите, почему звонок нельзя отложить.</translation>
  </message>
  <message>
   <source>assistant unknown</source>
   <translation>помощник неизвестен</translation>
  </message>
  <message numerus="yes">
   <source>events this week</source>
   <translation>
    <numerusform>мероприятие на неделе</numerusform>
    <numerusform>мероприятия на неделе</numerusform>
    <numerusform>мероприятий на неделе</numerusform>
   </translation>
  </message>
  <message>
   <source>from {time}</source>
   <translation>с {time}</translation>
  </message>
  <message>
   <source>left the club</source>
   <translation>вне клуба</translation>
  </message>
  <message>
   <source>letter.pdf</source>
   <translation>письмо.pdf</translation>
  </message>
  <message>
   <source>no consent</source>
   <translation>нет согласия</translation>
  </message>
  <message>
   <source>not by this channel</source>
   <translation>не этим способом</translation>
  </message>
  <message>
   <source>not now</source>
   <translation>не сейчас</translation>
  </message>
  <message>
   <source>now</source>
   <translation>сейчас</translation>
  </message>
  <message>
   <source>now, until {time}</source>
   <translation>сейчас, до {time}</translation>
  </message>
  <message>
   <source>on hold</source>
   <translation>на паузе</translation>
  </message>
  <message numerus="yes">
   <source>promises due or overdue</source>
   <translation>
    <numerusform>обещание пора выполнить</numerusform>
    <numerusform>обещания пора выполнить</numerusform>
    <numerusform>обещаний пора выполнить</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>talks due</source>
   <translation>
    <numerusform>разговор пора провести</numerusform>
    <numerusform>разговора пора провести</numerusform>
    <numerusform>разговоров пора провести</numerusform>
   </translation>
  </message>
  <message>
   <source>through {person}</source>
   <translation>через: {person}</translation>
  </message>
  <message>
   <source>time zone unknown</source>
   <translation>пояс неизвестен</translation>
  </message>
  <message>
   <source>{address} · through {person}</source>
   <translation>{address} · через: {person}</translation>
  </message>
  <message>
   <source>{moment} · {place}</source>
   <translation>{moment} · {place}</translation>
  </message>
  <message numerus="yes">
   <source>{n} clients without a personal manager</source>
   <translation>
    <numerusform>{n} клиент без персонального менеджера</numerusform>
    <numerusform>{n} клиента без персонального менеджера</numerusform>
    <numerusform>{n} клиентов без персонального менеджера</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} coming</source>
   <translation>
    <numerusform>придёт {n}</numerusform>
    <numerusform>придут {n}</numerusform>
    <numerusform>придут {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} have not answered</source>
   <translation>
    <numerusform>{n} гость не ответил</numerusform>
    <numerusform>{n} гостя не ответили</numerusform>
    <numerusform>{n} гостей не ответили</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} messages wait until an account is set up.</source>
   <translation>
    <numerusform>{n} письмо ждёт настройки почты.</numerusform>
    <numerusform>{n} письма ждут настройки почты.</numerusform>
    <numerusform>{n} писем ждут настройки почты.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more</source>
   <translation>
    <numerusform>Ещё {n}</numerusform>
    <numerusform>Ещё {n}</numerusform>
    <numerusform>Ещё {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of {capacity} coming</source>
   <translation>
    <numerusform>придёт {n} из {capacity}</numerusform>
    <numerusform>придут {n} из {capacity}</numerusform>
    <numerusform>придут {n} из {capacity}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} replies to review</source>
   <translation>
    <numerusform>{n} ответ ждёт проверки</numerusform>
    <numerusform>{n} ответа ждут проверки</numerusform>
    <numerusform>{n} ответов ждут проверки</numerusform>
   </translation>
  </message>
  <message>
   <source>{promise} · {moment}</source>
   <translation>{promise} · {moment}</translation>
  </message>
  <message>
   <source>{promise} · {moment} · {owner}</source>
   <translation>{promise} · {moment} · {owner}</translation>
  </message>
  <message numerus="yes">
   <source>{tier} · no talk on record for {n} days</source>
   <translation>
    <numerusform>{tier} · за {n} день ни одного разговора</numerusform>
    <numerusform>{tier} · за {n} дня ни одного разговора</numerusform>
    <numerusform>{tier} · за {n} дней ни одного разговора</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{tier} · {n} days without a talk, the rhythm is {rhythm}</source>
   <translation>
    <numerusform>{tier} · {n} день без разговора, ритм – {rhythm}</numerusform>
    <numerusform>{tier} · {n} дня без разговора, ритм – {rhythm}</numerusform>
    <numerusform>{tier} · {n} дней без разговора, ритм – {rhythm}</numerusform>
   </translation>
  </message>
 </context>
</TS>
