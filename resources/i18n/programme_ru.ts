<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>programme</name>
  <message>
   <source>A contract, a menu, a plan of the house: at most 10 MB each.</source>
   <translation>Договор, меню, план дома: каждый файл не больше 10 МБ.</translation>
  </message>
  <message>
   <source>A currency has three letters, like RUB.</source>
   <translation>Валюта – это три буквы, например RUB.</translation>
  </message>
  <message>
   <source>A guest’s choice…</source>
   <translation>Выбор гостя…</translation>
  </message>
  <message>
   <source>A menu, a time, a car to drive: what each guest chooses is kept with the invitation.</source>
   <translation>Меню, время, автомобиль для поездки: выбор каждого гостя хранится с его приглашением.</translation>
  </message>
  <message>
   <source>Add a file…</source>
   <translation>Добавить файл…</translation>
  </message>
  <message>
   <source>Add an answer</source>
   <translation>Добавить вариант</translation>
  </message>
  <message>
   <source>All files (*)</source>
   <translation>Все файлы (*)</translation>
  </message>
  <message>
   <source>An amount cannot be negative.</source>
   <translation>Сумма не может быть отрицательной.</translation>
  </message>
  <message>
   <source>An empty name takes the usual word again.</source>
   <translation>Пустое название вернёт обычное слово.</translation>
  </message>
  <message>
   <source>Another day of the week would make it {figure}.</source>
   <translation>В другой день недели станет {figure}.</translation>
  </message>
  <message>
   <source>Another form, “{other}”, would make it {figure}.</source>
   <translation>В другом формате, «{other}», станет {figure}.</translation>
  </message>
  <message>
   <source>Another venue would make it {figure}.</source>
   <translation>В другом месте станет {figure}.</translation>
  </message>
  <message>
   <source>Another venue, such as “{place}”, would make it {figure}.</source>
   <translation>В другом месте, например «{place}», станет {figure}.</translation>
  </message>
  <message>
   <source>Answers due, days before (0: no date)</source>
   <translation>Ответить за столько дней (0: без срока)</translation>
  </message>
  <message>
   <source>Arrival and parking</source>
   <translation>Подъезд и парковка</translation>
  </message>
  <message>
   <source>As its kind</source>
   <translation>Как у этого вида</translation>
  </message>
  <message>
   <source>At the table</source>
   <translation>За столом</translation>
  </message>
  <message>
   <source>Book the guests for the whole course</source>
   <translation>Записать гостей на весь курс</translation>
  </message>
  <message>
   <source>Budget</source>
   <translation>Бюджет</translation>
  </message>
  <message>
   <source>Budget of an event set</source>
   <translation>Задан бюджет мероприятия</translation>
  </message>
  <message>
   <source>By kind</source>
   <translation>По видам</translation>
  </message>
  <message>
   <source>By venue</source>
   <translation>По местам</translation>
  </message>
  <message>
   <source>Change the choice</source>
   <translation>Изменить вариант</translation>
  </message>
  <message>
   <source>Change the line</source>
   <translation>Изменить строку</translation>
  </message>
  <message>
   <source>Change the session</source>
   <translation>Изменить часть программы</translation>
  </message>
  <message>
   <source>Choice for guests</source>
   <translation>Вариант для гостей</translation>
  </message>
  <message>
   <source>Choice for guests added</source>
   <translation>Добавлен вариант для гостей</translation>
  </message>
  <message>
   <source>Choice for guests changed</source>
   <translation>Изменён вариант для гостей</translation>
  </message>
  <message>
   <source>Choice for guests removed</source>
   <translation>Убран вариант для гостей</translation>
  </message>
  <message>
   <source>Copy the event</source>
   <translation>Копия мероприятия</translation>
  </message>
  <message>
   <source>Copy to another date…</source>
   <translation>Скопировать на другую дату…</translation>
  </message>
  <message>
   <source>Counted as</source>
   <translation>Считать как</translation>
  </message>
  <message>
   <source>Course</source>
   <translation>Курс</translation>
  </message>
  <message>
   <source>Course added</source>
   <translation>Добавлен курс</translation>
  </message>
  <message>
   <source>Course removed</source>
   <translation>Убран курс</translation>
  </message>
  <message>
   <source>Dates of the course</source>
   <translation>Даты курса</translation>
  </message>
  <message>
   <source>Days between the dates</source>
   <translation>Дней между датами</translation>
  </message>
  <message>
   <source>Different enough from the six events before it: {figure}.</source>
   <translation>Достаточно отличается от шести предыдущих мероприятий: {figure}.</translation>
  </message>
  <message>
   <source>Draft of an event removed</source>
   <translation>Убран черновик мероприятия</translation>
  </message>
  <message>
   <source>Event put in a course</source>
   <translation>Мероприятие внесено в курс</translation>
  </message>
  <message>
   <source>Events of the week</source>
   <translation>Мероприятия недели</translation>
  </message>
  <message>
   <source>Events: {count}</source>
   <translation>Мероприятий: {count}</translation>
  </message>
  <message>
   <source>Every kind</source>
   <translation>Любой вид</translation>
  </message>
  <message>
   <source>Every state</source>
   <translation>Любое состояние</translation>
  </message>
  <message>
   <source>Every tier</source>
   <translation>Любой статус</translation>
  </message>
  <message>
   <source>File of an event</source>
   <translation>Файл мероприятия</translation>
  </message>
  <message>
   <source>File of an event added</source>
   <translation>Добавлен файл мероприятия</translation>
  </message>
  <message>
   <source>File of an event removed</source>
   <translation>Удалён файл мероприятия</translation>
  </message>
  <message>
   <source>Files</source>
   <translation>Файлы</translation>
  </message>
  <message>
   <source>First there is something to choose, and somebody is invited.</source>
   <translation>Сначала нужны варианты и хотя бы один приглашённый.</translation>
  </message>
  <message>
   <source>For whom</source>
   <translation>Для кого</translation>
  </message>
  <message>
   <source>Format</source>
   <translation>Формат</translation>
  </message>
  <message>
   <source>Further dates</source>
   <translation>Ещё дат</translation>
  </message>
  <message>
   <source>Give the course a title.</source>
   <translation>Назовите курс.</translation>
  </message>
  <message>
   <source>Give the kind a name.</source>
   <translation>Назовите вид.</translation>
  </message>
  <message>
   <source>Give the template a name.</source>
   <translation>Назовите шаблон.</translation>
  </message>
  <message>
   <source>Guests are thought of for this event: cancel it instead.</source>
   <translation>На это мероприятие уже намечены гости: его можно только отменить.</translation>
  </message>
  <message>
   <source>Guests’ choices</source>
   <translation>Выбор гостей</translation>
  </message>
  <message>
   <source>Guest’s choice</source>
   <translation>Выбор гостя</translation>
  </message>
  <message>
   <source>Guest’s choice not kept: its places were taken</source>
   <translation>Выбор гостя не записан: мест уже не было</translation>
  </message>
  <message>
   <source>Guest’s choice noted</source>
   <translation>Записан выбор гостя</translation>
  </message>
  <message>
   <source>Guest’s choice taken back</source>
   <translation>Выбор гостя отменён</translation>
  </message>
  <message>
   <source>Hands-on</source>
   <translation>Своими руками</translation>
  </message>
  <message>
   <source>How alike to the six before: {limit} is the limit</source>
   <translation>Сходство с шестью предыдущими, предел {limit}</translation>
  </message>
  <message>
   <source>In English</source>
   <translation>По-английски</translation>
  </message>
  <message>
   <source>Ingredients</source>
   <translation>Состав блюд</translation>
  </message>
  <message>
   <source>Keep</source>
   <translation>Сохранить</translation>
  </message>
  <message>
   <source>Keep as a template</source>
   <translation>Сохранить как шаблон</translation>
  </message>
  <message>
   <source>Keep as a template…</source>
   <translation>Сохранить как шаблон…</translation>
  </message>
  <message>
   <source>Kind of event</source>
   <translation>Вид мероприятий</translation>
  </message>
  <message>
   <source>Kind of event added</source>
   <translation>Добавлен вид мероприятий</translation>
  </message>
  <message>
   <source>Kind of event offered again</source>
   <translation>Вид мероприятий снова предлагается</translation>
  </message>
  <message>
   <source>Kind of event offered no more</source>
   <translation>Вид мероприятий больше не предлагается</translation>
  </message>
  <message>
   <source>Kind of event removed</source>
   <translation>Убран вид мероприятий</translation>
  </message>
  <message>
   <source>Kind of event renamed</source>
   <translation>Переименован вид мероприятий</translation>
  </message>
  <message>
   <source>Kinds of events</source>
   <translation>Виды мероприятий</translation>
  </message>
  <message>
   <source>Kinds of events…</source>
   <translation>Виды мероприятий…</translation>
  </message>
  <message>
   <source>Kitchen and allergens</source>
   <translation>Кухня и аллергены</translation>
  </message>
  <message>
   <source>Lanes of the season</source>
   <translation>Дорожки сезона</translation>
  </message>
  <message>
   <source>Limit of the budget</source>
   <translation>Лимит бюджета</translation>
  </message>
  <message>
   <source>Limit…</source>
   <translation>Лимит…</translation>
  </message>
  <message>
   <source>Line of the budget</source>
   <translation>Строка бюджета</translation>
  </message>
  <message>
   <source>Line of the budget added</source>
   <translation>Добавлена строка бюджета</translation>
  </message>
  <message>
   <source>Line of the budget changed</source>
   <translation>Изменена строка бюджета</translation>
  </message>
  <message>
   <source>Line of the budget removed</source>
   <translation>Убрана строка бюджета</translation>
  </message>
  <message>
   <source>Make a course</source>
   <translation>Сделать курсом</translation>
  </message>
  <message>
   <source>Make a course…</source>
   <translation>Сделать курсом…</translation>
  </message>
  <message>
   <source>Make the copy</source>
   <translation>Создать копию</translation>
  </message>
  <message>
   <source>Make the course</source>
   <translation>Создать курс</translation>
  </message>
  <message>
   <source>Make the draft</source>
   <translation>Создать черновик</translation>
  </message>
  <message>
   <source>Materials and furniture</source>
   <translation>Материалы и мебель</translation>
  </message>
  <message>
   <source>May cost</source>
   <translation>Можно потратить</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Меню</translation>
  </message>
  <message>
   <source>Monotony {figure}</source>
   <translation>Однообразие {figure}</translation>
  </message>
  <message>
   <source>Name of the template</source>
   <translation>Название шаблона</translation>
  </message>
  <message>
   <source>Name the choice.</source>
   <translation>Назовите вариант.</translation>
  </message>
  <message>
   <source>New choice for guests</source>
   <translation>Новый вариант для гостей</translation>
  </message>
  <message>
   <source>New choice…</source>
   <translation>Новый вариант…</translation>
  </message>
  <message>
   <source>New event by a template</source>
   <translation>Новое мероприятие по шаблону</translation>
  </message>
  <message>
   <source>New kind</source>
   <translation>Новый вид</translation>
  </message>
  <message>
   <source>New kind…</source>
   <translation>Новый вид…</translation>
  </message>
  <message>
   <source>New line of the budget</source>
   <translation>Новая строка бюджета</translation>
  </message>
  <message>
   <source>New line…</source>
   <translation>Новая строка…</translation>
  </message>
  <message>
   <source>No date of this course is open any more.</source>
   <translation>У этого курса не осталось открытых дат.</translation>
  </message>
  <message>
   <source>No event fits the filter.</source>
   <translation>Под этот отбор ничего не подходит.</translation>
  </message>
  <message>
   <source>No line yet.</source>
   <translation>Строк пока нет.</translation>
  </message>
  <message>
   <source>No place yet</source>
   <translation>Место не выбрано</translation>
  </message>
  <message>
   <source>Nobody yet</source>
   <translation>Пока никто</translation>
  </message>
  <message>
   <source>Not paid</source>
   <translation>Не оплачено</translation>
  </message>
  <message>
   <source>Nothing here.</source>
   <translation>Здесь пусто.</translation>
  </message>
  <message>
   <source>Nothing is to be chosen.</source>
   <translation>Выбирать пока нечего.</translation>
  </message>
  <message>
   <source>Offer again</source>
   <translation>Предлагать снова</translation>
  </message>
  <message>
   <source>Offer no more</source>
   <translation>Больше не предлагать</translation>
  </message>
  <message>
   <source>On the way</source>
   <translation>В пути</translation>
  </message>
  <message>
   <source>Online</source>
   <translation>Онлайн</translation>
  </message>
  <message>
   <source>Open the event</source>
   <translation>Открыть мероприятие</translation>
  </message>
  <message>
   <source>Outdoors</source>
   <translation>На воздухе</translation>
  </message>
  <message>
   <source>Paid</source>
   <translation>Оплачено</translation>
  </message>
  <message>
   <source>Paid {amount}</source>
   <translation>Оплачено {amount}</translation>
  </message>
  <message>
   <source>Part of an event changed</source>
   <translation>Изменена часть мероприятия</translation>
  </message>
  <message>
   <source>Places (0: as many as the event)</source>
   <translation>Мест (0: как у мероприятия)</translation>
  </message>
  <message>
   <source>Places (0: for everybody)</source>
   <translation>Мест (0: для всех)</translation>
  </message>
  <message>
   <source>Planned {amount}</source>
   <translation>По плану {amount}</translation>
  </message>
  <message>
   <source>Planned {planned}, paid {paid}</source>
   <translation>По плану {planned}, оплачено {paid}</translation>
  </message>
  <message>
   <source>Programme written to a file</source>
   <translation>Программа записана в файл</translation>
  </message>
  <message>
   <source>Remove the choice</source>
   <translation>Убрать вариант</translation>
  </message>
  <message>
   <source>Remove the file</source>
   <translation>Удалить файл</translation>
  </message>
  <message>
   <source>Remove the line</source>
   <translation>Убрать строку</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Переименовать</translation>
  </message>
  <message>
   <source>Rename the kind</source>
   <translation>Переименовать вид</translation>
  </message>
  <message numerus="yes">
   <source>Repeat it between 1 and {n} times.</source>
   <translation>
    <numerusform>Повторить можно от 1 до {n} раза.</numerusform>
    <numerusform>Повторить можно от 1 до {n} раз.</numerusform>
    <numerusform>Повторить можно от 1 до {n} раз.</numerusform>
   </translation>
  </message>
  <message>
   <source>Repeats are at least a day apart.</source>
   <translation>Между повторами нужен хотя бы день.</translation>
  </message>
  <message>
   <source>Save a copy</source>
   <translation>Сохранить копию</translation>
  </message>
  <message>
   <source>Save the programme as a calendar file…</source>
   <translation>Сохранить программу файлом календаря…</translation>
  </message>
  <message>
   <source>Say what the guest chooses, for instance the menu.</source>
   <translation>Напишите, что выбирает гость, например меню.</translation>
  </message>
  <message>
   <source>Say what the money is for.</source>
   <translation>Напишите, на что эти деньги.</translation>
  </message>
  <message>
   <source>Season</source>
   <translation>Сезон</translation>
  </message>
  <message>
   <source>Sessions</source>
   <translation>Части программы</translation>
  </message>
  <message>
   <source>Some of what is ahead repeats itself.</source>
   <translation>Часть предстоящего повторяется.</translation>
  </message>
  <message>
   <source>Stage and hall</source>
   <translation>Сцена и зал</translation>
  </message>
  <message>
   <source>Standing reception</source>
   <translation>Фуршет</translation>
  </message>
  <message>
   <source>Step-free ways</source>
   <translation>Пути без ступеней</translation>
  </message>
  <message>
   <source>Template of an event</source>
   <translation>Шаблон мероприятия</translation>
  </message>
  <message>
   <source>Template of an event kept</source>
   <translation>Сохранён шаблон мероприятия</translation>
  </message>
  <message>
   <source>Template of an event removed</source>
   <translation>Убран шаблон мероприятия</translation>
  </message>
  <message>
   <source>Ten categories are counted for variety and fairness. The club calls them as it likes, and adds kinds of its own within them.</source>
   <translation>Разнообразие и справедливость считаются по десяти категориям. Клуб называет их как хочет и добавляет внутри них свои виды.</translation>
  </message>
  <message>
   <source>The choice is gone.</source>
   <translation>Вариант убран.</translation>
  </message>
  <message>
   <source>The choice is kept with the invitation.</source>
   <translation>Выбор сохранён с приглашением.</translation>
  </message>
  <message>
   <source>The club has a kind of this name already.</source>
   <translation>В клубе уже есть вид с таким названием.</translation>
  </message>
  <message>
   <source>The copy cannot be written there. Choose another place.</source>
   <translation>Сюда копию записать нельзя. Выберите другое место.</translation>
  </message>
  <message>
   <source>The copy is a draft.</source>
   <translation>Копия создана как черновик.</translation>
  </message>
  <message>
   <source>The copy is saved.</source>
   <translation>Копия сохранена.</translation>
  </message>
  <message>
   <source>The course is in the programme.</source>
   <translation>Курс добавлен в программу.</translation>
  </message>
  <message>
   <source>The dates are booked together; each has its own guest list and state.</source>
   <translation>На все даты записывают сразу; у каждой свой список гостей и своё состояние.</translation>
  </message>
  <message numerus="yes">
   <source>The event itself has {n} seats.</source>
   <translation>
    <numerusform>На самом мероприятии {n} место.</numerusform>
    <numerusform>На самом мероприятии {n} места.</numerusform>
    <numerusform>На самом мероприятии {n} мест.</numerusform>
   </translation>
  </message>
  <message>
   <source>The file is empty. Choose another one.</source>
   <translation>Файл пуст. Выберите другой.</translation>
  </message>
  <message>
   <source>The file is gone.</source>
   <translation>Файл удалён.</translation>
  </message>
  <message>
   <source>The file is kept with the event.</source>
   <translation>Файл хранится с мероприятием.</translation>
  </message>
  <message>
   <source>The file is larger than 10 MB. Choose a smaller one.</source>
   <translation>Файл больше 10 МБ. Выберите поменьше.</translation>
  </message>
  <message>
   <source>The files of an event are at most 50 MB together. Remove one that is not needed.</source>
   <translation>Файлы одного мероприятия вместе занимают не больше 50 МБ. Удалите ненужный.</translation>
  </message>
  <message>
   <source>The guests are on the lists of every open date.</source>
   <translation>Гости внесены в списки всех открытых дат.</translation>
  </message>
  <message>
   <source>The guests may choose it.</source>
   <translation>Гости могут это выбрать.</translation>
  </message>
  <message>
   <source>The line is in the budget.</source>
   <translation>Строка добавлена в бюджет.</translation>
  </message>
  <message>
   <source>The line is out of the budget.</source>
   <translation>Строка убрана из бюджета.</translation>
  </message>
  <message>
   <source>The number of places cannot be negative.</source>
   <translation>Мест не может быть меньше нуля.</translation>
  </message>
  <message>
   <source>The place</source>
   <translation>О месте</translation>
  </message>
  <message>
   <source>The programme is saved. It holds no guest.</source>
   <translation>Программа сохранена. Гостей в ней нет.</translation>
  </message>
  <message>
   <source>The season</source>
   <translation>Сезон</translation>
  </message>
  <message>
   <source>The season ahead repeats itself: monotony {figure}, the limit is {limit}.</source>
   <translation>Предстоящий сезон повторяется: однообразие {figure} при пределе {limit}.</translation>
  </message>
  <message>
   <source>The template is kept.</source>
   <translation>Шаблон сохранён.</translation>
  </message>
  <message>
   <source>This choice belongs to another event.</source>
   <translation>Этот вариант относится к другому мероприятию.</translation>
  </message>
  <message>
   <source>This choice is there already.</source>
   <translation>Такой вариант уже есть.</translation>
  </message>
  <message>
   <source>This course is not here any more.</source>
   <translation>Этого курса больше нет.</translation>
  </message>
  <message>
   <source>This file is not here any more.</source>
   <translation>Этого файла больше нет.</translation>
  </message>
  <message>
   <source>This kind is not here any more.</source>
   <translation>Этого вида больше нет.</translation>
  </message>
  <message>
   <source>This kind is not here any more. Choose another one.</source>
   <translation>Этого вида больше нет. Выберите другой.</translation>
  </message>
  <message>
   <source>This line is not here any more.</source>
   <translation>Этой строки больше нет.</translation>
  </message>
  <message>
   <source>This template is not here any more.</source>
   <translation>Этого шаблона больше нет.</translation>
  </message>
  <message>
   <source>Three months back</source>
   <translation>На три месяца назад</translation>
  </message>
  <message>
   <source>Three months on</source>
   <translation>На три месяца вперёд</translation>
  </message>
  <message>
   <source>Title of the course</source>
   <translation>Название курса</translation>
  </message>
  <message>
   <source>Too much like the six events before it: {figure}, the limit is {limit}.</source>
   <translation>Слишком похоже на шесть предыдущих мероприятий: {figure} при пределе {limit}.</translation>
  </message>
  <message>
   <source>Type an amount, like 12500 or 12500.50.</source>
   <translation>Введите сумму, например 12500 или 12500,50.</translation>
  </message>
  <message>
   <source>Usual form</source>
   <translation>Обычный формат</translation>
  </message>
  <message>
   <source>Variety</source>
   <translation>Разнообразие</translation>
  </message>
  <message>
   <source>View of the programme</source>
   <translation>Вид программы</translation>
  </message>
  <message>
   <source>Week after</source>
   <translation>Следующая неделя</translation>
  </message>
  <message>
   <source>Week before</source>
   <translation>Предыдущая неделя</translation>
  </message>
  <message>
   <source>What a guest chose</source>
   <translation>Что выбрал гость</translation>
  </message>
  <message>
   <source>What is chosen</source>
   <translation>Что выбирают</translation>
  </message>
  <message>
   <source>Words, sessions, choices and the planned budget are copied. Guests, answers and files never are.</source>
   <translation>Копируются тексты, части программы, варианты и плановый бюджет. Гости, ответы и файлы не копируются никогда.</translation>
  </message>
  <message>
   <source>offered no more</source>
   <translation>больше не предлагается</translation>
  </message>
  <message numerus="yes">
   <source>{n} guests have chosen this already.</source>
   <translation>
    <numerusform>Это уже выбрал {n} гость.</numerusform>
    <numerusform>Это уже выбрали {n} гостя.</numerusform>
    <numerusform>Это уже выбрали {n} гостей.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests have not chosen</source>
   <translation>
    <numerusform>Ещё не выбрал {n} гость</numerusform>
    <numerusform>Ещё не выбрали {n} гостя</numerusform>
    <numerusform>Ещё не выбрали {n} гостей</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people chose it</source>
   <translation>
    <numerusform>Выбрал {n} человек</numerusform>
    <numerusform>Выбрали {n} человека</numerusform>
    <numerusform>Выбрали {n} человек</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} places</source>
   <translation>
    <numerusform>{n} место</numerusform>
    <numerusform>{n} места</numerusform>
    <numerusform>{n} мест</numerusform>
   </translation>
  </message>
  <message>
   <source>{size} KB</source>
   <translation>{size} КБ</translation>
  </message>
  <message>
   <source>{sum} expected of {limit}</source>
   <translation>Ожидается {sum} из {limit}</translation>
  </message>
  <message>
   <source>{sum} expected, no limit is set</source>
   <translation>Ожидается {sum}, лимит не задан</translation>
  </message>
  <message>
   <source>{sum} expected: over the limit of {limit}</source>
   <translation>Ожидается {sum}: это больше лимита {limit}</translation>
  </message>
  <message numerus="yes">
   <source>{sum} for each of {n} people who come</source>
   <translation>
    <numerusform>По {sum} на каждого: придёт {n} человек</numerusform>
    <numerusform>По {sum} на каждого: придут {n} человека</numerusform>
    <numerusform>По {sum} на каждого: придут {n} человек</numerusform>
   </translation>
  </message>
  <message>
   <source>{taken} of {seats} places taken</source>
   <translation>Занято мест: {taken} из {seats}</translation>
  </message>
  <message>
   <source>{tier} alone</source>
   <translation>Только {tier}</translation>
  </message>
  <message>
   <source>{tier} and above</source>
   <translation>{tier} и выше</translation>
  </message>
  <message>
   <source>“{file}” cannot be written. Choose another place.</source>
   <translation>Файл «{file}» записать не удалось. Выберите другое место.</translation>
  </message>
  <message>
   <source>“{other}” instead of “{kind}” would make it {figure}.</source>
   <translation>«{other}» вместо «{kind}» – и станет {figure}.</translation>
  </message>
  <message numerus="yes">
   <source>“{title}” has {n} places left.</source>
   <translation>
    <numerusform>«{title}»: осталось {n} место.</numerusform>
    <numerusform>«{title}»: осталось {n} места.</numerusform>
    <numerusform>«{title}»: осталось {n} мест.</numerusform>
   </translation>
  </message>
  <message>
   <source>“{title}” is like the events before it by {figure}. {advice}</source>
   <translation>«{title}» похоже на предыдущие на {figure}. {advice}</translation>
  </message>
 </context>
</TS>
