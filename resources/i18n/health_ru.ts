<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>health</name>
  <message>
   <source>Acknowledged in time</source>
   <translation>Первый отклик вовремя</translation>
  </message>
  <message>
   <source>Agree with the manager what to do next.</source>
   <translation>Договоритесь с менеджером о следующем шаге.</translation>
  </message>
  <message>
   <source>All clients</source>
   <translation>Все клиенты</translation>
  </message>
  <message>
   <source>Answer on the promised day</source>
   <translation>Ответ в обещанный день</translation>
  </message>
  <message>
   <source>Appoint a personal manager.</source>
   <translation>Назначьте персонального менеджера.</translation>
  </message>
  <message>
   <source>Ask why it happened again, and decide.</source>
   <translation>Выясните, почему это повторилось, и решите.</translation>
  </message>
  <message>
   <source>Band</source>
   <translation>Зона</translation>
  </message>
  <message>
   <source>By {by}. Manager: {manager}.</source>
   <translation>До {by}. Менеджер: {manager}.</translation>
  </message>
  <message>
   <source>Call the client yourself.</source>
   <translation>Позвоните клиенту сами.</translation>
  </message>
  <message>
   <source>Came in</source>
   <translation>Пришли</translation>
  </message>
  <message>
   <source>Clients by urgency</source>
   <translation>Клиенты по срочности</translation>
  </message>
  <message>
   <source>Clients: {clients}, not enough data on {unknown}</source>
   <translation>Клиентов: {clients}, мало данных: {unknown}</translation>
  </message>
  <message>
   <source>Club life</source>
   <translation>Жизнь клуба</translation>
  </message>
  <message>
   <source>Compared with {day}.</source>
   <translation>Сравнение с {day}.</translation>
  </message>
  <message>
   <source>Complaints</source>
   <translation>Жалобы</translation>
  </message>
  <message>
   <source>Complaints open</source>
   <translation>Открытых жалоб</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Контакт</translation>
  </message>
  <message>
   <source>Data as of {made}. Formula {version}</source>
   <translation>Данные на {made}. Формула {version}</translation>
  </message>
  <message>
   <source>Executive’s page (PDF)</source>
   <translation>Страница руководителя (PDF)</translation>
  </message>
  <message>
   <source>Fewer complaints may mean silence: see how many clients we know too little about. Clients’ opinions are not yet asked, and compensation is not yet counted. Categories with fewer than 3 complaints are grouped together ({together}). Causes cover {days} days.</source>
   <translation>Меньше жалоб может означать молчание: смотрите, о скольких клиентах мало данных. Мнение клиентов пока не спрашивается, возмещения не учитываются. Категории, где меньше 3 жалоб, объединены ({together}). Причины – за {days} дней.</translation>
  </message>
  <message>
   <source>First reply in time</source>
   <translation>Первый ответ вовремя</translation>
  </message>
  <message>
   <source>For executives and the head of VIP service</source>
   <translation>Для руководителей и главы VIP-сервиса</translation>
  </message>
  <message>
   <source>Have somebody talk to the client, or do it yourself.</source>
   <translation>Поручите разговор с клиентом или проведите его сами.</translation>
  </message>
  <message>
   <source>Hidden while others look on</source>
   <translation>Скрыто, пока смотрят другие</translation>
  </message>
  <message>
   <source>Later changes are measured against it.</source>
   <translation>С ним будут сравниваться следующие изменения.</translation>
  </message>
  <message>
   <source>Meet the client in person.</source>
   <translation>Встретьтесь с клиентом лично.</translation>
  </message>
  <message numerus="yes">
   <source>More complaints than usual: {n} after {before}.</source>
   <translation>
    <numerusform>Жалоб больше обычного: {n} после {before}.</numerusform>
    <numerusform>Жалоб больше обычного: {n} после {before}.</numerusform>
    <numerusform>Жалоб больше обычного: {n} после {before}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Needs you now</source>
   <translation>Вы нужны сейчас</translation>
  </message>
  <message>
   <source>No complaint was received within a year.</source>
   <translation>За год не поступило ни одной жалобы.</translation>
  </message>
  <message>
   <source>No facts are on record.</source>
   <translation>Фактов не записано.</translation>
  </message>
  <message>
   <source>No material change.</source>
   <translation>Существенных изменений нет.</translation>
  </message>
  <message>
   <source>Nobody is in this band.</source>
   <translation>В этой зоне никого нет.</translation>
  </message>
  <message>
   <source>Nobody needs you today.</source>
   <translation>Сегодня Вы никому срочно не нужны.</translation>
  </message>
  <message>
   <source>Not enough data for a score</source>
   <translation>Мало данных для балла</translation>
  </message>
  <message>
   <source>Now</source>
   <translation>Сейчас</translation>
  </message>
  <message>
   <source>One call to a quiet client or one promise kept can change a line of this page: open any score in VIP Desk to see its facts.</source>
   <translation>Один звонок молчащему клиенту или одно выполненное обещание может изменить строку этой страницы: откройте любой балл в VIP Desk – и увидите его факты.</translation>
  </message>
  <message>
   <source>Open: {what}</source>
   <translation>Открыть: {what}</translation>
  </message>
  <message>
   <source>Others, fewer than 3 each</source>
   <translation>Прочие, меньше 3 в каждой</translation>
  </message>
  <message>
   <source>Our promises</source>
   <translation>Наши обещания</translation>
  </message>
  <message>
   <source>Points above or below what is expected</source>
   <translation>Баллы выше или ниже ожидаемого</translation>
  </message>
  <message>
   <source>Promises kept</source>
   <translation>Обещаний выполнено</translation>
  </message>
  <message>
   <source>Reasons: {reasons}</source>
   <translation>Причины: {reasons}</translation>
  </message>
  <message>
   <source>Received: {now}, before that {before}: fewer than usual</source>
   <translation>Поступило: {now}, до того {before}: меньше обычного</translation>
  </message>
  <message>
   <source>Received: {now}, before that {before}: more than usual</source>
   <translation>Поступило: {now}, до того {before}: больше обычного</translation>
  </message>
  <message>
   <source>Received: {now}, before that {before}: perhaps a change</source>
   <translation>Поступило: {now}, до того {before}: возможно, перемена</translation>
  </message>
  <message>
   <source>Received: {now}, before that {before}: within the usual</source>
   <translation>Поступило: {now}, до того {before}: в пределах обычного</translation>
  </message>
  <message>
   <source>Save today’s snapshot</source>
   <translation>Сохранить снимок дня</translation>
  </message>
  <message numerus="yes">
   <source>Saved the health of {n} clients.</source>
   <translation>
    <numerusform>Снимок сохранён: {n} клиент.</numerusform>
    <numerusform>Снимок сохранён: {n} клиента.</numerusform>
    <numerusform>Снимок сохранён: {n} клиентов.</numerusform>
   </translation>
  </message>
  <message>
   <source>Score</source>
   <translation>Балл</translation>
  </message>
  <message>
   <source>Score about {score} of 100</source>
   <translation>Около {score} баллов из 100</translation>
  </message>
  <message>
   <source>Scores are shown to the nearest {step}; if less than {floor}% of the weights is known, there is no score. The weights are a judgement until tested against the past. Shares carry a 95% interval; below {few} cases only counts are given.</source>
   <translation>Баллы округлены до {step}; если известно меньше {floor} % весов, балла нет. Веса – экспертная оценка, пока не проверены на прошлом. У долей указан 95-процентный интервал; если случаев меньше {few}, даны только количества.</translation>
  </message>
  <message>
   <source>See that the promise is kept, or that the client is given a new date.</source>
   <translation>Добейтесь, чтобы обещание выполнили или клиенту назвали новую дату.</translation>
  </message>
  <message>
   <source>The executive’s page is saved.</source>
   <translation>Страница руководителя сохранена.</translation>
  </message>
  <message>
   <source>The oldest has been open for</source>
   <translation>Самая давняя открыта</translation>
  </message>
  <message numerus="yes">
   <source>The same {n} clients moved by {moved} points on average.</source>
   <translation>
    <numerusform>Тот же {n} клиент изменился на {moved} балла.</numerusform>
    <numerusform>Те же {n} клиента изменились в среднем на {moved} балла.</numerusform>
    <numerusform>Те же {n} клиентов изменились в среднем на {moved} балла.</numerusform>
   </translation>
  </message>
  <message>
   <source>Then</source>
   <translation>Тогда</translation>
  </message>
  <message>
   <source>Then: {day}. Joined: {joined}, left: {left}.</source>
   <translation>Тогда: {day}. Вступили: {joined}, ушли: {left}.</translation>
  </message>
  <message>
   <source>There are no clients in the club yet.</source>
   <translation>В клубе ещё нет клиентов.</translation>
  </message>
  <message>
   <source>There are no clients to look at yet.</source>
   <translation>Смотреть пока не на кого: клиентов нет.</translation>
  </message>
  <message>
   <source>There is no earlier day to compare with yet.</source>
   <translation>Сравнить пока не с чем: это первый снимок.</translation>
  </message>
  <message>
   <source>This page is not part of your role.</source>
   <translation>Эта страница не входит в Вашу роль.</translation>
  </message>
  <message numerus="yes">
   <source>Too little is known about {n} clients to judge.</source>
   <translation>
    <numerusform>Об {n} клиенте известно слишком мало, чтобы судить.</numerusform>
    <numerusform>О {n} клиентах известно слишком мало, чтобы судить.</numerusform>
    <numerusform>О {n} клиентах известно слишком мало, чтобы судить.</numerusform>
   </translation>
  </message>
  <message>
   <source>VIP health</source>
   <translation>Отношения с VIP-клиентами</translation>
  </message>
  <message>
   <source>VIP health from {first} to {last}. Clients: {clients}, not enough data on {unknown}.</source>
   <translation>Отношения с VIP-клиентами: {first} – {last}. Клиентов: {clients}, мало данных: {unknown}.</translation>
  </message>
  <message>
   <source>VIP health {day}.pdf</source>
   <translation>Отношения {day}.pdf</translation>
  </message>
  <message>
   <source>Value trend</source>
   <translation>Динамика покупок</translation>
  </message>
  <message>
   <source>Voice</source>
   <translation>Голос клиента</translation>
  </message>
  <message numerus="yes">
   <source>We kept {k} of {n} promises: fewer than nine of ten.</source>
   <translation>
    <numerusform>Выполнено {k} из {n} обещания: меньше девяти из десяти.</numerusform>
    <numerusform>Выполнено {k} из {n} обещаний: меньше девяти из десяти.</numerusform>
    <numerusform>Выполнено {k} из {n} обещаний: меньше девяти из десяти.</numerusform>
   </translation>
  </message>
  <message>
   <source>Went out</source>
   <translation>Ушли</translation>
  </message>
  <message>
   <source>What clients complained about in the last year</source>
   <translation>На что жаловались за год</translation>
  </message>
  <message>
   <source>What we promised and answered</source>
   <translation>Что мы обещали и как ответили</translation>
  </message>
  <message>
   <source>Where the clients stand</source>
   <translation>Как обстоят дела у клиентов</translation>
  </message>
  <message>
   <source>Which band</source>
   <translation>Какая зона</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Почему</translation>
  </message>
  <message>
   <source>Without an answer from a person (must be 0)</source>
   <translation>Без живого ответа (должно быть 0)</translation>
  </message>
  <message>
   <source>a repeated failure</source>
   <translation>повторный сбой</translation>
  </message>
  <message numerus="yes">
   <source>agreed rhythm: every {n} days</source>
   <translation>
    <numerusform>согласованный ритм: раз в {n} день</numerusform>
    <numerusform>согласованный ритм: раз в {n} дня</numerusform>
    <numerusform>согласованный ритм: раз в {n} дней</numerusform>
   </translation>
  </message>
  <message>
   <source>an answer is promised for {due}</source>
   <translation>ответ обещан на {due}</translation>
  </message>
  <message>
   <source>an open grave complaint</source>
   <translation>открыта тяжёлая жалоба</translation>
  </message>
  <message>
   <source>an overdue promise</source>
   <translation>просрочено обещание</translation>
  </message>
  <message numerus="yes">
   <source>and {n} more</source>
   <translation>
    <numerusform>и ещё {n}</numerusform>
    <numerusform>и ещё {n}</numerusform>
    <numerusform>и ещё {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>answer overdue</source>
   <translation>ответ просрочен</translation>
  </message>
  <message>
   <source>broken: {text}</source>
   <translation>нарушено: {text}</translation>
  </message>
  <message>
   <source>buys again</source>
   <translation>снова покупает</translation>
  </message>
  <message numerus="yes">
   <source>came to {came} of {n} events</source>
   <translation>
    <numerusform>мероприятия: {came} из {n}</numerusform>
    <numerusform>мероприятия: {came} из {n}</numerusform>
    <numerusform>мероприятия: {came} из {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>closed without agreement</source>
   <translation>закрыта без согласия</translation>
  </message>
  <message>
   <source>kept: {text}</source>
   <translation>выполнено: {text}</translation>
  </message>
  <message>
   <source>no complaints</source>
   <translation>жалоб нет</translation>
  </message>
  <message>
   <source>no personal manager</source>
   <translation>нет персонального менеджера</translation>
  </message>
  <message>
   <source>no promise was due</source>
   <translation>обещаний к сроку не было</translation>
  </message>
  <message>
   <source>no purchases this year or last</source>
   <translation>покупок не было ни в этом году, ни в прошлом</translation>
  </message>
  <message>
   <source>no talk on record</source>
   <translation>разговоров не записано</translation>
  </message>
  <message>
   <source>no year to compare with</source>
   <translation>год назад не с чем сравнить</translation>
  </message>
  <message>
   <source>none was due</source>
   <translation>не было</translation>
  </message>
  <message>
   <source>not asked yet</source>
   <translation>мнение ещё не спрашивали</translation>
  </message>
  <message>
   <source>not invited within a year</source>
   <translation>за год не приглашали</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>неизвестно</translation>
  </message>
  <message>
   <source>not settled yet</source>
   <translation>ещё не закрыта</translation>
  </message>
  <message>
   <source>number, and below it the weight by severity</source>
   <translation>число, под ним вес по тяжести</translation>
  </message>
  <message>
   <source>of them overdue</source>
   <translation>из них просрочено</translation>
  </message>
  <message>
   <source>open: {text}</source>
   <translation>открыто: {text}</translation>
  </message>
  <message>
   <source>overdue: {text}</source>
   <translation>просрочено: {text}</translation>
  </message>
  <message>
   <source>running total</source>
   <translation>нарастающим итогом</translation>
  </message>
  <message>
   <source>settled</source>
   <translation>улажена</translation>
  </message>
  <message>
   <source>settled and confirmed</source>
   <translation>улажена, клиент подтвердил</translation>
  </message>
  <message>
   <source>silence beyond three rhythms</source>
   <translation>молчание дольше трёх ритмов</translation>
  </message>
  <message>
   <source>spent {percent}% of last year’s total</source>
   <translation>{percent} % от прошлогодних трат</translation>
  </message>
  <message>
   <source>talk of leaving, law or media</source>
   <translation>речь об уходе, суде или прессе</translation>
  </message>
  <message>
   <source>talked today</source>
   <translation>разговор сегодня</translation>
  </message>
  <message numerus="yes">
   <source>talked {n} days ago</source>
   <translation>
    <numerusform>разговор {n} день назад</numerusform>
    <numerusform>разговор {n} дня назад</numerusform>
    <numerusform>разговор {n} дней назад</numerusform>
   </translation>
  </message>
  <message>
   <source>usual purchase: {amount}</source>
   <translation>обычная покупка: {amount}</translation>
  </message>
  <message numerus="yes">
   <source>{amount} in the last {n} days</source>
   <translation>
    <numerusform>{amount} за последний {n} день</numerusform>
    <numerusform>{amount} за последние {n} дня</numerusform>
    <numerusform>{amount} за последние {n} дней</numerusform>
   </translation>
  </message>
  <message>
   <source>{amount} in the same days a year before</source>
   <translation>{amount} за те же дни год назад</translation>
  </message>
  <message>
   <source>{coverage}% of the weights are known. Whatever the rest is, the score is between {low} and {high}.</source>
   <translation>Известно {coverage} % весов. Каким бы ни было остальное, балл лежит между {low} и {high}.</translation>
  </message>
  <message>
   <source>{event}: accepted but did not come</source>
   <translation>{event}: согласие было, гость не пришёл</translation>
  </message>
  <message>
   <source>{event}: accepted, attendance not noted</source>
   <translation>{event}: согласие, присутствие не отмечено</translation>
  </message>
  <message>
   <source>{event}: came</source>
   <translation>{event}: гость был</translation>
  </message>
  <message>
   <source>{event}: declined</source>
   <translation>{event}: отказ</translation>
  </message>
  <message>
   <source>{event}: no answer</source>
   <translation>{event}: без ответа</translation>
  </message>
  <message numerus="yes">
   <source>{kept} of {n} promises kept</source>
   <translation>
    <numerusform>выполнено {kept} из {n} обещания</numerusform>
    <numerusform>выполнено {kept} из {n} обещаний</numerusform>
    <numerusform>выполнено {kept} из {n} обещаний</numerusform>
   </translation>
  </message>
  <message>
   <source>{k} of {all}, too few for a share</source>
   <translation>{k} из {all}, мало для доли</translation>
  </message>
  <message>
   <source>{k}/{all}, {percent}% ({low}–{high})</source>
   <translation>{k}/{all}, {percent} % ({low}–{high})</translation>
  </message>
  <message>
   <source>{now}, was {then}</source>
   <translation>{now}, было {then}</translation>
  </message>
  <message>
   <source>{number}: {severity}, {state}</source>
   <translation>{number}: {severity}, {state}</translation>
  </message>
  <message numerus="yes">
   <source>{n} categories make four fifths of all complaints.</source>
   <translation>
    <numerusform>{n} категория даёт четыре пятых всех жалоб.</numerusform>
    <numerusform>{n} категории дают четыре пятых всех жалоб.</numerusform>
    <numerusform>{n} категорий дают четыре пятых всех жалоб.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients have an open grave complaint.</source>
   <translation>
    <numerusform>У {n} клиента открыта тяжёлая жалоба.</numerusform>
    <numerusform>У {n} клиентов открыта тяжёлая жалоба.</numerusform>
    <numerusform>У {n} клиентов открыта тяжёлая жалоба.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients have come to be at risk since {since}.</source>
   <translation>
    <numerusform>{n} клиент перешёл в зону риска с {since}.</numerusform>
    <numerusform>{n} клиента перешли в зону риска с {since}.</numerusform>
    <numerusform>{n} клиентов перешли в зону риска с {since}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients speak of leaving, of law or of the media.</source>
   <translation>
    <numerusform>{n} клиент говорит об уходе, суде или прессе.</numerusform>
    <numerusform>{n} клиента говорят об уходе, суде или прессе.</numerusform>
    <numerusform>{n} клиентов говорят об уходе, суде или прессе.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} complaints have had no answer from a person. This must be 0.</source>
   <translation>
    <numerusform>{n} жалоба осталась без живого ответа. Должно быть 0.</numerusform>
    <numerusform>{n} жалобы остались без живого ответа. Должно быть 0.</numerusform>
    <numerusform>{n} жалоб остались без живого ответа. Должно быть 0.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days</source>
   <translation>
    <numerusform>{n} день</numerusform>
    <numerusform>{n} дня</numerusform>
    <numerusform>{n} дней</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days without a talk</source>
   <translation>
    <numerusform>{n} день без разговора</numerusform>
    <numerusform>{n} дня без разговора</numerusform>
    <numerusform>{n} дней без разговора</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more are on the health page</source>
   <translation>
    <numerusform>ещё {n} – на странице «Отношения»</numerusform>
    <numerusform>ещё {n} – на странице «Отношения»</numerusform>
    <numerusform>ещё {n} – на странице «Отношения»</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} open complaints</source>
   <translation>
    <numerusform>{n} открытая жалоба</numerusform>
    <numerusform>{n} открытые жалобы</numerusform>
    <numerusform>{n} открытых жалоб</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} overdue complaints</source>
   <translation>
    <numerusform>{n} просроченная жалоба</numerusform>
    <numerusform>{n} просроченные жалобы</numerusform>
    <numerusform>{n} просроченных жалоб</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} overdue promises</source>
   <translation>
    <numerusform>{n} просроченное обещание</numerusform>
    <numerusform>{n} просроченных обещания</numerusform>
    <numerusform>{n} просроченных обещаний</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} settled complaints</source>
   <translation>
    <numerusform>{n} улаженная жалоба</numerusform>
    <numerusform>{n} улаженные жалобы</numerusform>
    <numerusform>{n} улаженных жалоб</numerusform>
   </translation>
  </message>
  <message>
   <source>{percent}%</source>
   <translation>{percent} %</translation>
  </message>
  <message>
   <source>{points}, moved {moved}</source>
   <translation>{points}, сдвиг {moved}</translation>
  </message>
  <message>
   <source>{product}: {amount}</source>
   <translation>{product}: {amount}</translation>
  </message>
 </context>
</TS>
