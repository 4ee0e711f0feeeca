<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>guests</name>
  <message>
   <source>Cancelled after a yes</source>
   <translation>Отменил после согласия</translation>
  </message>
  <message>
   <source>Comes</source>
   <translation>Придёт</translation>
  </message>
  <message>
   <source>Earned, thousandths of a seat</source>
   <translation>Начислено, тысячных долей места</translation>
  </message>
  <message>
   <source>Guest list as it was sent</source>
   <translation>Список гостей на момент отправки</translation>
  </message>
  <message>
   <source>Guest list kept as it was sent</source>
   <translation>Список гостей сохранён в том виде, в каком отправлен</translation>
  </message>
  <message>
   <source>Layer of the list</source>
   <translation>Слой списка</translation>
  </message>
  <message>
   <source>Offer of seats answered</source>
   <translation>Получен ответ на предложение мест</translation>
  </message>
  <message>
   <source>Offer of seats ran out</source>
   <translation>Срок предложения мест истёк</translation>
  </message>
  <message>
   <source>Offer ran out</source>
   <translation>Срок истёк</translation>
  </message>
  <message>
   <source>On the list</source>
   <translation>В списке</translation>
  </message>
  <message>
   <source>Party on the waiting list</source>
   <translation>Гости в листе ожидания</translation>
  </message>
  <message>
   <source>Party on the waiting list changed</source>
   <translation>Изменена запись в листе ожидания</translation>
  </message>
  <message>
   <source>Party put on the waiting list</source>
   <translation>Гости внесены в лист ожидания</translation>
  </message>
  <message>
   <source>Party taken off the waiting list</source>
   <translation>Гости исключены из листа ожидания</translation>
  </message>
  <message>
   <source>People the offer is for</source>
   <translation>На сколько человек предложение</translation>
  </message>
  <message>
   <source>Place on the waiting list changed</source>
   <translation>Изменено место в листе ожидания</translation>
  </message>
  <message>
   <source>Put on the list</source>
   <translation>Внесён в список</translation>
  </message>
  <message>
   <source>Runs out</source>
   <translation>Действует до</translation>
  </message>
  <message>
   <source>Said no</source>
   <translation>Отказ</translation>
  </message>
  <message>
   <source>Seats offered</source>
   <translation>Места предложены</translation>
  </message>
  <message>
   <source>Seats offered to a waiting party</source>
   <translation>Ожидающим предложены места</translation>
  </message>
  <message>
   <source>Settled</source>
   <translation>Подведено</translation>
  </message>
  <message>
   <source>Settled shares taken back</source>
   <translation>Подведённые доли мест отменены</translation>
  </message>
  <message>
   <source>Share of the seats</source>
   <translation>Доля мест</translation>
  </message>
  <message>
   <source>Shares of the seats settled</source>
   <translation>Доли мест подведены</translation>
  </message>
  <message>
   <source>Taken off the list</source>
   <translation>Исключён из списка</translation>
  </message>
  <message>
   <source>Taken, thousandths of a seat</source>
   <translation>Использовано, тысячных долей места</translation>
  </message>
  <message>
   <source>Waiting list</source>
   <translation>Лист ожидания</translation>
  </message>
  <message>
   <source>Waits</source>
   <translation>Ожидает</translation>
  </message>
 </context>
</TS>
