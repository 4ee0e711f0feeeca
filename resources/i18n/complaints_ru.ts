<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>complaints</name>
  <message>
   <source>A complaint cannot come in later than now.</source>
   <translation>Жалоба не могла поступить позже, чем сейчас.</translation>
  </message>
  <message>
   <source>A corrective action</source>
   <translation>Поручение</translation>
  </message>
  <message>
   <source>A court, the press or leaving came up: let a lawyer read this.</source>
   <translation>Речь шла о суде, прессе или уходе: покажите письмо юристу.</translation>
  </message>
  <message>
   <source>A court, the press or leaving was mentioned</source>
   <translation>Упомянуты суд, пресса или уход</translation>
  </message>
  <message>
   <source>A department’s task is still open.</source>
   <translation>Задача отдела ещё открыта.</translation>
  </message>
  <message>
   <source>A grave case is looked into even if the client withdraws it.</source>
   <translation>Тяжёлый случай разбирают, даже если клиент забрал жалобу.</translation>
  </message>
  <message>
   <source>A lesson names no case: leave the number out.</source>
   <translation>Урок не называет жалоб: уберите номер.</translation>
  </message>
  <message>
   <source>A lesson names nobody: leave the name out.</source>
   <translation>Урок никого не называет: уберите имя.</translation>
  </message>
  <message>
   <source>A letter is on its way already: wait until it has left.</source>
   <translation>Одно письмо уже в пути: дождитесь, пока оно уйдёт.</translation>
  </message>
  <message>
   <source>A letter is on its way: the next one can be written when it has left.</source>
   <translation>Письмо в пути: следующее можно написать, когда оно уйдёт.</translation>
  </message>
  <message>
   <source>A letter much like this one went out before.</source>
   <translation>Очень похожее письмо уже уходило.</translation>
  </message>
  <message>
   <source>A new date</source>
   <translation>Новый срок</translation>
  </message>
  <message>
   <source>A new date was agreed: {due}</source>
   <translation>Согласован новый срок: {due}</translation>
  </message>
  <message>
   <source>A part of the letter is still empty.</source>
   <translation>Часть письма ещё пуста.</translation>
  </message>
  <message>
   <source>A person’s mistake is not a root: ask why it could happen.</source>
   <translation>Ошибка человека – ещё не причина: спросите, почему она стала возможна.</translation>
  </message>
  <message>
   <source>A problem is open: somebody goes on looking.</source>
   <translation>Проблема открыта: поиски продолжаются.</translation>
  </message>
  <message>
   <source>A promise is already open: move that one.</source>
   <translation>Есть открытое обещание: перенесите его.</translation>
  </message>
  <message>
   <source>A week later</source>
   <translation>Неделю спустя</translation>
  </message>
  <message>
   <source>A “but” after an apology takes it back.</source>
   <translation>«Но» после извинения отменяет его.</translation>
  </message>
  <message>
   <source>About which of us</source>
   <translation>О ком из нас</translation>
  </message>
  <message>
   <source>About {name}: hidden from this person</source>
   <translation>Речь о сотруднике ({name}): жалоба от него скрыта</translation>
  </message>
  <message>
   <source>Action</source>
   <translation>Поручение</translation>
  </message>
  <message>
   <source>Add an action…</source>
   <translation>Дать поручение…</translation>
  </message>
  <message>
   <source>After six, before the flight…</source>
   <translation>После шести, до вылета…</translation>
  </message>
  <message>
   <source>Afterwards</source>
   <translation>После</translation>
  </message>
  <message>
   <source>All complaints</source>
   <translation>Все</translation>
  </message>
  <message>
   <source>All the time</source>
   <translation>За всё время</translation>
  </message>
  <message>
   <source>An answer was promised by {due}</source>
   <translation>Обещан ответ, срок: {due}</translation>
  </message>
  <message>
   <source>Another round</source>
   <translation>Ещё один круг</translation>
  </message>
  <message>
   <source>Answer by</source>
   <translation>Ответ до</translation>
  </message>
  <message>
   <source>Answer by {at} ({reason}).</source>
   <translation>Ответ до: {at} ({reason}).</translation>
  </message>
  <message>
   <source>Answer each why with a whole sentence.</source>
   <translation>Ответьте на каждое «почему» полной фразой.</translation>
  </message>
  <message>
   <source>Answer given</source>
   <translation>Ответ дан</translation>
  </message>
  <message>
   <source>Answers promised</source>
   <translation>Обещанные ответы</translation>
  </message>
  <message>
   <source>Ask again</source>
   <translation>Спросить снова</translation>
  </message>
  <message numerus="yes">
   <source>Ask again within {n} business days, not later.</source>
   <translation>
    <numerusform>Спросите снова не позже чем через {n} рабочий день.</numerusform>
    <numerusform>Спросите снова не позже чем через {n} рабочих дня.</numerusform>
    <numerusform>Спросите снова не позже чем через {n} рабочих дней.</numerusform>
   </translation>
  </message>
  <message>
   <source>Ask at least once why it could happen.</source>
   <translation>Спросите хотя бы раз, почему это могло случиться.</translation>
  </message>
  <message>
   <source>Ask whether it suits</source>
   <translation>Спросите, удобно ли</translation>
  </message>
  <message>
   <source>At least two options must have been offered.</source>
   <translation>Должно быть предложено не меньше двух вариантов.</translation>
  </message>
  <message>
   <source>Best at {at}, {channel}</source>
   <translation>Лучше всего {at}, {channel}</translation>
  </message>
  <message>
   <source>Breakdown</source>
   <translation>Поломка или сбой</translation>
  </message>
  <message>
   <source>By</source>
   <translation>К сроку</translation>
  </message>
  <message>
   <source>By {day}</source>
   <translation>До {day}</translation>
  </message>
  <message>
   <source>Calmly, once</source>
   <translation>Спокойно, один раз</translation>
  </message>
  <message>
   <source>Case given to another owner</source>
   <translation>Жалоба передана другому ответственному</translation>
  </message>
  <message>
   <source>Cases gathered in a problem</source>
   <translation>Жалобы собраны в проблему</translation>
  </message>
  <message>
   <source>Cases of one cause</source>
   <translation>Жалобы с одной причиной</translation>
  </message>
  <message>
   <source>Cause named</source>
   <translation>Причина названа</translation>
  </message>
  <message>
   <source>Cause of a complaint</source>
   <translation>Причина жалобы</translation>
  </message>
  <message>
   <source>Cause of a complaint named</source>
   <translation>Причина жалобы названа</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Изменить</translation>
  </message>
  <message>
   <source>Change the severity</source>
   <translation>Изменить тяжесть</translation>
  </message>
  <message>
   <source>Change the severity…</source>
   <translation>Изменить тяжесть…</translation>
  </message>
  <message>
   <source>Channel</source>
   <translation>Канал</translation>
  </message>
  <message>
   <source>Check the effect</source>
   <translation>Проверить результат</translation>
  </message>
  <message>
   <source>Checked {day}</source>
   <translation>Проверено {day}</translation>
  </message>
  <message>
   <source>Choose an action that is done.</source>
   <translation>Выберите выполненное поручение.</translation>
  </message>
  <message>
   <source>Choose an action that is not done yet.</source>
   <translation>Выберите поручение, которое ещё не выполнено.</translation>
  </message>
  <message>
   <source>Choose an open problem.</source>
   <translation>Выберите открытую проблему.</translation>
  </message>
  <message>
   <source>Choose both what went wrong and where it came from.</source>
   <translation>Выберите и то, что пошло не так, и то, откуда это пришло.</translation>
  </message>
  <message>
   <source>Choose somebody who works with complaints.</source>
   <translation>Выберите того, кто работает с жалобами.</translation>
  </message>
  <message>
   <source>Choose the other complaint of the same client.</source>
   <translation>Выберите другую жалобу этого же клиента.</translation>
  </message>
  <message>
   <source>Client not reached for the talk</source>
   <translation>Клиента не застали для разговора</translation>
  </message>
  <message>
   <source>Client wishes no talk afterwards</source>
   <translation>Клиент не хочет разговора</translation>
  </message>
  <message>
   <source>Close the case</source>
   <translation>Закрыть жалобу</translation>
  </message>
  <message>
   <source>Close the case…</source>
   <translation>Закрыть жалобу…</translation>
  </message>
  <message>
   <source>Closed too long ago: file a new complaint, it will be linked to this one.</source>
   <translation>Закрыта слишком давно: заведите новую жалобу, она будет связана с этой.</translation>
  </message>
  <message>
   <source>Compensation, or none and why</source>
   <translation>Возмещение или почему его нет</translation>
  </message>
  <message>
   <source>Complaint</source>
   <translation>Жалоба</translation>
  </message>
  <message>
   <source>Complaints are hidden while somebody else looks at the screen.</source>
   <translation>Жалобы скрыты, пока на экран смотрит кто-то ещё.</translation>
  </message>
  <message>
   <source>Complaints exported</source>
   <translation>Выгружены обращения</translation>
  </message>
  <message>
   <source>Compose again</source>
   <translation>Составить заново</translation>
  </message>
  <message>
   <source>Confidential</source>
   <translation>Конфиденциально</translation>
  </message>
  <message>
   <source>Contact saved in the case.</source>
   <translation>Контакт записан.</translation>
  </message>
  <message>
   <source>Contains a legal demand: a refund, damages</source>
   <translation>Есть требование: вернуть деньги, возместить</translation>
  </message>
  <message>
   <source>Corrective action</source>
   <translation>Поручение</translation>
  </message>
  <message>
   <source>Corrective action added</source>
   <translation>Поручение дано</translation>
  </message>
  <message>
   <source>Corrective action done</source>
   <translation>Поручение выполнено</translation>
  </message>
  <message>
   <source>Corrective action to be done</source>
   <translation>Поручение: выполнить</translation>
  </message>
  <message>
   <source>Corrective action: is there an effect?</source>
   <translation>Поручение: есть ли результат?</translation>
  </message>
  <message>
   <source>Corrective actions</source>
   <translation>Поручения</translation>
  </message>
  <message>
   <source>Count</source>
   <translation>Количество</translation>
  </message>
  <message>
   <source>Cyrillic letters are left in the English letter.</source>
   <translation>В английском письме остались русские буквы.</translation>
  </message>
  <message>
   <source>Date of the answer</source>
   <translation>Дата ответа</translation>
  </message>
  <message>
   <source>Deadlines and promises stay as they are.</source>
   <translation>Сроки и обещания не меняются.</translation>
  </message>
  <message>
   <source>Decide on compensation: something, or nothing and why.</source>
   <translation>Решите о возмещении: что именно или почему ничего.</translation>
  </message>
  <message>
   <source>Decided at once, and repeated</source>
   <translation>Решено сразу и повторилось</translation>
  </message>
  <message>
   <source>Decided at the first level</source>
   <translation>На первом уровне</translation>
  </message>
  <message>
   <source>Decision asked for</source>
   <translation>Просят решения</translation>
  </message>
  <message>
   <source>Decision on {number}</source>
   <translation>Решение по обращению {number}</translation>
  </message>
  <message>
   <source>Delay or needless effort</source>
   <translation>Задержка или лишние усилия</translation>
  </message>
  <message>
   <source>Departments in time</source>
   <translation>Подразделения: в срок</translation>
  </message>
  <message>
   <source>Detailed answer</source>
   <translation>Подробный ответ</translation>
  </message>
  <message>
   <source>Direct contact</source>
   <translation>Прямой контакт</translation>
  </message>
  <message>
   <source>Done; its effect is checked in 90 days.</source>
   <translation>Сделано; результат проверят через 90 дней.</translation>
  </message>
  <message>
   <source>Due (UTC)</source>
   <translation>Срок (UTC)</translation>
  </message>
  <message>
   <source>Effect</source>
   <translation>Результат</translation>
  </message>
  <message>
   <source>Effect due {day}</source>
   <translation>Проверить {day}</translation>
  </message>
  <message>
   <source>Effect of an action checked</source>
   <translation>Результат поручения проверен</translation>
  </message>
  <message>
   <source>Export complaints</source>
   <translation>Выгрузить жалобы</translation>
  </message>
  <message>
   <source>Export the statistics</source>
   <translation>Выгрузить статистику</translation>
  </message>
  <message>
   <source>File the complaint</source>
   <translation>Принять жалобу</translation>
  </message>
  <message>
   <source>Final position</source>
   <translation>Окончательная позиция</translation>
  </message>
  <message>
   <source>Find by number or client</source>
   <translation>Найти по номеру или клиенту</translation>
  </message>
  <message>
   <source>First check the effect of its actions.</source>
   <translation>Сначала проверьте результат поручений.</translation>
  </message>
  <message>
   <source>First it has to be done.</source>
   <translation>Сначала это нужно сделать.</translation>
  </message>
  <message>
   <source>First let the client hear from a person: log a call, a message or a talk.</source>
   <translation>Сначала пусть клиент услышит человека: запишите звонок, сообщение или разговор.</translation>
  </message>
  <message>
   <source>First send the final position, with the right to take the matter further.</source>
   <translation>Сначала отправьте окончательную позицию с правом обратиться в другие инстанции.</translation>
  </message>
  <message>
   <source>First send the reply with your name, a direct contact, the number and the date.</source>
   <translation>Сначала отправьте ответ с именем, прямым контактом, номером и датой.</translation>
  </message>
  <message>
   <source>First talk to the client about how it went.</source>
   <translation>Сначала узнайте у клиента, доволен ли он.</translation>
  </message>
  <message>
   <source>Five whys are enough: the last one is the root.</source>
   <translation>Пяти «почему» достаточно: последнее и есть корень.</translation>
  </message>
  <message>
   <source>Flag to management: {flag}</source>
   <translation>Сигнал руководству: {flag}</translation>
  </message>
  <message>
   <source>Flags</source>
   <translation>Сигналы</translation>
  </message>
  <message>
   <source>Flags to management</source>
   <translation>Сигналы руководству</translation>
  </message>
  <message>
   <source>For example: for the meeting with the director</source>
   <translation>Например: к встрече с директором</translation>
  </message>
  <message>
   <source>For management</source>
   <translation>Для руководства</translation>
  </message>
  <message>
   <source>From 1 to {most}, or leave it open.</source>
   <translation>От 1 до {most} или оставьте пустым.</translation>
  </message>
  <message>
   <source>Give it to another owner…</source>
   <translation>Передать другому ответственному…</translation>
  </message>
  <message>
   <source>Give the answer…</source>
   <translation>Дать ответ…</translation>
  </message>
  <message>
   <source>Give the case</source>
   <translation>Передать жалобу</translation>
  </message>
  <message>
   <source>Give the case to another owner</source>
   <translation>Передать жалобу другому ответственному</translation>
  </message>
  <message>
   <source>Given {at}.</source>
   <translation>Дан: {at}.</translation>
  </message>
  <message>
   <source>Guest lists show this until {day}, and no reason.</source>
   <translation>В списках гостей до {day} видно только это, без причины.</translation>
  </message>
  <message>
   <source>Guest lists show this, and no reason.</source>
   <translation>В списках гостей видно только это, без причины.</translation>
  </message>
  <message>
   <source>Handover between people</source>
   <translation>Передача между людьми</translation>
  </message>
  <message>
   <source>Hidden from {name}</source>
   <translation>Скрыто от сотрудника: {name}</translation>
  </message>
  <message>
   <source>Hold back invitations meanwhile</source>
   <translation>Пока не приглашать</translation>
  </message>
  <message>
   <source>How content, 1 to 5</source>
   <translation>Насколько доволен, от 1 до 5</translation>
  </message>
  <message>
   <source>How content: {value} of 5</source>
   <translation>Насколько доволен: {value} из 5</translation>
  </message>
  <message>
   <source>How easy it was, 1 to 7</source>
   <translation>Легко ли было решить, от 1 до 7</translation>
  </message>
  <message>
   <source>How easy it was: {value} of 7</source>
   <translation>Легко ли было: {value} из 7</translation>
  </message>
  <message>
   <source>How it could happen</source>
   <translation>Как это могло случиться</translation>
  </message>
  <message>
   <source>How long clients wait, half of them</source>
   <translation>Сколько ждёт половина клиентов</translation>
  </message>
  <message>
   <source>How the client said it</source>
   <translation>Как это сказал клиент</translation>
  </message>
  <message>
   <source>How the complaint came</source>
   <translation>Как поступило</translation>
  </message>
  <message>
   <source>How to reach the client</source>
   <translation>Как связаться с клиентом</translation>
  </message>
  <message>
   <source>How you give it</source>
   <translation>Как передадите</translation>
  </message>
  <message>
   <source>How you know</source>
   <translation>Откуда это известно</translation>
  </message>
  <message>
   <source>In Russian</source>
   <translation>По-русски</translation>
  </message>
  <message>
   <source>In brackets: the middle half. Open cases count as long as they last.</source>
   <translation>В скобках – средняя половина. Открытые жалобы учтены столько, сколько длятся.</translation>
  </message>
  <message>
   <source>In our own words</source>
   <translation>Нашими словами</translation>
  </message>
  <message>
   <source>In progress again.</source>
   <translation>Снова в работе.</translation>
  </message>
  <message>
   <source>In the client’s words</source>
   <translation>Словами клиента</translation>
  </message>
  <message>
   <source>Information or promise</source>
   <translation>Сведения или обещание</translation>
  </message>
  <message>
   <source>Instruction for {number}</source>
   <translation>Указание по {number}</translation>
  </message>
  <message>
   <source>Is it solved?</source>
   <translation>Вопрос решён?</translation>
  </message>
  <message>
   <source>It comes a week after the case is resolved.</source>
   <translation>Он будет через неделю после решения.</translation>
  </message>
  <message>
   <source>It did not work</source>
   <translation>Не помогло</translation>
  </message>
  <message>
   <source>It is noted that the client wishes no talk.</source>
   <translation>Записано: клиент не хочет разговора.</translation>
  </message>
  <message>
   <source>It names nobody and no case.</source>
   <translation>Ни людей, ни жалоб он не называет.</translation>
  </message>
  <message>
   <source>It worked</source>
   <translation>Помогло</translation>
  </message>
  <message>
   <source>Keep the hold</source>
   <translation>Оставить паузу</translation>
  </message>
  <message>
   <source>Language of the letter</source>
   <translation>Язык письма</translation>
  </message>
  <message>
   <source>Last 12 months</source>
   <translation>Последние 12 месяцев</translation>
  </message>
  <message>
   <source>Last 90 days</source>
   <translation>Последние 90 дней</translation>
  </message>
  <message>
   <source>Last tried</source>
   <translation>Последняя попытка</translation>
  </message>
  <message>
   <source>Late: {day}</source>
   <translation>Просрочено: {day}</translation>
  </message>
  <message>
   <source>Lesson</source>
   <translation>Урок</translation>
  </message>
  <message>
   <source>Lesson published</source>
   <translation>Урок опубликован</translation>
  </message>
  <message>
   <source>Lesson withdrawn</source>
   <translation>Урок отозван</translation>
  </message>
  <message>
   <source>Lessons</source>
   <translation>Уроки</translation>
  </message>
  <message>
   <source>Letter given</source>
   <translation>Письмо передано</translation>
  </message>
  <message>
   <source>Letter of a case printed or saved</source>
   <translation>Письмо по жалобе напечатано или сохранено</translation>
  </message>
  <message>
   <source>Letter to the client written</source>
   <translation>Письмо клиенту написано</translation>
  </message>
  <message>
   <source>Letters</source>
   <translation>Письма</translation>
  </message>
  <message>
   <source>Letters of this case</source>
   <translation>Письма по этой жалобе</translation>
  </message>
  <message>
   <source>Log a contact</source>
   <translation>Записать контакт</translation>
  </message>
  <message>
   <source>Looked for and not found; a problem is open</source>
   <translation>Искали и не нашли; открыта проблема</translation>
  </message>
  <message>
   <source>Mail and letter</source>
   <translation>Почта и письмо</translation>
  </message>
  <message>
   <source>Marked as seen.</source>
   <translation>Отмечено как просмотренное.</translation>
  </message>
  <message>
   <source>Mistake</source>
   <translation>Ошибка</translation>
  </message>
  <message>
   <source>More “we” than “I”: it sounds like an office.</source>
   <translation>«Мы» чаще, чем «я»: звучит как канцелярия.</translation>
  </message>
  <message>
   <source>Move the promised date</source>
   <translation>Перенести обещанный срок</translation>
  </message>
  <message>
   <source>Move the promised date…</source>
   <translation>Перенести обещанный срок…</translation>
  </message>
  <message>
   <source>Name another cause…</source>
   <translation>Назвать другую причину…</translation>
  </message>
  <message>
   <source>Name the cause</source>
   <translation>Назвать причину</translation>
  </message>
  <message>
   <source>Name the cause of the problem first.</source>
   <translation>Сначала назовите причину проблемы.</translation>
  </message>
  <message>
   <source>Name the cause of the problem first: it is what is counted.</source>
   <translation>Сначала назовите причину проблемы: считают именно её.</translation>
  </message>
  <message>
   <source>Name the cause, or say that none was found.</source>
   <translation>Назовите причину или укажите, что её не нашли.</translation>
  </message>
  <message>
   <source>Name the cause…</source>
   <translation>Назвать причину…</translation>
  </message>
  <message>
   <source>Name the problem, without names of people.</source>
   <translation>Назовите проблему, не называя людей.</translation>
  </message>
  <message>
   <source>Nearly the same letter went out before: write a new one.</source>
   <translation>Почти такое же письмо уже уходило: напишите заново.</translation>
  </message>
  <message>
   <source>New complaint</source>
   <translation>Новая жалоба</translation>
  </message>
  <message>
   <source>New owner</source>
   <translation>Новый ответственный</translation>
  </message>
  <message>
   <source>News on the way</source>
   <translation>Новости по пути</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Ближайшее</translation>
  </message>
  <message>
   <source>Next step</source>
   <translation>Следующий шаг</translation>
  </message>
  <message>
   <source>No complaint came in this time.</source>
   <translation>За это время обращений не было.</translation>
  </message>
  <message>
   <source>No complaint is open.</source>
   <translation>Открытых жалоб нет.</translation>
  </message>
  <message>
   <source>No complaint matches.</source>
   <translation>Ничего не найдено.</translation>
  </message>
  <message>
   <source>No hour of the window suits any more: talk as soon as you can.</source>
   <translation>Подходящего часа уже нет: поговорите, как только сможете.</translation>
  </message>
  <message>
   <source>No mail account is set up yet. Do that in Settings, or choose another way.</source>
   <translation>Почта ещё не настроена. Настройте её или выберите другой способ.</translation>
  </message>
  <message>
   <source>No problem is open: three cases of one cause within 90 days make one.</source>
   <translation>Открытых проблем нет: проблема – это три жалобы с одной причиной за 90 дней.</translation>
  </message>
  <message>
   <source>No process</source>
   <translation>Нет порядка</translation>
  </message>
  <message>
   <source>No sums of money in the first reply.</source>
   <translation>В первом ответе не называют сумм.</translation>
  </message>
  <message>
   <source>No talk wished</source>
   <translation>Разговор не нужен</translation>
  </message>
  <message>
   <source>No talk wished…</source>
   <translation>Разговор не нужен…</translation>
  </message>
  <message>
   <source>Nobody could take this complaint: give the client a personal manager first.</source>
   <translation>Эту жалобу некому принять: сначала назначьте клиенту персонального менеджера.</translation>
  </message>
  <message>
   <source>Nobody has named the cause yet.</source>
   <translation>Причину пока никто не назвал.</translation>
  </message>
  <message>
   <source>Nobody in particular</source>
   <translation>Ни о ком отдельно</translation>
  </message>
  <message>
   <source>Nobody speaks here: say “I”.</source>
   <translation>Здесь никто не говорит от себя: скажите «я».</translation>
  </message>
  <message>
   <source>Nobody works at that hour: choose a time when the club is open.</source>
   <translation>В этот час никто не работает: выберите время, когда клуб открыт.</translation>
  </message>
  <message>
   <source>Not asked</source>
   <translation>Не спрашивали</translation>
  </message>
  <message>
   <source>Not found…</source>
   <translation>Не найдена…</translation>
  </message>
  <message>
   <source>Not known yet</source>
   <translation>Пока неизвестно</translation>
  </message>
  <message>
   <source>Not reached</source>
   <translation>Не застали</translation>
  </message>
  <message>
   <source>Not shown</source>
   <translation>Не доказано</translation>
  </message>
  <message>
   <source>Not solved</source>
   <translation>Не решено</translation>
  </message>
  <message>
   <source>Not to the standard</source>
   <translation>Не по стандарту</translation>
  </message>
  <message>
   <source>Not wished for</source>
   <translation>Не нужен</translation>
  </message>
  <message>
   <source>Note the talk…</source>
   <translation>Записать разговор…</translation>
  </message>
  <message>
   <source>Nothing is due.</source>
   <translation>Срочного нет.</translation>
  </message>
  <message>
   <source>Nothing the client told you is in the letter.</source>
   <translation>В письме нет ничего из того, что рассказал клиент.</translation>
  </message>
  <message>
   <source>Notice earlier</source>
   <translation>Замечать раньше</translation>
  </message>
  <message>
   <source>Of</source>
   <translation>Из</translation>
  </message>
  <message>
   <source>Offer at least two things to choose from.</source>
   <translation>Предложите на выбор хотя бы два решения.</translation>
  </message>
  <message>
   <source>On its way: the clock stops when the mail has left.</source>
   <translation>В пути: часы остановятся, когда письмо уйдёт.</translation>
  </message>
  <message>
   <source>On the phone</source>
   <translation>По телефону</translation>
  </message>
  <message>
   <source>One instruction, if you like</source>
   <translation>Одно указание, если нужно</translation>
  </message>
  <message>
   <source>One sentence is longer than 25 words.</source>
   <translation>Есть предложение длиннее 25 слов.</translation>
  </message>
  <message>
   <source>One sentence: what we do differently now</source>
   <translation>Одна фраза: что мы теперь делаем иначе</translation>
  </message>
  <message>
   <source>One short sentence: what we do differently now.</source>
   <translation>Одна короткая фраза: что мы теперь делаем иначе.</translation>
  </message>
  <message>
   <source>One to seven, seven is easy</source>
   <translation>От одного до семи, семь – легко</translation>
  </message>
  <message>
   <source>Only a head or an executive gives a case to somebody else.</source>
   <translation>Передать жалобу другому может только глава VIP-сервиса или руководитель.</translation>
  </message>
  <message>
   <source>Only an executive signs the answer of a grave case.</source>
   <translation>Ответ по тяжёлому случаю подписывает только руководитель.</translation>
  </message>
  <message>
   <source>Only the head of VIP service may lower the severity.</source>
   <translation>Понизить тяжесть может только глава VIP-сервиса.</translation>
  </message>
  <message>
   <source>Open a problem</source>
   <translation>Открыть проблему</translation>
  </message>
  <message>
   <source>Open a problem…</source>
   <translation>Открыть проблему…</translation>
  </message>
  <message>
   <source>Open again</source>
   <translation>Открыть снова</translation>
  </message>
  <message>
   <source>Open complaints</source>
   <translation>Открытые</translation>
  </message>
  <message>
   <source>Open problem</source>
   <translation>Открыта</translation>
  </message>
  <message>
   <source>Open the case</source>
   <translation>Открыть жалобу</translation>
  </message>
  <message>
   <source>Open the case again</source>
   <translation>Открыть жалобу снова</translation>
  </message>
  <message>
   <source>Open the case again…</source>
   <translation>Открыть снова…</translation>
  </message>
  <message>
   <source>Options offered, one per line</source>
   <translation>Предложенные варианты, по одному в строке</translation>
  </message>
  <message>
   <source>Others, a few of each</source>
   <translation>Прочее, понемногу</translation>
  </message>
  <message>
   <source>Outside the club</source>
   <translation>Вне клуба</translation>
  </message>
  <message>
   <source>Owner: {name}. Severity: {severity}.</source>
   <translation>Ответственный: {name}. Тяжесть: {severity}.</translation>
  </message>
  <message>
   <source>Partly solved</source>
   <translation>Решено отчасти</translation>
  </message>
  <message>
   <source>People: knowledge and skill</source>
   <translation>Люди: знания и навык</translation>
  </message>
  <message>
   <source>People: load</source>
   <translation>Люди: нагрузка</translation>
  </message>
  <message>
   <source>Personally for you</source>
   <translation>Лично для Вас</translation>
  </message>
  <message>
   <source>Place or equipment</source>
   <translation>Место или оборудование</translation>
  </message>
  <message>
   <source>Plain words, no defence</source>
   <translation>Простыми словами, не защищаясь</translation>
  </message>
  <message>
   <source>Prevent</source>
   <translation>Предупредить</translation>
  </message>
  <message>
   <source>Price or contract</source>
   <translation>Цена или договор</translation>
  </message>
  <message>
   <source>Probable</source>
   <translation>Вероятно</translation>
  </message>
  <message>
   <source>Problem</source>
   <translation>Проблема</translation>
  </message>
  <message>
   <source>Problem changed</source>
   <translation>Проблема изменена</translation>
  </message>
  <message>
   <source>Problem opened</source>
   <translation>Проблема открыта</translation>
  </message>
  <message>
   <source>Problem solved</source>
   <translation>Проблема решена</translation>
  </message>
  <message>
   <source>Problems</source>
   <translation>Проблемы</translation>
  </message>
  <message>
   <source>Problems and lessons</source>
   <translation>Проблемы и уроки</translation>
  </message>
  <message>
   <source>Process not followed</source>
   <translation>Порядок не соблюдён</translation>
  </message>
  <message>
   <source>Promise a date</source>
   <translation>Пообещать срок</translation>
  </message>
  <message>
   <source>Promise a date…</source>
   <translation>Пообещать срок…</translation>
  </message>
  <message>
   <source>Promise a time that is still to come.</source>
   <translation>Назначьте время, которое ещё не прошло.</translation>
  </message>
  <message>
   <source>Promise broken, it was due {due}</source>
   <translation>Обещание нарушено, срок был: {due}</translation>
  </message>
  <message>
   <source>Promise kept, it was due {due}</source>
   <translation>Обещание выполнено, срок был: {due}</translation>
  </message>
  <message>
   <source>Promised by {at}</source>
   <translation>Обещано до: {at}</translation>
  </message>
  <message>
   <source>Publish</source>
   <translation>Опубликовать</translation>
  </message>
  <message>
   <source>Publish a lesson</source>
   <translation>Опубликовать урок</translation>
  </message>
  <message>
   <source>Publish a lesson…</source>
   <translation>Опубликовать урок…</translation>
  </message>
  <message>
   <source>Put right</source>
   <translation>Исправить</translation>
  </message>
  <message>
   <source>Read one at a time</source>
   <translation>Называйте по одному</translation>
  </message>
  <message>
   <source>Received (UTC)</source>
   <translation>Получено (UTC)</translation>
  </message>
  <message>
   <source>Release the hold</source>
   <translation>Снять паузу</translation>
  </message>
  <message>
   <source>Released: it will disappear on one of the coming nights.</source>
   <translation>Снята: исчезнет в одну из ближайших ночей.</translation>
  </message>
  <message>
   <source>Renegotiated in time</source>
   <translation>Перенесены до срока</translation>
  </message>
  <message>
   <source>Resolved. A follow-up talk is due in a week.</source>
   <translation>Решена. Через неделю – разговор с клиентом.</translation>
  </message>
  <message>
   <source>Rework</source>
   <translation>Переделка</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Сохранить в PDF…</translation>
  </message>
  <message>
   <source>Say how you know that the client accepts: silence is not acceptance.</source>
   <translation>Укажите, откуда известно, что клиент согласен: молчание – не согласие.</translation>
  </message>
  <message>
   <source>Say in your own sentence of six words or more what happened to the client.</source>
   <translation>Скажите одним своим предложением, не короче шести слов, что случилось с клиентом.</translation>
  </message>
  <message>
   <source>Say it</source>
   <translation>Скажите</translation>
  </message>
  <message>
   <source>Say it in your own words instead of “{phrase}”.</source>
   <translation>Скажите своими словами вместо «{phrase}».</translation>
  </message>
  <message>
   <source>Say the date twice</source>
   <translation>Срок назовите дважды</translation>
  </message>
  <message>
   <source>Say what happened, then wait: let the client speak</source>
   <translation>Скажите, что случилось, и помолчите: пусть говорит клиент</translation>
  </message>
  <message>
   <source>Say what is to be done.</source>
   <translation>Напишите, что нужно сделать.</translation>
  </message>
  <message>
   <source>Say what you expect to change: it is checked later.</source>
   <translation>Напишите, что должно измениться: позже это проверят.</translation>
  </message>
  <message>
   <source>Say where you looked for the cause.</source>
   <translation>Напишите, где искали причину.</translation>
  </message>
  <message>
   <source>Say who did it: the passive voice hides people.</source>
   <translation>Скажите, кто это сделал: страдательный залог прячет людей.</translation>
  </message>
  <message>
   <source>Say why.</source>
   <translation>Укажите причину.</translation>
  </message>
  <message>
   <source>Seen</source>
   <translation>Просмотрено</translation>
  </message>
  <message>
   <source>Seen by management: {flag}</source>
   <translation>Просмотрено руководством: {flag}</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Отправить</translation>
  </message>
  <message>
   <source>Set automatically</source>
   <translation>Определить автоматически</translation>
  </message>
  <message>
   <source>Severity: {severity}</source>
   <translation>Тяжесть: {severity}</translation>
  </message>
  <message>
   <source>Shape of the letter</source>
   <translation>Вид письма</translation>
  </message>
  <message>
   <source>Short message</source>
   <translation>Короткое сообщение</translation>
  </message>
  <message>
   <source>Show all complaints</source>
   <translation>Показать все жалобы</translation>
  </message>
  <message>
   <source>Show that you listened, do not say that you understand.</source>
   <translation>Покажите, что услышали, вместо «я понимаю».</translation>
  </message>
  <message>
   <source>Sign by sign; offer to send it</source>
   <translation>По одному знаку; предложите прислать</translation>
  </message>
  <message>
   <source>Sign the answer</source>
   <translation>Подписать ответ</translation>
  </message>
  <message>
   <source>Signed.</source>
   <translation>Подписано.</translation>
  </message>
  <message>
   <source>Slowly</source>
   <translation>Не торопясь</translation>
  </message>
  <message>
   <source>Software or system</source>
   <translation>Программа или система</translation>
  </message>
  <message>
   <source>Solved</source>
   <translation>Решено</translation>
  </message>
  <message>
   <source>Somebody else must close: you alone approved what was given.</source>
   <translation>Закрыть должен другой: возмещение утверждали только Вы.</translation>
  </message>
  <message>
   <source>Somebody has seen this flag already.</source>
   <translation>Этот сигнал уже просмотрен.</translation>
  </message>
  <message>
   <source>Something was left unfilled: look for brackets.</source>
   <translation>Что-то осталось незаполненным: поищите скобки.</translation>
  </message>
  <message>
   <source>State: {state}</source>
   <translation>Состояние: {state}</translation>
  </message>
  <message>
   <source>Statistics</source>
   <translation>Статистика</translation>
  </message>
  <message>
   <source>Statistics of complaints</source>
   <translation>Статистика жалоб</translation>
  </message>
  <message>
   <source>Statistics of complaints exported</source>
   <translation>Выгружена статистика жалоб</translation>
  </message>
  <message>
   <source>Still open</source>
   <translation>Ещё не наступил срок</translation>
  </message>
  <message>
   <source>Still to be written: {part}.</source>
   <translation>Осталось написать: {part}.</translation>
  </message>
  <message>
   <source>Supplier</source>
   <translation>Поставщик</translation>
  </message>
  <message>
   <source>Taken down. Tell the client this number.</source>
   <translation>Принято. Назовите клиенту этот номер.</translation>
  </message>
  <message>
   <source>Talk after a complaint</source>
   <translation>Разговор после жалобы</translation>
  </message>
  <message>
   <source>Talk after a complaint noted</source>
   <translation>Разговор после жалобы записан</translation>
  </message>
  <message>
   <source>Talked</source>
   <translation>Поговорили</translation>
  </message>
  <message>
   <source>Tell the client the number: with it, nothing needs repeating.</source>
   <translation>Назовите клиенту номер: с ним ничего не придётся повторять.</translation>
  </message>
  <message>
   <source>Tell the client: an answer by {at} ({reason}).</source>
   <translation>Скажите клиенту: ответ до {at} ({reason}).</translation>
  </message>
  <message>
   <source>Thanks</source>
   <translation>Благодарность</translation>
  </message>
  <message>
   <source>The action is on its owner’s list; its effect is checked 90 days after.</source>
   <translation>Поручение передано; его результат проверят через 90 дней.</translation>
  </message>
  <message>
   <source>The answer</source>
   <translation>Ответ</translation>
  </message>
  <message>
   <source>The answer is in the case.</source>
   <translation>Ответ записан.</translation>
  </message>
  <message>
   <source>The answer to this case needs an executive’s signature.</source>
   <translation>Ответ по этому случаю должен подписать руководитель.</translation>
  </message>
  <message>
   <source>The case cannot move to that state from this one.</source>
   <translation>Из этого состояния туда перейти нельзя.</translation>
  </message>
  <message>
   <source>The case has another owner.</source>
   <translation>У жалобы теперь другой ответственный.</translation>
  </message>
  <message>
   <source>The case is closed.</source>
   <translation>Жалоба закрыта.</translation>
  </message>
  <message>
   <source>The cause is named.</source>
   <translation>Причина названа.</translation>
  </message>
  <message>
   <source>The cause is not found</source>
   <translation>Причина не найдена</translation>
  </message>
  <message>
   <source>The cause is not known yet</source>
   <translation>Причина пока неизвестна</translation>
  </message>
  <message>
   <source>The client accepts</source>
   <translation>Клиент согласен</translation>
  </message>
  <message>
   <source>The client accepts…</source>
   <translation>Клиент согласен…</translation>
  </message>
  <message>
   <source>The client has it</source>
   <translation>Клиент его получил</translation>
  </message>
  <message>
   <source>The client is not content: open the case again.</source>
   <translation>Клиент не удовлетворён: откройте жалобу заново.</translation>
  </message>
  <message>
   <source>The client is not satisfied</source>
   <translation>Клиент не удовлетворён</translation>
  </message>
  <message>
   <source>The client is not satisfied…</source>
   <translation>Клиент не удовлетворён…</translation>
  </message>
  <message>
   <source>The client made use of it</source>
   <translation>Клиент воспользовался предложенным</translation>
  </message>
  <message>
   <source>The client said so</source>
   <translation>Клиент сказал об этом</translation>
  </message>
  <message>
   <source>The client to us</source>
   <translation>Клиент нам</translation>
  </message>
  <message>
   <source>The client wrote so</source>
   <translation>Клиент написал об этом</translation>
  </message>
  <message>
   <source>The client’s words</source>
   <translation>Слова клиента</translation>
  </message>
  <message>
   <source>The client’s words are in another language: check that yours say the same.</source>
   <translation>Слова клиента записаны на другом языке: проверьте, что Ваши говорят о том же.</translation>
  </message>
  <message>
   <source>The club’s rule: {reason}. The client sees the time of {city}.</source>
   <translation>По правилам клуба: {reason}. Время для клиента: {city}.</translation>
  </message>
  <message>
   <source>The compensation is not delivered yet.</source>
   <translation>Возмещение ещё не вручено.</translation>
  </message>
  <message>
   <source>The complaint is filed</source>
   <translation>Жалоба принята</translation>
  </message>
  <message>
   <source>The date has passed: this promise is broken. Give the client a new date.</source>
   <translation>Срок прошёл, обещание нарушено. Назовите клиенту новый срок.</translation>
  </message>
  <message>
   <source>The day, hour and city of the answer are missing in the letter.</source>
   <translation>В письме нет дня, часа и города обещанного ответа.</translation>
  </message>
  <message>
   <source>The effect shows after 90 days: check it on {day}.</source>
   <translation>Результат виден через 90 дней: проверьте {day}.</translation>
  </message>
  <message>
   <source>The first reply comes first; other letters follow it.</source>
   <translation>Сначала первый ответ, остальные письма – после него.</translation>
  </message>
  <message>
   <source>The first reply is in the case; the date is a promise now.</source>
   <translation>Первый ответ записан; дата теперь обещана.</translation>
  </message>
  <message>
   <source>The first reply is on its way already.</source>
   <translation>Первый ответ уже в пути.</translation>
  </message>
  <message>
   <source>The first reply is on its way.</source>
   <translation>Первый ответ в пути.</translation>
  </message>
  <message>
   <source>The guest lists will say only “{hold}”.</source>
   <translation>В списках гостей будет только «{hold}».</translation>
  </message>
  <message>
   <source>The head of VIP service checks the effect.</source>
   <translation>Результат проверяет руководитель VIP-службы.</translation>
  </message>
  <message>
   <source>The head of VIP service gives corrective actions.</source>
   <translation>Поручения по исправлению даёт руководитель VIP-службы.</translation>
  </message>
  <message>
   <source>The head of VIP service leads problems and lessons.</source>
   <translation>Проблемы и уроки ведёт руководитель VIP-службы.</translation>
  </message>
  <message>
   <source>The hold stays.</source>
   <translation>Пауза остаётся.</translation>
  </message>
  <message>
   <source>The hold will be lifted on one of the coming nights.</source>
   <translation>Пауза снимется в одну из ближайших ночей.</translation>
  </message>
  <message>
   <source>The lesson is published.</source>
   <translation>Урок опубликован.</translation>
  </message>
  <message>
   <source>The letter</source>
   <translation>Письмо</translation>
  </message>
  <message>
   <source>The letter is empty.</source>
   <translation>Письмо пустое.</translation>
  </message>
  <message>
   <source>The letter is in the case.</source>
   <translation>Письмо сохранено в жалобе.</translation>
  </message>
  <message>
   <source>The letter is on its way.</source>
   <translation>Письмо в пути.</translation>
  </message>
  <message>
   <source>The letter waits until {at}: {reason}</source>
   <translation>Письмо ждёт до {at}: {reason}</translation>
  </message>
  <message>
   <source>The new date is promised.</source>
   <translation>Новый срок обещан.</translation>
  </message>
  <message>
   <source>The number of the complaint is missing in the letter.</source>
   <translation>В письме нет номера обращения.</translation>
  </message>
  <message>
   <source>The owner of the case names its cause.</source>
   <translation>Причину называет ответственный за жалобу.</translation>
  </message>
  <message>
   <source>The owner of the case talks to the client.</source>
   <translation>С клиентом говорит ответственный за жалобу.</translation>
  </message>
  <message>
   <source>The owner of the case writes it.</source>
   <translation>Его пишет ответственный.</translation>
  </message>
  <message>
   <source>The owner of the case writes its letters.</source>
   <translation>Письма пишет ответственный за жалобу.</translation>
  </message>
  <message>
   <source>The owner of the case writes the first reply.</source>
   <translation>Первый ответ пишет ответственный за жалобу.</translation>
  </message>
  <message>
   <source>The problem is open.</source>
   <translation>Проблема открыта.</translation>
  </message>
  <message>
   <source>The problem is solved.</source>
   <translation>Проблема решена.</translation>
  </message>
  <message>
   <source>The reply waits until {at}: {reason}</source>
   <translation>Ответ подождёт до {at}: {reason}</translation>
  </message>
  <message>
   <source>The severity is changed and the deadlines follow.</source>
   <translation>Тяжесть изменена, сроки пересчитаны.</translation>
  </message>
  <message>
   <source>The talk a week later</source>
   <translation>Разговор через неделю</translation>
  </message>
  <message>
   <source>The talk comes after the case is resolved.</source>
   <translation>Этот разговор – после того, как вопрос решён.</translation>
  </message>
  <message>
   <source>The talk is in the case.</source>
   <translation>Разговор записан.</translation>
  </message>
  <message>
   <source>The try is noted.</source>
   <translation>Попытка записана.</translation>
  </message>
  <message>
   <source>There are no figures to export.</source>
   <translation>Нет цифр, которые можно выгрузить.</translation>
  </message>
  <message>
   <source>There is no complaint to export.</source>
   <translation>Нет обращений, которые можно выгрузить.</translation>
  </message>
  <message>
   <source>There is no date to keep to: write with a new date.</source>
   <translation>Держаться не за что: срок прошёл. Напишите с новым сроком.</translation>
  </message>
  <message>
   <source>There is no hold any more</source>
   <translation>Паузы больше нет</translation>
  </message>
  <message>
   <source>There is no hold to release.</source>
   <translation>Нет паузы, которую можно снять.</translation>
  </message>
  <message>
   <source>There is no open promise to move.</source>
   <translation>Нет открытого обещания, которое можно перенести.</translation>
  </message>
  <message>
   <source>There is no such action.</source>
   <translation>Такого поручения нет.</translation>
  </message>
  <message>
   <source>There is no such complaint.</source>
   <translation>Такой жалобы нет.</translation>
  </message>
  <message>
   <source>There is no such flag.</source>
   <translation>Такого сигнала нет.</translation>
  </message>
  <message>
   <source>There is no such problem.</source>
   <translation>Такой проблемы нет.</translation>
  </message>
  <message>
   <source>There is nobody else to give it to.</source>
   <translation>Передать больше некому.</translation>
  </message>
  <message>
   <source>This cannot have happened in the future.</source>
   <translation>Это не могло произойти позже, чем сейчас.</translation>
  </message>
  <message>
   <source>This case cannot be given to this person. Choose another.</source>
   <translation>Этому сотруднику жалобу передать нельзя. Выберите другого.</translation>
  </message>
  <message>
   <source>This case has no cause of its own.</source>
   <translation>У этой жалобы нет собственной причины.</translation>
  </message>
  <message>
   <source>This client has no e-mail address. Choose another way.</source>
   <translation>У клиента нет адреса почты. Выберите другой способ.</translation>
  </message>
  <message>
   <source>This client is not here any more.</source>
   <translation>Этого клиента здесь больше нет.</translation>
  </message>
  <message>
   <source>This could not be saved. Try again.</source>
   <translation>Сейчас сохранить не удалось. Попробуйте ещё раз.</translation>
  </message>
  <message>
   <source>This has been changed in the meantime.</source>
   <translation>За это время запись уже изменили.</translation>
  </message>
  <message>
   <source>This is later than the case must be resolved: promise {day} or earlier.</source>
   <translation>Это позже срока решения: обещайте {day} или раньше.</translation>
  </message>
  <message>
   <source>This is later than the law allows: promise {day} or earlier.</source>
   <translation>Это позже срока по закону: обещайте {day} или раньше.</translation>
  </message>
  <message>
   <source>This letter does not fit the case as it stands now.</source>
   <translation>Такое письмо сейчас не подходит к состоянию жалобы.</translation>
  </message>
  <message>
   <source>This problem is solved: open it anew first.</source>
   <translation>Эта проблема решена: сначала откройте её заново.</translation>
  </message>
  <message>
   <source>This step is not yours to take: ask the owner of the case.</source>
   <translation>Этот шаг делает ответственный за жалобу: обратитесь к нему.</translation>
  </message>
  <message>
   <source>This talk is over: its result stays as it was noted.</source>
   <translation>Разговор состоялся: его итог остаётся как записан.</translation>
  </message>
  <message>
   <source>To come</source>
   <translation>Предстоит</translation>
  </message>
  <message>
   <source>Today was tried already: try again on another day.</source>
   <translation>Сегодня уже пробовали: попробуйте в другой день.</translation>
  </message>
  <message>
   <source>Too few clients to show figures without naming anybody.</source>
   <translation>Клиентов слишком мало: цифры выдали бы, о ком речь.</translation>
  </message>
  <message>
   <source>Too few to show.</source>
   <translation>Слишком мало, чтобы показывать.</translation>
  </message>
  <message numerus="yes">
   <source>Tried {n} times without reaching the client</source>
   <translation>
    <numerusform>{n} попытка, застать не удалось</numerusform>
    <numerusform>{n} попытки, застать не удалось</numerusform>
    <numerusform>{n} попыток, застать не удалось</numerusform>
   </translation>
  </message>
  <message>
   <source>Use the client’s own words in that sentence: at least two of them.</source>
   <translation>Возьмите в это предложение слова клиента: хотя бы два.</translation>
  </message>
  <message>
   <source>VIP Desk</source>
   <translation>VIP Desk</translation>
  </message>
  <message>
   <source>Wait</source>
   <translation>Ждать</translation>
  </message>
  <message>
   <source>Wait for the answer</source>
   <translation>Дождитесь ответа</translation>
  </message>
  <message>
   <source>Wait for the client</source>
   <translation>Ждать клиента</translation>
  </message>
  <message>
   <source>Wait for the client…</source>
   <translation>Ждать клиента…</translation>
  </message>
  <message>
   <source>Waiting for the client.</source>
   <translation>Ждём клиента.</translation>
  </message>
  <message>
   <source>Waiting needs a date to ask again.</source>
   <translation>Для ожидания нужна дата, когда Вы спросите снова.</translation>
  </message>
  <message>
   <source>Waiting needs a question: write down what you asked the client.</source>
   <translation>Для ожидания нужен вопрос: запишите, о чём Вы спросили клиента.</translation>
  </message>
  <message>
   <source>We to the client</source>
   <translation>Мы клиенту</translation>
  </message>
  <message>
   <source>What clients complain of</source>
   <translation>На что жалуются клиенты</translation>
  </message>
  <message>
   <source>What happened, in the client’s words</source>
   <translation>Что случилось, словами клиента</translation>
  </message>
  <message>
   <source>What is different from now on</source>
   <translation>Что теперь иначе</translation>
  </message>
  <message>
   <source>What is new since the last word</source>
   <translation>Что нового с прошлого раза</translation>
  </message>
  <message>
   <source>What is next</source>
   <translation>Что дальше</translation>
  </message>
  <message>
   <source>What is to be done</source>
   <translation>Что нужно сделать</translation>
  </message>
  <message>
   <source>What it does</source>
   <translation>Что это даёт</translation>
  </message>
  <message>
   <source>What the client may choose from, one a line</source>
   <translation>Что клиент может выбрать, по одному в строке</translation>
  </message>
  <message>
   <source>What the client said</source>
   <translation>Что сказал клиент</translation>
  </message>
  <message>
   <source>What the client wishes</source>
   <translation>Чего хочет клиент</translation>
  </message>
  <message>
   <source>What the problem is called, without names</source>
   <translation>Название проблемы, без имён</translation>
  </message>
  <message>
   <source>What was decided on compensation, or none and why</source>
   <translation>Что решено о компенсации, или почему её нет</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>Что было сказано</translation>
  </message>
  <message>
   <source>What went wrong</source>
   <translation>Что пошло не так</translation>
  </message>
  <message>
   <source>What you asked</source>
   <translation>О чём Вы спросили</translation>
  </message>
  <message>
   <source>What you decided, and why</source>
   <translation>Что решено и почему</translation>
  </message>
  <message>
   <source>What you expect to change</source>
   <translation>Что должно измениться</translation>
  </message>
  <message>
   <source>What you have done</source>
   <translation>Что Вы сделали</translation>
  </message>
  <message>
   <source>What you told the client</source>
   <translation>Что Вы сказали клиенту</translation>
  </message>
  <message>
   <source>When a client is unhappy, write it down here: five fields are enough.</source>
   <translation>Если клиент недоволен, запишите это здесь: достаточно пяти полей.</translation>
  </message>
  <message>
   <source>When it came</source>
   <translation>Когда поступило</translation>
  </message>
  <message>
   <source>Where it came from</source>
   <translation>Откуда это пришло</translation>
  </message>
  <message>
   <source>Where it happened</source>
   <translation>Где произошло</translation>
  </message>
  <message>
   <source>Where you looked</source>
   <translation>Где искали</translation>
  </message>
  <message>
   <source>Which complaints</source>
   <translation>Какие жалобы</translation>
  </message>
  <message>
   <source>Which letter</source>
   <translation>Какое письмо</translation>
  </message>
  <message>
   <source>Who does it</source>
   <translation>Кто делает</translation>
  </message>
  <message>
   <source>Who does it says that it is done.</source>
   <translation>О выполнении сообщает тот, кто выполняет.</translation>
  </message>
  <message>
   <source>Who knows</source>
   <translation>Кто знает</translation>
  </message>
  <message>
   <source>Who spoke</source>
   <translation>Кто говорил</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Почему</translation>
  </message>
  <message>
   <source>Why could it happen? One why a line, the last is the root</source>
   <translation>Почему это стало возможно? По одному «почему» в строке, последнее – корень</translation>
  </message>
  <message>
   <source>Why it could happen</source>
   <translation>Почему это стало возможно</translation>
  </message>
  <message>
   <source>Why it happened</source>
   <translation>Почему это случилось</translation>
  </message>
  <message>
   <source>Why it takes longer</source>
   <translation>Почему нужно больше времени</translation>
  </message>
  <message>
   <source>Wishes</source>
   <translation>Чего хочет</translation>
  </message>
  <message>
   <source>Worth of what was given, 1 to 5</source>
   <translation>Насколько ценно данное, от 1 до 5</translation>
  </message>
  <message>
   <source>Worth of what was given: {value} of 5</source>
   <translation>Насколько ценно данное: {value} из 5</translation>
  </message>
  <message>
   <source>Write a few words here.</source>
   <translation>Напишите здесь несколько слов.</translation>
  </message>
  <message>
   <source>Write a letter</source>
   <translation>Написать письмо</translation>
  </message>
  <message>
   <source>Write a whole sentence.</source>
   <translation>Напишите целую фразу.</translation>
  </message>
  <message>
   <source>Write down how the client withdrew it.</source>
   <translation>Запишите, как клиент забрал жалобу.</translation>
  </message>
  <message>
   <source>Write down the answer as the client got it.</source>
   <translation>Запишите ответ так, как его получил клиент.</translation>
  </message>
  <message>
   <source>Write down what happened, in the client’s own words.</source>
   <translation>Запишите словами клиента, что произошло.</translation>
  </message>
  <message>
   <source>Write down what is not solved, in the client’s words.</source>
   <translation>Запишите словами клиента, что не решено.</translation>
  </message>
  <message>
   <source>Write down what the client wishes.</source>
   <translation>Запишите, чего хочет клиент.</translation>
  </message>
  <message>
   <source>Wrong expectation set</source>
   <translation>Неверно заданное ожидание</translation>
  </message>
  <message>
   <source>Your decision</source>
   <translation>Ваше решение</translation>
  </message>
  <message>
   <source>Your decision is written down.</source>
   <translation>Ваше решение записано.</translation>
  </message>
  <message>
   <source>Your direct contact is missing in the letter.</source>
   <translation>В письме нет прямого способа связаться с Вами.</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Ваше имя</translation>
  </message>
  <message>
   <source>Your name and surname are missing in the letter.</source>
   <translation>В письме нет Ваших имени и фамилии.</translation>
  </message>
  <message>
   <source>Your own sentence: what happened, in the client’s words</source>
   <translation>Ваше предложение: что случилось, словами клиента</translation>
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
   <source>clock stopped</source>
   <translation>отсчёт остановлен</translation>
  </message>
  <message>
   <source>due {at}</source>
   <translation>срок: {at}</translation>
  </message>
  <message>
   <source>nobody has seen it yet</source>
   <translation>пока не просмотрено</translation>
  </message>
  <message>
   <source>not half of them yet</source>
   <translation>пока меньше половины</translation>
  </message>
  <message>
   <source>nothing is due</source>
   <translation>срочного нет</translation>
  </message>
  <message>
   <source>owner</source>
   <translation>ответственный</translation>
  </message>
  <message>
   <source>seen</source>
   <translation>видели</translation>
  </message>
  <message>
   <source>seen by {name}, {ago}</source>
   <translation>просмотр: {name}, {ago}</translation>
  </message>
  <message>
   <source>stopped while we wait for the client</source>
   <translation>отсчёт остановлен, пока ждём клиента</translation>
  </message>
  <message>
   <source>the last working day within the statutory period, {day}</source>
   <translation>последний рабочий день в пределах срока по закону, {day}</translation>
  </message>
  <message>
   <source>{before} before, {after} after in 90 days each; rate ratio {low} to {high}, 95 % exact</source>
   <translation>{before} до и {after} после, по 90 дней; отношение частот от {low} до {high}, точный интервал 95 %</translation>
  </message>
  <message>
   <source>{channel}, received {at}; written down by {name}</source>
   <translation>{channel}, поступило {at}; записано: {name}</translation>
  </message>
  <message>
   <source>{channel}: an automatic message to the client</source>
   <translation>{channel}: автоматическое сообщение клиенту</translation>
  </message>
  <message>
   <source>{channel}: from the client</source>
   <translation>{channel}: от клиента</translation>
  </message>
  <message>
   <source>{channel}: to the client</source>
   <translation>{channel}: клиенту</translation>
  </message>
  <message>
   <source>{channel}: {when}</source>
   <translation>{channel}: {when}</translation>
  </message>
  <message>
   <source>{clock}: in time</source>
   <translation>{clock}: в срок</translation>
  </message>
  <message>
   <source>{clock}: median, hours</source>
   <translation>{clock}: медиана, часы</translation>
  </message>
  <message>
   <source>{counts}: {low}–{high} %</source>
   <translation>{counts}: {low}–{high} %</translation>
  </message>
  <message>
   <source>{count} %</source>
   <translation>{count} %</translation>
  </message>
  <message>
   <source>{count} d</source>
   <translation>{count} дн.</translation>
  </message>
  <message>
   <source>{count} h</source>
   <translation>{count} ч</translation>
  </message>
  <message>
   <source>{count} min</source>
   <translation>{count} мин</translation>
  </message>
  <message>
   <source>{d} April</source>
   <translation>{d} апреля</translation>
  </message>
  <message>
   <source>{d} August</source>
   <translation>{d} августа</translation>
  </message>
  <message>
   <source>{d} December</source>
   <translation>{d} декабря</translation>
  </message>
  <message>
   <source>{d} February</source>
   <translation>{d} февраля</translation>
  </message>
  <message>
   <source>{d} January</source>
   <translation>{d} января</translation>
  </message>
  <message>
   <source>{d} July</source>
   <translation>{d} июля</translation>
  </message>
  <message>
   <source>{d} June</source>
   <translation>{d} июня</translation>
  </message>
  <message>
   <source>{d} March</source>
   <translation>{d} марта</translation>
  </message>
  <message>
   <source>{d} May</source>
   <translation>{d} мая</translation>
  </message>
  <message>
   <source>{d} November</source>
   <translation>{d} ноября</translation>
  </message>
  <message>
   <source>{d} October</source>
   <translation>{d} октября</translation>
  </message>
  <message>
   <source>{d} September</source>
   <translation>{d} сентября</translation>
  </message>
  <message>
   <source>{flags}</source>
   <translation>{flags}</translation>
  </message>
  <message>
   <source>{item}: missing</source>
   <translation>{item}: нет</translation>
  </message>
  <message>
   <source>{kind}, {channel}, {at}</source>
   <translation>{kind}, {channel}, {at}</translation>
  </message>
  <message>
   <source>{kind}, {channel}: on its way</source>
   <translation>{kind}, {channel}: в пути</translation>
  </message>
  <message>
   <source>{k} of {count}</source>
   <translation>{k} из {count}</translation>
  </message>
  <message>
   <source>{mechanism} · {origin}</source>
   <translation>{mechanism} · {origin}</translation>
  </message>
  <message>
   <source>{mechanism}, {origin}</source>
   <translation>{mechanism}, {origin}</translation>
  </message>
  <message>
   <source>{middle} ({low} – {high})</source>
   <translation>{middle} ({low} – {high})</translation>
  </message>
  <message>
   <source>{name} looks after it.</source>
   <translation>Занимается: {name}.</translation>
  </message>
  <message>
   <source>{name}: {left}</source>
   <translation>{name}: {left}</translation>
  </message>
  <message numerus="yes">
   <source>{n} business days</source>
   <translation>
    <numerusform>{n} рабочий день</numerusform>
    <numerusform>{n} рабочих дня</numerusform>
    <numerusform>{n} рабочих дней</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} business days; days off from {first} to {last}</source>
   <translation>
    <numerusform>{n} рабочий день; с {first} по {last} выходные</numerusform>
    <numerusform>{n} рабочих дня; с {first} по {last} выходные</numerusform>
    <numerusform>{n} рабочих дней; с {first} по {last} выходные</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} business days; {day} is a day off</source>
   <translation>
    <numerusform>{n} рабочий день; {day} – выходной</numerusform>
    <numerusform>{n} рабочих дня; {day} – выходной</numerusform>
    <numerusform>{n} рабочих дней; {day} – выходной</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} cases in 90 days: {mechanism}, {origin}</source>
   <translation>
    <numerusform>{n} жалоба за 90 дней: {mechanism}, {origin}</numerusform>
    <numerusform>{n} жалобы за 90 дней: {mechanism}, {origin}</numerusform>
    <numerusform>{n} жалоб за 90 дней: {mechanism}, {origin}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} complaints</source>
   <translation>
    <numerusform>{n} жалоба</numerusform>
    <numerusform>{n} жалобы</numerusform>
    <numerusform>{n} жалоб</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} unseen</source>
   <translation>
    <numerusform>{n} новый</numerusform>
    <numerusform>{n} новых</numerusform>
    <numerusform>{n} новых</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} without a cause yet</source>
   <translation>
    <numerusform>{n} пока без причины</numerusform>
    <numerusform>{n} пока без причины</numerusform>
    <numerusform>{n} пока без причины</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} words</source>
   <translation>
    <numerusform>{n} слово</numerusform>
    <numerusform>{n} слова</numerusform>
    <numerusform>{n} слов</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} words: too long for this letter.</source>
   <translation>
    <numerusform>{n} слово: длинно для этого письма.</numerusform>
    <numerusform>{n} слова: длинно для этого письма.</numerusform>
    <numerusform>{n} слов: длинно для этого письма.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} working hours</source>
   <translation>
    <numerusform>{n} рабочий час</numerusform>
    <numerusform>{n} рабочих часа</numerusform>
    <numerusform>{n} рабочих часов</numerusform>
   </translation>
  </message>
  <message>
   <source>{place}. {why}</source>
   <translation>{place}. {why}</translation>
  </message>
  <message>
   <source>{reason}; earlier, to reach the client in calling hours</source>
   <translation>{reason}; раньше, чтобы застать клиента в часы, когда ему можно звонить</translation>
  </message>
  <message>
   <source>{reason}; earlier, when the client takes calls and one of us is on duty</source>
   <translation>{reason}; раньше, когда клиенту можно звонить и кто-то из нас на месте</translation>
  </message>
  <message>
   <source>{reason}; the client takes no calls at that hour: agree on the time</source>
   <translation>{reason}; в этот час клиенту не звонят: договоритесь о времени</translation>
  </message>
  <message>
   <source>“{quote}”</source>
   <translation>«{quote}»</translation>
  </message>
 </context>
</TS>
