<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>day</name>
  <message>
   <source>Copied</source>
   <translation>Скопировано</translation>
  </message>
  <message>
   <source>Copy the number</source>
   <translation>Скопировать номер</translation>
  </message>
  <message>
   <source>I have called</source>
   <translation>Звонок сделан</translation>
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
   <source>The event has no place yet: guests would not know where to come.</source>
   <translation>Место мероприятия не указано: гости не узнают, куда прийти.</translation>
  </message>
  <message>
   <source>The note is with {name}.</source>
   <translation>Заметка сохранена: {name}.</translation>
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
   <source>{here} here, {there} there</source>
   <translation>{here} у нас, {there} у клиента</translation>
  </message>
  <message>
   <source>{reasons}</source>
   <translation>{reasons}</translation>
  </message>
 </context>
</TS>
