<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>agenda</name>
  <message>
   <source>A colleague asked to take a reminder</source>
   <translation>Коллегу попросили взять дело</translation>
  </message>
  <message>
   <source>A colleague was asked</source>
   <translation>Просьба к коллеге</translation>
  </message>
  <message>
   <source>A colleague was asked already. Take it back first.</source>
   <translation>Об этом уже попросили коллегу. Сначала заберите дело обратно.</translation>
  </message>
  <message>
   <source>A word for the colleague</source>
   <translation>Несколько слов коллеге</translation>
  </message>
  <message>
   <source>Address of the calendar server (CalDAV)</source>
   <translation>Адрес сервера календарей (CalDAV)</translation>
  </message>
  <message>
   <source>Answer of a colleague marked as not seen</source>
   <translation>Ответ коллеги отмечен как непросмотренный</translation>
  </message>
  <message>
   <source>Answer of a colleague seen</source>
   <translation>Ответ коллеги просмотрен</translation>
  </message>
  <message>
   <source>Ask</source>
   <translation>Попросить</translation>
  </message>
  <message>
   <source>Ask a colleague</source>
   <translation>Попросить коллегу</translation>
  </message>
  <message>
   <source>Ask a colleague…</source>
   <translation>Попросить коллегу…</translation>
  </message>
  <message>
   <source>Asked of you</source>
   <translation>Вас просят</translation>
  </message>
  <message>
   <source>Choose a colleague who works here.</source>
   <translation>Выберите коллегу, который здесь работает.</translation>
  </message>
  <message>
   <source>Choose a day…</source>
   <translation>Выбрать день…</translation>
  </message>
  <message>
   <source>Congratulations</source>
   <translation>Поздравление</translation>
  </message>
  <message>
   <source>Done. Your colleague is told.</source>
   <translation>Готово. Коллега узнает об этом.</translation>
  </message>
  <message>
   <source>Enter the address alone: the login and the password have fields of their own.</source>
   <translation>Введите только адрес: для логина и пароля есть свои поля.</translation>
  </message>
  <message>
   <source>Enter the address of the calendar server, like https://cloud.example.com/dav.</source>
   <translation>Введите адрес сервера календарей, например https://cloud.example.com/dav.</translation>
  </message>
  <message>
   <source>Enter the address of your calendar server first.</source>
   <translation>Сначала введите адрес вашего сервера календарей.</translation>
  </message>
  <message>
   <source>Enter the login.</source>
   <translation>Введите логин.</translation>
  </message>
  <message>
   <source>Enter the password for this server.</source>
   <translation>Введите пароль для этого сервера.</translation>
  </message>
  <message>
   <source>Give it back</source>
   <translation>Вернуть</translation>
  </message>
  <message>
   <source>Give it back…</source>
   <translation>Вернуть…</translation>
  </message>
  <message>
   <source>Given back.</source>
   <translation>Возвращено.</translation>
  </message>
  <message>
   <source>Initials only</source>
   <translation>Только инициалы</translation>
  </message>
  <message>
   <source>It is yours again.</source>
   <translation>Дело снова ваше.</translation>
  </message>
  <message>
   <source>Names and the words of promises</source>
   <translation>Имена и слова обещаний</translation>
  </message>
  <message numerus="yes">
   <source>No talk on record for {n} days</source>
   <translation>
    <numerusform>Разговоров не записано уже {n} день</numerusform>
    <numerusform>Разговоров не записано уже {n} дня</numerusform>
    <numerusform>Разговоров не записано уже {n} дней</numerusform>
   </translation>
  </message>
  <message>
   <source>Not finished: {form} · {moment}</source>
   <translation>Не закончено: {form} · {moment}</translation>
  </message>
  <message>
   <source>Nothing is sent. Save to begin again.</source>
   <translation>Ничего не отправляется. Сохраните, чтобы начать снова.</translation>
  </message>
  <message>
   <source>Nothing of clients</source>
   <translation>Ничего о клиентах</translation>
  </message>
  <message>
   <source>Promises, days of clients and events go into a calendar of their own on your server, every quarter of an hour. Complaints never do. The password is kept encrypted in your vault.</source>
   <translation>Обещания, даты клиентов и мероприятия попадают в отдельный календарь на вашем сервере каждые четверть часа. Жалобы – никогда. Пароль хранится в вашем хранилище в зашифрованном виде.</translation>
  </message>
  <message>
   <source>Put it off by a year at most.</source>
   <translation>Отложить можно не больше чем на год.</translation>
  </message>
  <message>
   <source>Put off</source>
   <translation>Отложить</translation>
  </message>
  <message>
   <source>Put off to a day</source>
   <translation>Отложить до дня</translation>
  </message>
  <message>
   <source>Request of a colleague answered</source>
   <translation>Дан ответ на просьбу коллеги</translation>
  </message>
  <message>
   <source>Request of a colleague open again</source>
   <translation>Просьба коллеги снова открыта</translation>
  </message>
  <message>
   <source>Request to a colleague</source>
   <translation>Просьба к коллеге</translation>
  </message>
  <message>
   <source>Request to a colleague taken back</source>
   <translation>Просьба к коллеге отозвана</translation>
  </message>
  <message>
   <source>Save and send now</source>
   <translation>Сохранить и отправить сейчас</translation>
  </message>
  <message>
   <source>Save as a calendar file…</source>
   <translation>Сохранить как файл календаря…</translation>
  </message>
  <message numerus="yes">
   <source>Saved: {n} entries.</source>
   <translation>
    <numerusform>Сохранена {n} запись.</numerusform>
    <numerusform>Сохранены {n} записи.</numerusform>
    <numerusform>Сохранено {n} записей.</numerusform>
   </translation>
  </message>
  <message>
   <source>Seen.</source>
   <translation>Просмотрено.</translation>
  </message>
  <message>
   <source>Sent {moment}</source>
   <translation>Отправлено {moment}</translation>
  </message>
  <message>
   <source>Somebody else is changing this calendar. The desk tries again by itself.</source>
   <translation>Этот календарь меняет кто-то ещё. Программа попробует ещё раз сама.</translation>
  </message>
  <message>
   <source>Speaking with the calendar server…</source>
   <translation>Связываемся с сервером календарей…</translation>
  </message>
  <message>
   <source>Stop and remove it there</source>
   <translation>Прекратить и убрать оттуда</translation>
  </message>
  <message>
   <source>Take it back</source>
   <translation>Забрать обратно</translation>
  </message>
  <message>
   <source>The answer is not one of a calendar server. Check its address.</source>
   <translation>Так сервер календарей не отвечает. Проверьте его адрес.</translation>
  </message>
  <message>
   <source>The calendar is up to date. New {added}, changed {changed}, removed {removed}.</source>
   <translation>Календарь обновлён. Новых: {added}, изменено: {changed}, убрано: {removed}.</translation>
  </message>
  <message>
   <source>The calendar server does not answer. The desk tries again by itself.</source>
   <translation>Сервер календарей не отвечает. Программа попробует ещё раз сама.</translation>
  </message>
  <message>
   <source>The calendar server refuses this login or password.</source>
   <translation>Сервер календарей не принимает этот логин или пароль.</translation>
  </message>
  <message>
   <source>The calendar server sends the desk to another place. Enter that address itself.</source>
   <translation>Сервер календарей отсылает по другому адресу. Введите сразу тот адрес.</translation>
  </message>
  <message>
   <source>The calendar server’s certificate is not to be trusted. Nothing was sent.</source>
   <translation>Сертификату сервера календарей нельзя доверять. Ничего не отправлено.</translation>
  </message>
  <message>
   <source>The data of this client is restricted: nothing is passed on.</source>
   <translation>Обработка данных этого клиента ограничена: передавать ничего нельзя.</translation>
  </message>
  <message>
   <source>The file cannot be written there. Choose another place.</source>
   <translation>Записать файл туда нельзя. Выберите другое место.</translation>
  </message>
  <message>
   <source>The line is back in the morning of this day.</source>
   <translation>Строка вернётся утром этого дня.</translation>
  </message>
  <message>
   <source>The password only goes out encrypted: the address begins with https.</source>
   <translation>Пароль передаётся только в зашифрованном виде: адрес должен начинаться с https.</translation>
  </message>
  <message>
   <source>The week after</source>
   <translation>Следующая неделя</translation>
  </message>
  <message>
   <source>The week before</source>
   <translation>Предыдущая неделя</translation>
  </message>
  <message>
   <source>There are no calendars at this address.</source>
   <translation>По этому адресу нет календарей.</translation>
  </message>
  <message>
   <source>This is yours already. Choose a colleague.</source>
   <translation>Это уже ваше дело. Выберите коллегу.</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>Неделя</translation>
  </message>
  <message>
   <source>What the calendar tells</source>
   <translation>Что видно в календаре</translation>
  </message>
  <message>
   <source>With colleagues</source>
   <translation>У коллег</translation>
  </message>
  <message>
   <source>With initials only</source>
   <translation>Только с инициалами</translation>
  </message>
  <message>
   <source>With names and the words of promises</source>
   <translation>С именами и словами обещаний</translation>
  </message>
  <message>
   <source>Without anything of clients</source>
   <translation>Без сведений о клиентах</translation>
  </message>
  <message>
   <source>Your agenda in your calendar</source>
   <translation>Ваши дела в вашем календаре</translation>
  </message>
  <message>
   <source>Your colleague has seen the answer already.</source>
   <translation>Коллега уже видел ответ.</translation>
  </message>
  <message>
   <source>Your colleague took this back. There is nothing to do.</source>
   <translation>Коллега уже забрал это дело обратно. Делать ничего не нужно.</translation>
  </message>
  <message>
   <source>Your colleague was asked.</source>
   <translation>Коллега получит вашу просьбу.</translation>
  </message>
  <message>
   <source>asked {day}</source>
   <translation>просьба {day}</translation>
  </message>
  <message>
   <source>given back</source>
   <translation>возвращено</translation>
  </message>
  <message>
   <source>https://cloud.example.com/dav</source>
   <translation>https://cloud.example.com/dav</translation>
  </message>
  <message>
   <source>{count}+</source>
   <translation>{count}+</translation>
  </message>
  <message>
   <source>{day} · today</source>
   <translation>{day} · сегодня</translation>
  </message>
  <message>
   <source>{first} – {last}</source>
   <translation>{first} – {last}</translation>
  </message>
  <message>
   <source>{name} · deputy</source>
   <translation>{name} · заместитель</translation>
  </message>
  <message>
   <source>{name} · {role}</source>
   <translation>{name} · {role}</translation>
  </message>
  <message>
   <source>{name}: {promise}</source>
   <translation>{name}: {promise}</translation>
  </message>
  <message numerus="yes">
   <source>{n} days without a talk, the rhythm is {rhythm}</source>
   <translation>
    <numerusform>{n} день без разговора при ритме {rhythm}</numerusform>
    <numerusform>{n} дня без разговора при ритме {rhythm}</numerusform>
    <numerusform>{n} дней без разговора при ритме {rhythm}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} entries removed from the calendar.</source>
   <translation>
    <numerusform>Из календаря убрана {n} запись.</numerusform>
    <numerusform>Из календаря убраны {n} записи.</numerusform>
    <numerusform>Из календаря убрано {n} записей.</numerusform>
   </translation>
  </message>
  <message>
   <source>{time} · {place}</source>
   <translation>{time} · {place}</translation>
  </message>
  <message>
   <source>{time} · {promise}</source>
   <translation>{time} · {promise}</translation>
  </message>
  <message>
   <source>{weekday} {day}</source>
   <translation>{weekday} {day}</translation>
  </message>
  <message>
   <source>{what} by {moment}</source>
   <translation>{what} · срок: {moment}</translation>
  </message>
  <message>
   <source>{what} · asked by {who}</source>
   <translation>{what} · просьба: {who}</translation>
  </message>
  <message>
   <source>{what} · asked by {who}: {note}</source>
   <translation>{what} · просьба: {who} – {note}</translation>
  </message>
  <message>
   <source>{what} · {who}</source>
   <translation>{what} · {who}</translation>
  </message>
  <message>
   <source>{what} · {who}: {note}</source>
   <translation>{what} · {who}: {note}</translation>
  </message>
  <message>
   <source>{what}: {name}</source>
   <translation>{what}: {name}</translation>
  </message>
  <message>
   <source>{who} sees it on their Today again.</source>
   <translation>{who}: дело снова появится на странице «Сегодня».</translation>
  </message>
  <message>
   <source>–</source>
   <translation>–</translation>
  </message>
 </context>
</TS>
