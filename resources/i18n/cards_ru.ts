<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>cards</name>
  <message>
   <source>A card is issued once it is approved. Ask for approval first.</source>
   <translation>Карта выпускается после одобрения. Сначала получите его.</translation>
  </message>
  <message>
   <source>A card is requested, approved by a second person, printed and handed over.</source>
   <translation>Карту запрашивают, одобряет второй сотрудник, её печатают и вручают.</translation>
  </message>
  <message>
   <source>A second person must approve this card.</source>
   <translation>Эту карту должен одобрить второй сотрудник.</translation>
  </message>
  <message>
   <source>A void card never works again. The reason stays with it.</source>
   <translation>Аннулированная карта больше не заработает. Причина останется при ней.</translation>
  </message>
  <message>
   <source>All cards</source>
   <translation>Все карты</translation>
  </message>
  <message>
   <source>Approval can be withdrawn only until the card is issued.</source>
   <translation>Отозвать одобрение можно только до выпуска карты.</translation>
  </message>
  <message>
   <source>Approval withdrawn</source>
   <translation>Одобрение отозвано</translation>
  </message>
  <message>
   <source>Approve</source>
   <translation>Одобрить</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Одобрена</translation>
  </message>
  <message>
   <source>Approved. The card can be issued.</source>
   <translation>Одобрено. Карту можно выпускать.</translation>
  </message>
  <message>
   <source>Back of the card</source>
   <translation>Оборот карты</translation>
  </message>
  <message>
   <source>Choose a client: the names and the last valid day are filled in for you.</source>
   <translation>Выберите клиента: имена и последний день действия подставятся сами.</translation>
  </message>
  <message>
   <source>Draft: this card is not issued yet.</source>
   <translation>Черновик: карта ещё не выпущена.</translation>
  </message>
  <message>
   <source>Ending soon</source>
   <translation>Скоро истекут</translation>
  </message>
  <message>
   <source>Enter the name to appear on the card.</source>
   <translation>Введите имя, которое будет на карте.</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Истекла</translation>
  </message>
  <message>
   <source>Find a card by number or client</source>
   <translation>Найти карту по номеру или клиенту</translation>
  </message>
  <message>
   <source>Front of the card</source>
   <translation>Лицевая сторона карты</translation>
  </message>
  <message>
   <source>Give the reason: it stays with the card.</source>
   <translation>Укажите причину: она останется при карте.</translation>
  </message>
  <message>
   <source>Hand over</source>
   <translation>Вручить</translation>
  </message>
  <message>
   <source>Hand the card over</source>
   <translation>Вручение карты</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>Вручена</translation>
  </message>
  <message>
   <source>Handed over. The card works.</source>
   <translation>Вручена. Карта действует.</translation>
  </message>
  <message>
   <source>History</source>
   <translation>История</translation>
  </message>
  <message>
   <source>If you find this card, please call us. We will gladly collect it.</source>
   <translation>Если Вы нашли эту карту, пожалуйста, позвоните нам. Мы с благодарностью её заберём.</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>Ждут шага</translation>
  </message>
  <message>
   <source>In progress: {waiting}, in use: {active}, ending within 60 days: {soon}</source>
   <translation>В работе: {waiting}, действуют: {active}, истекают за 60 дней: {soon}</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>Действуют</translation>
  </message>
  <message>
   <source>Issue</source>
   <translation>Выпустить</translation>
  </message>
  <message>
   <source>Issued</source>
   <translation>Выпущена</translation>
  </message>
  <message>
   <source>Issued. Print it and hand it over.</source>
   <translation>Выпущена. Напечатайте и вручите её.</translation>
  </message>
  <message>
   <source>Last valid day</source>
   <translation>Последний день действия</translation>
  </message>
  <message>
   <source>Leave it empty if the client took the card in person.</source>
   <translation>Оставьте пустым, если клиент получил карту сам.</translation>
  </message>
  <message>
   <source>Lost or stolen: the old card stops at once</source>
   <translation>Утеряна или украдена: старая карта перестаёт действовать сразу</translation>
  </message>
  <message>
   <source>Lost, worn, another name…</source>
   <translation>Утеряна, изношена, сменилось имя…</translation>
  </message>
  <message>
   <source>Member since</source>
   <translation>В клубе с</translation>
  </message>
  <message>
   <source>Name in Latin letters</source>
   <translation>Имя латиницей</translation>
  </message>
  <message>
   <source>Name on the card</source>
   <translation>Имя на карте</translation>
  </message>
  <message>
   <source>No card has been issued yet.</source>
   <translation>Пока не выпущено ни одной карты.</translation>
  </message>
  <message>
   <source>No longer in use</source>
   <translation>Больше не действуют</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Номер</translation>
  </message>
  <message>
   <source>Number {number}, valid until {until}.</source>
   <translation>Номер {number}, действует до {until}.</translation>
  </message>
  <message>
   <source>Number {number}, valid until {until}. Handed over {day}.</source>
   <translation>Номер {number}, действует до {until}. Вручена {day}.</translation>
  </message>
  <message>
   <source>Only a card that was issued can be replaced. Void this one instead.</source>
   <translation>Заменить можно только выпущенную карту. Эту лучше аннулировать.</translation>
  </message>
  <message>
   <source>Only a requested card can be approved. This one is past that step.</source>
   <translation>Одобрить можно только запрошенную карту. Эта уже прошла этот шаг.</translation>
  </message>
  <message>
   <source>Only an issued card can be handed over. Issue it first.</source>
   <translation>Вручить можно только выпущенную карту. Сначала выпустите её.</translation>
  </message>
  <message>
   <source>Otherwise it works until the new one is handed over.</source>
   <translation>Иначе она действует, пока не вручена новая.</translation>
  </message>
  <message>
   <source>Printed</source>
   <translation>Напечатана</translation>
  </message>
  <message>
   <source>Property of the club. Not transferable.</source>
   <translation>Собственность клуба. Передаче не подлежит.</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Причина</translation>
  </message>
  <message>
   <source>Reason: {reason}</source>
   <translation>Причина: {reason}</translation>
  </message>
  <message>
   <source>Replace the card</source>
   <translation>Заменить карту</translation>
  </message>
  <message>
   <source>Replaced</source>
   <translation>Заменена</translation>
  </message>
  <message>
   <source>Request</source>
   <translation>Запросить</translation>
  </message>
  <message>
   <source>Request a card</source>
   <translation>Запросить карту</translation>
  </message>
  <message>
   <source>Request the next card</source>
   <translation>Запросить следующую карту</translation>
  </message>
  <message>
   <source>Requested</source>
   <translation>Запрошена</translation>
  </message>
  <message>
   <source>Requested. A second person approves it.</source>
   <translation>Запрошено. Одобряет второй сотрудник.</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Сохранить PDF</translation>
  </message>
  <message>
   <source>Set the client’s tier first: the card shows it.</source>
   <translation>Сначала укажите статус клиента: он печатается на карте.</translation>
  </message>
  <message>
   <source>Status card</source>
   <translation>Статусная карта</translation>
  </message>
  <message>
   <source>The card is saved.</source>
   <translation>Карта сохранена.</translation>
  </message>
  <message>
   <source>The card is void.</source>
   <translation>Карта аннулирована.</translation>
  </message>
  <message>
   <source>The head of VIP service or an executive approves cards.</source>
   <translation>Карты одобряет глава VIP-сервиса или руководитель.</translation>
  </message>
  <message>
   <source>The head of VIP service or an executive issues this card.</source>
   <translation>Эту карту выпускает глава VIP-сервиса или руководитель.</translation>
  </message>
  <message>
   <source>The last valid day must be in the future.</source>
   <translation>Последний день действия должен быть впереди.</translation>
  </message>
  <message>
   <source>The last valid day of this card has passed. Void it and request a new one.</source>
   <translation>Срок действия этой карты истёк. Аннулируйте её и запросите новую.</translation>
  </message>
  <message>
   <source>The name is too long for a card. Shorten it.</source>
   <translation>Имя слишком длинное для карты. Сократите его.</translation>
  </message>
  <message>
   <source>The next card has already been requested. You will find it in the list.</source>
   <translation>Следующая карта уже запрошена. Найдите её в списке.</translation>
  </message>
  <message>
   <source>There is no such card in your list.</source>
   <translation>Такой карты в Вашем списке нет.</translation>
  </message>
  <message>
   <source>This card is no longer in use: there is nothing to void.</source>
   <translation>Эта карта уже не действует: аннулировать нечего.</translation>
  </message>
  <message>
   <source>This client already has a card. Replace that one, with the reason.</source>
   <translation>У этого клиента уже есть карта. Замените её, указав причину.</translation>
  </message>
  <message>
   <source>This client is not in your care. Ask the personal manager.</source>
   <translation>Этого клиента ведёте не Вы. Обратитесь к его персональному менеджеру.</translation>
  </message>
  <message>
   <source>Valid until</source>
   <translation>Действует до</translation>
  </message>
  <message>
   <source>Void the card</source>
   <translation>Аннулировать карту</translation>
  </message>
  <message>
   <source>Voided</source>
   <translation>Аннулирована</translation>
  </message>
  <message>
   <source>Which cards</source>
   <translation>Какие карты</translation>
  </message>
  <message>
   <source>Who signed for it</source>
   <translation>Кто расписался</translation>
  </message>
  <message>
   <source>You requested this card yourself. Somebody else must approve it.</source>
   <translation>Эту карту запросили Вы. Одобрить её должен кто-то другой.</translation>
  </message>
  <message>
   <source>card {tail}.pdf</source>
   <translation>карта {tail}.pdf</translation>
  </message>
  <message>
   <source>ending soon</source>
   <translation>скоро истекает</translation>
  </message>
  <message>
   <source>{tier}, {number}</source>
   <translation>{tier}, {number}</translation>
  </message>
  <message>
   <source>{when}: {what}, {who}</source>
   <translation>{when}: {what}, {who}</translation>
  </message>
 </context>
</TS>
