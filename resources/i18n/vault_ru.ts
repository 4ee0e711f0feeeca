<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>vault</name>
  <message>
   <source>A VIP Desk has the vault open now.</source>
   <translation>Хранилище сейчас открыто в VIP Desk.</translation>
  </message>
  <message>
   <source>A display is there, and Qt has what it needs.</source>
   <translation>Экран есть, и у Qt есть всё нужное.</translation>
  </message>
  <message>
   <source>A recovery key is set.</source>
   <translation>Ключ восстановления задан.</translation>
  </message>
  <message>
   <source>Backups made before today still open with the passphrase of their day. The recovery key stays the same.</source>
   <translation>Прежние резервные копии по-прежнему открываются той парольной фразой, которая действовала тогда. Ключ восстановления остаётся прежним.</translation>
  </message>
  <message>
   <source>Caps Lock is on.</source>
   <translation>Включён Caps Lock.</translation>
  </message>
  <message>
   <source>Change</source>
   <translation>Сменить</translation>
  </message>
  <message>
   <source>Change the passphrase</source>
   <translation>Смена парольной фразы</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>Сменить…</translation>
  </message>
  <message numerus="yes">
   <source>Copied. It is forgotten in {n} seconds.</source>
   <translation>
    <numerusform>Скопировано. Будет забыто через {n} секунду.</numerusform>
    <numerusform>Скопировано. Будет забыто через {n} секунды.</numerusform>
    <numerusform>Скопировано. Будет забыто через {n} секунд.</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Скопировать</translation>
  </message>
  <message>
   <source>Discard</source>
   <translation>Удалить</translation>
  </message>
  <message>
   <source>Encrypted by SQLCipher {version}.</source>
   <translation>Зашифровано: SQLCipher {version}.</translation>
  </message>
  <message>
   <source>Every page of the file is whole.</source>
   <translation>Все страницы файла целы.</translation>
  </message>
  <message>
   <source>Every record points at one that is there.</source>
   <translation>Все ссылки между записями на месте.</translation>
  </message>
  <message>
   <source>Forget what was copied after</source>
   <translation>Забывать скопированное через</translation>
  </message>
  <message>
   <source>Free on the disk: {free} MB.</source>
   <translation>Свободно на диске: {free} МБ.</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Продолжить</translation>
  </message>
  <message>
   <source>Kept {when}</source>
   <translation>Записано: {when}</translation>
  </message>
  <message>
   <source>Keyring switched off</source>
   <translation>Выключена связка ключей</translation>
  </message>
  <message>
   <source>Keyring switched on</source>
   <translation>Включена связка ключей</translation>
  </message>
  <message>
   <source>Keys of the vault</source>
   <translation>Ключи хранилища</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Позже</translation>
  </message>
  <message>
   <source>Make a new key</source>
   <translation>Создать новый ключ</translation>
  </message>
  <message>
   <source>Make a new one…</source>
   <translation>Создать новый…</translation>
  </message>
  <message>
   <source>New recovery key</source>
   <translation>Новый ключ восстановления</translation>
  </message>
  <message>
   <source>No VIP Desk has the vault open.</source>
   <translation>Хранилище сейчас никем не открыто.</translation>
  </message>
  <message>
   <source>No display is available here: only commands without a window work.</source>
   <translation>Экрана здесь нет: работают только команды без окна.</translation>
  </message>
  <message>
   <source>No settings are kept yet.</source>
   <translation>Настройки ещё не сохранялись.</translation>
  </message>
  <message>
   <source>No unfinished files lie about.</source>
   <translation>Незаконченных файлов нет.</translation>
  </message>
  <message>
   <source>Nobody can type the passphrase here. Give it in a file; the command’s --help names the option.</source>
   <translation>Ввести парольную фразу здесь некому. Передайте её в файле: нужный параметр назовёт --help этой команды.</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Выключено</translation>
  </message>
  <message>
   <source>On: the vault opens without the passphrase here.</source>
   <translation>Включено: здесь хранилище открывается без парольной фразы.</translation>
  </message>
  <message>
   <source>Only you may read the vault’s files.</source>
   <translation>Файлы хранилища можете читать только Вы.</translation>
  </message>
  <message>
   <source>Open the form again here: your text is still in it.</source>
   <translation>Откройте окно снова здесь: Ваш текст остался в нём.</translation>
  </message>
  <message>
   <source>Open with this computer’s keyring</source>
   <translation>Открыть связкой ключей компьютера</translation>
  </message>
  <message numerus="yes">
   <source>Other people of this computer may read {n} files of the vault. Take their rights away (chmod 700 for the folder, 600 for the files).</source>
   <translation>
    <numerusform>Другие пользователи компьютера могут читать {n} файл хранилища. Уберите их права (chmod 700 для папки, 600 для файлов).</numerusform>
    <numerusform>Другие пользователи компьютера могут читать {n} файла хранилища. Уберите их права (chmod 700 для папки, 600 для файлов).</numerusform>
    <numerusform>Другие пользователи компьютера могут читать {n} файлов хранилища. Уберите их права (chmod 700 для папки, 600 для файлов).</numerusform>
   </translation>
  </message>
  <message>
   <source>Passphrase changed</source>
   <translation>Сменена парольная фраза</translation>
  </message>
  <message>
   <source>Passphrase: Argon2id, {memory} MiB, {passes} passes.</source>
   <translation>Парольная фраза: Argon2id, {memory} МиБ, проходов: {passes}.</translation>
  </message>
  <message>
   <source>Present passphrase</source>
   <translation>Нынешняя парольная фраза</translation>
  </message>
  <message>
   <source>Recovery key replaced</source>
   <translation>Заменён ключ восстановления</translation>
  </message>
  <message>
   <source>Start anew</source>
   <translation>Начать заново</translation>
  </message>
  <message>
   <source>Switch off</source>
   <translation>Выключить</translation>
  </message>
  <message>
   <source>Switch on</source>
   <translation>Включить</translation>
  </message>
  <message>
   <source>Switch on…</source>
   <translation>Включить…</translation>
  </message>
  <message>
   <source>The clock agrees with the vault.</source>
   <translation>Часы компьютера не расходятся с хранилищем.</translation>
  </message>
  <message>
   <source>The desk also locks when the screen is locked and before the computer sleeps. What you were typing is kept in the vault.</source>
   <translation>VIP Desk блокируется вместе с экраном и перед тем, как компьютер уснёт. Недописанное остаётся в хранилище.</translation>
  </message>
  <message>
   <source>The disk is filling up: backups will soon not fit.</source>
   <translation>Место на диске кончается: скоро не поместятся резервные копии.</translation>
  </message>
  <message>
   <source>The disk is nearly full. Free some space before you go on.</source>
   <translation>Диск почти полон. Освободите место, прежде чем продолжать.</translation>
  </message>
  <message numerus="yes">
   <source>The journal is whole: {n} entries.</source>
   <translation>
    <numerusform>Журнал цел: {n} запись.</numerusform>
    <numerusform>Журнал цел: {n} записи.</numerusform>
    <numerusform>Журнал цел: {n} записей.</numerusform>
   </translation>
  </message>
  <message>
   <source>The journal was changed. Run “vipdesk journal verify”.</source>
   <translation>Журнал изменён. Запустите «vipdesk journal verify».</translation>
  </message>
  <message>
   <source>The key file cannot be read.</source>
   <translation>Файл ключей не читается.</translation>
  </message>
  <message>
   <source>The keyring opens the vault no more.</source>
   <translation>Связка ключей больше не открывает хранилище.</translation>
  </message>
  <message numerus="yes">
   <source>The last backup is {n} days old. Make one in Settings.</source>
   <translation>
    <numerusform>Последней резервной копии {n} день. Сделайте новую в настройках.</numerusform>
    <numerusform>Последней резервной копии {n} дня. Сделайте новую в настройках.</numerusform>
    <numerusform>Последней резервной копии {n} дней. Сделайте новую в настройках.</numerusform>
   </translation>
  </message>
  <message>
   <source>The last verified backup is from the last two days.</source>
   <translation>Последней проверенной резервной копии не больше двух дней.</translation>
  </message>
  <message>
   <source>The log holds no personal data.</source>
   <translation>В журнале программы нет персональных данных.</translation>
  </message>
  <message>
   <source>The passphrase is changed. The old one opens no more.</source>
   <translation>Парольная фраза сменена. Прежняя больше не подходит.</translation>
  </message>
  <message>
   <source>The printed key of before opens this vault no more from the moment the new one is made.</source>
   <translation>Как только новый ключ будет создан, прежний, напечатанный, перестанет открывать это хранилище.</translation>
  </message>
  <message>
   <source>The settings can be read.</source>
   <translation>Настройки читаются.</translation>
  </message>
  <message>
   <source>The settings cannot be read: the desk uses its own until saved anew.</source>
   <translation>Настройки не читаются: пока действуют обычные.</translation>
  </message>
  <message>
   <source>The tables are those of this version ({revision}).</source>
   <translation>Таблицы соответствуют этой версии ({revision}).</translation>
  </message>
  <message>
   <source>The vault lies on a disk of this computer.</source>
   <translation>Хранилище лежит на диске этого компьютера.</translation>
  </message>
  <message>
   <source>The vault will be brought up to date when it is next opened.</source>
   <translation>Хранилище обновится при следующем открытии.</translation>
  </message>
  <message>
   <source>The vault’s file is there and is not readable without the key.</source>
   <translation>Файл хранилища на месте и без ключа не читается.</translation>
  </message>
  <message>
   <source>Then whoever is signed in to this computer under your name opens the vault without the passphrase. Choose this only where the computer itself has a good password. The passphrase and the recovery key go on working.</source>
   <translation>Тогда любой, кто вошёл в этот компьютер под Вашим именем, откроет хранилище без парольной фразы. Включайте, только если сам компьютер защищён хорошим паролем. Парольная фраза и ключ восстановления продолжат действовать.</translation>
  </message>
  <message>
   <source>There is no backup yet. Make one in Settings.</source>
   <translation>Резервных копий ещё нет. Сделайте её в настройках.</translation>
  </message>
  <message>
   <source>There is no recovery key. Make one in Settings and print it.</source>
   <translation>Ключа восстановления нет. Создайте его в настройках и напечатайте.</translation>
  </message>
  <message>
   <source>There is no vault in this folder. Choose the folder of yours.</source>
   <translation>В этой папке нет хранилища. Укажите папку своего.</translation>
  </message>
  <message>
   <source>These forms were open when the desk was locked or broke off.</source>
   <translation>Эти окна были открыты, когда VIP Desk заблокировался или прервал работу.</translation>
  </message>
  <message>
   <source>This belongs to a vault of your own, not to the team’s database.</source>
   <translation>Это относится к собственному хранилищу, а не к базе команды.</translation>
  </message>
  <message>
   <source>This computer has no keyring that VIP Desk can use. On Linux install and unlock GNOME Keyring or KWallet.</source>
   <translation>На этом компьютере нет связки ключей, которой может пользоваться VIP Desk. В Linux установите и откройте GNOME Keyring или KWallet.</translation>
  </message>
  <message>
   <source>This computer’s clock is slow. Set it: deadlines depend on it.</source>
   <translation>Часы этого компьютера отстают. Поставьте их: от них зависят сроки.</translation>
  </message>
  <message>
   <source>This computer’s keyring</source>
   <translation>Связка ключей компьютера</translation>
  </message>
  <message>
   <source>This computer’s keyring does not open. Unlock it, or type the passphrase.</source>
   <translation>Связка ключей этого компьютера не открывается. Откройте её или введите парольную фразу.</translation>
  </message>
  <message>
   <source>This computer’s keyring may open the vault.</source>
   <translation>Хранилище может открыть связка ключей этого компьютера.</translation>
  </message>
  <message>
   <source>This computer’s keyring no longer opens the vault. Type the passphrase, then switch the keyring on again in Settings.</source>
   <translation>Связка ключей этого компьютера больше не открывает хранилище. Введите парольную фразу, затем снова включите связку ключей в настройках.</translation>
  </message>
  <message>
   <source>This computer’s keyring opens the vault now.</source>
   <translation>Теперь хранилище открывает и связка ключей этого компьютера.</translation>
  </message>
  <message>
   <source>This is the passphrase of before. Choose another one.</source>
   <translation>Это прежняя парольная фраза. Придумайте другую.</translation>
  </message>
  <message>
   <source>Unfinished form</source>
   <translation>Незаконченная запись</translation>
  </message>
  <message>
   <source>Your unsaved text was kept</source>
   <translation>Несохранённый текст на месте</translation>
  </message>
  <message>
   <source>Your unsaved text was kept.</source>
   <translation>Ваш несохранённый текст на месте.</translation>
  </message>
  <message numerus="yes">
   <source>{n} lines of the log look like personal data. Do not send it to anybody, remove it and tell the support this number.</source>
   <translation>
    <numerusform>{n} строка журнала программы похожа на персональные данные. Никому его не отправляйте, удалите и сообщите поддержке это число.</numerusform>
    <numerusform>{n} строки журнала программы похожи на персональные данные. Никому его не отправляйте, удалите и сообщите поддержке это число.</numerusform>
    <numerusform>{n} строк журнала программы похожи на персональные данные. Никому его не отправляйте, удалите и сообщите поддержке это число.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} records point at nothing. Restore the latest backup.</source>
   <translation>
    <numerusform>{n} запись ссылается в пустоту. Восстановите последнюю резервную копию.</numerusform>
    <numerusform>{n} записи ссылаются в пустоту. Восстановите последнюю резервную копию.</numerusform>
    <numerusform>{n} записей ссылаются в пустоту. Восстановите последнюю резервную копию.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} seconds</source>
   <translation>
    <numerusform>{n} секунду</numerusform>
    <numerusform>{n} секунды</numerusform>
    <numerusform>{n} секунд</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} unfinished files of a broken-off deed may be removed.</source>
   <translation>
    <numerusform>{n} незаконченный файл прерванного действия можно удалить.</numerusform>
    <numerusform>{n} незаконченных файла прерванного действия можно удалить.</numerusform>
    <numerusform>{n} незаконченных файлов прерванного действия можно удалить.</numerusform>
   </translation>
  </message>
 </context>
</TS>
