<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>offline</name>
  <message>
   <source>Copy of {moment}</source>
   <translation>Копия: {moment}</translation>
  </message>
  <message>
   <source>Refused by the server</source>
   <translation>Сервер не принял</translation>
  </message>
  <message>
   <source>The copy of {moment} can be used until {until}.</source>
   <translation>Копией от {moment} можно пользоваться до {until}.</translation>
  </message>
  <message>
   <source>The team’s server does not answer. You work on the copy of this laptop: talks and complaints can be written, all else can be read.</source>
   <translation>Сервер команды не отвечает. Вы работаете с копией на этом компьютере: разговоры и жалобы можно записывать, остальное – только читать.</translation>
  </message>
  <message>
   <source>The team’s server is back.</source>
   <translation>Сервер команды снова на связи.</translation>
  </message>
  <message numerus="yes">
   <source>The team’s server is back. {n} entries were delivered.</source>
   <translation>
    <numerusform>Сервер команды снова на связи. Передана {n} запись.</numerusform>
    <numerusform>Сервер команды снова на связи. Переданы {n} записи.</numerusform>
    <numerusform>Сервер команды снова на связи. Передано {n} записей.</numerusform>
   </translation>
  </message>
  <message>
   <source>There is no copy for work without the server: it is made when you are signed in and kept for {hours} hours.</source>
   <translation>Копии для работы без сервера нет: она создаётся, когда Вы входите в команду, и хранится {hours} ч.</translation>
  </message>
  <message>
   <source>This needs the team’s server. What you typed is kept as a draft: save it when the connection is back.</source>
   <translation>Для этого нужна связь с сервером команды. Набранное сохранено как черновик: сохраните его, когда связь вернётся.</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Выбросить</translation>
  </message>
  <message>
   <source>Without the server</source>
   <translation>Без связи с сервером</translation>
  </message>
  <message>
   <source>Without the team’s server everybody works under their own name.</source>
   <translation>Без сервера команды каждый работает только под своим именем.</translation>
  </message>
  <message>
   <source>Written without the server; it did not take this, for example because the client has another manager now. Copy the text if it is needed.</source>
   <translation>Записано без сервера, но сервер этого не принял: например, у клиента теперь другой менеджер. Скопируйте текст, если он нужен.</translation>
  </message>
  <message numerus="yes">
   <source>{n} entries written without the server were refused by it. Settings, Team shows them.</source>
   <translation>
    <numerusform>{n} запись, сделанную без связи, сервер не принял. Она показана в настройках, раздел «Команда».</numerusform>
    <numerusform>{n} записи, сделанные без связи, сервер не принял. Они показаны в настройках, раздел «Команда».</numerusform>
    <numerusform>{n} записей, сделанных без связи, сервер не принял. Они показаны в настройках, раздел «Команда».</numerusform>
   </translation>
  </message>
 </context>
</TS>
