<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>contact</name>
  <message>
   <source>A gift from the client: {text}</source>
   <translation>Подарок от клиента: {text}</translation>
  </message>
  <message>
   <source>A gift: {text}</source>
   <translation>Подарок: {text}</translation>
  </message>
  <message>
   <source>All channels</source>
   <translation>Все каналы</translation>
  </message>
  <message>
   <source>All kinds</source>
   <translation>Все виды</translation>
  </message>
  <message>
   <source>All the years</source>
   <translation>За всё время</translation>
  </message>
  <message numerus="yes">
   <source>Already {n} messages on this in {days} days.</source>
   <translation>
    <numerusform>Уже {n} сообщение об этом за {days} дн.</numerusform>
    <numerusform>Уже {n} сообщения об этом за {days} дн.</numerusform>
    <numerusform>Уже {n} сообщений об этом за {days} дн.</numerusform>
   </translation>
  </message>
  <message>
   <source>By what way</source>
   <translation>Каким способом</translation>
  </message>
  <message>
   <source>Complaint {number}</source>
   <translation>Жалоба {number}</translation>
  </message>
  <message>
   <source>Enter saves, Shift+Enter begins a new line.</source>
   <translation>Enter сохраняет, Shift+Enter начинает новую строку.</translation>
  </message>
  <message>
   <source>Find in the timeline</source>
   <translation>Найти в хронике</translation>
  </message>
  <message>
   <source>Gifts</source>
   <translation>Подарки</translation>
  </message>
  <message>
   <source>Is this the day it is due?</source>
   <translation>Это срок или сам день?</translation>
  </message>
  <message>
   <source>It is in the outbox.</source>
   <translation>Лежит в исходящих.</translation>
  </message>
  <message>
   <source>It waits in the outbox: {reason} Asked again {moment}.</source>
   <translation>Ждёт в исходящих: {reason} Проверим снова: {moment}.</translation>
  </message>
  <message>
   <source>Last 3 months</source>
   <translation>За 3 месяца</translation>
  </message>
  <message>
   <source>Last 30 days</source>
   <translation>За 30 дней</translation>
  </message>
  <message>
   <source>Last year</source>
   <translation>За год</translation>
  </message>
  <message>
   <source>Make the letter</source>
   <translation>Составить письмо</translation>
  </message>
  <message>
   <source>Meetings and visits</source>
   <translation>Встречи и визиты</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>Сообщения</translation>
  </message>
  <message>
   <source>Next year?</source>
   <translation>В следующем году?</translation>
  </message>
  <message>
   <source>No address is known</source>
   <translation>Адрес неизвестен</translation>
  </message>
  <message>
   <source>No day was said: this one is proposed. Type another if you like.</source>
   <translation>Срок не назван: предложен этот. Можно вписать другой.</translation>
  </message>
  <message>
   <source>No exact day was said.</source>
   <translation>Точный день не назван.</translation>
  </message>
  <message>
   <source>No program on this computer opens this. The address is above.</source>
   <translation>На этом компьютере нет программы для этого. Адрес указан выше.</translation>
  </message>
  <message>
   <source>No program on this computer opens this. The text is copied.</source>
   <translation>На этом компьютере нет программы для этого. Текст скопирован.</translation>
  </message>
  <message>
   <source>Not said</source>
   <translation>Не указан</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Заметки</translation>
  </message>
  <message>
   <source>Nothing fits this filter.</source>
   <translation>Под этот отбор ничего не подходит.</translation>
  </message>
  <message>
   <source>Nothing here yet.</source>
   <translation>Пока ничего нет.</translation>
  </message>
  <message>
   <source>Or is it {day}?</source>
   <translation>Или {day}?</translation>
  </message>
  <message>
   <source>Or is it {time}?</source>
   <translation>Или {time}?</translation>
  </message>
  <message>
   <source>Period</source>
   <translation>Период</translation>
  </message>
  <message>
   <source>Promise: {text} – until {moment}</source>
   <translation>Обещание: {text} – до: {moment}</translation>
  </message>
  <message>
   <source>Put into the outbox</source>
   <translation>В исходящие</translation>
  </message>
  <message numerus="yes">
   <source>Saved, with {n} promises.</source>
   <translation>
    <numerusform>Сохранено, с {n} обещанием.</numerusform>
    <numerusform>Сохранено, с {n} обещаниями.</numerusform>
    <numerusform>Сохранено, с {n} обещаниями.</numerusform>
   </translation>
  </message>
  <message>
   <source>Saved. Promised until {moment}.</source>
   <translation>Сохранено. Обещано до: {moment}.</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Тема</translation>
  </message>
  <message>
   <source>Talks</source>
   <translation>Разговоры</translation>
  </message>
  <message>
   <source>That day has passed.</source>
   <translation>Этот день уже прошёл.</translation>
  </message>
  <message>
   <source>The text is long: it is copied, paste it there.</source>
   <translation>Текст длинный: он скопирован, вставьте его там.</translation>
  </message>
  <message>
   <source>There is no address for this way. Choose another.</source>
   <translation>Для этого способа нет адреса. Выберите другой.</translation>
  </message>
  <message>
   <source>This hour has passed today: tomorrow?</source>
   <translation>Сегодня этот час уже прошёл: завтра?</translation>
  </message>
  <message>
   <source>Three letters of the name</source>
   <translation>Три буквы имени</translation>
  </message>
  <message>
   <source>What about</source>
   <translation>О чём</translation>
  </message>
  <message>
   <source>With respect,</source>
   <translation>С уважением,</translation>
  </message>
  <message>
   <source>Write instead</source>
   <translation>Лучше написать</translation>
  </message>
  <message>
   <source>Write what it is about.</source>
   <translation>Напишите тему.</translation>
  </message>
  <message>
   <source>Written. It stands in the timeline.</source>
   <translation>Написано. Запись есть в хронике.</translation>
  </message>
  <message numerus="yes">
   <source>{n} are held back: hold, mourning, gone, or often lately</source>
   <translation>
    <numerusform>{n} не берём: пауза, траур, ушёл или слишком часто</numerusform>
    <numerusform>{n} не берём: пауза, траур, ушли или слишком часто</numerusform>
    <numerusform>{n} не берём: пауза, траур, ушли или слишком часто</numerusform>
   </translation>
  </message>
  <message>
   <source>“!send the catalogue by Fri” in the text becomes a promise.</source>
   <translation>«!прислать каталог до пт» в тексте станет обещанием.</translation>
  </message>
 </context>
</TS>
