<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>standards</name>
  <message>
   <source>A card reaches its owner</source>
   <translation>Карта вручена владельцу</translation>
  </message>
  <message>
   <source>A complaint gets its first answer</source>
   <translation>Первый ответ на жалобу</translation>
  </message>
  <message>
   <source>A message is answered</source>
   <translation>Ответ на сообщение</translation>
  </message>
  <message>
   <source>A missed call is called back</source>
   <translation>Обратный звонок после пропущенного</translation>
  </message>
  <message>
   <source>A promise is kept</source>
   <translation>Обещание выполнено</translation>
  </message>
  <message>
   <source>A real talk again and again</source>
   <translation>Живой разговор не реже срока</translation>
  </message>
  <message>
   <source>A request outside the hours</source>
   <translation>Просьба в неурочное время</translation>
  </message>
  <message>
   <source>Asked for</source>
   <translation>Запрошена</translation>
  </message>
  <message>
   <source>By tier</source>
   <translation>По статусам</translation>
  </message>
  <message>
   <source>Cannot be done…</source>
   <translation>Невозможно…</translation>
  </message>
  <message>
   <source>Cases</source>
   <translation>Случаи</translation>
  </message>
  <message>
   <source>Change the standards…</source>
   <translation>Изменить стандарты…</translation>
  </message>
  <message>
   <source>Choose an open request.</source>
   <translation>Выберите открытую просьбу.</translation>
  </message>
  <message>
   <source>Choose who leads the client, a deputy or management.</source>
   <translation>Выберите менеджера клиента, его заместителя или руководителя.</translation>
  </message>
  <message>
   <source>Complaints are a figure here; who may see them finds each under Complaints.</source>
   <translation>О жалобах здесь только цифра; кому они открыты, найдёт каждую в разделе «Жалобы».</translation>
  </message>
  <message>
   <source>Counted from talks, promises, days and cards on record. What is not on record does not count as kept; how long a talk lasts is never looked at.</source>
   <translation>Посчитано по записанным разговорам, обещаниям, датам и картам. Что не записано, выполненным не считается; длительность разговоров не учитывается.</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Отклонить</translation>
  </message>
  <message>
   <source>Declined: {reason}</source>
   <translation>Отклонена: {reason}</translation>
  </message>
  <message>
   <source>Done…</source>
   <translation>Выполнено…</translation>
  </message>
  <message>
   <source>Due</source>
   <translation>Срок</translation>
  </message>
  <message>
   <source>Enter a number from 0 to {most}.</source>
   <translation>Введите число от 0 до {most}.</translation>
  </message>
  <message>
   <source>Greeted on the birthday itself</source>
   <translation>Поздравление в день рождения</translation>
  </message>
  <message>
   <source>How they are kept</source>
   <translation>Как выполняются</translation>
  </message>
  <message>
   <source>Messages in working hours, calls back in working days (1: the same day), talks and cards in days. 0 promises nothing, and nothing is measured.</source>
   <translation>Ответ на сообщение – в рабочих часах, обратный звонок – в рабочих днях (1 – в тот же день), разговоры и карты – в днях. 0 – не обещано и не измеряется.</translation>
  </message>
  <message>
   <source>Note a request…</source>
   <translation>Записать просьбу…</translation>
  </message>
  <message>
   <source>Nothing was asked for outside the usual hours yet.</source>
   <translation>Просьб в неурочное время пока не было.</translation>
  </message>
  <message>
   <source>Off hours</source>
   <translation>Вне часов</translation>
  </message>
  <message>
   <source>Request outside the hours</source>
   <translation>Просьба в неурочное время</translation>
  </message>
  <message>
   <source>Request outside the hours as before</source>
   <translation>Возвращена просьба в неурочное время</translation>
  </message>
  <message>
   <source>Request outside the hours declined</source>
   <translation>Отклонена просьба в неурочное время</translation>
  </message>
  <message>
   <source>Request outside the hours done</source>
   <translation>Выполнена просьба в неурочное время</translation>
  </message>
  <message>
   <source>Request outside the hours noted</source>
   <translation>Записана просьба в неурочное время</translation>
  </message>
  <message>
   <source>Request outside the hours removed</source>
   <translation>Удалена просьба в неурочное время</translation>
  </message>
  <message>
   <source>Request outside the hours taken on</source>
   <translation>Принята просьба в неурочное время</translation>
  </message>
  <message>
   <source>Requests outside the hours</source>
   <translation>Просьбы в неурочное время</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Оценки</translation>
  </message>
  <message>
   <source>Service standards</source>
   <translation>Стандарты сервиса</translation>
  </message>
  <message>
   <source>Service standards changed</source>
   <translation>Изменены стандарты сервиса</translation>
  </message>
  <message>
   <source>Standard</source>
   <translation>Стандарт</translation>
  </message>
  <message>
   <source>Take it on</source>
   <translation>Взять на себя</translation>
  </message>
  <message>
   <source>Taken on</source>
   <translation>Принята</translation>
  </message>
  <message>
   <source>The head of VIP service or an executive sets the standards.</source>
   <translation>Стандарты задаёт начальник VIP-службы или руководитель.</translation>
  </message>
  <message>
   <source>The request cannot be done</source>
   <translation>Просьбу выполнить нельзя</translation>
  </message>
  <message>
   <source>The request is declined.</source>
   <translation>Просьба отклонена.</translation>
  </message>
  <message>
   <source>The request is done</source>
   <translation>Просьба выполнена</translation>
  </message>
  <message>
   <source>The request is done.</source>
   <translation>Просьба выполнена.</translation>
  </message>
  <message>
   <source>The request is on the owner’s Today page.</source>
   <translation>Просьба появилась у ответственного на странице «Сегодня».</translation>
  </message>
  <message>
   <source>The request is taken on.</source>
   <translation>Просьба принята.</translation>
  </message>
  <message>
   <source>The standards are saved.</source>
   <translation>Стандарты сохранены.</translation>
  </message>
  <message>
   <source>There are no cases in this time.</source>
   <translation>За это время случаев нет.</translation>
  </message>
  <message>
   <source>This request is closed already.</source>
   <translation>Эта просьба уже закрыта.</translation>
  </message>
  <message>
   <source>To answer</source>
   <translation>Ждёт ответа</translation>
  </message>
  <message>
   <source>Unknown</source>
   <translation>Неизвестно</translation>
  </message>
  <message>
   <source>Wanted for</source>
   <translation>На когда</translation>
  </message>
  <message>
   <source>What each tier may expect; VIP health shows how it is kept.</source>
   <translation>Чего вправе ждать каждый статус; как это выполняется, видно в разделе «Отношения».</translation>
  </message>
  <message>
   <source>What the client asks for</source>
   <translation>О чём просит клиент</translation>
  </message>
  <message>
   <source>Who takes care of it</source>
   <translation>Кто этим займётся</translation>
  </message>
  <message>
   <source>Write what the client asks for.</source>
   <translation>Напишите, о чём просит клиент.</translation>
  </message>
  <message>
   <source>Write why it cannot be done.</source>
   <translation>Напишите, почему это невозможно.</translation>
  </message>
  <message>
   <source>by the day that was named</source>
   <translation>к названному дню</translation>
  </message>
  <message>
   <source>no cases</source>
   <translation>нет случаев</translation>
  </message>
  <message>
   <source>on the day itself, where it is known and wished</source>
   <translation>в сам день, если он известен и клиент не против</translation>
  </message>
  <message>
   <source>the same day</source>
   <translation>в тот же день</translation>
  </message>
  <message>
   <source>too few</source>
   <translation>слишком мало</translation>
  </message>
  <message>
   <source>with {who}</source>
   <translation>у кого: {who}</translation>
  </message>
  <message>
   <source>within the complaint’s own clock; a figure only</source>
   <translation>в срок самой жалобы; только цифра</translation>
  </message>
  <message>
   <source>{k} of {count}</source>
   <translation>{k} из {count}</translation>
  </message>
  <message>
   <source>{moment} · {what}</source>
   <translation>{moment} · {what}</translation>
  </message>
  <message>
   <source>{moment} · {what} · {place}</source>
   <translation>{moment} · {what} · {place}</translation>
  </message>
  <message numerus="yes">
   <source>{n} more are not shown: missed ones come first.</source>
   <translation>
    <numerusform>Ещё {n} случай не показан: сначала идут пропущенные.</numerusform>
    <numerusform>Ещё {n} случая не показаны: сначала идут пропущенные.</numerusform>
    <numerusform>Ещё {n} случаев не показаны: сначала идут пропущенные.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} working days</source>
   <translation>
    <numerusform>{n} рабочий день</numerusform>
    <numerusform>{n} рабочих дня</numerusform>
    <numerusform>{n} рабочих дней</numerusform>
   </translation>
  </message>
  <message>
   <source>{share}% ({low}–{high}%)</source>
   <translation>{share} % ({low}–{high} %)</translation>
  </message>
  <message>
   <source>{tier}</source>
   <translation>{tier}</translation>
  </message>
  <message>
   <source>{tier}: {figure}</source>
   <translation>{tier}: {figure}</translation>
  </message>
  <message>
   <source>{tier}: {limit}</source>
   <translation>{tier}: {limit}</translation>
  </message>
  <message>
   <source>{what} · {tier}</source>
   <translation>{what} · {tier}</translation>
  </message>
 </context>
</TS>
