<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>rights</name>
  <message>
   <source>A login is small Latin letters, digits and “_”, and begins with a letter.</source>
   <translation>Логин состоит из строчных латинских букв, цифр и «_» и начинается с буквы.</translation>
  </message>
  <message>
   <source>Changed: {what}</source>
   <translation>Изменено: {what}</translation>
  </message>
  <message>
   <source>Enter the given name and the surname.</source>
   <translation>Введите имя и фамилию.</translation>
  </message>
  <message>
   <source>Give the day as 2026-12-31.</source>
   <translation>Укажите день так: 2026-12-31.</translation>
  </message>
  <message>
   <source>Missing: {what}</source>
   <translation>Отсутствует: {what}</translation>
  </message>
  <message>
   <source>New password for {login}:</source>
   <translation>Новый пароль для {login}:</translation>
  </message>
  <message>
   <source>Nobody can stand in for themselves.</source>
   <translation>Никто не может замещать сам себя.</translation>
  </message>
  <message>
   <source>Nobody stands in for {login} any more.</source>
   <translation>{login}: больше никто не замещает.</translation>
  </message>
  <message>
   <source>Nobody with this login works here.</source>
   <translation>С таким логином здесь никто не работает.</translation>
  </message>
  <message>
   <source>Not in the matrix: {what}</source>
   <translation>Нет в матрице прав: {what}</translation>
  </message>
  <message>
   <source>Once more:</source>
   <translation>Ещё раз:</translation>
  </message>
  <message>
   <source>Password of {login}:</source>
   <translation>Пароль для {login}:</translation>
  </message>
  <message>
   <source>Somebody else is changing the same. Try again.</source>
   <translation>Кто-то сейчас меняет то же самое. Попробуйте ещё раз.</translation>
  </message>
  <message>
   <source>Something is not as it must be. “vipdesk team upgrade” mends the rights.</source>
   <translation>Что-то не так, как должно быть. Права исправит «vipdesk team upgrade».</translation>
  </message>
  <message>
   <source>The club “{name}” is ready. {login} can sign in now.</source>
   <translation>Клуб «{name}» готов. Теперь можно войти под именем {login}.</translation>
  </message>
  <message>
   <source>The journal is not guarded: the trigger {what} is missing or switched off.</source>
   <translation>Журнал не защищён: триггера {what} нет или он выключен.</translation>
  </message>
  <message>
   <source>The name or the password is wrong. Try again.</source>
   <translation>Неверное имя или пароль. Попробуйте ещё раз.</translation>
  </message>
  <message>
   <source>The procedure {what} runs as a superuser.</source>
   <translation>Процедура {what} выполняется с правами суперпользователя.</translation>
  </message>
  <message>
   <source>The procedure {what} runs with the caller’s own search path.</source>
   <translation>Процедура {what} выполняется с путём поиска вызывающего.</translation>
  </message>
  <message>
   <source>The rights are exactly those of the matrix.</source>
   <translation>Права в точности соответствуют матрице.</translation>
  </message>
  <message numerus="yes">
   <source>The schema and the rights of {n} people are up to date.</source>
   <translation>
    <numerusform>Схема и права {n} человека обновлены.</numerusform>
    <numerusform>Схема и права {n} человек обновлены.</numerusform>
    <numerusform>Схема и права {n} человек обновлены.</numerusform>
   </translation>
  </message>
  <message>
   <source>The server’s PostgreSQL is too old. VIP Desk needs 15 or newer.</source>
   <translation>PostgreSQL на сервере слишком старый. VIP Desk нужна версия 15 или новее.</translation>
  </message>
  <message>
   <source>The server’s certificate is not trusted, so nothing was sent to it. Check the server’s name, or choose the root certificate that the administrator gave you.</source>
   <translation>Сертификату сервера нет доверия, поэтому на сервер ничего не отправлено. Проверьте имя сервера или выберите корневой сертификат, который дал администратор.</translation>
  </message>
  <message>
   <source>The two passwords differ. Try again.</source>
   <translation>Пароли не совпали. Попробуйте ещё раз.</translation>
  </message>
  <message>
   <source>The view {what} reads with its owner’s rights.</source>
   <translation>Представление {what} читает с правами своего владельца.</translation>
  </message>
  <message>
   <source>There is a club in this database already. Add people to it instead.</source>
   <translation>В этой базе уже есть клуб. Добавьте людей в него.</translation>
  </message>
  <message>
   <source>This day has passed. Choose a later one.</source>
   <translation>Этот день уже прошёл. Выберите более поздний.</translation>
  </message>
  <message>
   <source>This login is taken. Choose another.</source>
   <translation>Этот логин занят. Выберите другой.</translation>
  </message>
  <message>
   <source>This takes the rights of a database superuser. Sign in as the server’s administrator, usually “postgres”.</source>
   <translation>Для этого нужны права суперпользователя базы данных. Войдите как администратор сервера, обычно это «postgres».</translation>
  </message>
  <message>
   <source>This took too long and was stopped. Ask for less at once.</source>
   <translation>Это заняло слишком много времени и было остановлено. Запросите меньше за один раз.</translation>
  </message>
  <message>
   <source>You are signed in at too many places. Close the desk elsewhere and try again.</source>
   <translation>Вы вошли сразу в слишком многих местах. Закройте программу на другом компьютере и попробуйте ещё раз.</translation>
  </message>
  <message>
   <source>You have no access to this club. Ask the administrator.</source>
   <translation>У Вас нет доступа к этому клубу. Обратитесь к администратору.</translation>
  </message>
  <message>
   <source>You may not do this.</source>
   <translation>У Вас нет на это права.</translation>
  </message>
  <message>
   <source>Your name is not on this club’s staff. Ask the administrator to add you.</source>
   <translation>Вас нет среди сотрудников этого клуба. Попросите администратора добавить Вас.</translation>
  </message>
  <message>
   <source>{deputy} stands in for {login} until you say otherwise.</source>
   <translation>{deputy} замещает {login}, пока Вы это не отмените.</translation>
  </message>
  <message>
   <source>{deputy} stands in for {login}. Last day: {day}.</source>
   <translation>{deputy} замещает {login}. Последний день: {day}.</translation>
  </message>
  <message>
   <source>{login} can sign in now.</source>
   <translation>Теперь можно войти под именем {login}.</translation>
  </message>
  <message>
   <source>{login} has a new password.</source>
   <translation>У {login} новый пароль.</translation>
  </message>
  <message>
   <source>{login} is shut out: no sign-in, and open sessions have ended.</source>
   <translation>Доступ для {login} закрыт: вход запрещён, открытые сеансы завершены.</translation>
  </message>
  <message numerus="yes">
   <source>{n} clients wait for another manager. Hand them over at the desk.</source>
   <translation>
    <numerusform>{n} клиент ждёт другого менеджера. Передайте его в программе.</numerusform>
    <numerusform>{n} клиента ждут другого менеджера. Передайте их в программе.</numerusform>
    <numerusform>{n} клиентов ждут другого менеджера. Передайте их в программе.</numerusform>
   </translation>
  </message>
  <message>
   <source>{what} does not work here any more and can still sign in. Run “team revoke”.</source>
   <translation>{what}: больше здесь не работает, но всё ещё может войти. Выполните «vipdesk team revoke».</translation>
  </message>
  <message>
   <source>{what} is a member of the procedures’ owner. Nobody may be.</source>
   <translation>{what}: входит в роль владельца процедур. В неё не должен входить никто.</translation>
  </message>
  <message>
   <source>{what} may give its group to others. Take the admin option away.</source>
   <translation>{what}: может передавать свою группу другим. Отнимите это право (ADMIN OPTION).</translation>
  </message>
  <message>
   <source>{what} may pass by every rule of the rows. Take that away from it.</source>
   <translation>{what}: может обходить все правила строк. Отнимите у этой роли такое право.</translation>
  </message>
  <message>
   <source>{what} signs in with another role than the club’s staff has. Run “team upgrade”.</source>
   <translation>{what}: роль на сервере не та, что указана у сотрудника. Выполните «vipdesk team upgrade».</translation>
  </message>
  <message>
   <source>{what}: nobody may remove rows that something hidden may hang on.</source>
   <translation>{what}: никто не должен удалять строки, от которых могут зависеть скрытые.</translation>
  </message>
  <message>
   <source>{what}: what everybody sees points at what is hidden.</source>
   <translation>{what}: общедоступные строки указывают на скрытые.</translation>
  </message>
  <message>
   <source>{what}: what goes away here would take others with it.</source>
   <translation>{what}: удаление здесь унесло бы с собой другие строки.</translation>
  </message>
 </context>
</TS>
