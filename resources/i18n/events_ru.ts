<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>events</name>
  <message>
   <source>0: it does not matter.</source>
   <translation>0 – не важно.</translation>
  </message>
  <message>
   <source>A calendar answer.</source>
   <translation>Ответ из календаря.</translation>
  </message>
  <message>
   <source>A calendar that answers nothing.</source>
   <translation>Календарь, который ни на что не отвечает.</translation>
  </message>
  <message>
   <source>A file could not be opened, or is far too large for a reply.</source>
   <translation>Файл не открывается или слишком велик для ответа.</translation>
  </message>
  <message>
   <source>A machine answered for the guest. Check with the guest.</source>
   <translation>За гостя ответила программа. Уточните у гостя.</translation>
  </message>
  <message>
   <source>A notice about delivery, no answer.</source>
   <translation>Уведомление о доставке, а не ответ.</translation>
  </message>
  <message>
   <source>A session begins and ends within the event’s own time.</source>
   <translation>Часть программы должна уместиться во время мероприятия.</translation>
  </message>
  <message>
   <source>Add a guest</source>
   <translation>Добавить гостя</translation>
  </message>
  <message>
   <source>Add the place</source>
   <translation>Добавить место</translation>
  </message>
  <message>
   <source>Address in English</source>
   <translation>Адрес на английском</translation>
  </message>
  <message>
   <source>Ahead</source>
   <translation>Впереди</translation>
  </message>
  <message>
   <source>All seats are taken. Put the party on the waiting list or add seats.</source>
   <translation>Все места заняты. Запишите гостей в лист ожидания или добавьте мест.</translation>
  </message>
  <message>
   <source>All seats are taken. Talk to the guest; who waits is offered what is free.</source>
   <translation>Все места заняты. Поговорите с гостем: освободившееся место предложат тем, кто в листе ожидания.</translation>
  </message>
  <message>
   <source>An automatic message, for example “out of office”.</source>
   <translation>Автоматическое письмо, например «меня нет на месте».</translation>
  </message>
  <message>
   <source>An invitation: {title}</source>
   <translation>Приглашение: {title}</translation>
  </message>
  <message>
   <source>And what may we note as your choice?</source>
   <translation>И что отметить как Ваш выбор?</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Ответ</translation>
  </message>
  <message>
   <source>Answers are due before the event begins.</source>
   <translation>Срок ответа должен быть до начала мероприятия.</translation>
  </message>
  <message>
   <source>Any</source>
   <translation>Не важно</translation>
  </message>
  <message>
   <source>Ask the manager</source>
   <translation>Спросите менеджера</translation>
  </message>
  <message>
   <source>At once</source>
   <translation>Сразу</translation>
  </message>
  <message>
   <source>Begins</source>
   <translation>Начало</translation>
  </message>
  <message>
   <source>Between 0 and 20 guests.</source>
   <translation>От 0 до 20 гостей.</translation>
  </message>
  <message>
   <source>Cancel it and tell the guests</source>
   <translation>Отменить и сообщить гостям</translation>
  </message>
  <message>
   <source>Cancel the event</source>
   <translation>Отменить мероприятие</translation>
  </message>
  <message>
   <source>Cancelled: {title}</source>
   <translation>Отмена: {title}</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Изменить</translation>
  </message>
  <message>
   <source>Change the event</source>
   <translation>Изменить мероприятие</translation>
  </message>
  <message>
   <source>Change the place</source>
   <translation>Изменить место</translation>
  </message>
  <message>
   <source>Change the place…</source>
   <translation>Изменить место…</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Канал</translation>
  </message>
  <message>
   <source>Choose</source>
   <translation>Выбрать</translation>
  </message>
  <message>
   <source>Choose a place</source>
   <translation>Выбрать место</translation>
  </message>
  <message>
   <source>Choose by criteria, or add guests by name.</source>
   <translation>Выберите по критериям или добавьте гостей по имени.</translation>
  </message>
  <message>
   <source>Choose whose answer this is.</source>
   <translation>Укажите, чей это ответ.</translation>
  </message>
  <message>
   <source>Choose yes, no or perhaps.</source>
   <translation>Выберите «да», «нет» или «возможно».</translation>
  </message>
  <message>
   <source>City</source>
   <translation>Город</translation>
  </message>
  <message>
   <source>Close the list</source>
   <translation>Закрыть список</translation>
  </message>
  <message>
   <source>Criteria</source>
   <translation>Критерии</translation>
  </message>
  <message>
   <source>Decide</source>
   <translation>Решить</translation>
  </message>
  <message>
   <source>Decided by the staff.</source>
   <translation>Решено сотрудником.</translation>
  </message>
  <message>
   <source>Decided.</source>
   <translation>Решено.</translation>
  </message>
  <message>
   <source>Do not invite</source>
   <translation>Не приглашать</translation>
  </message>
  <message>
   <source>Do not invite until {day}</source>
   <translation>Не приглашать до {day}</translation>
  </message>
  <message>
   <source>Dress code</source>
   <translation>Дресс-код</translation>
  </message>
  <message>
   <source>Dress code in English</source>
   <translation>Дресс-код по-английски</translation>
  </message>
  <message>
   <source>Ends</source>
   <translation>Окончание</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Английский</translation>
  </message>
  <message>
   <source>Events are planned at this place: it stays.</source>
   <translation>В этом месте назначены мероприятия, удалить его нельзя.</translation>
  </message>
  <message>
   <source>Events of the month</source>
   <translation>Мероприятия месяца</translation>
  </message>
  <message>
   <source>Fitted the criteria before they were changed</source>
   <translation>По критериям до их изменения</translation>
  </message>
  <message>
   <source>Give the event a title.</source>
   <translation>Назовите мероприятие.</translation>
  </message>
  <message>
   <source>Give the place a name.</source>
   <translation>Назовите место.</translation>
  </message>
  <message>
   <source>Give the session a title.</source>
   <translation>Назовите часть программы.</translation>
  </message>
  <message>
   <source>Guest</source>
   <translation>Гость</translation>
  </message>
  <message>
   <source>Guest list</source>
   <translation>Список гостей</translation>
  </message>
  <message>
   <source>Guests</source>
   <translation>Гости</translation>
  </message>
  <message>
   <source>Guests to invite</source>
   <translation>Гости для приглашения</translation>
  </message>
  <message>
   <source>Guests who were invited already are not told of this by themselves.</source>
   <translation>Тем, кто уже приглашён, об изменении нужно сообщить отдельно.</translation>
  </message>
  <message>
   <source>Guests: {count}</source>
   <translation>Гости: {count}</translation>
  </message>
  <message>
   <source>Has been to</source>
   <translation>Посещения в прошлом</translation>
  </message>
  <message>
   <source>Has been to such an event</source>
   <translation>Есть посещения таких мероприятий</translation>
  </message>
  <message>
   <source>Holds, people (0: not known)</source>
   <translation>Вмещает, чел. (0 – неизвестно)</translation>
  </message>
  <message>
   <source>Host</source>
   <translation>Принимает</translation>
  </message>
  <message>
   <source>How it came</source>
   <translation>Как получен</translation>
  </message>
  <message>
   <source>If you do not come alone: how many of each?</source>
   <translation>Если Вы придёте не одни, укажите, сколько чего.</translation>
  </message>
  <message>
   <source>In local time.</source>
   <translation>По местному времени.</translation>
  </message>
  <message>
   <source>In whose words</source>
   <translation>Чьи слова</translation>
  </message>
  <message>
   <source>Include</source>
   <translation>Включить</translation>
  </message>
  <message>
   <source>Interest</source>
   <translation>Интерес</translation>
  </message>
  <message>
   <source>Interest: {topic}</source>
   <translation>Интерес: {topic}</translation>
  </message>
  <message>
   <source>Invitation</source>
   <translation>Приглашение</translation>
  </message>
  <message>
   <source>Invite</source>
   <translation>Пригласить</translation>
  </message>
  <message>
   <source>Invite: {count}</source>
   <translation>Пригласить: {count}</translation>
  </message>
  <message>
   <source>Invited</source>
   <translation>Приглашение отправлено</translation>
  </message>
  <message>
   <source>Invited often lately</source>
   <translation>Часто приглашали в последнее время</translation>
  </message>
  <message>
   <source>It means</source>
   <translation>Это значит</translation>
  </message>
  <message>
   <source>It means nothing for the list</source>
   <translation>На список не влияет</translation>
  </message>
  <message>
   <source>It was held</source>
   <translation>Мероприятие прошло</translation>
  </message>
  <message>
   <source>It would be a pleasure to welcome you to our event “{title}”.</source>
   <translation>Приглашаем Вас на мероприятие «{title}». Будем рады Вас видеть.</translation>
  </message>
  <message>
   <source>Keep the event</source>
   <translation>Не отменять</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Вид</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Язык</translation>
  </message>
  <message>
   <source>Lately</source>
   <translation>Недавно</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>Исключить</translation>
  </message>
  <message>
   <source>Leaves {when}</source>
   <translation>Уйдёт: {when}</translation>
  </message>
  <message>
   <source>Left out by hand</source>
   <translation>Исключение вручную</translation>
  </message>
  <message>
   <source>Left out.</source>
   <translation>Исключено из списка.</translation>
  </message>
  <message>
   <source>Left the club</source>
   <translation>Вне клуба</translation>
  </message>
  <message>
   <source>Level</source>
   <translation>Уровень</translation>
  </message>
  <message>
   <source>Lives nearby</source>
   <translation>Живёт рядом</translation>
  </message>
  <message>
   <source>Local time</source>
   <translation>Местное время</translation>
  </message>
  <message>
   <source>Mark as planned</source>
   <translation>Запланировать</translation>
  </message>
  <message>
   <source>Mark as reviewed</source>
   <translation>Итоги подведены</translation>
  </message>
  <message>
   <source>Materials</source>
   <translation>Материалы</translation>
  </message>
  <message>
   <source>May we expect you?</source>
   <translation>Можем ли мы ждать Вас?</translation>
  </message>
  <message>
   <source>Month after</source>
   <translation>Следующий месяц</translation>
  </message>
  <message>
   <source>Month before</source>
   <translation>Предыдущий месяц</translation>
  </message>
  <message>
   <source>Name in English</source>
   <translation>Название на английском</translation>
  </message>
  <message>
   <source>Name of the place</source>
   <translation>Название места</translation>
  </message>
  <message>
   <source>New event</source>
   <translation>Новое мероприятие</translation>
  </message>
  <message>
   <source>New place</source>
   <translation>Новое место</translation>
  </message>
  <message>
   <source>New place…</source>
   <translation>Новое место…</translation>
  </message>
  <message>
   <source>New session</source>
   <translation>Новая часть</translation>
  </message>
  <message>
   <source>No address</source>
   <translation>Нет адреса</translation>
  </message>
  <message>
   <source>No consent to invitations</source>
   <translation>Нет согласия на приглашения</translation>
  </message>
  <message numerus="yes">
   <source>No event for {n} days</source>
   <translation>
    <numerusform>{n} день без мероприятий</numerusform>
    <numerusform>{n} дня без мероприятий</numerusform>
    <numerusform>{n} дней без мероприятий</numerusform>
   </translation>
  </message>
  <message>
   <source>No event is planned.</source>
   <translation>Мероприятий пока нет.</translation>
  </message>
  <message>
   <source>No invitation of ours belongs to this answer.</source>
   <translation>К этому ответу не нашлось нашего приглашения.</translation>
  </message>
  <message>
   <source>No reply is waiting for you.</source>
   <translation>Ответов на проверку нет.</translation>
  </message>
  <message>
   <source>No way to reach this guest is on record. Add one to the client first.</source>
   <translation>Нет ни адреса, ни телефона. Сначала добавьте их в карточку клиента.</translation>
  </message>
  <message>
   <source>No, I cannot come</source>
   <translation>Нет, не смогу</translation>
  </message>
  <message>
   <source>No, I cannot come: {title} {code}</source>
   <translation>Нет, не смогу: {title} {code}</translation>
  </message>
  <message>
   <source>Nobody is invited yet</source>
   <translation>Пока никто не приглашён</translation>
  </message>
  <message>
   <source>Nobody is on the list yet.</source>
   <translation>В списке пока никого нет.</translation>
  </message>
  <message>
   <source>Nobody new is on the list.</source>
   <translation>Новых гостей в списке нет.</translation>
  </message>
  <message>
   <source>Nobody on this list can be invited.</source>
   <translation>В этом списке некого пригласить.</translation>
  </message>
  <message>
   <source>Not at an event for this many days</source>
   <translation>Без мероприятий не меньше, дней</translation>
  </message>
  <message>
   <source>Not chosen yet</source>
   <translation>Не выбрано</translation>
  </message>
  <message>
   <source>Not possible</source>
   <translation>Нельзя</translation>
  </message>
  <message>
   <source>Not said yet</source>
   <translation>Пока не названо</translation>
  </message>
  <message>
   <source>Of the chosen tier</source>
   <translation>Нужного статуса</translation>
  </message>
  <message>
   <source>On the guest list.</source>
   <translation>В списке гостей.</translation>
  </message>
  <message>
   <source>On the list: {inside}, left out: {outside}</source>
   <translation>В списке: {inside}, вне списка: {outside}</translation>
  </message>
  <message>
   <source>On their way: {left}, waiting for their hour: {held}, not sent: {out}.</source>
   <translation>В пути: {left}, ждут своего часа: {held}, не отправлено: {out}.</translation>
  </message>
  <message>
   <source>One answer for several events.</source>
   <translation>Один ответ на несколько мероприятий.</translation>
  </message>
  <message>
   <source>Only a reply entered by hand can be withdrawn.</source>
   <translation>Отозвать можно только ответ, записанный вручную.</translation>
  </message>
  <message>
   <source>Open the list again</source>
   <translation>Открыть список снова</translation>
  </message>
  <message>
   <source>Opens .eml and .ics files; they can also be dropped on the window.</source>
   <translation>Открывает файлы .eml и .ics; их можно и перетащить в окно.</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Люди</translation>
  </message>
  <message>
   <source>People invited: {count}.</source>
   <translation>Приглашено человек: {count}.</translation>
  </message>
  <message>
   <source>People, the guest included</source>
   <translation>Человек вместе с гостем</translation>
  </message>
  <message>
   <source>Picked by hand</source>
   <translation>Выбор вручную</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Место</translation>
  </message>
  <message>
   <source>Plan a tasting or a masterclass, then choose the guests.</source>
   <translation>Запланируйте дегустацию или мастер-класс, затем выберите гостей.</translation>
  </message>
  <message>
   <source>Please answer by</source>
   <translation>Просим ответить до</translation>
  </message>
  <message>
   <source>Please answer yes or no and tell us your choice ({choices}).</source>
   <translation>Ответьте, пожалуйста, «да» или «нет» и напишите свой выбор ({choices}).</translation>
  </message>
  <message>
   <source>Please answer yes or no.</source>
   <translation>Ответьте, пожалуйста, «да» или «нет».</translation>
  </message>
  <message>
   <source>Please call me</source>
   <translation>Позвоните мне</translation>
  </message>
  <message>
   <source>Please call me: {title} {code}</source>
   <translation>Позвоните мне: {title} {code}</translation>
  </message>
  <message>
   <source>Please pass this invitation on: {name}</source>
   <translation>Просим передать это приглашение: {name}</translation>
  </message>
  <message>
   <source>Please tick what you choose on the slip.</source>
   <translation>Отметьте, пожалуйста, свой выбор на талоне.</translation>
  </message>
  <message>
   <source>Please write what you choose in your reply.</source>
   <translation>Пожалуйста, напишите в ответе, что Вы выбираете.</translation>
  </message>
  <message>
   <source>Plus-ones</source>
   <translation>Спутники</translation>
  </message>
  <message>
   <source>Preparing what each guest will get…</source>
   <translation>Готовим то, что получит каждый гость…</translation>
  </message>
  <message>
   <source>Programme</source>
   <translation>Программа</translation>
  </message>
  <message numerus="yes">
   <source>Reading {n} more names…</source>
   <translation>
    <numerusform>Читается ещё {n} имя…</numerusform>
    <numerusform>Читаются ещё {n} имени…</numerusform>
    <numerusform>Читается ещё {n} имён…</numerusform>
   </translation>
  </message>
  <message>
   <source>Record a reply</source>
   <translation>Записать ответ</translation>
  </message>
  <message>
   <source>Remove the session</source>
   <translation>Убрать из программы</translation>
  </message>
  <message>
   <source>Replies (*.eml *.ics)</source>
   <translation>Ответы (*.eml *.ics)</translation>
  </message>
  <message>
   <source>Replies that cannot be counted automatically come here.</source>
   <translation>Сюда попадают ответы, которые нельзя учесть автоматически.</translation>
  </message>
  <message>
   <source>Reply of {name}</source>
   <translation>Ответ: {name}</translation>
  </message>
  <message>
   <source>Russian</source>
   <translation>Русский</translation>
  </message>
  <message>
   <source>Saved.</source>
   <translation>Сохранено.</translation>
  </message>
  <message>
   <source>Seats</source>
   <translation>Мест</translation>
  </message>
  <message>
   <source>Send invitations</source>
   <translation>Отправить приглашения</translation>
  </message>
  <message>
   <source>Sent now: {now}, waiting for their hour: {later}, cannot be invited: {out}.</source>
   <translation>Уйдут сразу: {now}, подождут своего часа: {later}, нельзя пригласить: {out}.</translation>
  </message>
  <message>
   <source>Set up the club’s mail account in Settings first.</source>
   <translation>Сначала настройте почту клуба в разделе «Настройки».</translation>
  </message>
  <message>
   <source>Set up the mail account</source>
   <translation>Настроить почту</translation>
  </message>
  <message>
   <source>Somebody has decided this meanwhile.</source>
   <translation>Это уже решено другим сотрудником.</translation>
  </message>
  <message>
   <source>Step-free: a guest in a wheelchair gets in</source>
   <translation>Без ступеней: гость на коляске сможет войти</translation>
  </message>
  <message>
   <source>Take in a reply</source>
   <translation>Принять ответ</translation>
  </message>
  <message>
   <source>Taken down by the staff.</source>
   <translation>Записано сотрудником.</translation>
  </message>
  <message>
   <source>The answer came from an address that is neither the guest’s nor a registered assistant’s.</source>
   <translation>Ответ пришёл с адреса, который не принадлежит ни гостю, ни известному помощнику.</translation>
  </message>
  <message>
   <source>The answer does not say whose it is.</source>
   <translation>Неясно, чей это ответ.</translation>
  </message>
  <message>
   <source>The answer names another client. Find out whose it is.</source>
   <translation>В ответе назван другой клиент. Выясните, чей это ответ.</translation>
  </message>
  <message>
   <source>The answer names several people.</source>
   <translation>В ответе названо несколько человек.</translation>
  </message>
  <message>
   <source>The calendar holds more entries than a reply can hold.</source>
   <translation>В календаре больше записей, чем бывает в ответе.</translation>
  </message>
  <message>
   <source>The calendar part does not say that it is an answer.</source>
   <translation>В календаре не сказано, что это ответ.</translation>
  </message>
  <message>
   <source>The calendar part is damaged. Ask the guest.</source>
   <translation>Календарь в письме повреждён. Уточните у гостя.</translation>
  </message>
  <message>
   <source>The calendar part is not about an event.</source>
   <translation>Календарь в письме не о мероприятии.</translation>
  </message>
  <message>
   <source>The calendar says neither yes nor no.</source>
   <translation>Календарь не говорит ни «да», ни «нет».</translation>
  </message>
  <message numerus="yes">
   <source>The criteria match {n} more: narrow them.</source>
   <translation>
    <numerusform>Критериям отвечает ещё {n} клиент: уточните их.</numerusform>
    <numerusform>Критериям отвечают ещё {n} клиента: уточните их.</numerusform>
    <numerusform>Критериям отвечают ещё {n} клиентов: уточните их.</numerusform>
   </translation>
  </message>
  <message>
   <source>The event ends before it begins.</source>
   <translation>Мероприятие заканчивается раньше, чем начинается.</translation>
  </message>
  <message>
   <source>The event has begun already.</source>
   <translation>Мероприятие уже началось.</translation>
  </message>
  <message>
   <source>The event has not begun yet.</source>
   <translation>Мероприятие ещё не началось.</translation>
  </message>
  <message>
   <source>The event is cancelled; the guests are being told.</source>
   <translation>Мероприятие отменено; сообщаем гостям.</translation>
  </message>
  <message>
   <source>The event is in the programme.</source>
   <translation>Мероприятие добавлено в программу.</translation>
  </message>
  <message>
   <source>The event is over or was cancelled.</source>
   <translation>Мероприятие прошло или отменено.</translation>
  </message>
  <message>
   <source>The evidence: who said it, and what else was said.</source>
   <translation>Подтверждение: кто и что именно сказал.</translation>
  </message>
  <message>
   <source>The file is larger than a reply can be.</source>
   <translation>Файл больше, чем бывает ответ.</translation>
  </message>
  <message>
   <source>The guest asks for a call.</source>
   <translation>Гость просит позвонить.</translation>
  </message>
  <message>
   <source>The guest asks for the invitation again. Send it once more.</source>
   <translation>Гость просит прислать приглашение ещё раз. Отправьте его снова.</translation>
  </message>
  <message>
   <source>The guest has not decided yet.</source>
   <translation>Гость ещё не решил.</translation>
  </message>
  <message>
   <source>The guest list follows the new criteria.</source>
   <translation>Список составлен по новым критериям.</translation>
  </message>
  <message>
   <source>The guest pressed a link in the invitation.</source>
   <translation>Гость нажал ссылку в приглашении.</translation>
  </message>
  <message>
   <source>The guest proposes another time. Talk to the guest and decide.</source>
   <translation>Гость предлагает другое время. Поговорите с гостем и решите.</translation>
  </message>
  <message>
   <source>The guest sent an invitation of their own. Our event does not change.</source>
   <translation>Гость прислал собственное приглашение. Наше мероприятие не меняется.</translation>
  </message>
  <message>
   <source>The guest wants to bring more people than the invitation allows.</source>
   <translation>Гость хочет привести больше людей, чем позволяет приглашение.</translation>
  </message>
  <message>
   <source>The guest wants to send somebody else. Decide whether that person is welcome.</source>
   <translation>Гость хочет прислать вместо себя другого человека. Решите, пригласить ли его.</translation>
  </message>
  <message>
   <source>The guest’s calendar cancelled the event. Ours does not change; ask the guest.</source>
   <translation>Календарь гостя отменил мероприятие. Наше не меняется; уточните у гостя.</translation>
  </message>
  <message>
   <source>The invitation could not be delivered. Choose another channel.</source>
   <translation>Приглашение не доставлено. Выберите другой канал.</translation>
  </message>
  <message>
   <source>The invitation has already been sent. Withdraw it first.</source>
   <translation>Приглашение уже отправлено. Сначала отзовите его.</translation>
  </message>
  <message numerus="yes">
   <source>The invitation is for {n} people. Change the allowance first.</source>
   <translation>
    <numerusform>Приглашение на {n} человека. Сначала измените число спутников.</numerusform>
    <numerusform>Приглашение на {n} человек. Сначала измените число спутников.</numerusform>
    <numerusform>Приглашение на {n} человек. Сначала измените число спутников.</numerusform>
   </translation>
  </message>
  <message>
   <source>The letter</source>
   <translation>Письмо</translation>
  </message>
  <message>
   <source>The letter, page {page}</source>
   <translation>Письмо, страница {page}</translation>
  </message>
  <message>
   <source>The mail server doubts that this mail is from whom it says it is. Ask the guest.</source>
   <translation>Почтовый сервер сомневается, что письмо от того, кто указан отправителем. Уточните у гостя.</translation>
  </message>
  <message>
   <source>The number of seats cannot be negative.</source>
   <translation>Число мест не может быть отрицательным.</translation>
  </message>
  <message>
   <source>The place is added.</source>
   <translation>Место добавлено.</translation>
  </message>
  <message>
   <source>The reply is on the guest list.</source>
   <translation>Ответ учтён в списке гостей.</translation>
  </message>
  <message>
   <source>The session is in the programme.</source>
   <translation>Добавлено в программу.</translation>
  </message>
  <message>
   <source>The session is out of the programme.</source>
   <translation>Убрано из программы.</translation>
  </message>
  <message>
   <source>This e-mail address cannot be written to. Correct it.</source>
   <translation>На этот адрес нельзя написать. Исправьте адрес электронной почты.</translation>
  </message>
  <message>
   <source>This event is a draft. Mark it as planned, then invite.</source>
   <translation>Мероприятие пока в черновике. Запланируйте его, затем приглашайте.</translation>
  </message>
  <message>
   <source>This event is not here any more.</source>
   <translation>Этого мероприятия больше нет.</translation>
  </message>
  <message>
   <source>This event is over or was cancelled. It cannot be changed any more.</source>
   <translation>Мероприятие прошло или отменено. Изменить его уже нельзя.</translation>
  </message>
  <message>
   <source>This file is not a reply to an invitation.</source>
   <translation>Этот файл – не ответ на приглашение.</translation>
  </message>
  <message>
   <source>This invitation is not here any more.</source>
   <translation>Этого приглашения больше нет.</translation>
  </message>
  <message>
   <source>This is not the number of guests.</source>
   <translation>Это не число гостей.</translation>
  </message>
  <message>
   <source>This is {name} from the club.</source>
   <translation>Это {name} из клуба.</translation>
  </message>
  <message>
   <source>This moment has not come yet.</source>
   <translation>Это время ещё не наступило.</translation>
  </message>
  <message numerus="yes">
   <source>This place holds {n} people.</source>
   <translation>
    <numerusform>Здесь помещается {n} человек.</numerusform>
    <numerusform>Здесь помещается {n} человека.</numerusform>
    <numerusform>Здесь помещается {n} человек.</numerusform>
   </translation>
  </message>
  <message>
   <source>This place is not here any more.</source>
   <translation>Этого места больше нет.</translation>
  </message>
  <message>
   <source>This reply has already been taken in.</source>
   <translation>Этот ответ уже был принят.</translation>
  </message>
  <message>
   <source>This reply is not here any more.</source>
   <translation>Этого ответа больше нет.</translation>
  </message>
  <message>
   <source>This session is not here any more.</source>
   <translation>Этой части программы больше нет.</translation>
  </message>
  <message>
   <source>This time zone is not known.</source>
   <translation>Такой часовой пояс неизвестен.</translation>
  </message>
  <message>
   <source>Tier</source>
   <translation>Статус</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Название</translation>
  </message>
  <message>
   <source>Title in English</source>
   <translation>Название по-английски</translation>
  </message>
  <message>
   <source>To be kept apart from a guest who comes</source>
   <translation>Не сводить с гостем, который придёт</translation>
  </message>
  <message>
   <source>To review: {count}</source>
   <translation>На проверку: {count}</translation>
  </message>
  <message>
   <source>Told again of free seats</source>
   <translation>О свободных местах сообщено снова</translation>
  </message>
  <message>
   <source>Tutor</source>
   <translation>Ведущий</translation>
  </message>
  <message>
   <source>Type the number of guests to confirm</source>
   <translation>Для подтверждения введите число гостей</translation>
  </message>
  <message>
   <source>Unknown sender</source>
   <translation>Отправитель неизвестен</translation>
  </message>
  <message>
   <source>We are sorry: our event “{title}” on {day} will not take place.</source>
   <translation>К сожалению, мероприятие «{title}», назначенное на {day}, не состоится.</translation>
  </message>
  <message>
   <source>What guests read</source>
   <translation>Текст для гостей</translation>
  </message>
  <message>
   <source>What guests read, in English</source>
   <translation>Текст для гостей по-английски</translation>
  </message>
  <message>
   <source>What the guest gets</source>
   <translation>Что получит гость</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Когда</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Где</translation>
  </message>
  <message>
   <source>Whole, with the city: as guests who read English get it.</source>
   <translation>Целиком, с городом: так его увидят гости, которым пишут по-английски.</translation>
  </message>
  <message>
   <source>Whom to consider</source>
   <translation>Кого учитывать</translation>
  </message>
  <message>
   <source>Whose reply</source>
   <translation>Чей ответ</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Почему</translation>
  </message>
  <message>
   <source>With warm regards,</source>
   <translation>С уважением,</translation>
  </message>
  <message>
   <source>Written in plain words. Read it and put down the answer.</source>
   <translation>Написано обычными словами. Прочтите и запишите ответ.</translation>
  </message>
  <message>
   <source>Yes {yes} · perhaps {perhaps} · no {no} · no answer {silent}</source>
   <translation>Да {yes} · возможно {perhaps} · нет {no} · без ответа {silent}</translation>
  </message>
  <message>
   <source>Yes, I will come</source>
   <translation>Да, буду</translation>
  </message>
  <message>
   <source>Yes, I will come: {title} {code}</source>
   <translation>Да, буду: {title} {code}</translation>
  </message>
  <message numerus="yes">
   <source>You are welcome to bring {n} guests.</source>
   <translation>
    <numerusform>Вы можете прийти с гостем.</numerusform>
    <numerusform>Вы можете пригласить с собой {n} гостей.</numerusform>
    <numerusform>Вы можете пригласить с собой {n} гостей.</numerusform>
   </translation>
  </message>
  <message>
   <source>You may reply with the buttons of your calendar or with one of these links.</source>
   <translation>Ответить можно кнопками Вашего календаря или по одной из этих ссылок.</translation>
  </message>
  <message>
   <source>Your personal manager will gladly take your answer by phone.</source>
   <translation>Ваш персональный менеджер с радостью примет ответ по телефону.</translation>
  </message>
  <message>
   <source>from {when}</source>
   <translation>ждёт: {when}</translation>
  </message>
  <message>
   <source>no</source>
   <translation>нет</translation>
  </message>
  <message>
   <source>no answer</source>
   <translation>нет ответа</translation>
  </message>
  <message>
   <source>perhaps</source>
   <translation>возможно</translation>
  </message>
  <message>
   <source>yes</source>
   <translation>да</translation>
  </message>
  <message>
   <source>{address}, to be passed on by {name}</source>
   <translation>{address}, передаст {name}</translation>
  </message>
  <message>
   <source>{answer} · {source}</source>
   <translation>{answer} · {source}</translation>
  </message>
  <message>
   <source>{answer}, to the earlier date</source>
   <translation>{answer} (на прежнюю дату)</translation>
  </message>
  <message>
   <source>{day}, {time} – {last}, {end} ({shift})</source>
   <translation>{day}, {time} – {last}, {end} ({shift})</translation>
  </message>
  <message>
   <source>{day}, {time}–{end} ({shift})</source>
   <translation>{day}, {time}–{end} ({shift})</translation>
  </message>
  <message>
   <source>{greeting} May we expect you at “{title}”: {when}? {answer} {host}</source>
   <translation>{greeting} Ждать ли Вас на мероприятии «{title}»: {when}? {answer} {host}</translation>
  </message>
  <message>
   <source>{greeting} We invite you to “{title}”: {when}. {answer} {host}</source>
   <translation>{greeting} Приглашаем Вас на мероприятие «{title}»: {when}. {answer} {host}</translation>
  </message>
  <message>
   <source>{greeting} We invite you to “{title}”: {when}. {place}. {answer} {host}</source>
   <translation>{greeting} Приглашаем Вас на мероприятие «{title}»: {when}. {place}. {answer} {host}</translation>
  </message>
  <message>
   <source>{kind} · {day}, {time}</source>
   <translation>{kind} · {day}, {time}</translation>
  </message>
  <message>
   <source>{name}: {answer}</source>
   <translation>{name}: {answer}</translation>
  </message>
  <message>
   <source>{name}: {what}</source>
   <translation>{name}: {what}</translation>
  </message>
  <message numerus="yes">
   <source>{n} events ahead</source>
   <translation>
    <numerusform>Впереди {n} мероприятие</numerusform>
    <numerusform>Впереди {n} мероприятия</numerusform>
    <numerusform>Впереди {n} мероприятий</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests are being told of the change.</source>
   <translation>
    <numerusform>Об изменении сообщаем {n} гостю.</numerusform>
    <numerusform>Об изменении сообщаем {n} гостям.</numerusform>
    <numerusform>Об изменении сообщаем {n} гостям.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests coming</source>
   <translation>
    <numerusform>Придёт {n} гость</numerusform>
    <numerusform>Придут {n} гостя</numerusform>
    <numerusform>Придут {n} гостей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests who were invited will be told, each by their own channel.</source>
   <translation>
    <numerusform>Об отмене узнает {n} приглашённый гость, по своему каналу связи.</numerusform>
    <numerusform>Об отмене узнают {n} приглашённых гостя, каждый по своему каналу связи.</numerusform>
    <numerusform>Об отмене узнают {n} приглашённых гостей, каждый по своему каналу связи.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} invitations are on their way.</source>
   <translation>
    <numerusform>{n} приглашение в пути.</numerusform>
    <numerusform>{n} приглашения в пути.</numerusform>
    <numerusform>{n} приглашений в пути.</numerusform>
   </translation>
  </message>
  <message>
   <source>{taken} of {seats} seats taken</source>
   <translation>Занято мест: {taken} из {seats}</translation>
  </message>
  <message>
   <source>{time} {title}, with {tutor}</source>
   <translation>{time} {title}, ведёт {tutor}</translation>
  </message>
  <message>
   <source>“{state}” cannot follow “{before}”.</source>
   <translation>После «{before}» не может быть «{state}».</translation>
  </message>
 </context>
</TS>
