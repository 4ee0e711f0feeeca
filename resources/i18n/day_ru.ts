<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>day</name>
  <message>
   <source>A birthday gift is ordered</source>
   <translation>Подарок ко дню рождения заказывают</translation>
  </message>
  <message numerus="yes">
   <source>A birthday gift is ordered {n} days ahead ({tiers}); greetings at {hour} by the client’s clock.</source>
   <translation>
    <numerusform>Подарок ко дню рождения заказывают за {n} день ({tiers}); поздравляют в {hour} по часам клиента.</numerusform>
    <numerusform>Подарок ко дню рождения заказывают за {n} дня ({tiers}); поздравляют в {hour} по часам клиента.</numerusform>
    <numerusform>Подарок ко дню рождения заказывают за {n} дней ({tiers}); поздравляют в {hour} по часам клиента.</numerusform>
   </translation>
  </message>
  <message>
   <source>A colleague has just changed these limits. Look at them again.</source>
   <translation>Коллега только что изменил эти ограничения. Посмотрите на них ещё раз.</translation>
  </message>
  <message>
   <source>A colleague has just changed these rules. Look at them again.</source>
   <translation>Коллега только что изменил эти правила. Посмотрите на них ещё раз.</translation>
  </message>
  <message>
   <source>A tier’s own limit replaces the club’s; a topic’s comes on top. 0: no limit of its own. What was sent counts, what waits does not.</source>
   <translation>Ограничение статуса заменяет общее, ограничение темы действует дополнительно. 0 – своего ограничения нет. Считается отправленное, ожидающее не считается.</translation>
  </message>
  <message>
   <source>Benefits to choose</source>
   <translation>Ждут выбора привилегий</translation>
  </message>
  <message>
   <source>Birthdays, anniversaries and years in the club, as Today reminds of them.</source>
   <translation>Дни рождения, годовщины и годы в клубе – как о них напоминает «Сегодня».</translation>
  </message>
  <message>
   <source>Change the limits…</source>
   <translation>Изменить ограничения…</translation>
  </message>
  <message>
   <source>Change the rules…</source>
   <translation>Изменить правила…</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Скопировано</translation>
  </message>
  <message>
   <source>Copy the number</source>
   <translation>Скопировать номер</translation>
  </message>
  <message>
   <source>Days ahead</source>
   <translation>За сколько дней</translation>
  </message>
  <message>
   <source>Days of clients</source>
   <translation>Даты клиентов</translation>
  </message>
  <message>
   <source>Each day a client has of their own keeps its own lead time; it is set beside the day.</source>
   <translation>У каждой памятной даты клиента свой срок подготовки: он указан рядом с датой.</translation>
  </message>
  <message>
   <source>Enter a number from 0 to {limit}.</source>
   <translation>Введите число от 0 до {limit}.</translation>
  </message>
  <message>
   <source>Enter a number from 1 to {limit}.</source>
   <translation>Введите число от 1 до {limit}.</translation>
  </message>
  <message>
   <source>Enter {limit} at most.</source>
   <translation>Не больше {limit}.</translation>
  </message>
  <message>
   <source>For clients who said nothing themselves: a client’s own wishes always come first.</source>
   <translation>Для клиентов, которые сами ничего не просили: пожелания клиента всегда важнее.</translation>
  </message>
  <message>
   <source>For everybody</source>
   <translation>Всем</translation>
  </message>
  <message>
   <source>For example: 1, 5, 10. Empty: none.</source>
   <translation>Например: 1, 5, 10. Пусто – никакие.</translation>
  </message>
  <message>
   <source>For nobody</source>
   <translation>Никому</translation>
  </message>
  <message>
   <source>From {begin} to {end} by the client’s clock; invitations and offers: {most} in {days} days at most.</source>
   <translation>С {begin} до {end} по часам клиента; приглашений и предложений – не больше {most} за {days} дн.</translation>
  </message>
  <message>
   <source>Hour of a greeting, by the client’s clock</source>
   <translation>Час поздравления по часам клиента</translation>
  </message>
  <message>
   <source>Hours and limits of contact</source>
   <translation>Часы и частота обращений</translation>
  </message>
  <message>
   <source>Hours and limits of contact changed</source>
   <translation>Изменены часы и частота обращений</translation>
  </message>
  <message>
   <source>I have called</source>
   <translation>Звонок сделан</translation>
  </message>
  <message>
   <source>In how many days</source>
   <translation>За сколько дней</translation>
  </message>
  <message>
   <source>Invitations and offers, at most</source>
   <translation>Приглашений и предложений не больше</translation>
  </message>
  <message>
   <source>Is it this once?</source>
   <translation>Это один раз?</translation>
  </message>
  <message>
   <source>May ring from</source>
   <translation>Можно звонить с</translation>
  </message>
  <message>
   <source>May ring until</source>
   <translation>Можно звонить до</translation>
  </message>
  <message>
   <source>Message addressed anew</source>
   <translation>У сообщения новый адресат</translation>
  </message>
  <message>
   <source>No colleague may see this client. Name a deputy first.</source>
   <translation>Этот клиент никому из коллег не виден. Сначала назначьте заместителя.</translation>
  </message>
  <message>
   <source>No gifts are ordered; greetings at {hour} by the client’s clock.</source>
   <translation>Подарков не заказывают; поздравляют в {hour} по часам клиента.</translation>
  </message>
  <message>
   <source>No program on this computer makes calls. Dial the number yourself, or copy it.</source>
   <translation>На этом компьютере нет программы для звонков. Наберите номер сами или скопируйте его.</translation>
  </message>
  <message>
   <source>No program on this computer makes calls. Dial {number}.</source>
   <translation>На этом компьютере нет программы для звонков. Наберите {number}.</translation>
  </message>
  <message>
   <source>Not invited to anything yet.</source>
   <translation>Пока никуда не приглашали.</translation>
  </message>
  <message>
   <source>Nothing was promised to this client yet.</source>
   <translation>Этому клиенту пока ничего не обещали.</translation>
  </message>
  <message>
   <source>Rules for clients’ days changed</source>
   <translation>Изменены правила для дат клиентов</translation>
  </message>
  <message>
   <source>The card tells of a death: its day is kept as a day of memory.</source>
   <translation>В карточке указан день смерти: он сохранён как день памяти.</translation>
  </message>
  <message>
   <source>The client wishes e-mail through somebody else, and a letter about a case is given to nobody else. Choose another way.</source>
   <translation>Клиент просит писать через другого человека, а письмо по обращению никому другому не передают. Выберите другой способ.</translation>
  </message>
  <message>
   <source>The client wishes this through somebody else, and a letter about a case is given to nobody else. Withdraw it and choose another way.</source>
   <translation>Клиент просит писать через другого человека, а письмо по обращению никому другому не передают. Отзовите его и выберите другой способ.</translation>
  </message>
  <message>
   <source>The client wishes to be reached through an assistant of whom neither number nor address is on record. Add it to the people around the client.</source>
   <translation>Клиент просит обращаться через помощника, но ни телефона, ни адреса помощника нет. Добавьте их в окружении клиента.</translation>
  </message>
  <message>
   <source>The client wishes to be reached through somebody else now. Withdraw this and make it anew: it is then addressed to that person.</source>
   <translation>Теперь клиент просит обращаться через другого человека. Отзовите это и сделайте заново – тогда адресатом станет он.</translation>
  </message>
  <message>
   <source>The event has no place yet: guests would not know where to come.</source>
   <translation>Место мероприятия не указано: гости не узнают, куда прийти.</translation>
  </message>
  <message>
   <source>The hours end after they begin, an hour at least.</source>
   <translation>Часы заканчиваются позже, чем начинаются, – хотя бы на час.</translation>
  </message>
  <message>
   <source>The limits are saved.</source>
   <translation>Ограничения сохранены.</translation>
  </message>
  <message>
   <source>The note is with {name}.</source>
   <translation>Заметка сохранена: {name}.</translation>
  </message>
  <message>
   <source>The rules are saved.</source>
   <translation>Правила сохранены.</translation>
  </message>
  <message>
   <source>There is no address of the client’s own. Add one to the client first.</source>
   <translation>Собственного адреса клиента нет. Сначала добавьте его в карточку.</translation>
  </message>
  <message>
   <source>This colleague may not see the client. Name a deputy first, or ask another.</source>
   <translation>Этому коллеге клиент не виден. Сначала назначьте заместителя или попросите другого.</translation>
  </message>
  <message>
   <source>To be added: {added}. To be merged with existing clients: {merged}. Not imported: {rest}, of them rejected, to be saved to a file: {rejected}. Consent is not imported: ask for it.</source>
   <translation>Добавятся: {added}. Объединятся с теми, кто уже есть: {merged}. Не попадут в клуб: {rest}, из них отклонено (можно сохранить в файл): {rejected}. Согласия не импортируются: спросите о них.</translation>
  </message>
  <message>
   <source>When a phone call is welcome</source>
   <translation>Когда удобно позвонить</translation>
  </message>
  <message>
   <source>Write years as numbers: 1, 5, 10.</source>
   <translation>Напишите годы числами: 1, 5, 10.</translation>
  </message>
  <message>
   <source>Years in the club that are kept</source>
   <translation>Какие годовщины в клубе отмечаем</translation>
  </message>
  <message>
   <source>{here} here, {there} there</source>
   <translation>{here} у нас, {there} у клиента</translation>
  </message>
  <message>
   <source>{name}: your colleague sees the line and your word. Only colleagues who may see the client can be asked.</source>
   <translation>{name}: коллега увидит строку и Ваши слова. Попросить можно только тех, кому клиент виден.</translation>
  </message>
  <message numerus="yes">
   <source>{n} options</source>
   <translation>
    <numerusform>{n} вариант</numerusform>
    <numerusform>{n} варианта</numerusform>
    <numerusform>{n} вариантов</numerusform>
   </translation>
  </message>
  <message>
   <source>{reasons}</source>
   <translation>{reasons}</translation>
  </message>
  <message>
   <source>{tier} and above</source>
   <translation>{tier} и выше</translation>
  </message>
  <message>
   <source>{title} · nothing chosen, was due {day}</source>
   <translation>{title} · не выбрано, срок прошёл {day}</translation>
  </message>
  <message>
   <source>{title} · nothing chosen yet, due {day}</source>
   <translation>{title} · ещё не выбрано, срок – {day}</translation>
  </message>
  <message>
   <source>{what}: at most</source>
   <translation>{what}: не больше</translation>
  </message>
 </context>
</TS>
