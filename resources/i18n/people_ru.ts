<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>people</name>
  <message>
   <source>12.05.2026</source>
   <translation>12.05.2026</translation>
  </message>
  <message>
   <source>15.04.1970, 15.04 or April 1970</source>
   <translation>15.04.1970, 15.04 или апрель 1970</translation>
  </message>
  <message>
   <source>2019 or 15.04.2019</source>
   <translation>2019 или 15.04.2019</translation>
  </message>
  <message>
   <source>2026 or 15.04.2026</source>
   <translation>2026 или 15.04.2026</translation>
  </message>
  <message>
   <source>A client of the club, if it is known who</source>
   <translation>Клиент клуба, если известно, кто</translation>
  </message>
  <message>
   <source>A day to keep in mind</source>
   <translation>День, о котором помнят</translation>
  </message>
  <message>
   <source>A day to keep in mind: {day}</source>
   <translation>Памятный день: {day}</translation>
  </message>
  <message>
   <source>Accusative (whom do you see?)</source>
   <translation>Винительный (кого вижу?)</translation>
  </message>
  <message>
   <source>Acquaintances wished for</source>
   <translation>Желанные знакомства</translation>
  </message>
  <message>
   <source>Add a day</source>
   <translation>Добавить день</translation>
  </message>
  <message>
   <source>Add a wish</source>
   <translation>Добавить</translation>
  </message>
  <message>
   <source>Anniversary in the club</source>
   <translation>Годовщина в клубе</translation>
  </message>
  <message>
   <source>Anniversary in the club {day}</source>
   <translation>Годовщина в клубе {day}</translation>
  </message>
  <message>
   <source>Anniversary of the company</source>
   <translation>Годовщина компании</translation>
  </message>
  <message>
   <source>Anniversary of the company {day}</source>
   <translation>Годовщина компании {day}</translation>
  </message>
  <message>
   <source>As a man</source>
   <translation>Как к мужчине</translation>
  </message>
  <message>
   <source>As a woman</source>
   <translation>Как к женщине</translation>
  </message>
  <message>
   <source>As new passports spell it: {name}</source>
   <translation>В новых паспортах пишут: {name}</translation>
  </message>
  <message>
   <source>Ask later</source>
   <translation>Спросить позже</translation>
  </message>
  <message>
   <source>Ask which day the client keeps. Often it is:</source>
   <translation>Спросите, какой день отмечает клиент. Часто это:</translation>
  </message>
  <message>
   <source>Ask whom the client would like to meet. Both sides are asked first.</source>
   <translation>Спросите, с кем клиент хотел бы познакомиться. Сначала спрашивают согласия обеих сторон.</translation>
  </message>
  <message>
   <source>Asked again in a month.</source>
   <translation>Спросим снова через месяц.</translation>
  </message>
  <message>
   <source>Assistant of the spouse</source>
   <translation>Помощник супруга</translation>
  </message>
  <message>
   <source>Between 0 and {most} days ahead.</source>
   <translation>От 0 до {most} дней заранее.</translation>
  </message>
  <message>
   <source>Birthday in the family</source>
   <translation>День рождения в семье</translation>
  </message>
  <message>
   <source>Birthday in the family {day}</source>
   <translation>День рождения в семье {day}</translation>
  </message>
  <message>
   <source>Birthday in the family {day}: {who}</source>
   <translation>День рождения в семье {day}: {who}</translation>
  </message>
  <message>
   <source>Both named when they may be reached: only what suits both counts.</source>
   <translation>В обеих карточках указано, когда можно связываться: действует только то, что подходит обеим.</translation>
  </message>
  <message>
   <source>Brother or sister</source>
   <translation>Брат или сестра</translation>
  </message>
  <message>
   <source>Business partner</source>
   <translation>Деловой партнёр</translation>
  </message>
  <message>
   <source>By the rules: {form}</source>
   <translation>По правилам: {form}</translation>
  </message>
  <message>
   <source>By whom, if not by you</source>
   <translation>Кто, если не Вы</translation>
  </message>
  <message>
   <source>Call {name} (declined)</source>
   <translation>Позвонить {name}</translation>
  </message>
  <message>
   <source>Cards (vCard 4.0)</source>
   <translation>Карточки (vCard 4.0)</translation>
  </message>
  <message>
   <source>Cards for phones (vCard 3.0)</source>
   <translation>Для телефонов (vCard 3.0)</translation>
  </message>
  <message>
   <source>Carry on</source>
   <translation>Продолжить</translation>
  </message>
  <message>
   <source>Case</source>
   <translation>Падеж</translation>
  </message>
  <message>
   <source>Change the day</source>
   <translation>Изменить день</translation>
  </message>
  <message>
   <source>Change the relation</source>
   <translation>Изменить связь</translation>
  </message>
  <message>
   <source>Choose an import.</source>
   <translation>Выберите импорт.</translation>
  </message>
  <message>
   <source>Choose another client.</source>
   <translation>Выберите другого клиента.</translation>
  </message>
  <message>
   <source>Choose whom the client was introduced to.</source>
   <translation>Выберите, с кем познакомили клиента.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Близкая</translation>
  </message>
  <message>
   <source>Colleague</source>
   <translation>Коллега</translation>
  </message>
  <message>
   <source>Counting …</source>
   <translation>Считаем…</translation>
  </message>
  <message>
   <source>Counting: {done} of {count}</source>
   <translation>Посчитано: {done} из {count}</translation>
  </message>
  <message>
   <source>Dative (to whom?)</source>
   <translation>Дательный (кому?)</translation>
  </message>
  <message>
   <source>Day of a client</source>
   <translation>День клиента</translation>
  </message>
  <message>
   <source>Day of a client added</source>
   <translation>День клиента добавлен</translation>
  </message>
  <message>
   <source>Day of a client changed</source>
   <translation>День клиента изменён</translation>
  </message>
  <message>
   <source>Day of a client removed</source>
   <translation>День клиента убран</translation>
  </message>
  <message>
   <source>Day of memory</source>
   <translation>День памяти</translation>
  </message>
  <message>
   <source>Day of memory {day}. No cheer</source>
   <translation>День памяти {day}. Без поздравлений</translation>
  </message>
  <message>
   <source>Day of memory {day}: {who}. No cheer</source>
   <translation>День памяти {day}: {who}. Без поздравлений</translation>
  </message>
  <message>
   <source>Day of the month</source>
   <translation>День месяца</translation>
  </message>
  <message>
   <source>Days ahead</source>
   <translation>За сколько дней</translation>
  </message>
  <message>
   <source>Days ahead to order a gift (0: none)</source>
   <translation>За сколько дней заказать подарок (0 – не нужно)</translation>
  </message>
  <message>
   <source>Days to keep in mind</source>
   <translation>Дни, о которых помнят</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Отклонено</translation>
  </message>
  <message>
   <source>Declined relation</source>
   <translation>Отклонённая связь</translation>
  </message>
  <message>
   <source>Declined relation proposed again</source>
   <translation>Отклонённая связь снова предлагается</translation>
  </message>
  <message>
   <source>Empty fields follow the rules. What you write stays, whatever the rules say.</source>
   <translation>Пустые поля склоняются по правилам. Что напишете Вы, останется, что бы ни говорили правила.</translation>
  </message>
  <message>
   <source>Ended</source>
   <translation>Завершено</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Файл</translation>
  </message>
  <message>
   <source>For example: collectors of old maps</source>
   <translation>Например: коллекционеры старинных карт</translation>
  </message>
  <message>
   <source>For the earlier name: {old}. By the rules: {form}</source>
   <translation>Для прежнего имени: {old}. По правилам: {form}</translation>
  </message>
  <message>
   <source>Forget this day</source>
   <translation>Убрать этот день</translation>
  </message>
  <message>
   <source>Form of a name</source>
   <translation>Форма имени</translation>
  </message>
  <message>
   <source>Form of a name left to the rules again</source>
   <translation>Форма имени снова по правилам</translation>
  </message>
  <message>
   <source>Form of a name written by hand</source>
   <translation>Форма имени записана вручную</translation>
  </message>
  <message>
   <source>Form of address noted</source>
   <translation>Обращение записано</translation>
  </message>
  <message>
   <source>Former spouse</source>
   <translation>Бывший супруг</translation>
  </message>
  <message>
   <source>Genitive (whom is missing?)</source>
   <translation>Родительный (кого нет?)</translation>
  </message>
  <message>
   <source>Grandchild</source>
   <translation>Внук или внучка</translation>
  </message>
  <message>
   <source>Grandparent</source>
   <translation>Бабушка или дедушка</translation>
  </message>
  <message>
   <source>How close</source>
   <translation>Близость</translation>
  </message>
  <message>
   <source>How close they are is 1, 2 or 3.</source>
   <translation>Близость – 1, 2 или 3.</translation>
  </message>
  <message>
   <source>How should letters address this client?</source>
   <translation>Как обращаться к клиенту в письмах?</translation>
  </message>
  <message>
   <source>In Latin letters: {name}</source>
   <translation>Латиницей: {name}</translation>
  </message>
  <message>
   <source>In other words…</source>
   <translation>Другими словами…</translation>
  </message>
  <message>
   <source>Instrumental (with whom?)</source>
   <translation>Творительный (с кем?)</translation>
  </message>
  <message>
   <source>Introduced</source>
   <translation>Познакомили</translation>
  </message>
  <message>
   <source>Introduced by</source>
   <translation>Кто познакомил</translation>
  </message>
  <message>
   <source>Introduced on</source>
   <translation>Когда познакомили</translation>
  </message>
  <message>
   <source>Introduction</source>
   <translation>Знакомство</translation>
  </message>
  <message>
   <source>Introduction changed</source>
   <translation>Знакомство изменено</translation>
  </message>
  <message>
   <source>It is not known whether to write to a man or a woman: the rules propose nothing. What you write is used as it stands.</source>
   <translation>Неизвестно, как обращаться – как к мужчине или к женщине, поэтому правила ничего не предлагают. Написанное Вами берётся как есть.</translation>
  </message>
  <message>
   <source>It is not proposed again.</source>
   <translation>Больше не предлагается.</translation>
  </message>
  <message>
   <source>It seems to follow</source>
   <translation>Похоже, что</translation>
  </message>
  <message>
   <source>Kind of relation</source>
   <translation>Вид связи</translation>
  </message>
  <message>
   <source>Kind of relation added</source>
   <translation>Вид связи добавлен</translation>
  </message>
  <message>
   <source>Kind of relation removed</source>
   <translation>Вид связи убран</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Месяц</translation>
  </message>
  <message>
   <source>Name and dates</source>
   <translation>Имя и даты</translation>
  </message>
  <message>
   <source>Name day</source>
   <translation>Именины</translation>
  </message>
  <message>
   <source>Name day {day}</source>
   <translation>Именины {day}</translation>
  </message>
  <message>
   <source>Neighbour</source>
   <translation>Сосед или соседка</translation>
  </message>
  <message>
   <source>No day is noted yet: name day, wedding, a day of memory.</source>
   <translation>Дни пока не записаны: именины, свадьба, день памяти.</translation>
  </message>
  <message>
   <source>No longer wished</source>
   <translation>Желание отпало</translation>
  </message>
  <message>
   <source>No way is known: nobody they both know.</source>
   <translation>Пути не видно: общих знакомых нет.</translation>
  </message>
  <message>
   <source>No, do not propose it again</source>
   <translation>Нет, больше не предлагать</translation>
  </message>
  <message>
   <source>Nobody is introduced before both agreed: write the day.</source>
   <translation>До согласия обеих сторон не знакомят: укажите день.</translation>
  </message>
  <message>
   <source>Nobody they both know. {name} leads both of them.</source>
   <translation>Общих знакомых нет. Обоих ведёт {name}.</translation>
  </message>
  <message>
   <source>Nominative (who?)</source>
   <translation>Именительный (кто?)</translation>
  </message>
  <message>
   <source>Noted.</source>
   <translation>Записано.</translation>
  </message>
  <message>
   <source>Nothing has been imported yet.</source>
   <translation>Пока ничего не импортировали.</translation>
  </message>
  <message>
   <source>Offer these words from now on</source>
   <translation>Предлагать эти слова и впредь</translation>
  </message>
  <message>
   <source>One household</source>
   <translation>Живут вместе</translation>
  </message>
  <message>
   <source>One of them left the club, the other did not: the one counts as here.</source>
   <translation>В одной карточке клиент выбыл из клуба, в другой нет: он считается членом клуба.</translation>
  </message>
  <message>
   <source>Opponent in court</source>
   <translation>Противник в суде</translation>
  </message>
  <message>
   <source>Other day</source>
   <translation>Другой день</translation>
  </message>
  <message>
   <source>Parent of the spouse</source>
   <translation>Родитель супруга</translation>
  </message>
  <message>
   <source>Part of the name</source>
   <translation>Часть имени</translation>
  </message>
  <message>
   <source>Past imports</source>
   <translation>Прошлые импорты</translation>
  </message>
  <message>
   <source>People added</source>
   <translation>Добавлено</translation>
  </message>
  <message>
   <source>People merged</source>
   <translation>Дополнено</translation>
  </message>
  <message>
   <source>Person around the client changed</source>
   <translation>Человек рядом с клиентом изменён</translation>
  </message>
  <message>
   <source>Please pass this invitation on to {name} (declined)</source>
   <translation>Просим передать это приглашение {name}</translation>
  </message>
  <message>
   <source>Prepositional (about whom?)</source>
   <translation>Предложный (о ком?)</translation>
  </message>
  <message>
   <source>Proposed relation declined</source>
   <translation>Предложенная связь отклонена</translation>
  </message>
  <message>
   <source>Reading …</source>
   <translation>Читаем…</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Убрать</translation>
  </message>
  <message>
   <source>Reply of {name} (declined)</source>
   <translation>Ответ {name}</translation>
  </message>
  <message>
   <source>Rival</source>
   <translation>Соперник</translation>
  </message>
  <message>
   <source>Rows rejected</source>
   <translation>Отклонено</translation>
  </message>
  <message>
   <source>Say it in both directions.</source>
   <translation>Назовите связь в обе стороны.</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>С какого времени</translation>
  </message>
  <message>
   <source>Slight</source>
   <translation>Дальняя</translation>
  </message>
  <message>
   <source>Spouse of the child</source>
   <translation>Супруг ребёнка</translation>
  </message>
  <message>
   <source>Spouse of the employer</source>
   <translation>Супруг руководителя</translation>
  </message>
  <message>
   <source>Stands</source>
   <translation>В силе</translation>
  </message>
  <message>
   <source>Take it</source>
   <translation>Взять</translation>
  </message>
  <message>
   <source>Take the import back</source>
   <translation>Отменить импорт</translation>
  </message>
  <message>
   <source>Taking it back …</source>
   <translation>Отменяем…</translation>
  </message>
  <message>
   <source>The circle</source>
   <translation>Круг</translation>
  </message>
  <message>
   <source>The client agreed</source>
   <translation>Согласие клиента</translation>
  </message>
  <message>
   <source>The client has no such part of the name.</source>
   <translation>У клиента нет такой части имени.</translation>
  </message>
  <message numerus="yes">
   <source>The company is {n} years old {day}</source>
   <translation>
    <numerusform>Компании {n} год {day}</numerusform>
    <numerusform>Компании {n} года {day}</numerusform>
    <numerusform>Компании {n} лет {day}</numerusform>
   </translation>
  </message>
  <message>
   <source>The day is kept in mind.</source>
   <translation>День записан.</translation>
  </message>
  <message>
   <source>The import is taken back.</source>
   <translation>Импорт отменён.</translation>
  </message>
  <message>
   <source>The introduction</source>
   <translation>Знакомство</translation>
  </message>
  <message>
   <source>The name in its cases</source>
   <translation>Имя по падежам</translation>
  </message>
  <message>
   <source>The nominative is the name itself: change it there.</source>
   <translation>Именительный падеж – само имя: измените его в профиле.</translation>
  </message>
  <message>
   <source>The other side agreed</source>
   <translation>Согласие другой стороны</translation>
  </message>
  <message>
   <source>The people around the client as a picture</source>
   <translation>Люди вокруг клиента на схеме</translation>
  </message>
  <message>
   <source>There is no such day. Check day, month and year.</source>
   <translation>Такого дня нет. Проверьте день, месяц и год.</translation>
  </message>
  <message>
   <source>These two are to be kept apart.</source>
   <translation>Этих двоих нужно держать врозь.</translation>
  </message>
  <message>
   <source>They agreed after they were introduced.</source>
   <translation>Согласие дано позже знакомства.</translation>
  </message>
  <message>
   <source>They know each other already.</source>
   <translation>Они уже знакомы.</translation>
  </message>
  <message>
   <source>This day is not here any more.</source>
   <translation>Этого дня здесь больше нет.</translation>
  </message>
  <message>
   <source>This day is still to come.</source>
   <translation>Этот день ещё не наступил.</translation>
  </message>
  <message>
   <source>This import was made before its way back was kept.</source>
   <translation>Этот импорт сделан раньше, чем стал сохраняться путь назад.</translation>
  </message>
  <message>
   <source>This introduction is not here any more.</source>
   <translation>Этого знакомства здесь больше нет.</translation>
  </message>
  <message>
   <source>This kind of relation is not here any more.</source>
   <translation>Такого вида связи здесь больше нет.</translation>
  </message>
  <message>
   <source>This proposal is not here any more.</source>
   <translation>Этого предложения здесь больше нет.</translation>
  </message>
  <message>
   <source>To whom</source>
   <translation>С кем</translation>
  </message>
  <message>
   <source>To whom? Half a name will do</source>
   <translation>С кем? Хватит половины имени</translation>
  </message>
  <message>
   <source>Undone</source>
   <translation>Отменён</translation>
  </message>
  <message>
   <source>Until somebody says how to address this client, letters do without declension.</source>
   <translation>Пока не сказано, как обращаться к клиенту, письма обходятся без склонения.</translation>
  </message>
  <message>
   <source>Usual</source>
   <translation>Обычная</translation>
  </message>
  <message>
   <source>Wedding anniversary</source>
   <translation>Годовщина свадьбы</translation>
  </message>
  <message>
   <source>Wedding anniversary {day}</source>
   <translation>Годовщина свадьбы {day}</translation>
  </message>
  <message>
   <source>What came of it</source>
   <translation>Что из этого вышло</translation>
  </message>
  <message>
   <source>What day</source>
   <translation>Какой день</translation>
  </message>
  <message>
   <source>What the client is to them</source>
   <translation>Кто клиент для этого человека</translation>
  </message>
  <message>
   <source>What they are to the client</source>
   <translation>Кто это для клиента</translation>
  </message>
  <message>
   <source>Who can introduce</source>
   <translation>Кто может познакомить</translation>
  </message>
  <message>
   <source>Whom</source>
   <translation>С кем</translation>
  </message>
  <message>
   <source>Whom the client wants to meet</source>
   <translation>С кем клиент хочет познакомиться</translation>
  </message>
  <message>
   <source>Whom, or what kind of people</source>
   <translation>С кем или с какими людьми</translation>
  </message>
  <message>
   <source>Whose, or what</source>
   <translation>Чей или что это</translation>
  </message>
  <message>
   <source>Wish to meet somebody noted</source>
   <translation>Записано желание познакомиться</translation>
  </message>
  <message>
   <source>Wish to meet somebody removed</source>
   <translation>Желание познакомиться удалено</translation>
  </message>
  <message>
   <source>Write the day as 15.04.1970; 15.04, April 1970 or 1970 will do too.</source>
   <translation>Запишите день так: 15.04.1970. Подойдёт и 15.04, апрель 1970 или 1970.</translation>
  </message>
  <message>
   <source>Write the day, the month or the year.</source>
   <translation>Укажите день, месяц или год.</translation>
  </message>
  <message>
   <source>Write the forms…</source>
   <translation>Записать формы…</translation>
  </message>
  <message>
   <source>Write the month too.</source>
   <translation>Укажите и месяц.</translation>
  </message>
  <message>
   <source>Write the whole day, such as 12.05.2026.</source>
   <translation>Напишите дату полностью, например 12.05.2026.</translation>
  </message>
  <message>
   <source>Write the year too.</source>
   <translation>Укажите и год.</translation>
  </message>
  <message>
   <source>Write whom or what kind of people, or choose a client.</source>
   <translation>Напишите, с кем или с какими людьми, либо выберите клиента.</translation>
  </message>
  <message>
   <source>Written for</source>
   <translation>Записано для</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Год</translation>
  </message>
  <message>
   <source>Yes, add the relation</source>
   <translation>Да, добавить связь</translation>
  </message>
  <message>
   <source>Yes, take it back</source>
   <translation>Да, отменить</translation>
  </message>
  <message numerus="yes">
   <source>and {n} more in the list</source>
   <translation>
    <numerusform>и ещё {n} в списке</numerusform>
    <numerusform>и ещё {n} в списке</numerusform>
    <numerusform>и ещё {n} в списке</numerusform>
   </translation>
  </message>
  <message>
   <source>apart: {label}</source>
   <translation>врозь: {label}</translation>
  </message>
  <message>
   <source>both agreed: may be introduced</source>
   <translation>обе стороны согласны: можно знакомить</translation>
  </message>
  <message>
   <source>by hand</source>
   <translation>вручную</translation>
  </message>
  <message>
   <source>close</source>
   <translation>близкая</translation>
  </message>
  <message>
   <source>daughter Vera</source>
   <translation>дочь Вера</translation>
  </message>
  <message numerus="yes">
   <source>gift {n} days ahead</source>
   <translation>
    <numerusform>подарок за {n} день</numerusform>
    <numerusform>подарок за {n} дня</numerusform>
    <numerusform>подарок за {n} дней</numerusform>
   </translation>
  </message>
  <message>
   <source>godfather</source>
   <translation>крёстный</translation>
  </message>
  <message>
   <source>godson</source>
   <translation>крестник</translation>
  </message>
  <message>
   <source>introduced on {day}</source>
   <translation>знакомство состоялось {day}</translation>
  </message>
  <message>
   <source>introduced on {day} by {name}</source>
   <translation>знакомство состоялось {day} ({name})</translation>
  </message>
  <message>
   <source>neither side has agreed yet</source>
   <translation>согласия сторон ещё нет</translation>
  </message>
  <message>
   <source>next on {day}</source>
   <translation>ближайший раз – {day}</translation>
  </message>
  <message numerus="yes">
   <source>next on {day}, {n} years</source>
   <translation>
    <numerusform>ближайший раз – {day}, {n} год</numerusform>
    <numerusform>ближайший раз – {day}, {n} года</numerusform>
    <numerusform>ближайший раз – {day}, {n} лет</numerusform>
   </translation>
  </message>
  <message>
   <source>no cheer</source>
   <translation>без поздравлений</translation>
  </message>
  <message>
   <source>no longer wished</source>
   <translation>желание отпало</translation>
  </message>
  <message>
   <source>nobody found yet</source>
   <translation>пока никто не найден</translation>
  </message>
  <message>
   <source>slight</source>
   <translation>дальняя</translation>
  </message>
  <message>
   <source>the client has not agreed yet</source>
   <translation>клиент ещё не дал согласия</translation>
  </message>
  <message>
   <source>the other side has not agreed yet</source>
   <translation>другая сторона ещё не дала согласия</translation>
  </message>
  <message>
   <source>the same company: {name}</source>
   <translation>та же компания: {name}</translation>
  </message>
  <message>
   <source>usual</source>
   <translation>обычная</translation>
  </message>
  <message>
   <source>{day}, {who}</source>
   <translation>{day}, {who}</translation>
  </message>
  <message>
   <source>{kind}: {title}</source>
   <translation>{kind}: {title}</translation>
  </message>
  <message>
   <source>{label} · {because}</source>
   <translation>{label} · {because}</translation>
  </message>
  <message>
   <source>{name} agreed</source>
   <translation>Согласие: {name}</translation>
  </message>
  <message>
   <source>{name} wants to meet this client</source>
   <translation>{name} хочет познакомиться с этим клиентом</translation>
  </message>
  <message>
   <source>{name}: {wanted}</source>
   <translation>{name}: {wanted}</translation>
  </message>
  <message numerus="yes">
   <source>{n} added clients go, and what it wrote to others. This is final.</source>
   <translation>
    <numerusform>Будет удалён {n} добавленный клиент и всё, что импорт дописал другим. Вернуть это нельзя.</numerusform>
    <numerusform>Будут удалены {n} добавленных клиента и всё, что импорт дописал другим. Вернуть это нельзя.</numerusform>
    <numerusform>Будут удалены {n} добавленных клиентов и всё, что импорт дописал другим. Вернуть это нельзя.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} years in the club {day}</source>
   <translation>
    <numerusform>{n} год в клубе {day}</numerusform>
    <numerusform>{n} года в клубе {day}</numerusform>
    <numerusform>{n} лет в клубе {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} years of marriage {day}</source>
   <translation>
    <numerusform>{n} год в браке {day}</numerusform>
    <numerusform>{n} года в браке {day}</numerusform>
    <numerusform>{n} лет в браке {day}</numerusform>
   </translation>
  </message>
  <message>
   <source>{part} · {case}</source>
   <translation>{part} · {case}</translation>
  </message>
  <message>
   <source>{reason} · in mourning: no congratulations</source>
   <translation>{reason} · траур: без поздравлений</translation>
  </message>
  <message>
   <source>{reason} · order the gift, it was time {day}</source>
   <translation>{reason} · пора заказать подарок, срок был {day}</translation>
  </message>
  <message>
   <source>{reason} · time to order the gift</source>
   <translation>{reason} · пора заказать подарок</translation>
  </message>
  <message>
   <source>{there} – {back}</source>
   <translation>{there} – {back}</translation>
  </message>
  <message numerus="yes">
   <source>{who} turns {n} {day}</source>
   <translation>
    <numerusform>{who}: исполняется {n} год {day}</numerusform>
    <numerusform>{who}: исполняется {n} года {day}</numerusform>
    <numerusform>{who}: исполняется {n} лет {day}</numerusform>
   </translation>
  </message>
  <message>
   <source>{who}, {day}</source>
   <translation>{who}, {day}</translation>
  </message>
  <message>
   <source>{who}, {label}</source>
   <translation>{who}, {label}</translation>
  </message>
 </context>
</TS>
