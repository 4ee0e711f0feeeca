<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>ground</name>
  <message>
   <source>A guess</source>
   <translation>Предположение</translation>
  </message>
  <message>
   <source>About the manager</source>
   <translation>О менеджере</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Придёт</translation>
  </message>
  <message>
   <source>Acknowledged</source>
   <translation>Отклик дан</translation>
  </message>
  <message>
   <source>Acknowledgement</source>
   <translation>Первый отклик</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Действует</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Адрес</translation>
  </message>
  <message>
   <source>Allowed</source>
   <translation>Можно</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Дан ответ</translation>
  </message>
  <message>
   <source>App</source>
   <translation>Приложение</translation>
  </message>
  <message>
   <source>Assistant</source>
   <translation>Помощник</translation>
  </message>
  <message>
   <source>At risk</source>
   <translation>В зоне риска</translation>
  </message>
  <message>
   <source>Auditor</source>
   <translation>Аудитор</translation>
  </message>
  <message>
   <source>Being sent</source>
   <translation>Отправляется</translation>
  </message>
  <message>
   <source>Broken</source>
   <translation>Нарушено</translation>
  </message>
  <message>
   <source>Broken promise</source>
   <translation>Нарушенное обещание</translation>
  </message>
  <message>
   <source>By criteria</source>
   <translation>По критериям</translation>
  </message>
  <message>
   <source>Call</source>
   <translation>Звонок</translation>
  </message>
  <message>
   <source>Cancelled</source>
   <translation>Отменено</translation>
  </message>
  <message>
   <source>Charity</source>
   <translation>Благотворительность</translation>
  </message>
  <message>
   <source>Circle</source>
   <translation>Круг общения</translation>
  </message>
  <message>
   <source>Client at risk</source>
   <translation>Клиент в зоне риска</translation>
  </message>
  <message>
   <source>Client of the highest tier</source>
   <translation>Клиент высшего статуса</translation>
  </message>
  <message>
   <source>Closed</source>
   <translation>Закрыта</translation>
  </message>
  <message>
   <source>Closed without agreement</source>
   <translation>Закрыта без согласия</translation>
  </message>
  <message>
   <source>Club administrator</source>
   <translation>Администратор клуба</translation>
  </message>
  <message>
   <source>Club talk</source>
   <translation>Клубная беседа</translation>
  </message>
  <message>
   <source>Concert</source>
   <translation>Концерт</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>Подтверждено</translation>
  </message>
  <message>
   <source>Counted</source>
   <translation>Учтено</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Не придёт</translation>
  </message>
  <message>
   <source>Delegated</source>
   <translation>Передано другому</translation>
  </message>
  <message>
   <source>Diet</source>
   <translation>Питание</translation>
  </message>
  <message>
   <source>Dinner</source>
   <translation>Ужин</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Черновик</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Повтор той же жалобы</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>Эл. почта</translation>
  </message>
  <message>
   <source>Entered by mistake</source>
   <translation>Внесена по ошибке</translation>
  </message>
  <message>
   <source>Escalation</source>
   <translation>Передача на уровень выше</translation>
  </message>
  <message>
   <source>Event</source>
   <translation>Мероприятие</translation>
  </message>
  <message>
   <source>Event coordinator</source>
   <translation>Координатор мероприятий</translation>
  </message>
  <message>
   <source>Executive</source>
   <translation>Руководитель</translation>
  </message>
  <message>
   <source>Faith</source>
   <translation>Вера</translation>
  </message>
  <message>
   <source>Family</source>
   <translation>Семья</translation>
  </message>
  <message>
   <source>Family day</source>
   <translation>Семейный день</translation>
  </message>
  <message>
   <source>First name</source>
   <translation>По имени</translation>
  </message>
  <message>
   <source>First reply</source>
   <translation>Первый ответ</translation>
  </message>
  <message>
   <source>Flag</source>
   <translation>Сигнал руководству</translation>
  </message>
  <message>
   <source>Follow-up talk</source>
   <translation>Разговор после решения</translation>
  </message>
  <message>
   <source>From the client</source>
   <translation>От клиента</translation>
  </message>
  <message>
   <source>From us</source>
   <translation>От нас</translation>
  </message>
  <message>
   <source>Gift</source>
   <translation>Подарок</translation>
  </message>
  <message>
   <source>Give the size as WIDTHxHEIGHT, for example 1440x900.</source>
   <translation>Укажите размер как ШИРИНАxВЫСОТА, например 1440x900.</translation>
  </message>
  <message>
   <source>Grave</source>
   <translation>Тяжёлая</translation>
  </message>
  <message>
   <source>Greetings</source>
   <translation>Поздравления</translation>
  </message>
  <message>
   <source>Head of VIP service</source>
   <translation>Глава VIP-сервиса</translation>
  </message>
  <message>
   <source>Hearsay</source>
   <translation>С чужих слов</translation>
  </message>
  <message>
   <source>Held</source>
   <translation>Прошло</translation>
  </message>
  <message>
   <source>Household</source>
   <translation>Домашние</translation>
  </message>
  <message>
   <source>Ignored</source>
   <translation>Не учтено</translation>
  </message>
  <message>
   <source>In person</source>
   <translation>Лично</translation>
  </message>
  <message>
   <source>In progress</source>
   <translation>В работе</translation>
  </message>
  <message>
   <source>Interest</source>
   <translation>Интерес</translation>
  </message>
  <message>
   <source>Invitations</source>
   <translation>Приглашения</translation>
  </message>
  <message>
   <source>Inviting</source>
   <translation>Идут приглашения</translation>
  </message>
  <message>
   <source>Keep apart</source>
   <translation>Не сводить вместе</translation>
  </message>
  <message>
   <source>Kept</source>
   <translation>Выполнено</translation>
  </message>
  <message>
   <source>Law, media or leaving</source>
   <translation>Суд, пресса или уход</translation>
  </message>
  <message>
   <source>Letter</source>
   <translation>Письмо</translation>
  </message>
  <message>
   <source>List closed</source>
   <translation>Список закрыт</translation>
  </message>
  <message>
   <source>Mailing</source>
   <translation>Рассылка</translation>
  </message>
  <message>
   <source>Man</source>
   <translation>Мужчина</translation>
  </message>
  <message>
   <source>Management</source>
   <translation>Руководство</translation>
  </message>
  <message>
   <source>Manager excluded</source>
   <translation>В обход менеджера</translation>
  </message>
  <message>
   <source>Manager only</source>
   <translation>Только менеджер</translation>
  </message>
  <message>
   <source>Manner</source>
   <translation>Тон общения</translation>
  </message>
  <message>
   <source>Masterclass</source>
   <translation>Мастер-класс</translation>
  </message>
  <message>
   <source>Medical</source>
   <translation>Здоровье</translation>
  </message>
  <message>
   <source>Meeting</source>
   <translation>Встреча</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Сообщение</translation>
  </message>
  <message>
   <source>Messenger</source>
   <translation>Мессенджер</translation>
  </message>
  <message>
   <source>Met</source>
   <translation>Вовремя</translation>
  </message>
  <message>
   <source>Missed</source>
   <translation>Пропущен</translation>
  </message>
  <message>
   <source>Money</source>
   <translation>Деньги</translation>
  </message>
  <message>
   <source>Name and patronymic</source>
   <translation>Имя и отчество</translation>
  </message>
  <message>
   <source>Need</source>
   <translation>Потребность</translation>
  </message>
  <message>
   <source>Needs review</source>
   <translation>Нужна проверка</translation>
  </message>
  <message>
   <source>Neglect</source>
   <translation>Невнимание</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Никогда</translation>
  </message>
  <message>
   <source>Next update</source>
   <translation>Сообщение о ходе дела</translation>
  </message>
  <message>
   <source>No answer yet</source>
   <translation>Ответа ещё нет</translation>
  </message>
  <message>
   <source>No display is available here. Run “vipdesk tour --out tour” to get pictures instead.</source>
   <translation>Здесь нет экрана. Запустите «vipdesk tour --out tour», чтобы получить снимки.</translation>
  </message>
  <message>
   <source>No longer needed</source>
   <translation>Снято клиентом</translation>
  </message>
  <message>
   <source>Not delivered</source>
   <translation>Не доставлено</translation>
  </message>
  <message>
   <source>Not enough data</source>
   <translation>Мало данных</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>Не отправлено</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Предложения</translation>
  </message>
  <message>
   <source>On its way</source>
   <translation>В пути</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Открыто</translation>
  </message>
  <message>
   <source>Ordinary</source>
   <translation>Обычная</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Прочее</translation>
  </message>
  <message>
   <source>Owner</source>
   <translation>Ответственный</translation>
  </message>
  <message>
   <source>Passwords are kept in your own vault. Open it first.</source>
   <translation>Пароли хранятся в Вашем хранилище. Сначала откройте его.</translation>
  </message>
  <message>
   <source>Perhaps</source>
   <translation>Возможно</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Человек</translation>
  </message>
  <message>
   <source>Personal manager</source>
   <translation>Персональный менеджер</translation>
  </message>
  <message>
   <source>Personal talk</source>
   <translation>Личный разговор</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Телефон</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Запланировано</translation>
  </message>
  <message>
   <source>Preference</source>
   <translation>Предпочтение</translation>
  </message>
  <message>
   <source>Preferred</source>
   <translation>Предпочтительно</translation>
  </message>
  <message>
   <source>Privacy</source>
   <translation>Конфиденциальность</translation>
  </message>
  <message>
   <source>Program</source>
   <translation>Программа</translation>
  </message>
  <message>
   <source>Promise</source>
   <translation>Обещание</translation>
  </message>
  <message>
   <source>Promised answer</source>
   <translation>Обещанный ответ</translation>
  </message>
  <message>
   <source>Qt needs the system library {library}. On Debian or Ubuntu run “packaging/linux/qt-libraries”, elsewhere install it with your package manager.</source>
   <translation>Qt не хватает системной библиотеки {library}. В Debian и Ubuntu запустите «packaging/linux/qt-libraries», в других системах установите её менеджером пакетов.</translation>
  </message>
  <message>
   <source>Quality</source>
   <translation>Качество</translation>
  </message>
  <message>
   <source>Reclassified</source>
   <translation>Переквалифицирована</translation>
  </message>
  <message>
   <source>Registered</source>
   <translation>Зарегистрирована</translation>
  </message>
  <message>
   <source>Repeated</source>
   <translation>Повторная</translation>
  </message>
  <message>
   <source>Rescheduled</source>
   <translation>Перенесено</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Решение</translation>
  </message>
  <message>
   <source>Resolved</source>
   <translation>Решена</translation>
  </message>
  <message>
   <source>Reviewed</source>
   <translation>Итоги подведены</translation>
  </message>
  <message>
   <source>Running</source>
   <translation>Идёт</translation>
  </message>
  <message>
   <source>SMS</source>
   <translation>SMS</translation>
  </message>
  <message>
   <source>Secrets of the club are kept in a vault. Open your own vault first.</source>
   <translation>Секреты клуба лежат в хранилище. Сначала откройте своё хранилище.</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Отправлено</translation>
  </message>
  <message>
   <source>Serious</source>
   <translation>Серьёзная</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Обслуживание</translation>
  </message>
  <message>
   <source>Set aside</source>
   <translation>Отложено</translation>
  </message>
  <message>
   <source>Several with one cause</source>
   <translation>Несколько по одной причине</translation>
  </message>
  <message>
   <source>Severity</source>
   <translation>Тяжесть</translation>
  </message>
  <message>
   <source>Sport</source>
   <translation>Спорт</translation>
  </message>
  <message>
   <source>Staff</source>
   <translation>Персонал</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Состояние</translation>
  </message>
  <message>
   <source>Statutory deadline</source>
   <translation>Срок по закону</translation>
  </message>
  <message>
   <source>Steady</source>
   <translation>Благополучно</translation>
  </message>
  <message>
   <source>Taboo</source>
   <translation>Табу</translation>
  </message>
  <message>
   <source>Talk</source>
   <translation>Разговор</translation>
  </message>
  <message>
   <source>Tasting</source>
   <translation>Дегустация</translation>
  </message>
  <message>
   <source>Team</source>
   <translation>Команда</translation>
  </message>
  <message>
   <source>Test drive</source>
   <translation>Тест-драйв</translation>
  </message>
  <message>
   <source>Text message</source>
   <translation>Сообщение</translation>
  </message>
  <message>
   <source>The demonstration club is in {folder}.</source>
   <translation>Демонстрационный клуб находится в папке {folder}.</translation>
  </message>
  <message>
   <source>The folder cannot be written to. Choose another folder.</source>
   <translation>В эту папку нельзя записать. Выберите другую.</translation>
  </message>
  <message>
   <source>The tour needs a mail server to send to: install “vipdesk[tour]”.</source>
   <translation>Для обхода нужен почтовый сервер: установите «vipdesk[tour]».</translation>
  </message>
  <message>
   <source>This folder holds other files. Choose a new or an empty folder.</source>
   <translation>В этой папке уже есть файлы. Выберите новую или пустую.</translation>
  </message>
  <message>
   <source>This person does not work at the desk. Choose another name.</source>
   <translation>Этого человека нет среди сотрудников. Выберите другое имя.</translation>
  </message>
  <message>
   <source>Title and surname</source>
   <translation>Обращение и фамилия</translation>
  </message>
  <message>
   <source>To do</source>
   <translation>Сделать</translation>
  </message>
  <message>
   <source>To review</source>
   <translation>На проверку</translation>
  </message>
  <message>
   <source>To start a club of your own, run “vipdesk desk”.</source>
   <translation>Чтобы завести свой клуб, запустите «vipdesk desk».</translation>
  </message>
  <message>
   <source>Travel</source>
   <translation>Поездки</translation>
  </message>
  <message>
   <source>Trip</source>
   <translation>Поездка</translation>
  </message>
  <message>
   <source>Usual circle</source>
   <translation>Обычный круг</translation>
  </message>
  <message>
   <source>Visit</source>
   <translation>Визит</translation>
  </message>
  <message>
   <source>Void</source>
   <translation>Аннулирована</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Ждёт</translation>
  </message>
  <message>
   <source>Waiting for its hour</source>
   <translation>Ждёт своего часа</translation>
  </message>
  <message>
   <source>Waiting for the client</source>
   <translation>Ждём клиента</translation>
  </message>
  <message>
   <source>Watch</source>
   <translation>Внимание</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Отозвана</translation>
  </message>
  <message>
   <source>Woman</source>
   <translation>Женщина</translation>
  </message>
  <message>
   <source>Work</source>
   <translation>Работа</translation>
  </message>
  <message>
   <source>{step}: {outcome}</source>
   <translation>{step}: {outcome}</translation>
  </message>
  <message>
   <source>“{file}” cannot be read. Check the name and try again.</source>
   <translation>Файл «{file}» не читается. Проверьте имя и попробуйте снова.</translation>
  </message>
 </context>
</TS>
