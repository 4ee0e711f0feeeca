<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>cards</name>
  <message>
   <source>A card is issued after it was approved. Ask for the approval first.</source>
   <translation>Карта выпускается после одобрения. Сначала получите его.</translation>
  </message>
  <message>
   <source>Approval taken back</source>
   <translation>Одобрение отозвано</translation>
  </message>
  <message>
   <source>Approved</source>
   <translation>Одобрена</translation>
  </message>
  <message>
   <source>Draft: this card is not issued yet.</source>
   <translation>Черновик: карта ещё не выпущена.</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Истекла</translation>
  </message>
  <message>
   <source>Give the client a tier first: the card shows it.</source>
   <translation>Сначала укажите статус клиента: он печатается на карте.</translation>
  </message>
  <message>
   <source>Handed over</source>
   <translation>Вручена</translation>
  </message>
  <message>
   <source>If you have found this card, please call us. We shall gladly fetch it.</source>
   <translation>Если вы нашли эту карту, пожалуйста, позвоните нам. Мы с благодарностью её заберём.</translation>
  </message>
  <message>
   <source>Issued</source>
   <translation>Выпущена</translation>
  </message>
  <message>
   <source>Member since</source>
   <translation>В клубе с</translation>
  </message>
  <message>
   <source>Only a card that was issued can be replaced. Void this one instead.</source>
   <translation>Заменить можно только выпущенную карту. Эту лучше аннулировать.</translation>
  </message>
  <message>
   <source>Only a requested card can be approved. This one is further on.</source>
   <translation>Одобрить можно только запрошенную карту. Эта уже на другом шаге.</translation>
  </message>
  <message>
   <source>Only an issued card can be handed over. Issue it first.</source>
   <translation>Вручить можно только выпущенную карту. Сначала выпустите её.</translation>
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
   <source>Replaced</source>
   <translation>Заменена</translation>
  </message>
  <message>
   <source>Requested</source>
   <translation>Запрошена</translation>
  </message>
  <message>
   <source>Status card</source>
   <translation>Статусная карта</translation>
  </message>
  <message>
   <source>The approval can be taken back only until the card is issued.</source>
   <translation>Отозвать одобрение можно только до выпуска карты.</translation>
  </message>
  <message>
   <source>The head of VIP service or an executive approves cards.</source>
   <translation>Карты одобряет глава VIP-сервиса или руководитель.</translation>
  </message>
  <message>
   <source>The last valid day must lie ahead.</source>
   <translation>Последний день действия должен быть впереди.</translation>
  </message>
  <message>
   <source>The last valid day of this card is over. Void it and ask for a new one.</source>
   <translation>Срок действия этой карты истёк. Аннулируйте её и запросите новую.</translation>
  </message>
  <message>
   <source>The name is too long for a card. Shorten it.</source>
   <translation>Имя слишком длинное для карты. Сократите его.</translation>
  </message>
  <message>
   <source>The next card is already asked for. See it in the list.</source>
   <translation>Следующая карта уже запрошена. Найдите её в списке.</translation>
  </message>
  <message>
   <source>There is no such card among yours.</source>
   <translation>Среди ваших карт такой нет.</translation>
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
   <translation>Этого клиента ведёте не вы. Обратитесь к его персональному менеджеру.</translation>
  </message>
  <message>
   <source>Valid thru</source>
   <translation>Действует до</translation>
  </message>
  <message>
   <source>Voided</source>
   <translation>Аннулирована</translation>
  </message>
  <message>
   <source>Write the name that the card shall show.</source>
   <translation>Напишите имя, которое будет на карте.</translation>
  </message>
  <message>
   <source>Write the reason: it stays with the card.</source>
   <translation>Напишите причину: она останется при карте.</translation>
  </message>
  <message>
   <source>You asked for this card yourself. Somebody else must approve it.</source>
   <translation>Эту карту запросили вы. Одобрить её должен кто-то другой.</translation>
  </message>
 </context>
</TS>
