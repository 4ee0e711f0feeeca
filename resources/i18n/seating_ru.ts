<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>seating</name>
  <message>
   <source>A chair at each end</source>
   <translation>Места в торцах</translation>
  </message>
  <message>
   <source>A colleague can be the host of one table only.</source>
   <translation>Коллега может быть хозяином только одного стола.</translation>
  </message>
  <message>
   <source>A guest no longer comes.</source>
   <translation>Один из гостей уже не придёт.</translation>
  </message>
  <message>
   <source>A guest’s seat changed</source>
   <translation>Изменено место гостя</translation>
  </message>
  <message>
   <source>A number of guests cannot be below zero.</source>
   <translation>Число гостей не может быть меньше нуля.</translation>
  </message>
  <message>
   <source>Add a larger table.</source>
   <translation>Добавьте стол побольше.</translation>
  </message>
  <message>
   <source>Add a table or chairs.</source>
   <translation>Добавьте стол или места.</translation>
  </message>
  <message>
   <source>Add a table, or seat one of them by hand.</source>
   <translation>Добавьте стол или посадите кого-то из них вручную.</translation>
  </message>
  <message>
   <source>Add chairs to these tables, or more such tables.</source>
   <translation>Добавьте места за этими столами или ещё такие столы.</translation>
  </message>
  <message>
   <source>Allow neighbouring tables, or free a lock.</source>
   <translation>Разрешите соседние столы или снимите закрепление.</translation>
  </message>
  <message>
   <source>Another table has this number.</source>
   <translation>Такой номер уже у другого стола.</translation>
  </message>
  <message>
   <source>Arrows</source>
   <translation>Стрелки</translation>
  </message>
  <message>
   <source>As it is</source>
   <translation>Как сейчас</translation>
  </message>
  <message>
   <source>At least so many at a table (0: no rule)</source>
   <translation>За столом не меньше стольких гостей (0: без правила)</translation>
  </message>
  <message numerus="yes">
   <source>At least {n} at each table in use.</source>
   <translation>
    <numerusform>За каждым занятым столом не меньше {n} гостя.</numerusform>
    <numerusform>За каждым занятым столом не меньше {n} гостей.</numerusform>
    <numerusform>За каждым занятым столом не меньше {n} гостей.</numerusform>
   </translation>
  </message>
  <message>
   <source>At most so many first-time guests (0: no rule)</source>
   <translation>Впервые пришедших не больше стольких (0: без правила)</translation>
  </message>
  <message>
   <source>At most so many of one company (0: no rule)</source>
   <translation>Из одной компании не больше стольких (0: без правила)</translation>
  </message>
  <message>
   <source>At most {most} first-time guests at a table.</source>
   <translation>Не больше {most} из тех, кто здесь впервые, за столом.</translation>
  </message>
  <message>
   <source>At most {most} from “{company}” at a table.</source>
   <translation>Не больше {most} из компании «{company}» за столом.</translation>
  </message>
  <message numerus="yes">
   <source>At most {n} tables.</source>
   <translation>
    <numerusform>Не больше {n} стола.</numerusform>
    <numerusform>Не больше {n} столов.</numerusform>
    <numerusform>Не больше {n} столов.</numerusform>
   </translation>
  </message>
  <message>
   <source>Begin with tables in rows, or copy the room of an earlier event.</source>
   <translation>Начните со столов рядами или возьмите зал прежнего мероприятия.</translation>
  </message>
  <message>
   <source>Between 1 and {most} chairs at a table.</source>
   <translation>За столом может быть от 1 до {most} мест.</translation>
  </message>
  <message>
   <source>Chairs</source>
   <translation>Мест</translation>
  </message>
  <message>
   <source>Chairs at each</source>
   <translation>Мест за каждым</translation>
  </message>
  <message>
   <source>Changed since the guests were seated</source>
   <translation>Изменилось после рассадки</translation>
  </message>
  <message>
   <source>Copy the room of an earlier event</source>
   <translation>Взять зал прежнего мероприятия</translation>
  </message>
  <message>
   <source>Ctrl and arrows</source>
   <translation>Ctrl и стрелки</translation>
  </message>
  <message>
   <source>Each guest shares a language with the host</source>
   <translation>У каждого гостя есть общий язык с хозяином стола</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Английский</translation>
  </message>
  <message>
   <source>Entrance</source>
   <translation>Вход</translation>
  </message>
  <message>
   <source>Facesheet</source>
   <translation>Гости в лицо</translation>
  </message>
  <message>
   <source>Facesheet for the hosts</source>
   <translation>Гости в лицо – для хозяев столов</translation>
  </message>
  <message>
   <source>Fit in the changes</source>
   <translation>Учесть перемены</translation>
  </message>
  <message>
   <source>Free for the engine</source>
   <translation>Снять закрепление</translation>
  </message>
  <message>
   <source>Free the lock.</source>
   <translation>Снимите закрепление.</translation>
  </message>
  <message>
   <source>Give another table a host who speaks it.</source>
   <translation>Дайте другому столу хозяина, который говорит на этом языке.</translation>
  </message>
  <message>
   <source>Give each table a host</source>
   <translation>Дать каждому столу хозяина</translation>
  </message>
  <message>
   <source>Guest of {name}</source>
   <translation>Гость: {name}</translation>
  </message>
  <message>
   <source>Guests by name: table and chair</source>
   <translation>Гости по алфавиту: стол и место</translation>
  </message>
  <message>
   <source>Guests seated</source>
   <translation>Гости рассажены</translation>
  </message>
  <message>
   <source>Guests without a chair</source>
   <translation>Гости без места</translation>
  </message>
  <message>
   <source>Host, on chair 1</source>
   <translation>Хозяин стола, на месте 1</translation>
  </message>
  <message>
   <source>Host: {name}</source>
   <translation>Хозяин стола: {name}</translation>
  </message>
  <message>
   <source>How far the seating is</source>
   <translation>Ход рассадки</translation>
  </message>
  <message>
   <source>How many</source>
   <translation>Сколько</translation>
  </message>
  <message>
   <source>Improve this table</source>
   <translation>Улучшить этот стол</translation>
  </message>
  <message>
   <source>Keep on this chair</source>
   <translation>Закрепить место</translation>
  </message>
  <message>
   <source>Knows {name}</source>
   <translation>Знакомы: {name}</translation>
  </message>
  <message>
   <source>Lay</source>
   <translation>Расставить</translation>
  </message>
  <message>
   <source>Lay tables first; only guests who have accepted are seated.</source>
   <translation>Сначала расставьте столы; рассаживают только тех, кто согласился прийти.</translation>
  </message>
  <message>
   <source>Lay the tables</source>
   <translation>Расставить столы</translation>
  </message>
  <message>
   <source>Locked: {names} at table {tables}.</source>
   <translation>Место закреплено: {names}, стол {tables}.</translation>
  </message>
  <message>
   <source>Long table</source>
   <translation>Длинный стол</translation>
  </message>
  <message>
   <source>Long tables</source>
   <translation>Длинные столы</translation>
  </message>
  <message>
   <source>Lower the least number at a table.</source>
   <translation>Уменьшите наименьшее число гостей за столом.</translation>
  </message>
  <message>
   <source>Mark more tables as step-free, or add one.</source>
   <translation>Отметьте ещё столы без ступеней или добавьте такой стол.</translation>
  </message>
  <message>
   <source>Moved.</source>
   <translation>Гость пересажен.</translation>
  </message>
  <message>
   <source>New company</source>
   <translation>Новое общество</translation>
  </message>
  <message>
   <source>New tables, as below</source>
   <translation>Новые столы, как указано ниже</translation>
  </message>
  <message>
   <source>No chair is free. Add a table or chairs.</source>
   <translation>Свободных мест нет. Добавьте стол или места.</translation>
  </message>
  <message>
   <source>No host</source>
   <translation>Без хозяина</translation>
  </message>
  <message>
   <source>No table is large enough for the party of {name}.</source>
   <translation>Нет стола, за которым поместились бы все, кто придёт вместе: {name}.</translation>
  </message>
  <message>
   <source>No table is step-free, and these guests need one: {names}.</source>
   <translation>Столов без ступеней нет, а они нужны гостям: {names}.</translation>
  </message>
  <message>
   <source>No tables are laid yet.</source>
   <translation>Столы ещё не расставлены.</translation>
  </message>
  <message>
   <source>Nobody has accepted yet: who accepts is seated here.</source>
   <translation>Пока никто не согласился: здесь рассаживают тех, кто придёт.</translation>
  </message>
  <message>
   <source>Nobody is seated yet.</source>
   <translation>Пока никто не рассажен.</translation>
  </message>
  <message>
   <source>One household with {name}</source>
   <translation>Одна семья: {name}</translation>
  </message>
  <message>
   <source>Only at tables {tables} does the host speak the language of: {names}.</source>
   <translation>Только за столами {tables} хозяин говорит на языке гостей: {names}.</translation>
  </message>
  <message>
   <source>Own manager is the host</source>
   <translation>Хозяин стола – свой менеджер</translation>
  </message>
  <message>
   <source>Papers</source>
   <translation>Печать</translation>
  </message>
  <message>
   <source>PgDn, PgUp</source>
   <translation>PgDn, PgUp</translation>
  </message>
  <message>
   <source>Place cards</source>
   <translation>Карточки на стол</translation>
  </message>
  <message>
   <source>Placed by hand, stays here</source>
   <translation>Место выбрано вручную и закреплено</translation>
  </message>
  <message>
   <source>Plan of the tables</source>
   <translation>План столов</translation>
  </message>
  <message>
   <source>Raise the limit for first-time guests.</source>
   <translation>Поднимите предел для тех, кто здесь впервые.</translation>
  </message>
  <message>
   <source>Raise the limit for one company.</source>
   <translation>Поднимите предел для одной компании.</translation>
  </message>
  <message>
   <source>Rooms of the same place come first.</source>
   <translation>Сначала залы в этом же месте.</translation>
  </message>
  <message>
   <source>Round table</source>
   <translation>Круглый стол</translation>
  </message>
  <message>
   <source>Round tables</source>
   <translation>Круглые столы</translation>
  </message>
  <message>
   <source>Rules of the seating</source>
   <translation>Правила рассадки</translation>
  </message>
  <message>
   <source>Rules of the seating changed</source>
   <translation>Изменены правила рассадки</translation>
  </message>
  <message numerus="yes">
   <source>Rules that are broken: {n}</source>
   <translation>
    <numerusform>Нарушено правил: {n}</numerusform>
    <numerusform>Нарушено правил: {n}</numerusform>
    <numerusform>Нарушено правил: {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>Russian</source>
   <translation>Русский</translation>
  </message>
  <message>
   <source>Russian and Chinese</source>
   <translation>Русский и китайский</translation>
  </message>
  <message>
   <source>Russian and English</source>
   <translation>Русский и английский</translation>
  </message>
  <message>
   <source>Russian and French</source>
   <translation>Русский и французский</translation>
  </message>
  <message>
   <source>Russian and German</source>
   <translation>Русский и немецкий</translation>
  </message>
  <message>
   <source>Russian and Italian</source>
   <translation>Русский и итальянский</translation>
  </message>
  <message>
   <source>Russian, English, French and German</source>
   <translation>Русский, английский, французский и немецкий</translation>
  </message>
  <message>
   <source>Saved as a file.</source>
   <translation>Сохранено в файл.</translation>
  </message>
  <message>
   <source>Seat</source>
   <translation>Место</translation>
  </message>
  <message>
   <source>Seat anew</source>
   <translation>Рассадить заново</translation>
  </message>
  <message>
   <source>Seat at a table</source>
   <translation>Место за столом</translation>
  </message>
  <message>
   <source>Seat the guests</source>
   <translation>Рассадить гостей</translation>
  </message>
  <message>
   <source>Seated: {seated} of {people}</source>
   <translation>Рассажено: {seated} из {people}</translation>
  </message>
  <message>
   <source>Seating</source>
   <translation>Рассадка</translation>
  </message>
  <message>
   <source>Seating printed</source>
   <translation>Рассадка напечатана</translation>
  </message>
  <message>
   <source>Seating: from chair to chair</source>
   <translation>Рассадка: с места на место</translation>
  </message>
  <message>
   <source>Seating: keep a guest on the chair, or let go</source>
   <translation>Рассадка: закрепить место или освободить</translation>
  </message>
  <message>
   <source>Seating: lift a guest, put down on another chair</source>
   <translation>Рассадка: взять гостя и посадить на другое место</translation>
  </message>
  <message>
   <source>Seating: take from the chair</source>
   <translation>Рассадка: убрать с места</translation>
  </message>
  <message>
   <source>Seats locked or freed</source>
   <translation>Места закреплены или освобождены</translation>
  </message>
  <message numerus="yes">
   <source>Shared interest: {topic}, with {n} at the table</source>
   <translation>
    <numerusform>Общий интерес: {topic}, ещё у {n} гостя за столом</numerusform>
    <numerusform>Общий интерес: {topic}, ещё у {n} гостей за столом</numerusform>
    <numerusform>Общий интерес: {topic}, ещё у {n} гостей за столом</numerusform>
   </translation>
  </message>
  <message>
   <source>Somebody else changed this seating meanwhile. Look at it again.</source>
   <translation>Рассадку тем временем изменил кто-то другой. Посмотрите на неё ещё раз.</translation>
  </message>
  <message>
   <source>Stage</source>
   <translation>Сцена</translation>
  </message>
  <message>
   <source>Step-free</source>
   <translation>Без ступеней</translation>
  </message>
  <message>
   <source>Step-free tables ({tables}) are needed for: {names}.</source>
   <translation>Столы без ступеней ({tables}) нужны гостям: {names}.</translation>
  </message>
  <message>
   <source>Step-free: a guest in a wheelchair gets here</source>
   <translation>Без ступеней: сюда проедет гость в коляске</translation>
  </message>
  <message>
   <source>Stop here</source>
   <translation>Хватит</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Стол</translation>
  </message>
  <message>
   <source>Table {number}</source>
   <translation>Стол {number}</translation>
  </message>
  <message>
   <source>Table {number} has no host.</source>
   <translation>У стола {number} нет хозяина.</translation>
  </message>
  <message numerus="yes">
   <source>Table {number} is too empty: {n} more are needed.</source>
   <translation>
    <numerusform>Стол {number} слишком пуст: нужен ещё {n} гость.</numerusform>
    <numerusform>Стол {number} слишком пуст: нужно ещё {n} гостя.</numerusform>
    <numerusform>Стол {number} слишком пуст: нужно ещё {n} гостей.</numerusform>
   </translation>
  </message>
  <message>
   <source>Table {number}: more than {most} from “{company}”.</source>
   <translation>Стол {number}: больше {most} из компании «{company}».</translation>
  </message>
  <message>
   <source>Table {number}: more than {most} who are here for the first time.</source>
   <translation>Стол {number}: больше {most} из тех, кто здесь впервые.</translation>
  </message>
  <message numerus="yes">
   <source>Table {number}: {n} chairs too few.</source>
   <translation>
    <numerusform>Стол {number}: не хватает {n} места.</numerusform>
    <numerusform>Стол {number}: не хватает {n} мест.</numerusform>
    <numerusform>Стол {number}: не хватает {n} мест.</numerusform>
   </translation>
  </message>
  <message>
   <source>Table {table}, chair {chair}</source>
   <translation>Стол {table}, место {chair}</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>Столы</translation>
  </message>
  <message>
   <source>Tables of an event changed</source>
   <translation>Изменены столы мероприятия</translation>
  </message>
  <message numerus="yes">
   <source>Tables {tables}: {n} chairs are missing for them.</source>
   <translation>
    <numerusform>Столы {tables}: для них не хватает {n} места.</numerusform>
    <numerusform>Столы {tables}: для них не хватает {n} мест.</numerusform>
    <numerusform>Столы {tables}: для них не хватает {n} мест.</numerusform>
   </translation>
  </message>
  <message>
   <source>Tables: move</source>
   <translation>Столы: передвинуть</translation>
  </message>
  <message>
   <source>Tables: number, chairs, host</source>
   <translation>Столы: номер, места, хозяин</translation>
  </message>
  <message>
   <source>Tables: take out</source>
   <translation>Столы: убрать</translation>
  </message>
  <message>
   <source>Tables: the next one, the one before</source>
   <translation>Столы: следующий, предыдущий</translation>
  </message>
  <message>
   <source>Tables: turn</source>
   <translation>Столы: повернуть</translation>
  </message>
  <message>
   <source>Table…</source>
   <translation>Стол…</translation>
  </message>
  <message>
   <source>Take from the chair</source>
   <translation>Убрать с места</translation>
  </message>
  <message>
   <source>That event has no plan any more.</source>
   <translation>У того мероприятия больше нет плана столов.</translation>
  </message>
  <message>
   <source>The chairs there are.</source>
   <translation>Столько мест, сколько есть в зале.</translation>
  </message>
  <message>
   <source>The guests are seated.</source>
   <translation>Гости рассажены.</translation>
  </message>
  <message>
   <source>The host of table {number} speaks no language of {name}.</source>
   <translation>Хозяин стола {number} не говорит на языке гостя: {name}.</translation>
  </message>
  <message>
   <source>The host speaks</source>
   <translation>Хозяин говорит на языках</translation>
  </message>
  <message>
   <source>The host speaks the guest’s language</source>
   <translation>Хозяин говорит на языке гостя</translation>
  </message>
  <message>
   <source>The party of {name} is at different tables.</source>
   <translation>За разными столами сидят те, кто пришёл вместе: {name}.</translation>
  </message>
  <message>
   <source>The plan is changed.</source>
   <translation>План изменён.</translation>
  </message>
  <message>
   <source>The seating stopped. Start it again.</source>
   <translation>Рассадка прервалась. Запустите её ещё раз.</translation>
  </message>
  <message>
   <source>These rules contradict each other</source>
   <translation>Эти правила противоречат друг другу</translation>
  </message>
  <message>
   <source>This chair is not free for guests.</source>
   <translation>Это место не для гостей.</translation>
  </message>
  <message>
   <source>This guest does not come any more.</source>
   <translation>Этот гость уже не придёт.</translation>
  </message>
  <message>
   <source>This rule cannot be kept</source>
   <translation>Это правило нельзя соблюсти</translation>
  </message>
  <message>
   <source>This table and the two nearest are seated anew.</source>
   <translation>Этот стол и два ближайших будут рассажены заново.</translation>
  </message>
  <message>
   <source>Those kept apart: not at neighbouring tables either</source>
   <translation>Кого не сажают вместе – не сажать и за соседние столы</translation>
  </message>
  <message>
   <source>To a free chair</source>
   <translation>На свободное место</translation>
  </message>
  <message>
   <source>To be introduced: {name}</source>
   <translation>Познакомить: {name}</translation>
  </message>
  <message>
   <source>To be kept apart, also from neighbouring tables: {names}.</source>
   <translation>Не сажать вместе и за соседние столы: {names}.</translation>
  </message>
  <message>
   <source>To be kept apart: {names}.</source>
   <translation>Не сажать вместе: {names}.</translation>
  </message>
  <message>
   <source>Turn left</source>
   <translation>Повернуть влево</translation>
  </message>
  <message>
   <source>Turn right</source>
   <translation>Повернуть вправо</translation>
  </message>
  <message>
   <source>Two tables have the same number.</source>
   <translation>У двух столов один и тот же номер.</translation>
  </message>
  <message>
   <source>What would help</source>
   <translation>Что поможет</translation>
  </message>
  <message>
   <source>Without a chair: drag to the plan</source>
   <translation>Без места: перетащите на план</translation>
  </message>
  <message>
   <source>{name} is new.</source>
   <translation>Новый гость: {name}.</translation>
  </message>
  <message>
   <source>{name} is not at the locked table.</source>
   <translation>{name}: не за тем столом, где место закреплено.</translation>
  </message>
  <message>
   <source>{name} needs a step-free table: table {number} is not.</source>
   <translation>{name}: нужен стол без ступеней, стол {number} не такой.</translation>
  </message>
  <message>
   <source>{name} no longer comes.</source>
   <translation>Уже не придёт: {name}.</translation>
  </message>
  <message numerus="yes">
   <source>{name} now comes as {n}.</source>
   <translation>
    <numerusform>{name}: теперь придёт {n} человек.</numerusform>
    <numerusform>{name}: теперь придут {n} человека.</numerusform>
    <numerusform>{name}: теперь придут {n} человек.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} chairs are missing in the room.</source>
   <translation>
    <numerusform>В зале не хватает {n} места.</numerusform>
    <numerusform>В зале не хватает {n} мест.</numerusform>
    <numerusform>В зале не хватает {n} мест.</numerusform>
   </translation>
  </message>
  <message>
   <source>{one} and {two} are to be kept apart: both are at table {number}.</source>
   <translation>Не сажать вместе: {one} и {two}. Сейчас оба за столом {number}.</translation>
  </message>
  <message>
   <source>{one} and {two} are to be kept apart: they sit too near.</source>
   <translation>Не сажать рядом: {one} и {two}. Сейчас они слишком близко.</translation>
  </message>
  <message>
   <source>{title}, {day}: tables {tables}, chairs {chairs}</source>
   <translation>{title}, {day}: столов {tables}, мест {chairs}</translation>
  </message>
 </context>
</TS>
