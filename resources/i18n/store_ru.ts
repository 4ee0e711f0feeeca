<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>store</name>
  <message>
   <source>A stored secret cannot be opened: it was changed or belongs to another record. Enter it again or restore a backup.</source>
   <translation>Сохранённый секрет не открывается: он изменён или относится к другой записи. Введите его заново или восстановите резервную копию.</translation>
  </message>
  <message>
   <source>Group {group} of the recovery key is mistyped. Compare it with the printed key.</source>
   <translation>В группе {group} ключа восстановления опечатка. Сверьте её с распечаткой.</translation>
  </message>
  <message>
   <source>Somebody else changed this at the same time. Look at it again, then save.</source>
   <translation>Эту запись одновременно изменил кто-то ещё. Посмотрите на неё снова и сохраните.</translation>
  </message>
  <message>
   <source>The disk is full. Free some space and try again: nothing was changed.</source>
   <translation>Диск заполнен. Освободите место и повторите: ничего не изменилось.</translation>
  </message>
  <message>
   <source>The key file “{file}” cannot be read. Check that you may read this folder.</source>
   <translation>Файл ключей «{file}» не читается. Проверьте, что у Вас есть доступ к этой папке.</translation>
  </message>
  <message>
   <source>The key file “{file}” is damaged. Put it back from a backup.</source>
   <translation>Файл ключей «{file}» повреждён. Верните его из резервной копии.</translation>
  </message>
  <message>
   <source>The key file “{file}” is missing from the vault’s folder. Put it back from a backup: without it the vault cannot be opened.</source>
   <translation>В папке хранилища нет файла ключей «{file}». Верните его из резервной копии: без него хранилище не открыть.</translation>
  </message>
  <message>
   <source>The passphrase is too short: use at least {least} characters, for example four unrelated words.</source>
   <translation>Парольная фраза слишком короткая: нужно не меньше {least} знаков, например четыре не связанных между собой слова.</translation>
  </message>
  <message>
   <source>The passphrase repeats the same letters. Use a few different words.</source>
   <translation>В парольной фразе повторяются одни и те же буквы. Возьмите несколько разных слов.</translation>
  </message>
  <message>
   <source>The recovery key has {whole} letters and digits, and {typed} were typed. Type all eight groups as they are printed.</source>
   <translation>В ключе восстановления {whole} букв и цифр, а введено {typed}. Введите все восемь групп так, как они напечатаны.</translation>
  </message>
  <message>
   <source>The team’s database does not answer. Check the network and try again.</source>
   <translation>База данных команды не отвечает. Проверьте сеть и повторите.</translation>
  </message>
  <message>
   <source>The team’s database has another version. Ask the administrator to upgrade it.</source>
   <translation>У базы данных команды другая версия. Попросите администратора обновить её.</translation>
  </message>
  <message>
   <source>The vault is in a folder that {service} copies while it is being written, which can damage it. Move it to a local folder and let only the backups be copied.</source>
   <translation>Хранилище лежит в папке, которую {service} копирует прямо во время записи: это может его повредить. Перенесите его в обычную папку, а в облако отправляйте только резервные копии.</translation>
  </message>
  <message>
   <source>The vault is locked. Unlock it and try again.</source>
   <translation>Хранилище закрыто. Откройте его и повторите.</translation>
  </message>
  <message>
   <source>The vault is on a network drive, where a lost connection can damage it. Move it to a disk of this computer.</source>
   <translation>Хранилище лежит на сетевом диске, и обрыв связи может его повредить. Перенесите его на диск этого компьютера.</translation>
  </message>
  <message>
   <source>The vault’s file is damaged or is not a vault. Restore the latest backup.</source>
   <translation>Файл хранилища повреждён или это не хранилище. Восстановите последнюю резервную копию.</translation>
  </message>
  <message>
   <source>The vault’s file “{file}” is missing from its folder. Restore the latest backup.</source>
   <translation>В папке нет файла хранилища «{file}». Восстановите последнюю резервную копию.</translation>
  </message>
  <message>
   <source>There is already a vault in this folder. Open it, or choose another folder.</source>
   <translation>В этой папке уже есть хранилище. Откройте его или выберите другую папку.</translation>
  </message>
  <message>
   <source>There is no vault in this folder. Choose the folder of your vault.</source>
   <translation>В этой папке нет хранилища. Выберите папку Вашего хранилища.</translation>
  </message>
  <message>
   <source>This club was opened by a newer VIP Desk. Update VIP Desk to open it.</source>
   <translation>Этот клуб уже открывали в более новой версии VIP Desk. Обновите VIP Desk, чтобы открыть его.</translation>
  </message>
  <message>
   <source>This copy of VIP Desk cannot encrypt. Install VIP Desk again.</source>
   <translation>Эта копия VIP Desk не умеет шифровать. Установите VIP Desk заново.</translation>
  </message>
  <message>
   <source>This folder holds other files. Choose a new or an empty folder for the vault.</source>
   <translation>В этой папке лежат другие файлы. Выберите для хранилища новую или пустую папку.</translation>
  </message>
  <message>
   <source>This passphrase does not open the vault. Check the keyboard layout and Caps Lock, or use the recovery key.</source>
   <translation>Эта парольная фраза не открывает хранилище. Проверьте раскладку клавиатуры и Caps Lock или введите ключ восстановления.</translation>
  </message>
  <message>
   <source>This recovery key belongs to another vault or was replaced by a newer one. Look for the latest printed key of this vault.</source>
   <translation>Этот ключ восстановления от другого хранилища или уже заменён. Найдите последний распечатанный ключ этого хранилища.</translation>
  </message>
  <message>
   <source>This vault is already open in another VIP Desk. Close that one and try again.</source>
   <translation>Это хранилище уже открыто в другом окне VIP Desk. Закройте то окно и повторите.</translation>
  </message>
  <message>
   <source>This vault was made by a newer VIP Desk. Update VIP Desk to open it.</source>
   <translation>Это хранилище создано более новой версией VIP Desk. Обновите VIP Desk, чтобы открыть его.</translation>
  </message>
  <message>
   <source>VIP Desk may not write in the vault’s folder. Make the folder writable or choose another one.</source>
   <translation>У VIP Desk нет права писать в папку хранилища. Разрешите запись или выберите другую папку.</translation>
  </message>
  <message>
   <source>a cloud service</source>
   <translation>облачный сервис</translation>
  </message>
 </context>
</TS>
