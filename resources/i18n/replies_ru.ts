<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>replies</name>
  <message>
   <source>A reminder: {title}</source>
   <translation>Напоминание: {title}</translation>
  </message>
  <message>
   <source>Answers to invitations are read from here every two minutes and counted; what is doubtful waits at the event. Nothing in the mailbox is changed or deleted. The password is kept encrypted in your vault.</source>
   <translation>Ответы на приглашения читаются отсюда каждые две минуты и учитываются; сомнительное ждёт Вас на странице мероприятия. В самом ящике ничего не меняется и не удаляется. Пароль хранится зашифрованным в Вашем хранилище.</translation>
  </message>
  <message>
   <source>Code on the slip</source>
   <translation>Код на талоне</translation>
  </message>
  <message>
   <source>Code {code}</source>
   <translation>Код {code}</translation>
  </message>
  <message>
   <source>Eight letters and digits at the right of the slip.</source>
   <translation>Восемь букв и цифр справа на талоне.</translation>
  </message>
  <message>
   <source>Enter a reply slip…</source>
   <translation>Ввести талон…</translation>
  </message>
  <message>
   <source>Enter the name of the mail server, like imap.example.com.</source>
   <translation>Введите имя почтового сервера, например imap.example.com.</translation>
  </message>
  <message>
   <source>Everybody who was told has answered.</source>
   <translation>Все, кто получил приглашение, ответили.</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Папка</translation>
  </message>
  <message>
   <source>Guest reminded of an invitation</source>
   <translation>Гостю напомнили о приглашении</translation>
  </message>
  <message>
   <source>Guests without an answer</source>
   <translation>Гости без ответа</translation>
  </message>
  <message>
   <source>I cannot come</source>
   <translation>Не смогу быть</translation>
  </message>
  <message>
   <source>I will come</source>
   <translation>Буду</translation>
  </message>
  <message>
   <source>I will come and bring ____ guests (at most {most})</source>
   <translation>Буду, со мной гостей: ____ (не более {most})</translation>
  </message>
  <message>
   <source>Incoming mail server (IMAP)</source>
   <translation>Сервер входящей почты (IMAP)</translation>
  </message>
  <message>
   <source>Invited less than three days ago.</source>
   <translation>Приглашение отправлено меньше трёх дней назад.</translation>
  </message>
  <message>
   <source>Invited {day}</source>
   <translation>Отправлено {day}</translation>
  </message>
  <message>
   <source>K7F3-Q2MX</source>
   <translation>K7F3-Q2MX</translation>
  </message>
  <message>
   <source>Looking who has not answered…</source>
   <translation>Смотрим, кто ещё не ответил…</translation>
  </message>
  <message>
   <source>Mail is only read encrypted: choose TLS or STARTTLS.</source>
   <translation>Почта читается только по защищённому соединению: выберите TLS или STARTTLS.</translation>
  </message>
  <message>
   <source>Mailbox of replies</source>
   <translation>Почтовый ящик для ответов</translation>
  </message>
  <message>
   <source>Mailbox of replies changed</source>
   <translation>Почтовый ящик для ответов изменён</translation>
  </message>
  <message>
   <source>May we ask whether we can expect you at our event “{title}”?</source>
   <translation>Позвольте узнать, ждать ли Вас на мероприятии «{title}».</translation>
  </message>
  <message>
   <source>Messages: {count}, to guests: {guests}</source>
   <translation>Сообщений: {count}, гостей: {guests}</translation>
  </message>
  <message>
   <source>No invitation has this code. Compare it with the slip.</source>
   <translation>Приглашения с таким кодом нет. Сверьте код с талоном.</translation>
  </message>
  <message>
   <source>Nobody is invited yet.</source>
   <translation>Пока никто не приглашён.</translation>
  </message>
  <message>
   <source>Nobody is to be reminded now.</source>
   <translation>Сейчас напоминать некому.</translation>
  </message>
  <message>
   <source>Please send this slip back, or tell us the code by telephone.</source>
   <translation>Пожалуйста, верните талон по почте или назовите код по телефону.</translation>
  </message>
  <message>
   <source>Proposed: {day}, {time}</source>
   <translation>Предлагает: {day}, {time}</translation>
  </message>
  <message>
   <source>Read {moment}</source>
   <translation>Прочитан {moment}</translation>
  </message>
  <message>
   <source>Remind</source>
   <translation>Напомнить</translation>
  </message>
  <message>
   <source>Reminded less than five days ago.</source>
   <translation>Напоминали меньше пяти дней назад.</translation>
  </message>
  <message>
   <source>Reminded twice. Call the guest.</source>
   <translation>Напоминали дважды. Позвоните гостю.</translation>
  </message>
  <message>
   <source>Remind…</source>
   <translation>Напомнить…</translation>
  </message>
  <message>
   <source>Reply slip</source>
   <translation>Талон для ответа</translation>
  </message>
  <message>
   <source>Send reminders</source>
   <translation>Отправить напоминания</translation>
  </message>
  <message>
   <source>The code has 8 letters and digits, like K7F3-Q2MX.</source>
   <translation>В коде 8 букв и цифр, например K7F3-Q2MX.</translation>
  </message>
  <message>
   <source>The day to answer by has passed. Call the guest.</source>
   <translation>Срок ответа прошёл. Позвоните гостю.</translation>
  </message>
  <message>
   <source>The guest wrote something that waits for you. Read it first.</source>
   <translation>Гость написал, и его письмо ждёт Вас. Сначала прочтите его.</translation>
  </message>
  <message>
   <source>The mail holds winmail.dat without an answer to an invitation of ours. Ask the guest.</source>
   <translation>В письме файл winmail.dat без ответа на наше приглашение. Уточните у гостя.</translation>
  </message>
  <message>
   <source>The mail server answers in a way VIP Desk does not understand.</source>
   <translation>Почтовый сервер отвечает так, что VIP Desk его не понимает.</translation>
  </message>
  <message>
   <source>The mailbox cannot be read.</source>
   <translation>Почтовый ящик не читается.</translation>
  </message>
  <message>
   <source>The mailbox is saved.</source>
   <translation>Почтовый ящик сохранён.</translation>
  </message>
  <message>
   <source>The password of the mailbox: each at their own desk, in Settings.</source>
   <translation>Пароль почтового ящика: каждый на своём рабочем месте, в «Настройках».</translation>
  </message>
  <message>
   <source>There is no such folder in the mailbox. Check its name.</source>
   <translation>Такой папки в почтовом ящике нет. Проверьте название.</translation>
  </message>
  <message>
   <source>To be reminded: {due}, left in peace: {rest}.</source>
   <translation>Напомнить: {due}, не беспокоить: {rest}.</translation>
  </message>
  <message>
   <source>What each guest gets stands here, word by word, as soon as it is sent.</source>
   <translation>Здесь дословно видно, что получит каждый гость, как только приглашение отправлено.</translation>
  </message>
  <message>
   <source>What went to whom</source>
   <translation>Что кому отправлено</translation>
  </message>
  <message>
   <source>imap.example.com</source>
   <translation>imap.example.com</translation>
  </message>
  <message>
   <source>{channel} · message {number}</source>
   <translation>{channel} · сообщение {number}</translation>
  </message>
  <message>
   <source>{name}: “{title}”</source>
   <translation>{name}: «{title}»</translation>
  </message>
  <message numerus="yes">
   <source>{n} reminders are on their way.</source>
   <translation>
    <numerusform>{n} напоминание отправляется.</numerusform>
    <numerusform>{n} напоминания отправляются.</numerusform>
    <numerusform>{n} напоминаний отправляются.</numerusform>
   </translation>
  </message>
 </context>
</TS>
