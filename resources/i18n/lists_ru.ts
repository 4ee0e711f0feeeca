<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>lists</name>
  <message>
   <source>Add to a guest list…</source>
   <translation>В список гостей…</translation>
  </message>
  <message numerus="yes">
   <source>Add {n} clients to a guest list</source>
   <translation>
    <numerusform>Добавить {n} клиента в список гостей</numerusform>
    <numerusform>Добавить {n} клиентов в список гостей</numerusform>
    <numerusform>Добавить {n} клиентов в список гостей</numerusform>
   </translation>
  </message>
  <message>
   <source>April</source>
   <translation>апрель</translation>
  </message>
  <message>
   <source>As usual</source>
   <translation>Как обычно</translation>
  </message>
  <message>
   <source>August</source>
   <translation>август</translation>
  </message>
  <message>
   <source>Birthday in</source>
   <translation>День рождения в</translation>
  </message>
  <message>
   <source>Birthday: {month}</source>
   <translation>День рождения: {month}</translation>
  </message>
  <message>
   <source>Choose between 1 and {limit} columns.</source>
   <translation>Выберите от 1 до {limit} столбцов.</translation>
  </message>
  <message>
   <source>Choose nobody</source>
   <translation>Снять выбор</translation>
  </message>
  <message>
   <source>Choose {limit} clients at most.</source>
   <translation>Выберите не больше {limit} клиентов.</translation>
  </message>
  <message>
   <source>City: {city}</source>
   <translation>Город: {city}</translation>
  </message>
  <message>
   <source>Columns…</source>
   <translation>Столбцы…</translation>
  </message>
  <message>
   <source>December</source>
   <translation>декабрь</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Выгрузить…</translation>
  </message>
  <message>
   <source>February</source>
   <translation>февраль</translation>
  </message>
  <message>
   <source>Filters</source>
   <translation>Фильтры</translation>
  </message>
  <message>
   <source>Filters, columns and order are kept; what was typed to search is not. Only you see your views.</source>
   <translation>Сохраняются фильтры, столбцы и порядок, но не набранное в поиске. Свои виды видите только Вы.</translation>
  </message>
  <message>
   <source>For example: send the photographs</source>
   <translation>Например: прислать фотографии</translation>
  </message>
  <message>
   <source>Forty views are enough. Remove one first.</source>
   <translation>Сорока видов достаточно. Сначала удалите какой-нибудь.</translation>
  </message>
  <message>
   <source>Further left</source>
   <translation>Левее</translation>
  </message>
  <message>
   <source>Further right</source>
   <translation>Правее</translation>
  </message>
  <message>
   <source>Give the view a name.</source>
   <translation>Назовите вид.</translation>
  </message>
  <message>
   <source>Health: {band}</source>
   <translation>Здоровье: {band}</translation>
  </message>
  <message>
   <source>January</source>
   <translation>январь</translation>
  </message>
  <message>
   <source>July</source>
   <translation>июль</translation>
  </message>
  <message>
   <source>June</source>
   <translation>июнь</translation>
  </message>
  <message>
   <source>Manager: {who}</source>
   <translation>Менеджер: {who}</translation>
  </message>
  <message>
   <source>March</source>
   <translation>март</translation>
  </message>
  <message>
   <source>May</source>
   <translation>май</translation>
  </message>
  <message>
   <source>Never talked to</source>
   <translation>Ещё не говорили</translation>
  </message>
  <message>
   <source>No event is planned yet.</source>
   <translation>Событий пока не запланировано.</translation>
  </message>
  <message>
   <source>No talk for 180 days</source>
   <translation>Без разговора 180 дней</translation>
  </message>
  <message>
   <source>No talk for 30 days</source>
   <translation>Без разговора 30 дней</translation>
  </message>
  <message>
   <source>No talk for 90 days</source>
   <translation>Без разговора 90 дней</translation>
  </message>
  <message>
   <source>November</source>
   <translation>ноябрь</translation>
  </message>
  <message>
   <source>October</source>
   <translation>октябрь</translation>
  </message>
  <message>
   <source>Open the list as it was left</source>
   <translation>Открывать список, каким его оставили</translation>
  </message>
  <message>
   <source>Open the list with it</source>
   <translation>Открывать список с ним</translation>
  </message>
  <message>
   <source>Promise to each…</source>
   <translation>Обещание каждому…</translation>
  </message>
  <message numerus="yes">
   <source>Promise to {n} clients</source>
   <translation>
    <numerusform>Обещание {n} клиенту</numerusform>
    <numerusform>Обещание {n} клиентам</numerusform>
    <numerusform>Обещание {n} клиентам</numerusform>
   </translation>
  </message>
  <message>
   <source>Remove this view</source>
   <translation>Удалить этот вид</translation>
  </message>
  <message>
   <source>Save this view</source>
   <translation>Сохранить вид</translation>
  </message>
  <message>
   <source>Save this view…</source>
   <translation>Сохранить вид…</translation>
  </message>
  <message>
   <source>Seen by who prepares the event.</source>
   <translation>Это увидит тот, кто готовит событие.</translation>
  </message>
  <message>
   <source>September</source>
   <translation>сентябрь</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Показать</translation>
  </message>
  <message>
   <source>Silent longer than agreed</source>
   <translation>Молчат дольше ритма</translation>
  </message>
  <message>
   <source>Space shows or hides a column, {limit} at most.</source>
   <translation>Пробел показывает или скрывает столбец, не больше {limit}.</translation>
  </message>
  <message>
   <source>Take this filter away</source>
   <translation>Снять этот фильтр</translation>
  </message>
  <message>
   <source>Talked to this week</source>
   <translation>Говорили на этой неделе</translation>
  </message>
  <message>
   <source>The list opens so from now on.</source>
   <translation>Теперь список будет открываться так.</translation>
  </message>
  <message>
   <source>The view is removed.</source>
   <translation>Вид удалён.</translation>
  </message>
  <message>
   <source>The view is saved.</source>
   <translation>Вид сохранён.</translation>
  </message>
  <message>
   <source>This view is not here any more.</source>
   <translation>Этого вида больше нет.</translation>
  </message>
  <message>
   <source>View of a list</source>
   <translation>Вид списка</translation>
  </message>
  <message>
   <source>View of a list removed</source>
   <translation>Вид списка удалён</translation>
  </message>
  <message>
   <source>View of a list saved</source>
   <translation>Вид списка сохранён</translation>
  </message>
  <message>
   <source>Views</source>
   <translation>Виды</translation>
  </message>
  <message>
   <source>Why they are on the list</source>
   <translation>Почему они в списке</translation>
  </message>
  <message>
   <source>Without a manager</source>
   <translation>Без менеджера</translation>
  </message>
  <message numerus="yes">
   <source>{n} chosen</source>
   <translation>
    <numerusform>Выбран {n}</numerusform>
    <numerusform>Выбрано {n}</numerusform>
    <numerusform>Выбрано {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients added to the guest list.</source>
   <translation>
    <numerusform>В список гостей добавлен {n} клиент.</numerusform>
    <numerusform>В список гостей добавлено {n} клиента.</numerusform>
    <numerusform>В список гостей добавлено {n} клиентов.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} promises noted.</source>
   <translation>
    <numerusform>Записано {n} обещание.</numerusform>
    <numerusform>Записано {n} обещания.</numerusform>
    <numerusform>Записано {n} обещаний.</numerusform>
   </translation>
  </message>
 </context>
</TS>
