<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>guests</name>
  <message numerus="yes">
   <source>A party is 1 to {n} people.</source>
   <translation>
    <numerusform>В компании от 1 до {n} человека.</numerusform>
    <numerusform>В компании от 1 до {n} человек.</numerusform>
    <numerusform>В компании от 1 до {n} человек.</numerusform>
   </translation>
  </message>
  <message>
   <source>Add a party…</source>
   <translation>Добавить гостей…</translation>
  </message>
  <message>
   <source>Before it is sent</source>
   <translation>Перед отправкой</translation>
  </message>
  <message>
   <source>By hand: {reason}</source>
   <translation>Вручную: {reason}</translation>
  </message>
  <message>
   <source>Cancelled after a yes</source>
   <translation>Отменил после согласия</translation>
  </message>
  <message>
   <source>Choose more guests by criteria, or add them by name.</source>
   <translation>Выберите ещё гостей по критериям или добавьте их по имени.</translation>
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
   <source>Enough are asked: wait for their answers.</source>
   <translation>Приглашённых достаточно: дождитесь ответов.</translation>
  </message>
  <message>
   <source>Free seats: {free}. People waiting: {people}.</source>
   <translation>Свободных мест: {free}. Ждут, человек: {people}.</translation>
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
   <source>Has a birthday that day</source>
   <translation>В этот день – день рождения</translation>
  </message>
  <message>
   <source>Has had this kind of event lately</source>
   <translation>Недавно уже было такое мероприятие</translation>
  </message>
  <message>
   <source>Has never been at an event</source>
   <translation>Ещё не был ни на одном мероприятии</translation>
  </message>
  <message>
   <source>Interested in what the event is about</source>
   <translation>Тема мероприятия интересна</translation>
  </message>
  <message>
   <source>Invite the next wave…</source>
   <translation>Пригласить следующих…</translation>
  </message>
  <message numerus="yes">
   <source>Invited {n} times in 60 days</source>
   <translation>
    <numerusform>Приглашён {n} раз за 60 дней</numerusform>
    <numerusform>Приглашён {n} раза за 60 дней</numerusform>
    <numerusform>Приглашён {n} раз за 60 дней</numerusform>
   </translation>
  </message>
  <message>
   <source>Is at another event at this hour</source>
   <translation>В это время на другом мероприятии</translation>
  </message>
  <message>
   <source>Is away until {day}</source>
   <translation>В отъезде до {day}</translation>
  </message>
  <message numerus="yes">
   <source>Last seen {n} days ago</source>
   <translation>
    <numerusform>Последний раз был {n} день назад</numerusform>
    <numerusform>Последний раз был {n} дня назад</numerusform>
    <numerusform>Последний раз был {n} дней назад</numerusform>
   </translation>
  </message>
  <message>
   <source>Layer of the list</source>
   <translation>Слой списка</translation>
  </message>
  <message>
   <source>List as it was sent</source>
   <translation>Список на момент отправки</translation>
  </message>
  <message>
   <source>Lists as sent…</source>
   <translation>Отправленные списки…</translation>
  </message>
  <message>
   <source>Lists as they were sent</source>
   <translation>Списки на момент отправки</translation>
  </message>
  <message>
   <source>Lives in another city: {city}</source>
   <translation>Живёт в другом городе: {city}</translation>
  </message>
  <message>
   <source>Name two different firms.</source>
   <translation>Укажите две разные компании.</translation>
  </message>
  <message>
   <source>Next wave: {count} names, {after} expected then. Every chair has a name: nobody is asked beyond them.</source>
   <translation>Следующая волна: имён – {count}, тогда ожидается {after}. Рассадка именная: сверх числа мест не приглашают.</translation>
  </message>
  <message>
   <source>Next wave: {count} names, {after} expected then. Risk of too many: {risk} %.</source>
   <translation>Следующая волна: имён – {count}, тогда ожидается {after}. Риск нехватки мест: {risk} %.</translation>
  </message>
  <message>
   <source>No seat for a year: one is due</source>
   <translation>Год без места – пора</translation>
  </message>
  <message>
   <source>No waiting party fits the free seats.</source>
   <translation>Ни одна компания не помещается на свободные места.</translation>
  </message>
  <message>
   <source>Nobody needs to be asked now.</source>
   <translation>Сейчас никого приглашать не нужно.</translation>
  </message>
  <message>
   <source>Nobody on the list waits for an invitation.</source>
   <translation>В списке нет тех, кто ждёт приглашения.</translation>
  </message>
  <message>
   <source>Nobody waits for a seat.</source>
   <translation>Никто не ждёт места.</translation>
  </message>
  <message>
   <source>Nothing was sent yet.</source>
   <translation>Пока ничего не отправлено.</translation>
  </message>
  <message>
   <source>Nothing would embarrass the club.</source>
   <translation>Неловкостей не предвидится.</translation>
  </message>
  <message>
   <source>Off the waiting list.</source>
   <translation>Исключено из листа ожидания.</translation>
  </message>
  <message>
   <source>Offer free seats</source>
   <translation>Предложить места</translation>
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
   <source>On the waiting list.</source>
   <translation>Внесено в лист ожидания.</translation>
  </message>
  <message>
   <source>One invitation</source>
   <translation>Одно приглашение</translation>
  </message>
  <message>
   <source>One pair a line, with a semicolon between: North; South</source>
   <translation>По одной паре в строке, через точку с запятой: Север; Юг</translation>
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
   <source>People, with the guest</source>
   <translation>Человек, вместе с гостем</translation>
  </message>
  <message>
   <source>Place (0: by the time they came)</source>
   <translation>Место (0 – в порядке обращения)</translation>
  </message>
  <message>
   <source>Place on the waiting list</source>
   <translation>Место в листе ожидания</translation>
  </message>
  <message>
   <source>Place on the waiting list changed</source>
   <translation>Изменено место в листе ожидания</translation>
  </message>
  <message>
   <source>Put a semicolon between the two firms.</source>
   <translation>Поставьте точку с запятой между двумя компаниями.</translation>
  </message>
  <message>
   <source>Put on the waiting list</source>
   <translation>Внести в лист ожидания</translation>
  </message>
  <message>
   <source>Rival firms</source>
   <translation>Компании-конкуренты</translation>
  </message>
  <message>
   <source>Rival firms changed</source>
   <translation>Изменён список компаний-конкурентов</translation>
  </message>
  <message>
   <source>Rival firms…</source>
   <translation>Конкуренты…</translation>
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
   <source>Say why this party goes first.</source>
   <translation>Укажите, почему эти гости идут первыми.</translation>
  </message>
  <message>
   <source>Seats beyond the share: {seats}</source>
   <translation>Мест сверх доли: {seats}</translation>
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
   <source>Seats offered to parties: {count}</source>
   <translation>Предложены места, компаний: {count}</translation>
  </message>
  <message>
   <source>Seats owed: {seats}</source>
   <translation>Причитается мест: {seats}</translation>
  </message>
  <message>
   <source>Sending</source>
   <translation>Отправка</translation>
  </message>
  <message>
   <source>Sending {number}, {when}: {count} guests</source>
   <translation>Отправка {number}, {when}: гостей – {count}</translation>
  </message>
  <message>
   <source>Sent by {name}. On the list then: {inside}, left out: {outside}.</source>
   <translation>Отправил(а): {name}. Тогда в списке: {inside}, вне списка: {outside}.</translation>
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
   <source>Shares of the seats are settled by who coordinates the event.</source>
   <translation>Доли мест подводит тот, кто ведёт мероприятие.</translation>
  </message>
  <message>
   <source>Shares of the seats are settled when the event is over.</source>
   <translation>Доли мест подводятся после окончания мероприятия.</translation>
  </message>
  <message>
   <source>Shares of the seats settled</source>
   <translation>Доли мест подведены</translation>
  </message>
  <message>
   <source>Sure to come: {coming}. Expected: {expected} of {seats} seats.</source>
   <translation>Точно придут: {coming}. Ожидается: {expected} при числе мест {seats}.</translation>
  </message>
  <message>
   <source>Take off the list</source>
   <translation>Исключить из списка</translation>
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
   <source>The first place is 1.</source>
   <translation>Первое место – 1.</translation>
  </message>
  <message>
   <source>The host cannot be there: choose another one</source>
   <translation>Хозяин вечера не сможет присутствовать: выберите другого</translation>
  </message>
  <message>
   <source>The place is changed.</source>
   <translation>Место изменено.</translation>
  </message>
  <message>
   <source>There is no free seat, or nobody waits.</source>
   <translation>Свободных мест нет или никто не ждёт.</translation>
  </message>
  <message>
   <source>This guest cannot be invited.</source>
   <translation>Этого гостя нельзя пригласить.</translation>
  </message>
  <message>
   <source>This guest comes already.</source>
   <translation>Этот гость уже придёт.</translation>
  </message>
  <message>
   <source>This guest is on the waiting list already.</source>
   <translation>Этот гость уже в листе ожидания.</translation>
  </message>
  <message>
   <source>This list is not here any more.</source>
   <translation>Этого списка больше нет.</translation>
  </message>
  <message>
   <source>This party cannot be offered seats. Look at the client.</source>
   <translation>Этим гостям нельзя предложить места. Посмотрите карточку клиента.</translation>
  </message>
  <message>
   <source>This party does not wait any more.</source>
   <translation>Эти гости больше не ждут.</translation>
  </message>
  <message>
   <source>This party is not on the waiting list any more.</source>
   <translation>Этих гостей больше нет в листе ожидания.</translation>
  </message>
  <message>
   <source>Waiting list</source>
   <translation>Лист ожидания</translation>
  </message>
  <message numerus="yes">
   <source>Waiting parties go first: {n} are on the waiting list.</source>
   <translation>
    <numerusform>Сначала те, кто ждёт: в листе ожидания {n} запись.</numerusform>
    <numerusform>Сначала те, кто ждёт: в листе ожидания {n} записи.</numerusform>
    <numerusform>Сначала те, кто ждёт: в листе ожидания {n} записей.</numerusform>
   </translation>
  </message>
  <message>
   <source>Waits</source>
   <translation>Ожидает</translation>
  </message>
  <message>
   <source>When the event is full, put a party here: a refusal offers it the seats.</source>
   <translation>Если мест нет, внесите гостей сюда: при отказе место будет предложено им.</translation>
  </message>
  <message>
   <source>Whom to ask</source>
   <translation>Кого пригласить</translation>
  </message>
  <message>
   <source>Whom to ask next</source>
   <translation>Кого пригласить следующим</translation>
  </message>
  <message>
   <source>Would come alone if there is no room for all</source>
   <translation>Придёт один, если всем места не хватит</translation>
  </message>
  <message>
   <source>Would meet as wished: {name}</source>
   <translation>Хотел познакомиться: {name}</translation>
  </message>
  <message>
   <source>Would meet somebody they wish to meet</source>
   <translation>Встретит того, с кем хочет познакомиться</translation>
  </message>
  <message>
   <source>Would meet the same company again</source>
   <translation>Снова встретит тех же гостей</translation>
  </message>
  <message>
   <source>You see your own guests only: the coordinator proposes the next wave.</source>
   <translation>Вы видите только своих гостей: следующую волну предложит координатор.</translation>
  </message>
  <message>
   <source>comes with {percent} %</source>
   <translation>придёт: {percent} %</translation>
  </message>
  <message>
   <source>{name} and {other} are a couple: one invitation for both</source>
   <translation>{name} и {other} – супруги: нужно одно приглашение на двоих</translation>
  </message>
  <message>
   <source>{name} and {other} are to be kept apart</source>
   <translation>{name} и {other}: не следует приглашать вместе</translation>
  </message>
  <message>
   <source>{name} and {other} come from rival firms</source>
   <translation>{name} и {other} – из компаний-конкурентов</translation>
  </message>
  <message>
   <source>{name} has a birthday that day</source>
   <translation>{name}: в этот день – день рождения</translation>
  </message>
  <message>
   <source>{name}: ask the manager before inviting</source>
   <translation>{name}: спросите менеджера, прежде чем приглашать</translation>
  </message>
  <message>
   <source>{name}: invitation number {number} in a month</source>
   <translation>{name}: приглашение № {number} за месяц</translation>
  </message>
  <message>
   <source>{name}: not a time for a cheerful evening</source>
   <translation>{name}: сейчас не время для праздника</translation>
  </message>
  <message>
   <source>{name}: something on the menu must be avoided</source>
   <translation>{name}: в меню есть то, чего следует избегать</translation>
  </message>
  <message>
   <source>{party}, or alone</source>
   <translation>{party} или один</translation>
  </message>
 </context>
</TS>
