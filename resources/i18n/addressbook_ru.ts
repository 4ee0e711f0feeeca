<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>addressbook</name>
  <message>
   <source>A link to another card is left out.</source>
   <translation>Ссылка на другую карточку пропущена.</translation>
  </message>
  <message>
   <source>Address book</source>
   <translation>Адресная книга</translation>
  </message>
  <message>
   <source>Address book on a server</source>
   <translation>Адресная книга на сервере</translation>
  </message>
  <message>
   <source>Almost certain</source>
   <translation>Почти наверняка</translation>
  </message>
  <message>
   <source>And</source>
   <translation>И</translation>
  </message>
  <message>
   <source>Anniversary</source>
   <translation>Годовщина</translation>
  </message>
  <message>
   <source>Asking the server …</source>
   <translation>Спрашиваем сервер …</translation>
  </message>
  <message>
   <source>Assistant’s phone</source>
   <translation>Телефон помощника</translation>
  </message>
  <message>
   <source>Both are invited to “{event}”. Withdraw one invitation first.</source>
   <translation>Оба приглашены на «{event}». Сначала отзовите одно из приглашений.</translation>
  </message>
  <message>
   <source>Both have status cards: withdraw the one that is not used.</source>
   <translation>У обоих есть карты: аннулируйте ту, которой не пользуются.</translation>
  </message>
  <message>
   <source>Choose a pair.</source>
   <translation>Выберите пару.</translation>
  </message>
  <message>
   <source>Choose the address book.</source>
   <translation>Выберите адресную книгу.</translation>
  </message>
  <message>
   <source>Choose the column that holds the names.</source>
   <translation>Укажите столбец с именами.</translation>
  </message>
  <message>
   <source>Choose two clients in the list first.</source>
   <translation>Сначала выберите двух клиентов в списке.</translation>
  </message>
  <message>
   <source>Choose two different clients.</source>
   <translation>Выберите двух разных клиентов.</translation>
  </message>
  <message numerus="yes">
   <source>Column {n}</source>
   <translation>
    <numerusform>Столбец {n}</numerusform>
    <numerusform>Столбец {n}</numerusform>
    <numerusform>Столбец {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Столбцы</translation>
  </message>
  <message>
   <source>Columns not imported: {names}.</source>
   <translation>Столбцы не загружаются: {names}.</translation>
  </message>
  <message>
   <source>Columns of a list</source>
   <translation>Столбцы списка</translation>
  </message>
  <message>
   <source>Columns of a list set</source>
   <translation>Заданы столбцы списка</translation>
  </message>
  <message>
   <source>Compare and merge</source>
   <translation>Сравнить и объединить</translation>
  </message>
  <message>
   <source>Comparing the clients …</source>
   <translation>Сравниваем клиентов …</translation>
  </message>
  <message>
   <source>Every “never” of both stands, and so does the last “no” to a consent.</source>
   <translation>Остаётся каждое «никогда» обоих и последнее «нет» в согласиях.</translation>
  </message>
  <message>
   <source>Find address books</source>
   <translation>Найти адресные книги</translation>
  </message>
  <message>
   <source>Find duplicates</source>
   <translation>Найти дубли</translation>
  </message>
  <message>
   <source>For example: https://dav.example.com</source>
   <translation>Например: https://dav.example.com</translation>
  </message>
  <message>
   <source>From a server (CardDAV)</source>
   <translation>С сервера (CardDAV)</translation>
  </message>
  <message>
   <source>From the other</source>
   <translation>От второго</translation>
  </message>
  <message>
   <source>Full name</source>
   <translation>Полное имя</translation>
  </message>
  <message>
   <source>Full name, surname first</source>
   <translation>Полное имя, фамилия первой</translation>
  </message>
  <message>
   <source>In mourning until {day}.</source>
   <translation>Траур до {day}.</translation>
  </message>
  <message>
   <source>Is not invited.</source>
   <translation>Не приглашать.</translation>
  </message>
  <message>
   <source>Keep the other one</source>
   <translation>Оставить другого</translation>
  </message>
  <message>
   <source>Kept in the note: {names}.</source>
   <translation>Сохранено в заметке: {names}.</translation>
  </message>
  <message>
   <source>Left out: {name}.</source>
   <translation>Пропущено: {name}.</translation>
  </message>
  <message>
   <source>Likely</source>
   <translation>Вероятно</translation>
  </message>
  <message>
   <source>Likeness</source>
   <translation>Сходство</translation>
  </message>
  <message>
   <source>Merge taken back</source>
   <translation>Объединение отменено</translation>
  </message>
  <message>
   <source>Merge the two chosen clients</source>
   <translation>Объединить двух выбранных клиентов</translation>
  </message>
  <message>
   <source>Merge two clients</source>
   <translation>Объединить двух клиентов</translation>
  </message>
  <message>
   <source>Merged</source>
   <translation>Объединено</translation>
  </message>
  <message>
   <source>Merged client</source>
   <translation>Объединённый клиент</translation>
  </message>
  <message>
   <source>Merged into one client.</source>
   <translation>Объединено в одного клиента.</translation>
  </message>
  <message>
   <source>Merging is for managers and the head of VIP service.</source>
   <translation>Объединять могут менеджеры и руководитель VIP-сервиса.</translation>
  </message>
  <message>
   <source>Moves along: {parts}.</source>
   <translation>Переходит: {parts}.</translation>
  </message>
  <message>
   <source>Nobody is here twice, as far as names, phones and days tell.</source>
   <translation>Дублей нет – насколько можно судить по именам, телефонам и датам.</translation>
  </message>
  <message>
   <source>Not imported</source>
   <translation>Не загружать</translation>
  </message>
  <message>
   <source>One of these clients has been erased or merged already.</source>
   <translation>Один из этих клиентов уже удалён или объединён с другим.</translation>
  </message>
  <message>
   <source>One of these clients was merged since: take the merge back first.</source>
   <translation>Один из этих клиентов с тех пор объединён с другим: сначала отмените объединение.</translation>
  </message>
  <message>
   <source>Only who leads the client or the head of VIP service can do this.</source>
   <translation>Это может сделать только тот, кто ведёт клиента, или руководитель VIP-сервиса.</translation>
  </message>
  <message>
   <source>Other name</source>
   <translation>Другое имя</translation>
  </message>
  <message>
   <source>Pairs that may be one person</source>
   <translation>Пары, которые могут быть одним человеком</translation>
  </message>
  <message>
   <source>Phones and addresses</source>
   <translation>Телефоны и адреса</translation>
  </message>
  <message>
   <source>Possible</source>
   <translation>Возможно</translation>
  </message>
  <message>
   <source>Read the address book</source>
   <translation>Прочитать адресную книгу</translation>
  </message>
  <message>
   <source>Said</source>
   <translation>Сказано</translation>
  </message>
  <message>
   <source>Say what each column holds. The desk remembers it for lists like this one.</source>
   <translation>Укажите, что в каждом столбце. Для таких же списков это запомнится.</translation>
  </message>
  <message>
   <source>Skype</source>
   <translation>Skype</translation>
  </message>
  <message>
   <source>Stays</source>
   <translation>Остаётся</translation>
  </message>
  <message>
   <source>Stopped. Nothing was imported.</source>
   <translation>Остановлено. Ничего не загружено.</translation>
  </message>
  <message>
   <source>Taken back</source>
   <translation>Отменено</translation>
  </message>
  <message>
   <source>Telegram</source>
   <translation>Telegram</translation>
  </message>
  <message>
   <source>The data may only be kept, not used.</source>
   <translation>Данные можно только хранить, но не использовать.</translation>
  </message>
  <message>
   <source>The day “{text}” could not be read.</source>
   <translation>Дату «{text}» прочитать не удалось.</translation>
  </message>
  <message>
   <source>The manager is asked before an invitation.</source>
   <translation>Перед приглашением спрашивают менеджера.</translation>
  </message>
  <message>
   <source>The photo is an address on the internet: it is not fetched.</source>
   <translation>Фото – ссылка в интернете: оно не скачивается.</translation>
  </message>
  <message>
   <source>The photo is no JPEG, PNG or WebP picture: left out.</source>
   <translation>Фото не в формате JPEG, PNG или WebP: пропущено.</translation>
  </message>
  <message>
   <source>The server answers with error {status}. Try later.</source>
   <translation>Сервер ответил ошибкой {status}. Попробуйте позже.</translation>
  </message>
  <message>
   <source>The server cannot be reached. Check the address.</source>
   <translation>Сервер недоступен. Проверьте адрес.</translation>
  </message>
  <message numerus="yes">
   <source>The server gave {count} of {n} cards. Nothing was imported: try again.</source>
   <translation>
    <numerusform>Сервер отдал {count} из {n} карточки. Ничего не загружено: попробуйте ещё раз.</numerusform>
    <numerusform>Сервер отдал {count} из {n} карточек. Ничего не загружено: попробуйте ещё раз.</numerusform>
    <numerusform>Сервер отдал {count} из {n} карточек. Ничего не загружено: попробуйте ещё раз.</numerusform>
   </translation>
  </message>
  <message>
   <source>The server is too slow. Nothing was imported: try later.</source>
   <translation>Сервер слишком медленный. Ничего не загружено: попробуйте позже.</translation>
  </message>
  <message>
   <source>The server refuses this name and password.</source>
   <translation>Сервер не принимает это имя и пароль.</translation>
  </message>
  <message>
   <source>The server sends us in a circle. Check the address.</source>
   <translation>Сервер отсылает по кругу. Проверьте адрес.</translation>
  </message>
  <message>
   <source>The server sends us to {host}: the password is not sent there. If that is right, enter that address.</source>
   <translation>Сервер отсылает на {host}: пароль туда не передаётся. Если так и должно быть, введите тот адрес.</translation>
  </message>
  <message>
   <source>The server sent too much. Choose a smaller address book.</source>
   <translation>Сервер прислал слишком много. Выберите адресную книгу поменьше.</translation>
  </message>
  <message>
   <source>The server stopped half-way. Nothing was imported: try again.</source>
   <translation>Сервер прервался на полпути. Ничего не загружено: попробуйте ещё раз.</translation>
  </message>
  <message>
   <source>The server’s answer is no address book.</source>
   <translation>Ответ сервера – не адресная книга.</translation>
  </message>
  <message>
   <source>The server’s certificate is not to be trusted. Ask its administrator.</source>
   <translation>Сертификату сервера доверять нельзя. Обратитесь к его администратору.</translation>
  </message>
  <message>
   <source>There is no address book at this address. Check the address.</source>
   <translation>По этому адресу адресной книги нет. Проверьте адрес.</translation>
  </message>
  <message>
   <source>There is nobody in this address book.</source>
   <translation>В этой адресной книге никого нет.</translation>
  </message>
  <message>
   <source>This client was merged once more since. Take that merge back first.</source>
   <translation>С тех пор этого клиента объединили ещё раз. Сначала отмените то объединение.</translation>
  </message>
  <message>
   <source>This import cannot be taken back any more.</source>
   <translation>Эту загрузку уже нельзя отменить.</translation>
  </message>
  <message>
   <source>This is a group of people, not a person.</source>
   <translation>Это группа людей, а не человек.</translation>
  </message>
  <message>
   <source>This merge cannot be taken back: the client has been erased since.</source>
   <translation>Это объединение нельзя отменить: клиент с тех пор удалён.</translation>
  </message>
  <message>
   <source>This merge has been taken back already.</source>
   <translation>Это объединение уже отменено.</translation>
  </message>
  <message>
   <source>This workbook cannot be read: it is damaged or locked with a password.</source>
   <translation>Эту книгу Excel прочитать нельзя: она повреждена или закрыта паролем.</translation>
  </message>
  <message>
   <source>Two clients merged</source>
   <translation>Два клиента объединены</translation>
  </message>
  <message>
   <source>Two clients told apart</source>
   <translation>Отмечено: разные люди</translation>
  </message>
  <message>
   <source>Two clients told apart taken back</source>
   <translation>Отметка «разные люди» снята</translation>
  </message>
  <message>
   <source>Two people, not one</source>
   <translation>Это разные люди</translation>
  </message>
  <message>
   <source>Two people. They are not proposed again.</source>
   <translation>Это разные люди. Больше не предлагаем.</translation>
  </message>
  <message>
   <source>Use these columns</source>
   <translation>Загрузить по этим столбцам</translation>
  </message>
  <message>
   <source>Used once and not kept. Many servers want a password made for apps.</source>
   <translation>Используется один раз и не сохраняется. Многие серверы просят отдельный пароль для приложений.</translation>
  </message>
  <message>
   <source>Viber</source>
   <translation>Viber</translation>
  </message>
  <message>
   <source>What protects the client always stays</source>
   <translation>Что защищает клиента, остаётся всегда</translation>
  </message>
  <message>
   <source>What “{column}” holds</source>
   <translation>Что в столбце «{column}»</translation>
  </message>
  <message>
   <source>WhatsApp</source>
   <translation>WhatsApp</translation>
  </message>
  <message>
   <source>Without encryption the password would be read on the way: use https.</source>
   <translation>Без шифрования пароль прочтут по дороге: используйте https.</translation>
  </message>
  <message>
   <source>Write name and password in their own fields.</source>
   <translation>Введите имя и пароль в отдельные поля.</translation>
  </message>
  <message>
   <source>Write the whole address, for example https://dav.example.com.</source>
   <translation>Введите адрес целиком, например https://dav.example.com.</translation>
  </message>
  <message>
   <source>You can merge clients you lead. Ask the head of VIP service for the others.</source>
   <translation>Вы можете объединять клиентов, которых ведёте. По остальным обратитесь к руководителю VIP-сервиса.</translation>
  </message>
  <message>
   <source>alike names</source>
   <translation>похожие имена</translation>
  </message>
  <message>
   <source>brings a photo, if there is none</source>
   <translation>добавляет фото, если его нет</translation>
  </message>
  <message numerus="yes">
   <source>brings days to remember: {n}</source>
   <translation>
    <numerusform>добавляет {n} памятную дату</numerusform>
    <numerusform>добавляет {n} памятные даты</numerusform>
    <numerusform>добавляет {n} памятных дат</numerusform>
   </translation>
  </message>
  <message>
   <source>the same birthday</source>
   <translation>один день рождения</translation>
  </message>
  <message>
   <source>the same company</source>
   <translation>одна компания</translation>
  </message>
  <message>
   <source>the same e-mail address</source>
   <translation>один адрес эл. почты</translation>
  </message>
  <message>
   <source>the same name</source>
   <translation>одно имя</translation>
  </message>
  <message>
   <source>the same phone</source>
   <translation>один телефон</translation>
  </message>
  <message>
   <source>vCard from a phone, a workbook, or CSV from Google Contacts or Outlook. Nothing is saved until you have seen what will become of each row.</source>
   <translation>vCard из телефона, книга Excel или CSV из Google Контактов или Outlook. Ничего не сохраняется, пока Вы не увидите, что будет с каждой строкой.</translation>
  </message>
  <message>
   <source>{field}: {value}</source>
   <translation>{field}: {value}</translation>
  </message>
  <message numerus="yes">
   <source>{n} pairs may be one person. Nothing is merged by itself.</source>
   <translation>
    <numerusform>{n} пара может быть одним человеком. Само ничего не объединяется.</numerusform>
    <numerusform>{n} пары могут быть одним человеком. Само ничего не объединяется.</numerusform>
    <numerusform>{n} пар могут быть одним человеком. Само ничего не объединяется.</numerusform>
   </translation>
  </message>
  <message>
   <source>{parts}</source>
   <translation>{parts}</translation>
  </message>
  <message>
   <source>{what}: {count}</source>
   <translation>{what}: {count}</translation>
  </message>
  <message>
   <source>“{other}” is merged into “{kept}”.</source>
   <translation>«{other}» присоединяется к «{kept}».</translation>
  </message>
 </context>
</TS>
