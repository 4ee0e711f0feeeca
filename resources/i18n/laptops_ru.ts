<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>laptops</name>
  <message>
   <source>Before</source>
   <translation>Было</translation>
  </message>
  <message>
   <source>Begins and ends</source>
   <translation>Начало и конец</translation>
  </message>
  <message>
   <source>Choose one in each line: nothing is chosen for you.</source>
   <translation>Выберите в каждой строке: за Вас ничего не выбрано.</translation>
  </message>
  <message>
   <source>It is not here any more. What you typed is kept in the form and stands below.</source>
   <translation>Этого здесь больше нет. Введённое Вами сохранено в форме и стоит ниже.</translation>
  </message>
  <message>
   <source>It was removed meanwhile</source>
   <translation>Тем временем это удалили</translation>
  </message>
  <message>
   <source>Mails sent: {sent}, refused: {failed}, to review: {review}. Jobs done: {jobs}.</source>
   <translation>Отправлено писем: {sent}, отклонено: {failed}, на проверку: {review}. Выполнено заданий: {jobs}.</translation>
  </message>
  <message>
   <source>Mine everywhere</source>
   <translation>Везде моё</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Нет</translation>
  </message>
  <message>
   <source>Nobody works in this club. Add a colleague in the desk first.</source>
   <translation>В этом клубе никто не работает. Сначала добавьте сотрудника в программе.</translation>
  </message>
  <message>
   <source>Not saved. The form keeps what you typed.</source>
   <translation>Не сохранено. Введённое Вами осталось в форме.</translation>
  </message>
  <message>
   <source>Removed by: {who}, {when}. What you typed is kept in the form and stands below.</source>
   <translation>Удалено. Кто и когда: {who}, {when}. Введённое Вами сохранено в форме и стоит ниже.</translation>
  </message>
  <message>
   <source>Save what is chosen</source>
   <translation>Сохранить выбранное</translation>
  </message>
  <message>
   <source>Saved. What somebody else changed meanwhile in other fields was kept.</source>
   <translation>Сохранено. То, что тем временем изменили в других полях, осталось.</translation>
  </message>
  <message>
   <source>Somebody else changed the same fields. Choose what is right.</source>
   <translation>Кто-то изменил те же поля. Выберите, что верно.</translation>
  </message>
  <message>
   <source>The agent has stopped.</source>
   <translation>Агент остановлен.</translation>
  </message>
  <message>
   <source>The agent works. Stop it with Ctrl+C.</source>
   <translation>Агент работает. Остановить его: Ctrl+C.</translation>
  </message>
  <message>
   <source>The club’s database does not answer. The agent goes on trying.</source>
   <translation>База клуба не отвечает. Агент пробует дальше.</translation>
  </message>
  <message>
   <source>Theirs</source>
   <translation>У коллеги</translation>
  </message>
  <message>
   <source>Theirs everywhere</source>
   <translation>Везде как у коллеги</translation>
  </message>
  <message>
   <source>This is not here any more: somebody removed it. What you typed is kept.</source>
   <translation>Этого здесь больше нет: кто-то это удалил. Введённое Вами сохранено.</translation>
  </message>
  <message>
   <source>Two people changed this</source>
   <translation>Это изменили двое</translation>
  </message>
  <message>
   <source>While you were editing, somebody changed the same. Choose what is right.</source>
   <translation>Пока Вы правили, кто-то изменил то же самое. Выберите, что верно.</translation>
  </message>
  <message>
   <source>While you were editing, the same was changed by: {who}, {when}. Choose what is right.</source>
   <translation>Пока Вы правили, то же самое изменили. Кто и когда: {who}, {when}. Выберите, что верно.</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Да</translation>
  </message>
  <message>
   <source>Yours</source>
   <translation>У Вас</translation>
  </message>
  <message>
   <source>{begins} – {ends}</source>
   <translation>{begins} – {ends}</translation>
  </message>
  <message>
   <source>{field}, theirs: {value}</source>
   <translation>{field}, у коллеги: {value}</translation>
  </message>
  <message>
   <source>{field}, yours: {value}</source>
   <translation>{field}, у Вас: {value}</translation>
  </message>
 </context>
</TS>
