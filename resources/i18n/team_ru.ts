<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>team</name>
  <message>
   <source>A word for the new manager</source>
   <translation>Несколько слов новому менеджеру</translation>
  </message>
  <message>
   <source>Add the colleague</source>
   <translation>Добавить сотрудника</translation>
  </message>
  <message>
   <source>Cards issued so far stay valid. New ones are signed with a new key, made by itself.</source>
   <translation>Выданные карты остаются действительными. Новые подписываются новым ключом, он создаётся сам.</translation>
  </message>
  <message>
   <source>Change your password</source>
   <translation>Смена пароля</translation>
  </message>
  <message>
   <source>Change your password…</source>
   <translation>Сменить пароль…</translation>
  </message>
  <message>
   <source>Check the certificate on this computer too</source>
   <translation>Проверять сертификат и на этом компьютере</translation>
  </message>
  <message>
   <source>Choose a colleague in the list.</source>
   <translation>Выберите сотрудника в списке.</translation>
  </message>
  <message>
   <source>Choose a day that is still to come.</source>
   <translation>Выберите день, который ещё не наступил.</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Выбрать файл…</translation>
  </message>
  <message>
   <source>Choose a manager who works here.</source>
   <translation>Выберите менеджера, который работает в клубе.</translation>
  </message>
  <message>
   <source>Choose a password that you do not use yet.</source>
   <translation>Придумайте пароль, которым Вы ещё не пользуетесь.</translation>
  </message>
  <message>
   <source>Choose clients in the list, several with Shift.</source>
   <translation>Выберите клиентов в списке, нескольких – с Shift.</translation>
  </message>
  <message>
   <source>Colleague added.</source>
   <translation>Сотрудник добавлен.</translation>
  </message>
  <message>
   <source>Colleagues</source>
   <translation>Сотрудники</translation>
  </message>
  <message>
   <source>Database</source>
   <translation>База данных</translation>
  </message>
  <message>
   <source>Deputy…</source>
   <translation>Заместитель…</translation>
  </message>
  <message>
   <source>Each signs in with the login and the first password, and changes it in Settings:</source>
   <translation>Каждый входит с логином и первым паролем и меняет пароль в настройках:</translation>
  </message>
  <message>
   <source>Edit a colleague</source>
   <translation>Сотрудник</translation>
  </message>
  <message>
   <source>Edit…</source>
   <translation>Изменить…</translation>
  </message>
  <message>
   <source>Give a login as WHO=LOGIN, for example Orlova=maria.</source>
   <translation>Укажите логин так: КТО=ЛОГИН, например Орлова=maria.</translation>
  </message>
  <message>
   <source>Hand over clients</source>
   <translation>Передача клиентов</translation>
  </message>
  <message>
   <source>Hand over clients…</source>
   <translation>Передать клиентов…</translation>
  </message>
  <message>
   <source>Hand over…</source>
   <translation>Передать…</translation>
  </message>
  <message>
   <source>Hand the clients over</source>
   <translation>Передать клиентов</translation>
  </message>
  <message>
   <source>Handed over by {who}</source>
   <translation>Передаёт {who}</translation>
  </message>
  <message numerus="yes">
   <source>Handed over by {who} · {n} open promises</source>
   <translation>
    <numerusform>Передаёт {who} · {n} открытое обещание</numerusform>
    <numerusform>Передаёт {who} · {n} открытых обещания</numerusform>
    <numerusform>Передаёт {who} · {n} открытых обещаний</numerusform>
   </translation>
  </message>
  <message>
   <source>Handover</source>
   <translation>Передача</translation>
  </message>
  <message>
   <source>In a vault anybody may take the desk: roles are a convenience here.</source>
   <translation>В хранилище работать может каждый из сотрудников: роли здесь для удобства.</translation>
  </message>
  <message>
   <source>In mourning: {what}</source>
   <translation>Траур: {what}</translation>
  </message>
  <message>
   <source>It is too late to undo this. Hand the clients over again.</source>
   <translation>Отменить это уже нельзя. Передайте клиентов ещё раз.</translation>
  </message>
  <message>
   <source>It keeps your password on this computer. At the next start its passphrase alone opens the desk.</source>
   <translation>В нём хранится Ваш пароль на этом компьютере. При следующем запуске для входа хватит одной парольной фразы.</translation>
  </message>
  <message>
   <source>It keeps your password. Clients in it stay there and are seen again when you sign out of the team.</source>
   <translation>В нём хранится Ваш пароль. Клиенты из хранилища остаются в нём: Вы снова увидите их, когда выйдете из команды.</translation>
  </message>
  <message>
   <source>Join</source>
   <translation>Войти</translation>
  </message>
  <message>
   <source>Join a team</source>
   <translation>Вход в команду</translation>
  </message>
  <message>
   <source>Join a team…</source>
   <translation>Войти в команду…</translation>
  </message>
  <message>
   <source>Keep apart: {what}</source>
   <translation>Не сводить вместе: {what}</translation>
  </message>
  <message>
   <source>Last day</source>
   <translation>Последний день</translation>
  </message>
  <message>
   <source>Leaves the club</source>
   <translation>Отметить уход</translation>
  </message>
  <message>
   <source>Maria Orlova</source>
   <translation>Maria Orlova</translation>
  </message>
  <message>
   <source>Never: {what}</source>
   <translation>Никогда: {what}</translation>
  </message>
  <message>
   <source>New colleague</source>
   <translation>Новый сотрудник</translation>
  </message>
  <message>
   <source>New manager</source>
   <translation>Новый менеджер</translation>
  </message>
  <message>
   <source>New manager: {giver} → {receiver}</source>
   <translation>Новый менеджер: {giver} → {receiver}</translation>
  </message>
  <message>
   <source>New manager: {receiver}</source>
   <translation>Новый менеджер: {receiver}</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>Новый пароль</translation>
  </message>
  <message>
   <source>New password once more</source>
   <translation>Новый пароль ещё раз</translation>
  </message>
  <message>
   <source>No longer works here</source>
   <translation>Больше не работает</translation>
  </message>
  <message>
   <source>Nobody can stand in for themselves.</source>
   <translation>Нельзя быть собственным заместителем.</translation>
  </message>
  <message>
   <source>Nobody is left.</source>
   <translation>Никого не осталось.</translation>
  </message>
  <message>
   <source>Nobody on the staff is called “{who}”. Give an e-mail address or a surname.</source>
   <translation>В клубе нет сотрудника «{who}». Укажите адрес почты или фамилию.</translation>
  </message>
  <message>
   <source>Nobody, back at work</source>
   <translation>Никто, замещение закончено</translation>
  </message>
  <message>
   <source>Not noted</source>
   <translation>Не указано</translation>
  </message>
  <message>
   <source>Only if the administrator gave you one. Else the system’s own are trusted.</source>
   <translation>Только если его дал администратор. Иначе доверяем сертификатам системы.</translation>
  </message>
  <message>
   <source>Open the vault once with this VIP Desk, then move it.</source>
   <translation>Сначала откройте хранилище этой версией VIP Desk, затем переносите.</translation>
  </message>
  <message>
   <source>Passphrase of your vault</source>
   <translation>Парольная фраза Вашего хранилища</translation>
  </message>
  <message>
   <source>Present password</source>
   <translation>Нынешний пароль</translation>
  </message>
  <message>
   <source>Reports to</source>
   <translation>Подчиняется</translation>
  </message>
  <message>
   <source>Role</source>
   <translation>Роль</translation>
  </message>
  <message>
   <source>Root certificate (a file)</source>
   <translation>Корневой сертификат (файл)</translation>
  </message>
  <message>
   <source>Seen. The word for you stands in the timeline.</source>
   <translation>Принято. Слова для Вас записаны в хронике клиента.</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Сервер</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>Выйти</translation>
  </message>
  <message>
   <source>Sign out of the team?</source>
   <translation>Выйти из команды?</translation>
  </message>
  <message>
   <source>Sign out of the team…</source>
   <translation>Выйти из команды…</translation>
  </message>
  <message>
   <source>Signed in as</source>
   <translation>Вы вошли как</translation>
  </message>
  <message>
   <source>Stands in</source>
   <translation>Заместитель</translation>
  </message>
  <message>
   <source>The administrator adds people to a team, with “vipdesk team add”.</source>
   <translation>Сотрудников команды добавляет администратор командой «vipdesk team add».</translation>
  </message>
  <message>
   <source>The club’s administrator gives you the server, your login and a first password.</source>
   <translation>Сервер, логин и первый пароль Вам даст администратор клуба.</translation>
  </message>
  <message>
   <source>The head of VIP service hands over the clients of others.</source>
   <translation>Чужих клиентов передаёт глава VIP-сервиса.</translation>
  </message>
  <message>
   <source>The leaving is noted.</source>
   <translation>Уход отмечен.</translation>
  </message>
  <message>
   <source>The login “{login}” is taken on this server. Choose another with --login.</source>
   <translation>Логин «{login}» на этом сервере занят. Выберите другой с помощью --login.</translation>
  </message>
  <message>
   <source>The password is forgotten on this computer and the desk is locked. Nothing is lost: the club stays on its server. To come back, join the team again.</source>
   <translation>Пароль на этом компьютере будет забыт, а VIP Desk заблокирован. Ничего не пропадёт: клуб остаётся на сервере. Чтобы вернуться, войдите в команду снова.</translation>
  </message>
  <message>
   <source>The password of the mail account: each at their own desk, in Settings.</source>
   <translation>Пароль почты: каждый вводит на своём компьютере, в настройках.</translation>
  </message>
  <message>
   <source>The server knows you: {name}, {role}.</source>
   <translation>Сервер Вас знает: {name}, {role}.</translation>
  </message>
  <message>
   <source>The team’s database has another version. Run “vipdesk team upgrade” first.</source>
   <translation>База данных команды другой версии. Сначала выполните «vipdesk team upgrade».</translation>
  </message>
  <message>
   <source>The team’s database is not empty: there are rows in “{table}”. A vault moves only into a new one.</source>
   <translation>База данных команды не пуста: в таблице «{table}» есть строки. Хранилище переносится только в новую базу.</translation>
  </message>
  <message>
   <source>The two passwords differ. Type them again.</source>
   <translation>Пароли не совпадают. Введите их ещё раз.</translation>
  </message>
  <message>
   <source>The vault is as it was. Keep it closed: work goes on in the team.</source>
   <translation>Хранилище не изменилось. Больше не работайте в нём: работа продолжается в команде.</translation>
  </message>
  <message>
   <source>The vault is open, but the team’s server refuses the password kept in it. Choose “Join a team…” and enter the present one.</source>
   <translation>Хранилище открылось, но сервер команды не принимает сохранённый в нём пароль. Нажмите «Войти в команду…» и введите нынешний.</translation>
  </message>
  <message>
   <source>The vault’s journal is broken at entry {entry}. Restore a backup whose journal is whole, then move that.</source>
   <translation>Журнал хранилища нарушен на записи {entry}. Восстановите копию с целым журналом и переносите её.</translation>
  </message>
  <message>
   <source>There is no club in this vault. Join a team, or start a new vault.</source>
   <translation>В этом хранилище нет клуба. Войдите в команду или создайте новое хранилище.</translation>
  </message>
  <message>
   <source>There is no such file. Choose the certificate that the administrator gave you.</source>
   <translation>Такого файла нет. Выберите сертификат, который дал Вам администратор.</translation>
  </message>
  <message>
   <source>There is nobody to hand over to.</source>
   <translation>Передать некому.</translation>
  </message>
  <message>
   <source>There is nobody to hand over: choose the clients first.</source>
   <translation>Передавать некого: сначала выберите клиентов.</translation>
  </message>
  <message>
   <source>This club is kept on this computer alone. A team works on one list of clients, and its server holds to who may see what.</source>
   <translation>Этот клуб хранится только на этом компьютере. Команда работает с одним списком клиентов, а сервер следит, кому что можно видеть.</translation>
  </message>
  <message>
   <source>This colleague leads no clients.</source>
   <translation>Этот сотрудник не ведёт клиентов.</translation>
  </message>
  <message>
   <source>This is not an e-mail address.</source>
   <translation>Это не адрес электронной почты.</translation>
  </message>
  <message>
   <source>This is not your present password.</source>
   <translation>Это не Ваш нынешний пароль.</translation>
  </message>
  <message>
   <source>This person already reports to the one you edit. Choose another.</source>
   <translation>Этот сотрудник сам подчиняется тому, кого Вы изменяете. Выберите другого.</translation>
  </message>
  <message>
   <source>This person has worked here already. Note the leaving instead.</source>
   <translation>Этот сотрудник уже работал в клубе. Отметьте его уход.</translation>
  </message>
  <message>
   <source>Use at least {least} characters for the password.</source>
   <translation>Пароль должен быть не короче {least} знаков.</translation>
  </message>
  <message>
   <source>Vault moved into the team</source>
   <translation>Хранилище перенесено в команду</translation>
  </message>
  <message>
   <source>What is not in the profile: tone, habits, what is under way.</source>
   <translation>Чего нет в карточке: тон, привычки, что сейчас в работе.</translation>
  </message>
  <message>
   <source>What is sealed in the vault stays there:</source>
   <translation>Что запечатано в хранилище, остаётся в нём:</translation>
  </message>
  <message>
   <source>You are at work yourself.</source>
   <translation>Это Вы сами.</translation>
  </message>
  <message>
   <source>You are at work yourself. Another colleague can note your leaving.</source>
   <translation>Это Вы сами. Ваш уход может отметить другой сотрудник.</translation>
  </message>
  <message>
   <source>You are not signed in to a team.</source>
   <translation>Вы не вошли в команду.</translation>
  </message>
  <message>
   <source>You can hand over clients you lead. Ask the head of VIP service for the others.</source>
   <translation>Вы можете передать клиентов, которых ведёте сами. За остальными обратитесь к главе VIP-сервиса.</translation>
  </message>
  <message>
   <source>Your login</source>
   <translation>Ваш логин</translation>
  </message>
  <message>
   <source>Your own vault</source>
   <translation>Ваше собственное хранилище</translation>
  </message>
  <message>
   <source>Your password is changed.</source>
   <translation>Пароль изменён.</translation>
  </message>
  <message>
   <source>desk.club.example</source>
   <translation>desk.club.example</translation>
  </message>
  <message>
   <source>{giver} → {receiver}: {note}</source>
   <translation>{giver} → {receiver}: {note}</translation>
  </message>
  <message>
   <source>{name} ({login})</source>
   <translation>{name} ({login})</translation>
  </message>
  <message>
   <source>{name} is away. The deputy sees the clients until that day.</source>
   <translation>{name} отсутствует. Заместитель видит клиентов до этого дня включительно.</translation>
  </message>
  <message>
   <source>{name}, until {day}</source>
   <translation>{name}, до {day}</translation>
  </message>
  <message numerus="yes">
   <source>{n} clients are still led by this person. Hand them over first.</source>
   <translation>
    <numerusform>Этот сотрудник ещё ведёт {n} клиента. Сначала передайте его.</numerusform>
    <numerusform>Этот сотрудник ещё ведёт {n} клиентов. Сначала передайте их.</numerusform>
    <numerusform>Этот сотрудник ещё ведёт {n} клиентов. Сначала передайте их.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients for you</source>
   <translation>
    <numerusform>{n} клиент для Вас</numerusform>
    <numerusform>{n} клиента для Вас</numerusform>
    <numerusform>{n} клиентов для Вас</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients handed over.</source>
   <translation>
    <numerusform>Передан {n} клиент.</numerusform>
    <numerusform>Переданы {n} клиента.</numerusform>
    <numerusform>Передано {n} клиентов.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients without anything open</source>
   <translation>
    <numerusform>{n} клиент без открытых дел</numerusform>
    <numerusform>{n} клиента без открытых дел</numerusform>
    <numerusform>{n} клиентов без открытых дел</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them late</source>
   <translation>
    <numerusform>{n} из них просрочено</numerusform>
    <numerusform>{n} из них просрочены</numerusform>
    <numerusform>{n} из них просрочено</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} open complaints keep their owner. Give them a new one there.</source>
   <translation>
    <numerusform>{n} открытая жалоба остаётся у прежнего ответственного. Назначьте нового в самой жалобе.</numerusform>
    <numerusform>{n} открытые жалобы остаются у прежнего ответственного. Назначьте нового в самих жалобах.</numerusform>
    <numerusform>{n} открытых жалоб остаются у прежнего ответственного. Назначьте нового в самих жалобах.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} open promises go along</source>
   <translation>
    <numerusform>с ними {n} открытое обещание</numerusform>
    <numerusform>с ними {n} открытых обещания</numerusform>
    <numerusform>с ними {n} открытых обещаний</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} rows moved, counted and compared. The journal is whole.</source>
   <translation>
    <numerusform>Перенесена, посчитана и сверена {n} строка. Журнал цел.</numerusform>
    <numerusform>Перенесены, посчитаны и сверены {n} строки. Журнал цел.</numerusform>
    <numerusform>Перенесено, посчитано и сверено {n} строк. Журнал цел.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things to mind</source>
   <translation>
    <numerusform>{n} важная оговорка</numerusform>
    <numerusform>{n} важные оговорки</numerusform>
    <numerusform>{n} важных оговорок</numerusform>
   </translation>
  </message>
  <message>
   <source>{percent} % · {done} of {total} rows</source>
   <translation>{percent} % · {done} из {total} строк</translation>
  </message>
  <message>
   <source>{server}, database {database}</source>
   <translation>{server}, база «{database}»</translation>
  </message>
  <message>
   <source>{who} leads these clients. Choose who goes on.</source>
   <translation>Этих клиентов ведёт {who}. Выберите, кто продолжит.</translation>
  </message>
 </context>
</TS>
