<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>events</name>
  <message>
   <source>A calendar answer.</source>
   <translation>Ответ из календаря.</translation>
  </message>
  <message>
   <source>A calendar that answers nothing.</source>
   <translation>Календарь, который ни на что не отвечает.</translation>
  </message>
  <message>
   <source>A machine answered for the guest. Make sure of it.</source>
   <translation>За гостя ответила программа. Уточните у него.</translation>
  </message>
  <message>
   <source>A notice about delivery, no answer.</source>
   <translation>Уведомление о доставке, а не ответ.</translation>
  </message>
  <message>
   <source>A session begins and ends within the event's own time.</source>
   <translation>Часть программы должна уместиться во время события.</translation>
  </message>
  <message>
   <source>An automatic mail, for example 'out of office'.</source>
   <translation>Автоматическое письмо, например «меня нет на месте».</translation>
  </message>
  <message>
   <source>An invitation: {title}</source>
   <translation>Приглашение: {title}</translation>
  </message>
  <message>
   <source>Answers are due before the event begins.</source>
   <translation>Срок ответа должен быть до начала события.</translation>
  </message>
  <message>
   <source>Ask the manager</source>
   <translation>Спросите менеджера</translation>
  </message>
  <message>
   <source>Between 0 and 20 guests.</source>
   <translation>От 0 до 20 гостей.</translation>
  </message>
  <message>
   <source>Came to such an event before</source>
   <translation>Уже бывал на таких событиях</translation>
  </message>
  <message>
   <source>Cancelled: {title}</source>
   <translation>Отмена: {title}</translation>
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
   <source>Company</source>
   <translation>Спутники</translation>
  </message>
  <message>
   <source>Decided at the desk.</source>
   <translation>Решено сотрудником.</translation>
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
   <source>Dress</source>
   <translation>Дресс-код</translation>
  </message>
  <message>
   <source>Give the event a title.</source>
   <translation>Назовите событие.</translation>
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
   <source>Interest: {topic}</source>
   <translation>Интерес: {topic}</translation>
  </message>
  <message>
   <source>Invited</source>
   <translation>Приглашение отправлено</translation>
  </message>
  <message>
   <source>Invited often lately</source>
   <translation>Приглашали слишком часто</translation>
  </message>
  <message>
   <source>It would be a pleasure to welcome you to our gathering “{title}”.</source>
   <translation>Будем рады видеть Вас на встрече клуба «{title}».</translation>
  </message>
  <message>
   <source>Left out by hand</source>
   <translation>Исключение вручную</translation>
  </message>
  <message>
   <source>Left the club</source>
   <translation>Вне клуба</translation>
  </message>
  <message>
   <source>Lives nearby</source>
   <translation>Живёт рядом</translation>
  </message>
  <message>
   <source>May we expect you?</source>
   <translation>Можем ли мы ждать Вас?</translation>
  </message>
  <message>
   <source>No consent to invitations</source>
   <translation>Нет согласия на приглашения</translation>
  </message>
  <message>
   <source>No invitation of ours belongs to this answer.</source>
   <translation>К этому ответу не нашлось нашего приглашения.</translation>
  </message>
  <message>
   <source>No, I cannot come</source>
   <translation>Нет, не смогу</translation>
  </message>
  <message>
   <source>No, I cannot come: {title} {code}</source>
   <translation>Нет, не смогу: {title} {code}</translation>
  </message>
  <message numerus="yes">
   <source>Not seen for {n} days</source>
   <translation>
    <numerusform>Не был {n} день</numerusform>
    <numerusform>Не был {n} дня</numerusform>
    <numerusform>Не был {n} дней</numerusform>
   </translation>
  </message>
  <message>
   <source>Nothing to reach this guest by is on record. Add it to the client first.</source>
   <translation>Нет ни адреса, ни телефона. Сначала добавьте их в карточку клиента.</translation>
  </message>
  <message>
   <source>Of the tier asked for</source>
   <translation>Нужного статуса</translation>
  </message>
  <message>
   <source>One answer for several events.</source>
   <translation>Один ответ на несколько событий.</translation>
  </message>
  <message>
   <source>Only words typed in at the desk can be taken back.</source>
   <translation>Отозвать можно только ответ, записанный вручную.</translation>
  </message>
  <message>
   <source>Picked by hand</source>
   <translation>Выбор вручную</translation>
  </message>
  <message>
   <source>Please answer by</source>
   <translation>Просим ответить до</translation>
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
   <source>Programme</source>
   <translation>Программа</translation>
  </message>
  <message>
   <source>Seats cannot be fewer than none.</source>
   <translation>Мест не может быть меньше нуля.</translation>
  </message>
  <message>
   <source>Set up the club's mail account in Settings first.</source>
   <translation>Сначала настройте почту клуба в разделе «Настройки».</translation>
  </message>
  <message>
   <source>Somebody has decided this meanwhile.</source>
   <translation>Это уже решено другим сотрудником.</translation>
  </message>
  <message>
   <source>Taken down by the staff.</source>
   <translation>Записано сотрудником.</translation>
  </message>
  <message>
   <source>The answer came from an address that is neither the guest's nor a registered assistant's.</source>
   <translation>Ответ пришёл с адреса, который не принадлежит ни гостю, ни известному помощнику.</translation>
  </message>
  <message>
   <source>The answer does not say whose it is.</source>
   <translation>Неясно, чей это ответ.</translation>
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
   <translation>Календарь в письме не о событии.</translation>
  </message>
  <message>
   <source>The calendar says neither yes nor no.</source>
   <translation>Календарь не говорит ни «да», ни «нет».</translation>
  </message>
  <message>
   <source>The event ends before it begins.</source>
   <translation>Событие заканчивается раньше, чем начинается.</translation>
  </message>
  <message>
   <source>The event has begun already.</source>
   <translation>Событие уже началось.</translation>
  </message>
  <message>
   <source>The event has not begun yet.</source>
   <translation>Событие ещё не началось.</translation>
  </message>
  <message>
   <source>The event is over or was cancelled.</source>
   <translation>Событие прошло или отменено.</translation>
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
   <source>The guest pressed a link in the invitation.</source>
   <translation>Гость нажал ссылку в приглашении.</translation>
  </message>
  <message>
   <source>The guest proposes another time. Talk to the guest and decide.</source>
   <translation>Гость предлагает другое время. Поговорите с гостем и решите.</translation>
  </message>
  <message>
   <source>The guest sent an own invitation. Our event does not change.</source>
   <translation>Гость прислал собственное приглашение. Наше событие не меняется.</translation>
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
   <source>The guest's calendar cancelled the event. Ours does not change; ask the guest.</source>
   <translation>Календарь гостя отменил событие. Наше не меняется; уточните у гостя.</translation>
  </message>
  <message>
   <source>The invitation could not be delivered. Choose another channel.</source>
   <translation>Приглашение не доставлено. Выберите другой канал.</translation>
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
   <source>The invitation is out already. Take it back first.</source>
   <translation>Приглашение уже отправлено. Сначала отзовите его.</translation>
  </message>
  <message>
   <source>The mail holds winmail.dat, which only Outlook can open. Ask the guest.</source>
   <translation>В письме файл winmail.dat, который открывает только Outlook. Уточните у гостя.</translation>
  </message>
  <message>
   <source>This e-mail address cannot be written to. Correct it.</source>
   <translation>На этот адрес нельзя написать. Исправьте адрес электронной почты.</translation>
  </message>
  <message>
   <source>This event is a draft. Mark it as planned, then invite.</source>
   <translation>Событие ещё черновик. Отметьте его запланированным и приглашайте.</translation>
  </message>
  <message>
   <source>This event is not here any more.</source>
   <translation>Этого события больше нет.</translation>
  </message>
  <message>
   <source>This event is over or was cancelled. It cannot be changed any more.</source>
   <translation>Событие прошло или отменено. Изменить его уже нельзя.</translation>
  </message>
  <message>
   <source>This file is no reply to an invitation.</source>
   <translation>Этот файл – не ответ на приглашение.</translation>
  </message>
  <message>
   <source>This invitation is not here any more.</source>
   <translation>Этого приглашения больше нет.</translation>
  </message>
  <message>
   <source>This is {name} from the club.</source>
   <translation>Это {name}, клуб.</translation>
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
   <source>This reply has been taken in before.</source>
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
   <source>To be kept apart from a guest who comes</source>
   <translation>Не сводить с гостем, который придёт</translation>
  </message>
  <message>
   <source>We are sorry: our gathering “{title}” on {day} will not take place.</source>
   <translation>К сожалению, встреча «{title}», назначенная на {day}, не состоится.</translation>
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
   <source>With warm regards,</source>
   <translation>С уважением,</translation>
  </message>
  <message>
   <source>Written in plain words. Read it and put down the answer.</source>
   <translation>Написано обычными словами. Прочтите и запишите ответ.</translation>
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
    <numerusform>С Вами может прийти {n} гость.</numerusform>
    <numerusform>С Вами могут прийти {n} гостя.</numerusform>
    <numerusform>С Вами могут прийти {n} гостей.</numerusform>
   </translation>
  </message>
  <message>
   <source>You may answer with the buttons of your calendar or with one of these links.</source>
   <translation>Ответить можно кнопками Вашего календаря или по одной из этих ссылок.</translation>
  </message>
  <message>
   <source>Your personal manager will gladly take your answer by phone.</source>
   <translation>Ваш персональный менеджер будет рад принять ответ по телефону.</translation>
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
   <source>{greeting} We invite you to “{title}”: {when}. {place}. Please answer yes or no. {host}</source>
   <translation>{greeting} Приглашаем Вас на встречу «{title}»: {when}. {place}. Ответьте, пожалуйста, «да» или «нет». {host}</translation>
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
