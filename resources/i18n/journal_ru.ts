<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>journal</name>
  <message>
   <source>A backup was restored on {day}: what was written between the backup and that day is not in the journal.</source>
   <translation>{day} восстановлена резервная копия: записей, сделанных между копией и этим днём, в журнале нет.</translation>
  </message>
  <message>
   <source>A long list leaves the desk only after a second thought.</source>
   <translation>Длинный список выгружают, подумав дважды.</translation>
  </message>
  <message>
   <source>About whom or what</source>
   <translation>О ком или о чём</translation>
  </message>
  <message>
   <source>Absence ended</source>
   <translation>Отсутствие закончено</translation>
  </message>
  <message>
   <source>All days</source>
   <translation>Все дни</translation>
  </message>
  <message>
   <source>All deeds</source>
   <translation>Все действия</translation>
  </message>
  <message>
   <source>Answer signed</source>
   <translation>Ответ подписан</translation>
  </message>
  <message>
   <source>Approval of a card withdrawn</source>
   <translation>Одобрение карты отозвано</translation>
  </message>
  <message>
   <source>Before entry {number} something was removed, put in or moved.</source>
   <translation>Перед записью {number} что-то удалено, вставлено или переставлено.</translation>
  </message>
  <message>
   <source>Call or letter marked as done</source>
   <translation>Звонок или письмо отмечены выполненными</translation>
  </message>
  <message>
   <source>Call or letter marked as not done</source>
   <translation>Отметка о звонке или письме снята</translation>
  </message>
  <message>
   <source>Card</source>
   <translation>Карта</translation>
  </message>
  <message>
   <source>Card approved</source>
   <translation>Карта одобрена</translation>
  </message>
  <message>
   <source>Card expired</source>
   <translation>Срок карты истёк</translation>
  </message>
  <message>
   <source>Card handed over</source>
   <translation>Карта вручена</translation>
  </message>
  <message>
   <source>Card issued</source>
   <translation>Карта выпущена</translation>
  </message>
  <message>
   <source>Card made void</source>
   <translation>Карта аннулирована</translation>
  </message>
  <message>
   <source>Card printed or saved</source>
   <translation>Карта напечатана или сохранена</translation>
  </message>
  <message>
   <source>Card replaced</source>
   <translation>Карта заменена</translation>
  </message>
  <message>
   <source>Card request removed</source>
   <translation>Запрос карты удалён</translation>
  </message>
  <message>
   <source>Card requested</source>
   <translation>Карта запрошена</translation>
  </message>
  <message>
   <source>Cards signed</source>
   <translation>Карты подписаны</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Изменено</translation>
  </message>
  <message>
   <source>Checked {done} of {total}</source>
   <translation>Проверено {done} из {total}</translation>
  </message>
  <message>
   <source>Checked {moment}.</source>
   <translation>Проверено {moment}.</translation>
  </message>
  <message>
   <source>Checking the journal: {percent}%</source>
   <translation>Проверка журнала: {percent} %</translation>
  </message>
  <message>
   <source>Client added</source>
   <translation>Клиент добавлен</translation>
  </message>
  <message>
   <source>Client changed</source>
   <translation>Карточка клиента изменена</translation>
  </message>
  <message>
   <source>Client completed from a file</source>
   <translation>Карточка клиента дополнена из файла</translation>
  </message>
  <message>
   <source>Client removed</source>
   <translation>Клиент удалён</translation>
  </message>
  <message>
   <source>Clients exported</source>
   <translation>Клиенты выгружены</translation>
  </message>
  <message>
   <source>Clients handed over</source>
   <translation>Клиенты переданы</translation>
  </message>
  <message>
   <source>Clients imported</source>
   <translation>Клиенты загружены из файла</translation>
  </message>
  <message>
   <source>Client’s data erased</source>
   <translation>Данные клиента удалены</translation>
  </message>
  <message>
   <source>Client’s data restricted</source>
   <translation>Обработка данных клиента ограничена</translation>
  </message>
  <message>
   <source>Club</source>
   <translation>Клуб</translation>
  </message>
  <message>
   <source>Club and rights</source>
   <translation>Клуб и права</translation>
  </message>
  <message>
   <source>Club founded</source>
   <translation>Клуб основан</translation>
  </message>
  <message>
   <source>Colleague added</source>
   <translation>Сотрудник добавлен</translation>
  </message>
  <message>
   <source>Colleague changed</source>
   <translation>Данные сотрудника изменены</translation>
  </message>
  <message>
   <source>Colleague given a login</source>
   <translation>Сотруднику выдан логин</translation>
  </message>
  <message>
   <source>Colleague is back in the club</source>
   <translation>Сотрудник вернулся в клуб</translation>
  </message>
  <message>
   <source>Colleague left the club</source>
   <translation>Сотрудник ушёл из клуба</translation>
  </message>
  <message>
   <source>Colleague removed</source>
   <translation>Сотрудник удалён</translation>
  </message>
  <message>
   <source>Complaint answered</source>
   <translation>На жалобу дан ответ</translation>
  </message>
  <message>
   <source>Complaint closed</source>
   <translation>Жалоба закрыта</translation>
  </message>
  <message>
   <source>Complaint escalated</source>
   <translation>Жалоба передана на уровень выше</translation>
  </message>
  <message>
   <source>Complaint filed</source>
   <translation>Жалоба принята</translation>
  </message>
  <message>
   <source>Complaint moved on</source>
   <translation>Жалоба переведена дальше</translation>
  </message>
  <message>
   <source>Complaint opened</source>
   <translation>Жалоба открыта для чтения</translation>
  </message>
  <message>
   <source>Complaint reopened</source>
   <translation>Жалоба возобновлена</translation>
  </message>
  <message>
   <source>Complaint resolved</source>
   <translation>Жалоба решена</translation>
  </message>
  <message>
   <source>Complaint waits for the client</source>
   <translation>Жалоба ждёт клиента</translation>
  </message>
  <message>
   <source>Computes the whole chain again</source>
   <translation>Заново пересчитать всю цепочку</translation>
  </message>
  <message>
   <source>Conditions of the guest list changed</source>
   <translation>Условия списка гостей изменены</translation>
  </message>
  <message>
   <source>Consent</source>
   <translation>Согласие</translation>
  </message>
  <message>
   <source>Consent given</source>
   <translation>Согласие дано</translation>
  </message>
  <message>
   <source>Consent withdrawn</source>
   <translation>Согласие отозвано</translation>
  </message>
  <message>
   <source>Contact logged</source>
   <translation>Контакт записан</translation>
  </message>
  <message>
   <source>Correction settled</source>
   <translation>Исправление рассмотрено</translation>
  </message>
  <message>
   <source>Deadline missed</source>
   <translation>Срок пропущен</translation>
  </message>
  <message>
   <source>Decision on a reply taken back</source>
   <translation>Решение по ответу отменено</translation>
  </message>
  <message>
   <source>Demonstration</source>
   <translation>Демонстрация</translation>
  </message>
  <message>
   <source>Demonstration club made</source>
   <translation>Демонстрационный клуб создан</translation>
  </message>
  <message>
   <source>Deputy named</source>
   <translation>Заместитель назначен</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Подробности</translation>
  </message>
  <message>
   <source>Doubtful message settled</source>
   <translation>Судьба сообщения выяснена</translation>
  </message>
  <message>
   <source>Entries that were there before are gone: the journal was cut or rewritten.</source>
   <translation>Прежних записей больше нет: журнал обрезан или переписан.</translation>
  </message>
  <message>
   <source>Entries: {count}</source>
   <translation>Записей: {count}</translation>
  </message>
  <message>
   <source>Entry {number} was changed after it was written.</source>
   <translation>Запись {number} изменена после того, как была сделана.</translation>
  </message>
  <message>
   <source>Erasure</source>
   <translation>Удаление данных</translation>
  </message>
  <message>
   <source>Event added</source>
   <translation>Мероприятие добавлено</translation>
  </message>
  <message>
   <source>Event changed</source>
   <translation>Мероприятие изменено</translation>
  </message>
  <message>
   <source>Event moved on</source>
   <translation>Мероприятие переведено дальше</translation>
  </message>
  <message>
   <source>Excel workbook (.xlsx)</source>
   <translation>Книга Excel (.xlsx)</translation>
  </message>
  <message>
   <source>Executive’s page saved</source>
   <translation>Страница руководителя сохранена</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Выгрузка</translation>
  </message>
  <message>
   <source>Export clients</source>
   <translation>Выгрузить клиентов</translation>
  </message>
  <message>
   <source>Export the journal</source>
   <translation>Выгрузить журнал</translation>
  </message>
  <message>
   <source>Export {number}: {who}, {at}</source>
   <translation>Выгрузка {number}: {who}, {at}</translation>
  </message>
  <message>
   <source>Export {number}: {who}, {at}. {reason}</source>
   <translation>Выгрузка {number}: {who}, {at}. {reason}</translation>
  </message>
  <message>
   <source>Exports and prints</source>
   <translation>Выгрузки и печать</translation>
  </message>
  <message>
   <source>Fact</source>
   <translation>Факт</translation>
  </message>
  <message>
   <source>Fact added</source>
   <translation>Факт добавлен</translation>
  </message>
  <message>
   <source>Fact confirmed</source>
   <translation>Факт подтверждён</translation>
  </message>
  <message>
   <source>Fact ended</source>
   <translation>Факт больше не верен</translation>
  </message>
  <message>
   <source>Fact taken up again</source>
   <translation>Факт снова верен</translation>
  </message>
  <message>
   <source>Fields</source>
   <translation>Поля</translation>
  </message>
  <message>
   <source>Fields changed: {count}</source>
   <translation>Изменено полей: {count}</translation>
  </message>
  <message>
   <source>First reply written</source>
   <translation>Первый ответ написан</translation>
  </message>
  <message>
   <source>Flag seen</source>
   <translation>Сигнал просмотрен</translation>
  </message>
  <message>
   <source>For example: envelopes for the concert on 12 May</source>
   <translation>Например: конверты для концерта 12 мая</translation>
  </message>
  <message>
   <source>From {last} to {first}</source>
   <translation>С {last} по {first}</translation>
  </message>
  <message>
   <source>Give the name to sign in with: --login NAME.</source>
   <translation>Укажите логин: --login ИМЯ.</translation>
  </message>
  <message>
   <source>Guest answered</source>
   <translation>Гость ответил</translation>
  </message>
  <message>
   <source>Guest invited</source>
   <translation>Гость приглашён</translation>
  </message>
  <message>
   <source>Guest put on the list</source>
   <translation>Гость внесён в список</translation>
  </message>
  <message>
   <source>Guest taken off the list</source>
   <translation>Гость убран из списка</translation>
  </message>
  <message>
   <source>Guest told of a change</source>
   <translation>Гостю сообщено об изменении</translation>
  </message>
  <message>
   <source>Guest’s party changed</source>
   <translation>Число спутников гостя изменено</translation>
  </message>
  <message>
   <source>Handover</source>
   <translation>Передача</translation>
  </message>
  <message>
   <source>Handover marked as not seen</source>
   <translation>Передача отмечена непросмотренной</translation>
  </message>
  <message>
   <source>Handover seen</source>
   <translation>Передача просмотрена</translation>
  </message>
  <message>
   <source>Handover taken back</source>
   <translation>Передача отменена</translation>
  </message>
  <message>
   <source>Hash</source>
   <translation>Хеш</translation>
  </message>
  <message>
   <source>Head: {head}</source>
   <translation>Вершина: {head}</translation>
  </message>
  <message>
   <source>Health scores kept</source>
   <translation>Баллы отношений сохранены</translation>
  </message>
  <message>
   <source>Hold of invitations</source>
   <translation>Пауза в приглашениях</translation>
  </message>
  <message>
   <source>Hold of invitations ends soon</source>
   <translation>Пауза в приглашениях скоро закончится</translation>
  </message>
  <message>
   <source>Hold of invitations kept</source>
   <translation>Пауза в приглашениях продлена</translation>
  </message>
  <message>
   <source>Hold of invitations lifted</source>
   <translation>Пауза в приглашениях снята</translation>
  </message>
  <message>
   <source>Import taken back</source>
   <translation>Загрузка отменена</translation>
  </message>
  <message>
   <source>Interest added</source>
   <translation>Интерес добавлен</translation>
  </message>
  <message>
   <source>Interest removed</source>
   <translation>Интерес удалён</translation>
  </message>
  <message>
   <source>Invitation came back</source>
   <translation>Приглашение вернулось</translation>
  </message>
  <message>
   <source>Invitation taken back</source>
   <translation>Приглашение отозвано</translation>
  </message>
  <message>
   <source>Invitations held</source>
   <translation>Приглашения приостановлены</translation>
  </message>
  <message>
   <source>Invitations on paper</source>
   <translation>Бумажные приглашения</translation>
  </message>
  <message>
   <source>It no longer agrees with what was kept on {day}.</source>
   <translation>Он больше не совпадает с тем, что было сохранено {day}.</translation>
  </message>
  <message>
   <source>Job</source>
   <translation>Задание</translation>
  </message>
  <message>
   <source>Journal</source>
   <translation>Журнал</translation>
  </message>
  <message>
   <source>Journal exported</source>
   <translation>Журнал выгружен</translation>
  </message>
  <message>
   <source>Journal: {head}</source>
   <translation>Журнал: {head}</translation>
  </message>
  <message>
   <source>Kept in the journal and in the file for good. No names of clients here.</source>
   <translation>Останется в журнале и в файле навсегда. Имена клиентов сюда не пишите.</translation>
  </message>
  <message>
   <source>Key for cards made</source>
   <translation>Ключ для карт создан</translation>
  </message>
  <message>
   <source>Kind of deed</source>
   <translation>Вид действия</translation>
  </message>
  <message>
   <source>Kind of file</source>
   <translation>Вид файла</translation>
  </message>
  <message>
   <source>Latin name</source>
   <translation>Имя латиницей</translation>
  </message>
  <message>
   <source>Left out: {reasons}.</source>
   <translation>Не войдут: {reasons}.</translation>
  </message>
  <message>
   <source>Login revoked</source>
   <translation>Логин отозван</translation>
  </message>
  <message>
   <source>Mail account changed</source>
   <translation>Почтовый ящик изменён</translation>
  </message>
  <message>
   <source>Management flagged</source>
   <translation>Руководству подан сигнал</translation>
  </message>
  <message>
   <source>Message cancelled</source>
   <translation>Сообщение отменено</translation>
  </message>
  <message>
   <source>Message not delivered</source>
   <translation>Сообщение не доставлено</translation>
  </message>
  <message>
   <source>Message prepared</source>
   <translation>Сообщение подготовлено</translation>
  </message>
  <message>
   <source>Message restored</source>
   <translation>Сообщение возвращено</translation>
  </message>
  <message>
   <source>Message sent</source>
   <translation>Сообщение отправлено</translation>
  </message>
  <message>
   <source>Message sent again</source>
   <translation>Сообщение отправлено снова</translation>
  </message>
  <message>
   <source>Missing: {head}</source>
   <translation>Не найдена: {head}</translation>
  </message>
  <message>
   <source>Moment (UTC)</source>
   <translation>Время (UTC)</translation>
  </message>
  <message>
   <source>My own phone book</source>
   <translation>Своя телефонная книга</translation>
  </message>
  <message>
   <source>Name prefix</source>
   <translation>Обращение</translation>
  </message>
  <message>
   <source>Newer</source>
   <translation>Позже</translation>
  </message>
  <message>
   <source>No entry matches.</source>
   <translation>Таких записей нет.</translation>
  </message>
  <message>
   <source>Nobody of these clients may be in such a file.</source>
   <translation>Никого из этих клиентов нельзя включить в такой файл.</translation>
  </message>
  <message>
   <source>Note on the case added</source>
   <translation>Заметка по делу добавлена</translation>
  </message>
  <message>
   <source>Object</source>
   <translation>Объект</translation>
  </message>
  <message>
   <source>Old data erased</source>
   <translation>Устаревшие данные удалены</translation>
  </message>
  <message>
   <source>Older</source>
   <translation>Раньше</translation>
  </message>
  <message>
   <source>Only this</source>
   <translation>Только это</translation>
  </message>
  <message>
   <source>Open the journal</source>
   <translation>Открыть журнал</translation>
  </message>
  <message>
   <source>Own password changed</source>
   <translation>Собственный пароль изменён</translation>
  </message>
  <message>
   <source>Part of an event</source>
   <translation>Часть мероприятия</translation>
  </message>
  <message>
   <source>Part of an event added</source>
   <translation>Часть мероприятия добавлена</translation>
  </message>
  <message>
   <source>Part of an event removed</source>
   <translation>Часть мероприятия удалена</translation>
  </message>
  <message>
   <source>Password of a login changed</source>
   <translation>Пароль для входа изменён</translation>
  </message>
  <message>
   <source>Person around the client</source>
   <translation>Человек из окружения</translation>
  </message>
  <message>
   <source>Person around the client added</source>
   <translation>Добавлен человек из окружения</translation>
  </message>
  <message>
   <source>Person around the client removed</source>
   <translation>Удалён человек из окружения</translation>
  </message>
  <message>
   <source>Phone or address</source>
   <translation>Телефон или адрес</translation>
  </message>
  <message>
   <source>Phone or address added</source>
   <translation>Телефон или адрес добавлен</translation>
  </message>
  <message>
   <source>Phone or address preferred</source>
   <translation>Телефон или адрес выбран основным</translation>
  </message>
  <message>
   <source>Phone or address removed</source>
   <translation>Телефон или адрес удалён</translation>
  </message>
  <message>
   <source>Privacy request</source>
   <translation>Запрос о своих данных</translation>
  </message>
  <message>
   <source>Privacy request received</source>
   <translation>Получен запрос о своих данных</translation>
  </message>
  <message>
   <source>Private things opened</source>
   <translation>Открыто конфиденциальное</translation>
  </message>
  <message>
   <source>Promise broken</source>
   <translation>Обещание нарушено</translation>
  </message>
  <message>
   <source>Promise kept</source>
   <translation>Обещание выполнено</translation>
  </message>
  <message>
   <source>Promise made</source>
   <translation>Обещание дано</translation>
  </message>
  <message>
   <source>Promise released</source>
   <translation>Обещание снято</translation>
  </message>
  <message>
   <source>Promise removed</source>
   <translation>Обещание удалено</translation>
  </message>
  <message>
   <source>Promise renegotiated</source>
   <translation>Обещание перенесено</translation>
  </message>
  <message>
   <source>Promise reopened</source>
   <translation>Обещание открыто снова</translation>
  </message>
  <message>
   <source>Promise restored</source>
   <translation>Прежний срок обещания возвращён</translation>
  </message>
  <message>
   <source>Purchase</source>
   <translation>Покупка</translation>
  </message>
  <message>
   <source>Purchase noted</source>
   <translation>Покупка записана</translation>
  </message>
  <message>
   <source>Quiet hours overruled</source>
   <translation>Написано вопреки тихим часам</translation>
  </message>
  <message>
   <source>Reminder</source>
   <translation>Напоминание</translation>
  </message>
  <message>
   <source>Reminder back again</source>
   <translation>Напоминание возвращено</translation>
  </message>
  <message>
   <source>Reminder put off</source>
   <translation>Напоминание отложено</translation>
  </message>
  <message>
   <source>Removed</source>
   <translation>Удалено</translation>
  </message>
  <message>
   <source>Reply</source>
   <translation>Ответ</translation>
  </message>
  <message>
   <source>Reply decided</source>
   <translation>По ответу принято решение</translation>
  </message>
  <message>
   <source>Reply received</source>
   <translation>Ответ получен</translation>
  </message>
  <message>
   <source>Reply removed</source>
   <translation>Ответ удалён</translation>
  </message>
  <message>
   <source>Reply written down</source>
   <translation>Ответ записан</translation>
  </message>
  <message>
   <source>Restore of a backup</source>
   <translation>Восстановление копии</translation>
  </message>
  <message>
   <source>Restored from a backup</source>
   <translation>Восстановлено из резервной копии</translation>
  </message>
  <message>
   <source>Restricted complaint opened</source>
   <translation>Жалоба с ограниченным доступом открыта для чтения</translation>
  </message>
  <message>
   <source>Restriction of data lifted</source>
   <translation>Ограничение обработки снято</translation>
  </message>
  <message>
   <source>Rule of contact</source>
   <translation>Правило связи</translation>
  </message>
  <message>
   <source>Rule of contact added</source>
   <translation>Правило связи добавлено</translation>
  </message>
  <message>
   <source>Rule of contact removed</source>
   <translation>Правило связи удалено</translation>
  </message>
  <message>
   <source>Save as a file</source>
   <translation>Сохранить в файл</translation>
  </message>
  <message>
   <source>Save the file</source>
   <translation>Сохранить файл</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Поиск</translation>
  </message>
  <message>
   <source>Secret forgotten</source>
   <translation>Секрет удалён</translation>
  </message>
  <message>
   <source>Secret kept in the vault</source>
   <translation>Секрет сохранён в хранилище</translation>
  </message>
  <message>
   <source>Sending interrupted</source>
   <translation>Отправка прервана</translation>
  </message>
  <message>
   <source>Severity changed</source>
   <translation>Тяжесть жалобы изменена</translation>
  </message>
  <message>
   <source>Show everything</source>
   <translation>Показать всё</translation>
  </message>
  <message>
   <source>Sign in as the auditor: only the auditor reads every entry.</source>
   <translation>Войдите как аудитор: только аудитор видит все записи.</translation>
  </message>
  <message>
   <source>Something else</source>
   <translation>Другое</translation>
  </message>
  <message>
   <source>Special data switched</source>
   <translation>Учёт особых данных переключён</translation>
  </message>
  <message>
   <source>Table (.csv)</source>
   <translation>Таблица (.csv)</translation>
  </message>
  <message>
   <source>Talk logged</source>
   <translation>Разговор записан</translation>
  </message>
  <message>
   <source>Talk removed</source>
   <translation>Запись разговора удалена</translation>
  </message>
  <message>
   <source>Term of keeping changed</source>
   <translation>Срок хранения изменён</translation>
  </message>
  <message>
   <source>The file is saved. Its number in the journal: {number}.</source>
   <translation>Файл сохранён. Его номер в журнале: {number}.</translation>
  </message>
  <message>
   <source>The journal is whole: nothing was changed, removed or moved.</source>
   <translation>Журнал цел: ничего не изменено, не удалено и не переставлено.</translation>
  </message>
  <message>
   <source>The last 30 days</source>
   <translation>Последние 30 дней</translation>
  </message>
  <message>
   <source>The last 7 days</source>
   <translation>Последние 7 дней</translation>
  </message>
  <message>
   <source>The last year</source>
   <translation>Последний год</translation>
  </message>
  <message>
   <source>The newest {count} entries are saved: choose a shorter time for the rest.</source>
   <translation>Сохранены {count} самых новых записей: для остальных выберите меньший срок.</translation>
  </message>
  <message>
   <source>There is no vault in “{folder}”.</source>
   <translation>В папке «{folder}» нет хранилища.</translation>
  </message>
  <message>
   <source>Type the number of clients</source>
   <translation>Введите число клиентов</translation>
  </message>
  <message>
   <source>Type {count} to confirm the length of the list.</source>
   <translation>Чтобы подтвердить длину списка, введите {count}.</translation>
  </message>
  <message>
   <source>Unknown deed “{verb}”</source>
   <translation>Неизвестное действие «{verb}»</translation>
  </message>
  <message>
   <source>Venue</source>
   <translation>Площадка</translation>
  </message>
  <message>
   <source>Venue added</source>
   <translation>Площадка добавлена</translation>
  </message>
  <message>
   <source>Venue changed</source>
   <translation>Площадка изменена</translation>
  </message>
  <message>
   <source>Venue removed</source>
   <translation>Площадка удалена</translation>
  </message>
  <message>
   <source>Verify now</source>
   <translation>Проверить</translation>
  </message>
  <message>
   <source>Watermark</source>
   <translation>Метка выгрузки</translation>
  </message>
  <message>
   <source>What for</source>
   <translation>Для чего</translation>
  </message>
  <message>
   <source>What was done</source>
   <translation>Что сделано</translation>
  </message>
  <message>
   <source>Which days</source>
   <translation>За какие дни</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Кто</translation>
  </message>
  <message>
   <source>Who did what and when. Nothing in it can be changed without a trace.</source>
   <translation>Кто, что и когда сделал. Незаметно изменить в нём ничего нельзя.</translation>
  </message>
  <message>
   <source>Whose deeds</source>
   <translation>Чьи действия</translation>
  </message>
  <message>
   <source>Why it is needed</source>
   <translation>Зачем это нужно</translation>
  </message>
  <message>
   <source>Words of the club changed</source>
   <translation>Данные клуба изменены</translation>
  </message>
  <message>
   <source>Write what this file is for: the journal keeps it.</source>
   <translation>Напишите, для чего этот файл: журнал это сохранит.</translation>
  </message>
  <message numerus="yes">
   <source>{n} clients go into the file.</source>
   <translation>
    <numerusform>В файл войдёт {n} клиент.</numerusform>
    <numerusform>В файл войдут {n} клиента.</numerusform>
    <numerusform>В файл войдут {n} клиентов.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} have not agreed to this</source>
   <translation>
    <numerusform>{n} не давал на это согласия</numerusform>
    <numerusform>{n} не давали на это согласия</numerusform>
    <numerusform>{n} не давали на это согласия</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} may only be kept, not used</source>
   <translation>
    <numerusform>данные {n} можно только хранить</numerusform>
    <numerusform>данные {n} можно только хранить</numerusform>
    <numerusform>данные {n} можно только хранить</numerusform>
   </translation>
  </message>
  <message>
   <source>“{text}” is not a head: copy at least 16 letters and digits of it.</source>
   <translation>«{text}» – не вершина журнала: скопируйте не меньше 16 её букв и цифр.</translation>
  </message>
 </context>
</TS>
