<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>compensation</name>
  <message>
   <source>% of a year’s purchases</source>
   <translation>% покупок за год</translation>
  </message>
  <message>
   <source>A gift above {limit} from an organisation needs a contract in writing (Civil Code, article 574).</source>
   <translation>Подарок от организации дороже {limit} требует письменного договора (ст. 574 ГК РФ).</translation>
  </message>
  <message>
   <source>A grant cannot be dated back.</source>
   <translation>Компенсацию нельзя оформить задним числом.</translation>
  </message>
  <message>
   <source>A new entry</source>
   <translation>Новая запись</translation>
  </message>
  <message>
   <source>A public official: gifts above {limit} are not allowed (Civil Code, article 575). Ask the lawyer first.</source>
   <translation>Публичное должностное лицо: подарки дороже {limit} запрещены (ст. 575 ГК РФ). Сначала спросите юриста.</translation>
  </message>
  <message>
   <source>A public official: gifts up to {limit}.</source>
   <translation>Публичное должностное лицо: подарки до {limit}.</translation>
  </message>
  <message>
   <source>A refund cannot be more than what was wrongly taken.</source>
   <translation>Вернуть можно не больше, чем взято по ошибке.</translation>
  </message>
  <message>
   <source>A refund is at most what was wrongly taken: note the loss first.</source>
   <translation>Вернуть можно не больше, чем взято по ошибке: сначала запишите ущерб.</translation>
  </message>
  <message>
   <source>A voucher with a number</source>
   <translation>Сертификат с номером</translation>
  </message>
  <message>
   <source>A voucher with this number was given already.</source>
   <translation>Сертификат с таким номером уже выдан.</translation>
  </message>
  <message>
   <source>Above the limit of a case: {left} is left.</source>
   <translation>Выше предела на одну жалобу: осталось {left}.</translation>
  </message>
  <message>
   <source>Above the limit of a client in twelve months: {left} is left.</source>
   <translation>Выше предела на клиента за двенадцать месяцев: осталось {left}.</translation>
  </message>
  <message>
   <source>Above your limit of a month: {left} is left.</source>
   <translation>Выше Вашего предела на месяц: осталось {left}.</translation>
  </message>
  <message>
   <source>All above 80 % of a limit, and one in twenty of the others, drawn each month.</source>
   <translation>Всё, что выше 80 % лимита, и каждая двадцатая из остальных – по жребию раз в месяц.</translation>
  </message>
  <message>
   <source>An executive decides on this one.</source>
   <translation>Это решает высшее руководство.</translation>
  </message>
  <message>
   <source>An option may not cost more than what is set aside.</source>
   <translation>Вариант не может стоить больше, чем отложено.</translation>
  </message>
  <message>
   <source>An option of your own, in the client’s language</source>
   <translation>Свой вариант, на языке клиента</translation>
  </message>
  <message>
   <source>Answer the department</source>
   <translation>Ответить подразделению</translation>
  </message>
  <message>
   <source>Answer them…</source>
   <translation>Ответить им…</translation>
  </message>
  <message>
   <source>As its kind says</source>
   <translation>По виду</translation>
  </message>
  <message>
   <source>Ask a department</source>
   <translation>Поручить подразделению</translation>
  </message>
  <message>
   <source>Ask a department…</source>
   <translation>Поручить подразделению…</translation>
  </message>
  <message>
   <source>Ask first: what would you prefer? From the catalogue, within your limit, without anybody’s signature.</source>
   <translation>Сначала спросите: что Вам было бы приятнее? Из каталога, в Вашем пределе, без чьей-либо подписи.</translation>
  </message>
  <message>
   <source>Beside each: how many cases, and the range that chance explains. It is said from ten cases on.</source>
   <translation>Рядом – сколько обращений и какой разброс объясняется случайностью. Разброс показан от десяти обращений.</translation>
  </message>
  <message>
   <source>Cases compensated in twelve months</source>
   <translation>Обращения с компенсацией за двенадцать месяцев</translation>
  </message>
  <message>
   <source>Catalogue of compensation</source>
   <translation>Каталог компенсаций</translation>
  </message>
  <message>
   <source>Catalogue…</source>
   <translation>Каталог…</translation>
  </message>
  <message>
   <source>Choose what is given.</source>
   <translation>Выберите, что Вы даёте.</translation>
  </message>
  <message>
   <source>Chosen: its delivery has a date now.</source>
   <translation>Выбрано: у вручения теперь есть срок.</translation>
  </message>
  <message numerus="yes">
   <source>Compensated in {n} cases within twelve months (only you see this).</source>
   <translation>
    <numerusform>Компенсации за двенадцать месяцев: {n} жалоба (видите только Вы).</numerusform>
    <numerusform>Компенсации за двенадцать месяцев: {n} жалобы (видите только Вы).</numerusform>
    <numerusform>Компенсации за двенадцать месяцев: {n} жалоб (видите только Вы).</numerusform>
   </translation>
  </message>
  <message>
   <source>Compensation and departments</source>
   <translation>Компенсации и подразделения</translation>
  </message>
  <message>
   <source>Compensation chosen by the client</source>
   <translation>Клиент выбрал компенсацию</translation>
  </message>
  <message>
   <source>Compensation chosen for a look</source>
   <translation>Компенсации отобраны для проверки</translation>
  </message>
  <message>
   <source>Compensation is not yours to give: ask the owner of the case.</source>
   <translation>Компенсацию даёте не Вы: обратитесь к ответственному за жалобу.</translation>
  </message>
  <message>
   <source>Compensation not taken</source>
   <translation>Компенсация не принята</translation>
  </message>
  <message>
   <source>Compensation offered</source>
   <translation>Компенсация предложена</translation>
  </message>
  <message>
   <source>Compensation signed</source>
   <translation>Компенсация подписана</translation>
  </message>
  <message>
   <source>Complaints: compensation</source>
   <translation>Жалобы: компенсация</translation>
  </message>
  <message>
   <source>Costs us, ₽</source>
   <translation>Стоит нам, ₽</translation>
  </message>
  <message>
   <source>Days until it is in hand</source>
   <translation>Дней до вручения</translation>
  </message>
  <message>
   <source>Declare</source>
   <translation>Сообщить</translation>
  </message>
  <message>
   <source>Declared</source>
   <translation>Заявлено</translation>
  </message>
  <message>
   <source>Declared relative taken back</source>
   <translation>Отметка о родстве с клиентом снята</translation>
  </message>
  <message>
   <source>Declared: a colleague decides on compensation for this client.</source>
   <translation>Отмечено: компенсации этому клиенту решает коллега.</translation>
  </message>
  <message>
   <source>Delivered.</source>
   <translation>Вручено.</translation>
  </message>
  <message>
   <source>Department answered</source>
   <translation>Подразделению отвечено</translation>
  </message>
  <message>
   <source>Department asked</source>
   <translation>Поручено подразделению</translation>
  </message>
  <message>
   <source>Departments</source>
   <translation>Подразделения</translation>
  </message>
  <message>
   <source>Departments in time, twelve months</source>
   <translation>Подразделения: в срок ли, за двенадцать месяцев</translation>
  </message>
  <message>
   <source>Done by the department</source>
   <translation>Сделано подразделением</translation>
  </message>
  <message>
   <source>Done {at}</source>
   <translation>Сделано {at}</translation>
  </message>
  <message>
   <source>Drawn by lot</source>
   <translation>По жребию</translation>
  </message>
  <message>
   <source>Due {at}</source>
   <translation>Срок {at}</translation>
  </message>
  <message>
   <source>Entry</source>
   <translation>Запись</translation>
  </message>
  <message>
   <source>Entry of the catalogue</source>
   <translation>Запись каталога</translation>
  </message>
  <message>
   <source>Entry of the compensation catalogue added</source>
   <translation>Запись каталога компенсаций добавлена</translation>
  </message>
  <message>
   <source>Entry of the compensation catalogue changed</source>
   <translation>Запись каталога компенсаций изменена</translation>
  </message>
  <message>
   <source>Estimate first what the client lost.</source>
   <translation>Сначала оцените, что потерял клиент.</translation>
  </message>
  <message>
   <source>Estimated loss, ₽</source>
   <translation>Оценка ущерба, ₽</translation>
  </message>
  <message>
   <source>First option</source>
   <translation>Первый вариант</translation>
  </message>
  <message>
   <source>Gifts of this year come to {total}: above {limit} the club is a tax agent (Tax Code, article 217, item 28). Tell the accountant.</source>
   <translation>Подарков за год набирается на {total}: свыше {limit} клуб становится налоговым агентом (п. 28 ст. 217 НК РФ). Сообщите бухгалтеру.</translation>
  </message>
  <message>
   <source>Gifts this year: {sum} of {limit} free of tax.</source>
   <translation>Подарков за год: {sum} из {limit}, не облагаемых налогом.</translation>
  </message>
  <message>
   <source>Give</source>
   <translation>Дать</translation>
  </message>
  <message>
   <source>Give at once</source>
   <translation>Дать сразу</translation>
  </message>
  <message>
   <source>Give at once…</source>
   <translation>Дать сразу…</translation>
  </message>
  <message>
   <source>Given by</source>
   <translation>Кто назначил</translation>
  </message>
  <message>
   <source>Given lately: give it again all the same</source>
   <translation>Недавно уже давали: всё равно дать ещё раз</translation>
  </message>
  <message>
   <source>Given: note here when the client has it.</source>
   <translation>Дано: отметьте, когда это будет у клиента.</translation>
  </message>
  <message>
   <source>How it was handed over</source>
   <translation>Как вручено</translation>
  </message>
  <message>
   <source>In hand by {at}</source>
   <translation>Вручить до {at}</translation>
  </message>
  <message>
   <source>In hand {at}</source>
   <translation>Вручено {at}</translation>
  </message>
  <message>
   <source>In roubles of cost. Left empty: no limit of that sort. Above the head’s, two executives sign, up to one and a half times the loss.</source>
   <translation>В рублях наших затрат. Пустое поле – без такого предела. Выше предела руководителя VIP-службы подписывают двое из высшего руководства, но не больше 150 % ущерба.</translation>
  </message>
  <message>
   <source>In the client’s hands…</source>
   <translation>У клиента…</translation>
  </message>
  <message>
   <source>In time</source>
   <translation>В срок</translation>
  </message>
  <message>
   <source>It needs a second signature by another executive.</source>
   <translation>Нужна вторая подпись – другого руководителя.</translation>
  </message>
  <message>
   <source>Its question</source>
   <translation>Вопрос подразделения</translation>
  </message>
  <message>
   <source>Late by, half of them</source>
   <translation>Опоздание, медиана</translation>
  </message>
  <message>
   <source>Limit of compensation changed</source>
   <translation>Предел компенсации изменён</translation>
  </message>
  <message>
   <source>Limit of this month used</source>
   <translation>Лимит этого месяца: сколько израсходовано</translation>
  </message>
  <message>
   <source>Limits of compensation</source>
   <translation>Пределы компенсации</translation>
  </message>
  <message>
   <source>Limits…</source>
   <translation>Пределы…</translation>
  </message>
  <message>
   <source>Loss of a client estimated</source>
   <translation>Ущерб клиента оценён</translation>
  </message>
  <message>
   <source>Loss: {loss}; usually 80 to 100 % of it is made good.</source>
   <translation>Ущерб: {loss}; обычно возмещают от 80 до 100 %.</translation>
  </message>
  <message>
   <source>Makes good</source>
   <translation>Возмещает</translation>
  </message>
  <message>
   <source>May be offered</source>
   <translation>Можно предлагать</translation>
  </message>
  <message>
   <source>More than one and a half times the loss gains nothing: offer less.</source>
   <translation>Больше 150 % ущерба давать бессмысленно: предложите меньше.</translation>
  </message>
  <message>
   <source>Name each option, and its sums are zero or more.</source>
   <translation>Назовите каждый вариант; суммы – ноль или больше.</translation>
  </message>
  <message>
   <source>Name it in English too: for clients who read it.</source>
   <translation>Назовите и по-английски: для клиентов, которым пишут на этом языке.</translation>
  </message>
  <message>
   <source>Name what is given.</source>
   <translation>Назовите, что Вы даёте.</translation>
  </message>
  <message>
   <source>Near its limit</source>
   <translation>Близко к лимиту</translation>
  </message>
  <message>
   <source>No department is asked for anything.</source>
   <translation>Подразделениям ничего не поручено.</translation>
  </message>
  <message>
   <source>No department was asked for anything.</source>
   <translation>Подразделениям пока ничего не поручали.</translation>
  </message>
  <message>
   <source>No mark</source>
   <translation>Без оценки</translation>
  </message>
  <message>
   <source>Not a relative after all</source>
   <translation>Всё-таки не родственник</translation>
  </message>
  <message>
   <source>Not done after all</source>
   <translation>Всё-таки не сделано</translation>
  </message>
  <message>
   <source>Not done after all…</source>
   <translation>Всё-таки не сделано…</translation>
  </message>
  <message>
   <source>Not taken…</source>
   <translation>Не принято…</translation>
  </message>
  <message>
   <source>Not twice in so many days</source>
   <translation>Не дважды за столько дней</translation>
  </message>
  <message>
   <source>Note the loss…</source>
   <translation>Записать ущерб…</translation>
  </message>
  <message>
   <source>Nothing</source>
   <translation>Ничего</translation>
  </message>
  <message>
   <source>Nothing is drawn: the sample of a month is made when it has ended.</source>
   <translation>Пока ничего не отобрано: выборка за месяц делается, когда он закончится.</translation>
  </message>
  <message>
   <source>Nothing is offered yet.</source>
   <translation>Пока ничего не предложено.</translation>
  </message>
  <message>
   <source>Nothing more may be given at once here: offer a choice.</source>
   <translation>Сразу здесь больше ничего дать нельзя: предложите выбор.</translation>
  </message>
  <message>
   <source>Nothing was given this month.</source>
   <translation>В этом месяце ничего не назначали.</translation>
  </message>
  <message>
   <source>Number of the voucher, if it has one</source>
   <translation>Номер сертификата, если он есть</translation>
  </message>
  <message>
   <source>Offer at least two different options.</source>
   <translation>Предложите хотя бы два разных варианта.</translation>
  </message>
  <message>
   <source>Offered and given</source>
   <translation>Предложено и дано</translation>
  </message>
  <message>
   <source>Offered: the money is set aside.</source>
   <translation>Предложено: деньги отложены.</translation>
  </message>
  <message>
   <source>Only the head of VIP service or an executive changes the catalogue.</source>
   <translation>Каталог меняет только руководитель VIP-сервиса или высшее руководство.</translation>
  </message>
  <message>
   <source>Only the head of VIP service or an executive changes the limits.</source>
   <translation>Пределы меняет только руководитель VIP-сервиса или высшее руководство.</translation>
  </message>
  <message>
   <source>Open now</source>
   <translation>В работе</translation>
  </message>
  <message>
   <source>Option</source>
   <translation>Вариант</translation>
  </message>
  <message>
   <source>Our answer</source>
   <translation>Наш ответ</translation>
  </message>
  <message>
   <source>Own relative among the clients declared</source>
   <translation>Сотрудник сообщил о родстве с клиентом</translation>
  </message>
  <message>
   <source>Price for the client, ₽</source>
   <translation>Цена для клиента, ₽</translation>
  </message>
  <message>
   <source>Quality is a number from 1 to 5.</source>
   <translation>Качество – число от 1 до 5.</translation>
  </message>
  <message>
   <source>Question of a department noted</source>
   <translation>Вопрос подразделения записан</translation>
  </message>
  <message>
   <source>Reason (above the manager’s limit)</source>
   <translation>Причина (выше предела менеджера)</translation>
  </message>
  <message>
   <source>Refund what was wrongly taken</source>
   <translation>Вернуть взятое по ошибке</translation>
  </message>
  <message>
   <source>Refund…</source>
   <translation>Вернуть деньги…</translation>
  </message>
  <message>
   <source>Relative of a member of the staff</source>
   <translation>Родственник сотрудника</translation>
  </message>
  <message>
   <source>Saved: they hold from now on.</source>
   <translation>Сохранено: действует с этой минуты.</translation>
  </message>
  <message>
   <source>Say what is to be done in your own words: the client’s are not passed on.</source>
   <translation>Напишите, что нужно сделать, своими словами: слова клиента дальше не передаются.</translation>
  </message>
  <message>
   <source>Second option</source>
   <translation>Второй вариант</translation>
  </message>
  <message>
   <source>Should have been in hand {at}</source>
   <translation>Должно было быть у клиента {at}</translation>
  </message>
  <message>
   <source>Sign</source>
   <translation>Подписать</translation>
  </message>
  <message>
   <source>Somebody changed the limits in the meantime. Look at them again.</source>
   <translation>Пределы тем временем изменили. Посмотрите на них ещё раз.</translation>
  </message>
  <message>
   <source>Somebody changed this entry in the meantime. Look at it again.</source>
   <translation>Эту запись тем временем изменили. Посмотрите на неё ещё раз.</translation>
  </message>
  <message>
   <source>Somebody else takes this back: the head of VIP service.</source>
   <translation>Снять эту отметку может не сам сотрудник, а руководитель VIP-службы.</translation>
  </message>
  <message>
   <source>Sum, ₽</source>
   <translation>Сумма, ₽</translation>
  </message>
  <message>
   <source>Take back…</source>
   <translation>Отозвать…</translation>
  </message>
  <message>
   <source>Take the task back</source>
   <translation>Отозвать задачу</translation>
  </message>
  <message>
   <source>Take the usual catalogue</source>
   <translation>Взять обычный каталог</translation>
  </message>
  <message>
   <source>Task of a department done</source>
   <translation>Задача подразделения сделана</translation>
  </message>
  <message>
   <source>Task of a department opened again</source>
   <translation>Задача подразделения открыта снова</translation>
  </message>
  <message>
   <source>Task of a department taken back</source>
   <translation>Задача подразделения отозвана</translation>
  </message>
  <message>
   <source>Tasks of departments</source>
   <translation>Задачи подразделениям</translation>
  </message>
  <message>
   <source>The catalogue is changed.</source>
   <translation>Каталог изменён.</translation>
  </message>
  <message>
   <source>The catalogue is empty: fill it in the settings.</source>
   <translation>Каталог компенсаций пуст.</translation>
  </message>
  <message>
   <source>The catalogue is filled.</source>
   <translation>Каталог заполнен.</translation>
  </message>
  <message>
   <source>The client chose</source>
   <translation>Клиент выбрал</translation>
  </message>
  <message>
   <source>The client chose…</source>
   <translation>Клиент выбрал…</translation>
  </message>
  <message>
   <source>The client’s words and name stay in the case.</source>
   <translation>Слова и имя клиента дальше жалобы не идут.</translation>
  </message>
  <message>
   <source>The department asked</source>
   <translation>Подразделение спрашивает</translation>
  </message>
  <message>
   <source>The department has the task.</source>
   <translation>Задача у подразделения.</translation>
  </message>
  <message>
   <source>The loss is not estimated yet.</source>
   <translation>Ущерб ещё не оценён.</translation>
  </message>
  <message>
   <source>The loss is noted.</source>
   <translation>Ущерб записан.</translation>
  </message>
  <message>
   <source>The money is free again.</source>
   <translation>Деньги снова свободны.</translation>
  </message>
  <message>
   <source>The refund is promised: note here when the client has it.</source>
   <translation>Возврат обещан: отметьте, когда деньги будут у клиента.</translation>
  </message>
  <message>
   <source>There is no such entry in the catalogue.</source>
   <translation>В каталоге нет такой записи.</translation>
  </message>
  <message>
   <source>There is no such offer.</source>
   <translation>Такого предложения нет.</translation>
  </message>
  <message>
   <source>There is no such task.</source>
   <translation>Такой задачи нет.</translation>
  </message>
  <message>
   <source>They ask us…</source>
   <translation>Нас спрашивают…</translation>
  </message>
  <message>
   <source>This account is your own: a colleague decides on it.</source>
   <translation>Это Ваша собственная карточка: решает коллега.</translation>
  </message>
  <message>
   <source>This case is closed: open it again first.</source>
   <translation>Жалоба закрыта: сначала откройте её снова.</translation>
  </message>
  <message numerus="yes">
   <source>This client had {n} such gestures in twelve months already.</source>
   <translation>
    <numerusform>За двенадцать месяцев у клиента уже был {n} такой жест.</numerusform>
    <numerusform>За двенадцать месяцев у клиента уже было {n} таких жеста.</numerusform>
    <numerusform>За двенадцать месяцев у клиента уже было {n} таких жестов.</numerusform>
   </translation>
  </message>
  <message>
   <source>This grant has gone further in the meantime. Look at it again.</source>
   <translation>С этой компенсацией тем временем что-то сделали. Посмотрите на неё ещё раз.</translation>
  </message>
  <message>
   <source>This is a relative of mine</source>
   <translation>Это мой родственник</translation>
  </message>
  <message>
   <source>This is a relative of mine…</source>
   <translation>Это мой родственник…</translation>
  </message>
  <message>
   <source>This is above the limit of a case.</source>
   <translation>Это выше предела на одну жалобу.</translation>
  </message>
  <message>
   <source>This is above the limit of a client in twelve months.</source>
   <translation>Это выше предела на клиента за двенадцать месяцев.</translation>
  </message>
  <message>
   <source>This is above your limit of a month.</source>
   <translation>Это выше Вашего предела на месяц.</translation>
  </message>
  <message>
   <source>This is not yours to give: ask who decides at the next level.</source>
   <translation>Это решаете не Вы: обратитесь к тому, кто решает уровнем выше.</translation>
  </message>
  <message>
   <source>This is signed already, or not there any more.</source>
   <translation>Это уже подписано или этого больше нет.</translation>
  </message>
  <message>
   <source>This option was not offered.</source>
   <translation>Этот вариант не предлагали.</translation>
  </message>
  <message>
   <source>This task has gone further in the meantime. Look at it again.</source>
   <translation>Задача тем временем продвинулась. Посмотрите на неё ещё раз.</translation>
  </message>
  <message>
   <source>To be looked at</source>
   <translation>К проверке</translation>
  </message>
  <message>
   <source>Two options at least, and one question: what would you prefer?</source>
   <translation>Хотя бы два варианта и один вопрос: что Вам было бы приятнее?</translation>
  </message>
  <message>
   <source>Waits for a second signature by another executive.</source>
   <translation>Ждёт второй подписи – другого руководителя.</translation>
  </message>
  <message>
   <source>What else was offered</source>
   <translation>Что ещё предложили</translation>
  </message>
  <message>
   <source>What is to be done, in your own words</source>
   <translation>Что нужно сделать, своими словами</translation>
  </message>
  <message>
   <source>What may be given</source>
   <translation>Что можно дать</translation>
  </message>
  <message>
   <source>What may be given after a complaint, and how much each level decides itself.</source>
   <translation>Что можно дать после жалобы и сколько каждый уровень решает сам.</translation>
  </message>
  <message>
   <source>What the client chose</source>
   <translation>Что выбрал клиент</translation>
  </message>
  <message>
   <source>What the client lost</source>
   <translation>Что потерял клиент</translation>
  </message>
  <message>
   <source>What was wrongly taken</source>
   <translation>Что взято по ошибке</translation>
  </message>
  <message>
   <source>Worth to the client, ₽</source>
   <translation>Ценность для клиента, ₽</translation>
  </message>
  <message>
   <source>Worth to the client: between half of the retail price and twice as much.</source>
   <translation>Ценность для клиента: от половины розничной цены до двойной.</translation>
  </message>
  <message>
   <source>Write down the number of the voucher.</source>
   <translation>Запишите номер сертификата.</translation>
  </message>
  <message>
   <source>You declared this client as a relative: a colleague decides on it.</source>
   <translation>Вы сообщили, что клиент – Ваш родственник: решает коллега.</translation>
  </message>
  <message>
   <source>You gave {given} of {limit} this month.</source>
   <translation>В этом месяце Вы назначили {given} из {limit}.</translation>
  </message>
  <message>
   <source>You may still give {left} here.</source>
   <translation>Здесь Вы можете дать ещё {left}.</translation>
  </message>
  <message>
   <source>You will not give this client any compensation, nor sign it. In a team the head of VIP service sees it and can take it back.</source>
   <translation>Вы не сможете ни назначать этому клиенту компенсации, ни подписывать их. В команде отметку видит и может снять руководитель VIP-службы.</translation>
  </message>
  <message>
   <source>at least</source>
   <translation>не меньше</translation>
  </message>
  <message>
   <source>costs us nothing</source>
   <translation>ничего нам не стоит</translation>
  </message>
  <message>
   <source>costs us {cost} · price {retail} · worth to the client {worth}</source>
   <translation>нам стоит {cost} · цена {retail} · ценность для клиента {worth}</translation>
  </message>
  <message>
   <source>does not make good what was lost</source>
   <translation>не возмещает самого ущерба</translation>
  </message>
  <message>
   <source>in hand today</source>
   <translation>можно сегодня</translation>
  </message>
  <message>
   <source>makes good what was lost</source>
   <translation>возмещает именно этот ущерб</translation>
  </message>
  <message>
   <source>per client a year</source>
   <translation>на клиента в год</translation>
  </message>
  <message>
   <source>per month</source>
   <translation>в месяц</translation>
  </message>
  <message>
   <source>times a year</source>
   <translation>раз в год</translation>
  </message>
  <message>
   <source>worth {ratio} × its cost</source>
   <translation>ценность к затратам – {ratio}</translation>
  </message>
  <message>
   <source>{counts}, usually {low}–{high} %</source>
   <translation>{counts}, обычно {low}–{high} %</translation>
  </message>
  <message>
   <source>{department} · {state}</source>
   <translation>{department} · {state}</translation>
  </message>
  <message>
   <source>{given} of {limit}</source>
   <translation>{given} из {limit}</translation>
  </message>
  <message>
   <source>{level}: per case</source>
   <translation>{level}: на одну жалобу</translation>
  </message>
  <message>
   <source>{name} declared this client as a relative.</source>
   <translation>Сотрудник, который сообщил о родстве с клиентом: {name}.</translation>
  </message>
  <message numerus="yes">
   <source>{n} departments with fewer than five clients are not told.</source>
   <translation>
    <numerusform>{n} подразделение не показано: меньше пяти клиентов.</numerusform>
    <numerusform>{n} подразделения не показаны: меньше пяти клиентов.</numerusform>
    <numerusform>{n} подразделений не показаны: меньше пяти клиентов.</numerusform>
   </translation>
  </message>
  <message>
   <source>{share} % of the loss: above the usual band of 80 to 100 %.</source>
   <translation>{share} % ущерба: выше обычных 80–100 %.</translation>
  </message>
  <message>
   <source>{share} % of the loss: an executive decides above 120 %.</source>
   <translation>{share} % ущерба: свыше 120 % решает высшее руководство.</translation>
  </message>
  <message>
   <source>{share} % of the loss: the usual band is 80 to 100 %.</source>
   <translation>{share} % ущерба: обычно возмещают от 80 до 100 %.</translation>
  </message>
  <message>
   <source>{state} · {sum}</source>
   <translation>{state} · {sum}</translation>
  </message>
  <message numerus="yes">
   <source>“{title}” was given to this client less than {n} days ago.</source>
   <translation>
    <numerusform>«{title}» этому клиенту давали меньше {n} дня назад.</numerusform>
    <numerusform>«{title}» этому клиенту давали меньше {n} дней назад.</numerusform>
    <numerusform>«{title}» этому клиенту давали меньше {n} дней назад.</numerusform>
   </translation>
  </message>
 </context>
</TS>
