<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>shell</name>
  <message>
   <source>A vault for your clients</source>
   <translation>Хранилище для Ваших клиентов</translation>
  </message>
  <message>
   <source>About</source>
   <translation>О программе</translation>
  </message>
  <message>
   <source>Another vault…</source>
   <translation>Другое хранилище…</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Внешний вид</translation>
  </message>
  <message>
   <source>As guests see it, for example the club’s name.</source>
   <translation>Как его видят гости, например название клуба.</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Как в системе</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Назад</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Отмена</translation>
  </message>
  <message>
   <source>Cards</source>
   <translation>Карты</translation>
  </message>
  <message>
   <source>Choose a place…</source>
   <translation>Выбрать место…</translation>
  </message>
  <message>
   <source>Client</source>
   <translation>Клиент</translation>
  </message>
  <message>
   <source>Clients</source>
   <translation>Клиенты</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Закрыть</translation>
  </message>
  <message>
   <source>Close the message</source>
   <translation>Закрыть сообщение</translation>
  </message>
  <message>
   <source>Close the panel</source>
   <translation>Закрыть панель</translation>
  </message>
  <message>
   <source>Code for the support: {code}</source>
   <translation>Код для поддержки: {code}</translation>
  </message>
  <message>
   <source>Complaints</source>
   <translation>Жалобы</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Далее</translation>
  </message>
  <message>
   <source>Create the vault</source>
   <translation>Создать хранилище</translation>
  </message>
  <message>
   <source>Created on {day}</source>
   <translation>Создано {day}</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Тёмная</translation>
  </message>
  <message>
   <source>Demonstration club</source>
   <translation>Демо-клуб</translation>
  </message>
  <message>
   <source>E-mail address</source>
   <translation>Адрес эл. почты</translation>
  </message>
  <message>
   <source>Eight groups of five</source>
   <translation>Восемь групп по пять знаков</translation>
  </message>
  <message>
   <source>Encryption</source>
   <translation>Шифрование</translation>
  </message>
  <message>
   <source>Enter {limit} characters at most.</source>
   <translation>Введите не больше {limit} знаков.</translation>
  </message>
  <message>
   <source>Events</source>
   <translation>Мероприятия</translation>
  </message>
  <message>
   <source>Fair: one more word makes it good</source>
   <translation>Неплохо: добавьте ещё одно слово</translation>
  </message>
  <message>
   <source>Find a client, an event or an action</source>
   <translation>Найдите клиента, мероприятие или действие</translation>
  </message>
  <message>
   <source>Find anything</source>
   <translation>Найти</translation>
  </message>
  <message>
   <source>Find on this page</source>
   <translation>Искать на этой странице</translation>
  </message>
  <message>
   <source>Four unrelated words are easy to remember and hard to guess.</source>
   <translation>Четыре не связанных между собой слова легко запомнить и трудно угадать.</translation>
  </message>
  <message>
   <source>Given name</source>
   <translation>Имя</translation>
  </message>
  <message>
   <source>Good</source>
   <translation>Хорошо</translation>
  </message>
  <message>
   <source>Health</source>
   <translation>Отношения</translation>
  </message>
  <message>
   <source>Hide details</source>
   <translation>Скрыть подробности</translation>
  </message>
  <message>
   <source>If the passphrase is forgotten, only this key opens the vault. Nobody can send it to you again. Save the page, print it, and keep it away from this computer.</source>
   <translation>Если парольная фраза забыта, хранилище откроет только этот ключ. Повторно его никто не пришлёт. Сохраните страницу, распечатайте её и держите отдельно от этого компьютера.</translation>
  </message>
  <message>
   <source>Import clients from a file (.vcf, .csv)</source>
   <translation>Загрузить клиентов из файла (.vcf, .csv)</translation>
  </message>
  <message>
   <source>In the team’s database</source>
   <translation>В базе данных команды</translation>
  </message>
  <message>
   <source>Invitations and letters are sent from this account. The password is kept encrypted.</source>
   <translation>С этого адреса уходят приглашения и письма. Пароль хранится в зашифрованном виде.</translation>
  </message>
  <message>
   <source>Keep it in a safe or with a person you trust, never beside the laptop.</source>
   <translation>Храните её в сейфе или у человека, которому доверяете, но не рядом с ноутбуком.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Язык</translation>
  </message>
  <message>
   <source>Last backup: unknown</source>
   <translation>Копия: неизвестно</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Светлая</translation>
  </message>
  <message>
   <source>Light or dark</source>
   <translation>Светлая или тёмная тема</translation>
  </message>
  <message>
   <source>Lock now</source>
   <translation>Заблокировать сейчас</translation>
  </message>
  <message>
   <source>Lock the desk</source>
   <translation>Заблокировать VIP Desk</translation>
  </message>
  <message>
   <source>Lock when idle</source>
   <translation>Блокировать при бездействии</translation>
  </message>
  <message>
   <source>Locking…</source>
   <translation>Блокируем…</translation>
  </message>
  <message>
   <source>Login</source>
   <translation>Логин</translation>
  </message>
  <message>
   <source>Look at a demonstration club first</source>
   <translation>Сначала посмотреть демонстрационный клуб</translation>
  </message>
  <message>
   <source>Mail account</source>
   <translation>Почта</translation>
  </message>
  <message>
   <source>Mail account saved.</source>
   <translation>Настройки почты сохранены.</translation>
  </message>
  <message>
   <source>More details</source>
   <translation>Подробнее</translation>
  </message>
  <message>
   <source>More tabs</source>
   <translation>Ещё вкладки</translation>
  </message>
  <message>
   <source>Name of the club</source>
   <translation>Название клуба</translation>
  </message>
  <message>
   <source>New here</source>
   <translation>Добавить на этой странице</translation>
  </message>
  <message>
   <source>New passphrase</source>
   <translation>Новая парольная фраза</translation>
  </message>
  <message>
   <source>New passphrase once more</source>
   <translation>Новая парольная фраза ещё раз</translation>
  </message>
  <message>
   <source>No animation</source>
   <translation>Без анимации</translation>
  </message>
  <message>
   <source>None (this computer only)</source>
   <translation>Нет (только этот компьютер)</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Заметка</translation>
  </message>
  <message>
   <source>Nothing found. Try fewer letters.</source>
   <translation>Ничего не найдено. Попробуйте меньше букв.</translation>
  </message>
  <message>
   <source>Offline</source>
   <translation>Нет сети</translation>
  </message>
  <message>
   <source>On the unlock screen choose “Use the recovery key” and type all eight groups.</source>
   <translation>На экране входа выберите «Ввести ключ восстановления» и введите все восемь групп.</translation>
  </message>
  <message>
   <source>Once more</source>
   <translation>Ещё раз</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Минутку…</translation>
  </message>
  <message>
   <source>Open the row</source>
   <translation>Открыть строку</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Открываем…</translation>
  </message>
  <message>
   <source>Outgoing mail server (SMTP)</source>
   <translation>Сервер исходящей почты (SMTP)</translation>
  </message>
  <message>
   <source>Page</source>
   <translation>Страница</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Парольная фраза</translation>
  </message>
  <message>
   <source>Passphrase of the demonstration: {passphrase}</source>
   <translation>Парольная фраза демонстрации: {passphrase}</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Пароль</translation>
  </message>
  <message>
   <source>Please enter your name.</source>
   <translation>Пожалуйста, введите имя.</translation>
  </message>
  <message>
   <source>Please fill this in.</source>
   <translation>Пожалуйста, заполните это поле.</translation>
  </message>
  <message>
   <source>Port</source>
   <translation>Порт</translation>
  </message>
  <message>
   <source>Postal address</source>
   <translation>Почтовый адрес</translation>
  </message>
  <message>
   <source>Presenting: details hidden</source>
   <translation>Режим показа: подробности скрыты</translation>
  </message>
  <message>
   <source>Print the recovery kit</source>
   <translation>Распечатайте лист восстановления</translation>
  </message>
  <message>
   <source>Printed on cards, in letters and in reports.</source>
   <translation>Печатается на картах, в письмах и отчётах.</translation>
  </message>
  <message>
   <source>Quick note</source>
   <translation>Быстрая заметка</translation>
  </message>
  <message>
   <source>Recovery key</source>
   <translation>Ключ восстановления</translation>
  </message>
  <message>
   <source>Recovery kit</source>
   <translation>Лист восстановления</translation>
  </message>
  <message>
   <source>Recovery kit of your VIP Desk</source>
   <translation>Лист восстановления VIP Desk</translation>
  </message>
  <message>
   <source>Safety</source>
   <translation>Безопасность</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Сохранить</translation>
  </message>
  <message>
   <source>Save a form from a long text</source>
   <translation>Сохранить форму из многострочного поля</translation>
  </message>
  <message>
   <source>Save the page (PDF)…</source>
   <translation>Сохранить страницу (PDF)…</translation>
  </message>
  <message>
   <source>Sections</source>
   <translation>Разделы</translation>
  </message>
  <message>
   <source>Security</source>
   <translation>Безопасность</translation>
  </message>
  <message>
   <source>Sender’s name</source>
   <translation>Имя отправителя</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Настройки</translation>
  </message>
  <message>
   <source>Shortcuts</source>
   <translation>Сочетания клавиш</translation>
  </message>
  <message>
   <source>Show the folder</source>
   <translation>Показать папку</translation>
  </message>
  <message>
   <source>Signed in: {name}</source>
   <translation>Вход выполнен: {name}</translation>
  </message>
  <message>
   <source>Something went wrong</source>
   <translation>Что-то пошло не так</translation>
  </message>
  <message>
   <source>Start a new vault</source>
   <translation>Создать новое</translation>
  </message>
  <message>
   <source>Start with an empty desk</source>
   <translation>Начать с чистого листа</translation>
  </message>
  <message>
   <source>Step {step} of {steps}</source>
   <translation>Шаг {step} из {steps}</translation>
  </message>
  <message>
   <source>Strong</source>
   <translation>Надёжно</translation>
  </message>
  <message>
   <source>Surname</source>
   <translation>Фамилия</translation>
  </message>
  <message>
   <source>Team’s database</source>
   <translation>База данных команды</translation>
  </message>
  <message>
   <source>Telephone for guests</source>
   <translation>Телефон для гостей</translation>
  </message>
  <message>
   <source>Test the connection</source>
   <translation>Проверить соединение</translation>
  </message>
  <message>
   <source>Testing the connection…</source>
   <translation>Проверяем соединение…</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Размер текста</translation>
  </message>
  <message>
   <source>The club</source>
   <translation>Клуб</translation>
  </message>
  <message>
   <source>The connection works.</source>
   <translation>Соединение работает.</translation>
  </message>
  <message>
   <source>The demonstration club is already open in another window. Close that one.</source>
   <translation>Демонстрационный клуб уже открыт в другом окне. Закройте его.</translation>
  </message>
  <message>
   <source>The demonstration club is being prepared…</source>
   <translation>Готовим демонстрационный клуб…</translation>
  </message>
  <message>
   <source>The page cannot be saved there. Choose another folder.</source>
   <translation>Сюда страницу сохранить нельзя. Выберите другую папку.</translation>
  </message>
  <message>
   <source>The profiles, promises and events of your club, encrypted on this computer.</source>
   <translation>Клиенты, обещания и мероприятия Вашего клуба – в зашифрованном виде на этом компьютере.</translation>
  </message>
  <message>
   <source>The settings cannot be saved: the disk is full or read-only.</source>
   <translation>Настройки не сохраняются: диск полон или доступен только для чтения.</translation>
  </message>
  <message>
   <source>The two passphrases differ. Type them again.</source>
   <translation>Парольные фразы не совпадают. Введите их ещё раз.</translation>
  </message>
  <message>
   <source>The vault could not be opened. The details are in the log.</source>
   <translation>Хранилище открыть не удалось. Подробности записаны в журнал программы.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Тема</translation>
  </message>
  <message>
   <source>There is nothing to add on this page.</source>
   <translation>На этой странице добавлять нечего.</translation>
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation>Отменять нечего.</translation>
  </message>
  <message>
   <source>This is a fault in the program, not yours. Everything saved before is safe. The fault is noted in the log, without names or texts.</source>
   <translation>Это ошибка программы, а не Ваша. Всё сохранённое ранее цело. Ошибка записана в журнал программы, без имён и текстов.</translation>
  </message>
  <message>
   <source>This is not that group. Check the key again.</source>
   <translation>Это не та группа. Сверьтесь с ключом.</translation>
  </message>
  <message>
   <source>This key opens the vault if the passphrase is forgotten. Print this page.</source>
   <translation>Этот ключ откроет хранилище, если парольная фраза забыта. Распечатайте эту страницу.</translation>
  </message>
  <message>
   <source>This page could not be loaded.</source>
   <translation>Не удалось прочитать эту страницу.</translation>
  </message>
  <message>
   <source>This page could not be opened.</source>
   <translation>Не удалось открыть эту страницу.</translation>
  </message>
  <message>
   <source>To be sure, type group {number} of the key</source>
   <translation>Для проверки введите {number}-ю группу ключа</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Сегодня</translation>
  </message>
  <message>
   <source>Too easy to guess</source>
   <translation>Слишком легко угадать</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Повторить</translation>
  </message>
  <message>
   <source>Typefaces Inter, PT Sans and PT Serif under the SIL Open Font License.</source>
   <translation>Шрифты Inter, PT Sans и PT Serif распространяются по лицензии SIL Open Font License.</translation>
  </message>
  <message>
   <source>Unchanged</source>
   <translation>Без изменений</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Отменить</translation>
  </message>
  <message>
   <source>Undone.</source>
   <translation>Отменено.</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Войти</translation>
  </message>
  <message>
   <source>Unlock the desk</source>
   <translation>Вход в VIP Desk</translation>
  </message>
  <message>
   <source>Use the passphrase</source>
   <translation>Ввести парольную фразу</translation>
  </message>
  <message>
   <source>Use the recovery key</source>
   <translation>Ввести ключ восстановления</translation>
  </message>
  <message>
   <source>VIP Desk cannot open this kind of file. It opens .vcf, .csv, .eml and .ics.</source>
   <translation>Такие файлы VIP Desk не открывает. Подойдут .vcf, .csv, .eml и .ics.</translation>
  </message>
  <message>
   <source>VIP Desk could not be opened.</source>
   <translation>Открыть VIP Desk не удалось.</translation>
  </message>
  <message>
   <source>VIP Desk {version}</source>
   <translation>VIP Desk {version}</translation>
  </message>
  <message>
   <source>Vault on this computer</source>
   <translation>На этом компьютере</translation>
  </message>
  <message>
   <source>Vault: {folder}</source>
   <translation>Хранилище: {folder}</translation>
  </message>
  <message>
   <source>Welcome to VIP Desk</source>
   <translation>Добро пожаловать в VIP Desk</translation>
  </message>
  <message>
   <source>Where the data is</source>
   <translation>Где хранятся данные</translation>
  </message>
  <message>
   <source>Where the vault is kept</source>
   <translation>Папка хранилища</translation>
  </message>
  <message>
   <source>Who works at this desk?</source>
   <translation>Кто будет работать?</translation>
  </message>
  <message>
   <source>Your desk is ready</source>
   <translation>Всё готово</translation>
  </message>
  <message>
   <source>Your name signs letters and appears in the journal.</source>
   <translation>Вашим именем подписываются письма и отмечаются записи в журнале.</translation>
  </message>
  <message>
   <source>Your role</source>
   <translation>Ваша роль</translation>
  </message>
  <message numerus="yes">
   <source>in {n} days</source>
   <translation>
    <numerusform>через {n} день</numerusform>
    <numerusform>через {n} дня</numerusform>
    <numerusform>через {n} дней</numerusform>
   </translation>
  </message>
  <message>
   <source>just now</source>
   <translation>только что</translation>
  </message>
  <message>
   <source>smtp.example.com</source>
   <translation>smtp.example.com</translation>
  </message>
  <message>
   <source>today</source>
   <translation>сегодня</translation>
  </message>
  <message>
   <source>today {time}</source>
   <translation>сегодня, {time}</translation>
  </message>
  <message>
   <source>tomorrow</source>
   <translation>завтра</translation>
  </message>
  <message>
   <source>tomorrow {time}</source>
   <translation>завтра, {time}</translation>
  </message>
  <message>
   <source>yesterday</source>
   <translation>вчера</translation>
  </message>
  <message>
   <source>yesterday {time}</source>
   <translation>вчера, {time}</translation>
  </message>
  <message>
   <source>{hours} h {minutes} min</source>
   <translation>{hours} ч {minutes} мин</translation>
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
   <source>{n} days ago</source>
   <translation>
    <numerusform>{n} день назад</numerusform>
    <numerusform>{n} дня назад</numerusform>
    <numerusform>{n} дней назад</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} h</source>
   <translation>
    <numerusform>{n} ч</numerusform>
    <numerusform>{n} ч</numerusform>
    <numerusform>{n} ч</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} h ago</source>
   <translation>
    <numerusform>{n} ч назад</numerusform>
    <numerusform>{n} ч назад</numerusform>
    <numerusform>{n} ч назад</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} min</source>
   <translation>
    <numerusform>{n} мин</numerusform>
    <numerusform>{n} мин</numerusform>
    <numerusform>{n} мин</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} min ago</source>
   <translation>
    <numerusform>{n} мин назад</numerusform>
    <numerusform>{n} мин назад</numerusform>
    <numerusform>{n} мин назад</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} minutes</source>
   <translation>
    <numerusform>{n} минута</numerusform>
    <numerusform>{n} минуты</numerusform>
    <numerusform>{n} минут</numerusform>
   </translation>
  </message>
  <message>
   <source>{span} late</source>
   <translation>просрочено на {span}</translation>
  </message>
  <message>
   <source>{span} left</source>
   <translation>осталось {span}</translation>
  </message>
 </context>
</TS>
