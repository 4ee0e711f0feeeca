<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>backups</name>
  <message>
   <source>A backup is being made already. Wait until it is done.</source>
   <translation>Копия уже делается. Дождитесь, пока она будет готова.</translation>
  </message>
  <message>
   <source>A backup is made every day and before great changes, encrypted like the vault itself, and read to its last page before an older one goes.</source>
   <translation>Копия делается каждый день и перед большими изменениями. Она зашифрована, как само хранилище, и прочитывается до последней страницы, прежде чем удалится более старая.</translation>
  </message>
  <message>
   <source>A long change is being saved. The backup is made when it is done: try again.</source>
   <translation>Сейчас сохраняется большое изменение. Повторите, когда оно закончится.</translation>
  </message>
  <message>
   <source>Back up now</source>
   <translation>Сделать копию</translation>
  </message>
  <message>
   <source>Backup made and verified.</source>
   <translation>Копия сделана и проверена.</translation>
  </message>
  <message>
   <source>Backup made and verified: {folder}</source>
   <translation>Копия сделана и проверена: {folder}</translation>
  </message>
  <message>
   <source>Backups</source>
   <translation>Резервные копии</translation>
  </message>
  <message>
   <source>Bringing it up to date…</source>
   <translation>Приведение к текущей версии…</translation>
  </message>
  <message>
   <source>Checking every page…</source>
   <translation>Проверка каждой страницы…</translation>
  </message>
  <message>
   <source>Choose a backup first.</source>
   <translation>Сначала выберите копию.</translation>
  </message>
  <message>
   <source>Choose a folder…</source>
   <translation>Выбрать папку…</translation>
  </message>
  <message>
   <source>Copying…</source>
   <translation>Копирование…</translation>
  </message>
  <message numerus="yes">
   <source>Erased again, because they were erased since: {n}</source>
   <translation>
    <numerusform>Удалено повторно, так как с тех пор было удалено: {n}</numerusform>
    <numerusform>Удалено повторно, так как с тех пор было удалено: {n}</numerusform>
    <numerusform>Удалено повторно, так как с тех пор было удалено: {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>In the backup ({at}): clients {clients}, events {events}, contacts {interactions}.</source>
   <translation>В копии ({at}): клиентов {clients}, мероприятий {events}, контактов {interactions}.</translation>
  </message>
  <message>
   <source>In the backup ({moment}): clients {clients}, events {events}, contacts {contacts}.</source>
   <translation>В копии ({moment}): клиентов {clients}, мероприятий {events}, контактов {contacts}.</translation>
  </message>
  <message>
   <source>It is nearly done and cannot be stopped any more.</source>
   <translation>Почти готово, остановить уже нельзя.</translation>
  </message>
  <message>
   <source>Kept in</source>
   <translation>Где лежат</translation>
  </message>
  <message>
   <source>Last backup: {moment}</source>
   <translation>Копия: {moment}</translation>
  </message>
  <message>
   <source>Last tried out</source>
   <translation>Проверка</translation>
  </message>
  <message>
   <source>Last verified backup: {moment}</source>
   <translation>Последняя проверенная копия: {moment}</translation>
  </message>
  <message>
   <source>Look in another folder…</source>
   <translation>Искать в другой папке…</translation>
  </message>
  <message>
   <source>Look inside</source>
   <translation>Посмотреть</translation>
  </message>
  <message>
   <source>Looking for backups…</source>
   <translation>Поиск копий…</translation>
  </message>
  <message numerus="yes">
   <source>Messages that may have left since wait for a look: {n}</source>
   <translation>
    <numerusform>Письма, которые могли уйти с тех пор, ждут Вашей проверки: {n}</numerusform>
    <numerusform>Письма, которые могли уйти с тех пор, ждут Вашей проверки: {n}</numerusform>
    <numerusform>Письма, которые могли уйти с тех пор, ждут Вашей проверки: {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>Never. “Try a restore” shows that a backup can be used.</source>
   <translation>Не проводилась. «Проверить восстановление» покажет, что копия пригодна.</translation>
  </message>
  <message>
   <source>No backup was found here. Look in the folder or on the disk where you keep them.</source>
   <translation>Копий здесь нет. Поищите в папке или на диске, где Вы их храните.</translation>
  </message>
  <message>
   <source>No backup was found. Name the folder where backups lie with --from.</source>
   <translation>Копии не найдены. Укажите папку с копиями: --from.</translation>
  </message>
  <message>
   <source>No backup yet</source>
   <translation>Копии ещё нет</translation>
  </message>
  <message>
   <source>No second place</source>
   <translation>Без второго места</translation>
  </message>
  <message>
   <source>None. A USB disk or a folder that a cloud service copies: it is encrypted.</source>
   <translation>Нет. Подойдёт USB-диск или облачная папка: копия зашифрована.</translation>
  </message>
  <message>
   <source>Only the key file is damaged or missing. The vault itself is whole.</source>
   <translation>Повреждён или пропал только файл ключей. Само хранилище цело.</translation>
  </message>
  <message>
   <source>Passphrase or recovery key of the vault</source>
   <translation>Парольная фраза или ключ восстановления хранилища</translation>
  </message>
  <message>
   <source>Passphrase: </source>
   <translation>Парольная фраза: </translation>
  </message>
  <message>
   <source>Put the key file back</source>
   <translation>Вернуть файл ключей</translation>
  </message>
  <message>
   <source>Putting it in place…</source>
   <translation>Замена файла…</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Восстановить</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>Восстановление из копии</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>Восстановить из копии…</translation>
  </message>
  <message>
   <source>Restore…</source>
   <translation>Восстановить…</translation>
  </message>
  <message>
   <source>Second place</source>
   <translation>Второе место</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Размер</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Остановить</translation>
  </message>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>Остановлено. Ничего не изменилось.</translation>
  </message>
  <message>
   <source>Stopping…</source>
   <translation>Остановка…</translation>
  </message>
  <message>
   <source>The backup can be restored. Read and verified: clients {clients}, events {events}, journal entries {entries}.</source>
   <translation>Копию можно восстановить. Прочитано и проверено: клиентов {clients}, мероприятий {events}, записей журнала {entries}.</translation>
  </message>
  <message>
   <source>The backup does not agree with the vault and was thrown away. Try again.</source>
   <translation>Копия не совпала с хранилищем и удалена. Повторите попытку.</translation>
  </message>
  <message>
   <source>The backup does not hold what was counted. Use another backup.</source>
   <translation>В копии не то, что было подсчитано. Возьмите другую копию.</translation>
  </message>
  <message>
   <source>The backup is being restored…</source>
   <translation>Копия восстанавливается…</translation>
  </message>
  <message>
   <source>The backup of {at} can be restored. Read and verified: clients {clients}, events {events}, journal entries {entries}.</source>
   <translation>Копию ({at}) можно восстановить. Прочитано и проверено: клиентов {clients}, мероприятий {events}, записей журнала {entries}.</translation>
  </message>
  <message>
   <source>The backup was not restored; the vault is as it was.</source>
   <translation>Копия не восстановлена; хранилище осталось прежним.</translation>
  </message>
  <message>
   <source>The club was restored from an older backup: this may have been sent since. Check the mailbox, then say whether it was.</source>
   <translation>Клуб восстановлен из более старой копии: письмо могло уйти с тех пор. Проверьте почтовый ящик и отметьте, ушло ли оно.</translation>
  </message>
  <message>
   <source>The copy in “{folder}” differs from the backup. Check that disk.</source>
   <translation>Копия в папке «{folder}» отличается от исходной. Проверьте этот диск.</translation>
  </message>
  <message>
   <source>The disk of “{folder}” is full: the backup was not made, the older ones are untouched. Free some space and try again.</source>
   <translation>Диск с папкой «{folder}» переполнен: копия не сделана, прежние копии не тронуты. Освободите место и повторите.</translation>
  </message>
  <message>
   <source>The file of the backup is damaged. Use another backup.</source>
   <translation>Файл копии повреждён. Возьмите другую копию.</translation>
  </message>
  <message>
   <source>The file of the backup is not encrypted: do not use it.</source>
   <translation>Файл копии не зашифрован: не используйте его.</translation>
  </message>
  <message>
   <source>The folder for backups “{folder}” is not there. Connect the disk or choose another folder.</source>
   <translation>Папки для резервных копий «{folder}» нет на месте. Подключите диск или выберите другую папку.</translation>
  </message>
  <message>
   <source>The journal in the backup is broken: it was changed. Ask for help.</source>
   <translation>Журнал в копии нарушен: его изменяли. Обратитесь за помощью.</translation>
  </message>
  <message>
   <source>The key file is put back; nothing of the vault was lost.</source>
   <translation>Файл ключей возвращён на место; из хранилища ничего не пропало.</translation>
  </message>
  <message>
   <source>The key file of the backup is put back, and nothing is lost.</source>
   <translation>На место вернётся файл ключей из копии, и ничего не пропадёт.</translation>
  </message>
  <message>
   <source>The team’s database is backed up by its administrator.</source>
   <translation>Резервные копии базы команды делает её администратор.</translation>
  </message>
  <message>
   <source>The vault is restored as it was: {moment}.</source>
   <translation>Хранилище восстановлено по состоянию: {moment}.</translation>
  </message>
  <message>
   <source>The vault is restored as it was: {moment}. The vault of before is kept in “{folder}”.</source>
   <translation>Хранилище восстановлено по состоянию: {moment}. Прежнее сохранено рядом в папке «{folder}».</translation>
  </message>
  <message>
   <source>The vault is restored: {folder}</source>
   <translation>Хранилище восстановлено: {folder}</translation>
  </message>
  <message>
   <source>The vault of before is kept in {folder}</source>
   <translation>Прежнее хранилище сохранено в {folder}</translation>
  </message>
  <message>
   <source>There is no backup yet.</source>
   <translation>Резервной копии ещё нет.</translation>
  </message>
  <message>
   <source>There is no backup yet. Make one first.</source>
   <translation>Резервной копии ещё нет. Сначала сделайте её.</translation>
  </message>
  <message>
   <source>There is no folder “{folder}”.</source>
   <translation>Папки «{folder}» нет.</translation>
  </message>
  <message numerus="yes">
   <source>There is no room for a backup in “{folder}”: about {n} MB are needed. Free some space; the older backups are untouched.</source>
   <translation>
    <numerusform>В папке «{folder}» нет места для копии: нужен примерно {n} МБ. Освободите место; прежние копии не тронуты.</numerusform>
    <numerusform>В папке «{folder}» нет места для копии: нужно примерно {n} МБ. Освободите место; прежние копии не тронуты.</numerusform>
    <numerusform>В папке «{folder}» нет места для копии: нужно примерно {n} МБ. Освободите место; прежние копии не тронуты.</numerusform>
   </translation>
  </message>
  <message>
   <source>This backup belongs to another vault. Restore it into a folder of its own, or choose a backup of this vault.</source>
   <translation>Эта копия – от другого хранилища. Восстановите её в отдельную папку или выберите копию этого хранилища.</translation>
  </message>
  <message>
   <source>This backup was made by a newer VIP Desk. Update VIP Desk to restore it.</source>
   <translation>Эту копию сделала более новая версия VIP Desk. Обновите VIP Desk, чтобы восстановить её.</translation>
  </message>
  <message>
   <source>Try a restore</source>
   <translation>Проверить восстановление</translation>
  </message>
  <message>
   <source>VIP Desk may not write in the folder for backups “{folder}”. Make it writable or choose another one.</source>
   <translation>VIP Desk не может писать в папку для копий «{folder}». Разрешите запись в неё или выберите другую.</translation>
  </message>
  <message>
   <source>Wait until it is done.</source>
   <translation>Дождитесь окончания.</translation>
  </message>
  <message>
   <source>What was entered after that moment will not be in the vault. The present vault is kept beside it under another name; whoever was erased since stays erased.</source>
   <translation>Того, что внесено после этого момента, в хранилище не будет. Нынешнее хранилище сохранится рядом под другим именем; кто был удалён с тех пор, останется удалённым.</translation>
  </message>
  <message>
   <source>What was entered after that moment will not be in the vault; it is kept aside. Type “yes” to restore:</source>
   <translation>Того, что внесено после этого момента, в хранилище не будет; прежнее хранилище сохранится рядом. Чтобы восстановить, наберите «да»:</translation>
  </message>
  <message>
   <source>before an erasure</source>
   <translation>перед удалением данных</translation>
  </message>
  <message>
   <source>before an import</source>
   <translation>перед импортом</translation>
  </message>
  <message>
   <source>before an update of VIP Desk</source>
   <translation>перед обновлением VIP Desk</translation>
  </message>
  <message>
   <source>by hand</source>
   <translation>вручную</translation>
  </message>
  <message>
   <source>every day</source>
   <translation>ежедневная</translation>
  </message>
  <message>
   <source>{at}, {reason}, {size} MB</source>
   <translation>{at}, {reason}, {size} МБ</translation>
  </message>
  <message>
   <source>{moment}: it can be restored</source>
   <translation>{moment}: копию можно восстановить</translation>
  </message>
  <message>
   <source>{moment}: it could not be restored</source>
   <translation>{moment}: восстановить копию не удалось</translation>
  </message>
  <message numerus="yes">
   <source>{n} backups are kept, {size} MB</source>
   <translation>
    <numerusform>Хранится {n} копия, {size} МБ</numerusform>
    <numerusform>Хранятся {n} копии, {size} МБ</numerusform>
    <numerusform>Хранится {n} копий, {size} МБ</numerusform>
   </translation>
  </message>
  <message>
   <source>{size} MB</source>
   <translation>{size} МБ</translation>
  </message>
  <message>
   <source>“{file}” is empty.</source>
   <translation>Файл «{file}» пуст.</translation>
  </message>
  <message>
   <source>“{folder}” is not there now.</source>
   <translation>Папки «{folder}» сейчас нет на месте.</translation>
  </message>
  <message>
   <source>“{folder}”, last: {moment}</source>
   <translation>«{folder}», последняя: {moment}</translation>
  </message>
  <message>
   <source>“{folder}”, no backup yet.</source>
   <translation>«{folder}», копии ещё нет.</translation>
  </message>
  <message>
   <source>“{name}” is not a whole backup. Choose another one.</source>
   <translation>«{name}» – не целая копия. Выберите другую.</translation>
  </message>
 </context>
</TS>
