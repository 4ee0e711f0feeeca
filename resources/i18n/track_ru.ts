<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>track</name>
  <message>
   <source>A document was added</source>
   <translation>Добавлен документ</translation>
  </message>
  <message>
   <source>A document was removed</source>
   <translation>Документ убран</translation>
  </message>
  <message>
   <source>A document was saved as a file</source>
   <translation>Документ сохранён в файл</translation>
  </message>
  <message>
   <source>A hold that stands is only made stricter and longer here. To end it, release it.</source>
   <translation>Если пауза уже стоит, здесь её можно только ужесточить или продлить. Чтобы закончить её, снимите паузу.</translation>
  </message>
  <message>
   <source>A last word for those who may see the case</source>
   <translation>Последнее слово для тех, кто видит жалобу</translation>
  </message>
  <message>
   <source>A lawyer has read the answer as it stands</source>
   <translation>Юрист прочитал ответ в этом виде</translation>
  </message>
  <message>
   <source>A lawyer has read the letter</source>
   <translation>Юрист прочитал письмо</translation>
  </message>
  <message>
   <source>A lawyer has read the letter as it stands</source>
   <translation>Юрист прочитал письмо в этом виде</translation>
  </message>
  <message>
   <source>A limit is more than nothing and less than a year.</source>
   <translation>Срок должен быть больше нуля и меньше года.</translation>
  </message>
  <message>
   <source>Add files…</source>
   <translation>Добавить файлы…</translation>
  </message>
  <message>
   <source>Ask for a decision one level up</source>
   <translation>Попросить решения уровнем выше</translation>
  </message>
  <message>
   <source>Ask for a decision one level up…</source>
   <translation>Попросить решения уровнем выше…</translation>
  </message>
  <message>
   <source>Asked us</source>
   <translation>Есть вопрос к нам</translation>
  </message>
  <message>
   <source>At once, by whoever is there</source>
   <translation>Сразу, кто рядом</translation>
  </message>
  <message>
   <source>Attention</source>
   <translation>Внимание</translation>
  </message>
  <message>
   <source>Australia: ASIC RG 271, 30 days</source>
   <translation>Австралия: ASIC RG 271, 30 дней</translation>
  </message>
  <message>
   <source>Australia: superannuation, 45 days</source>
   <translation>Австралия: пенсионные накопления, 45 дней</translation>
  </message>
  <message>
   <source>Cause found</source>
   <translation>Выяснение причины</translation>
  </message>
  <message>
   <source>Choose a day within a year on which somebody looks at it again.</source>
   <translation>Выберите день в пределах года, когда к этому стоит вернуться.</translation>
  </message>
  <message>
   <source>Choose a document to look at it here.</source>
   <translation>Выберите документ, и он откроется здесь.</translation>
  </message>
  <message>
   <source>Chosen by the client</source>
   <translation>Выбрано клиентом</translation>
  </message>
  <message>
   <source>Compensation</source>
   <translation>Компенсация</translation>
  </message>
  <message>
   <source>Compensation above the head’s limit</source>
   <translation>Компенсация выше полномочий руководителя</translation>
  </message>
  <message>
   <source>Compensation delivered</source>
   <translation>Вручение компенсации</translation>
  </message>
  <message>
   <source>Compensation not delivered in time</source>
   <translation>Компенсация не вручена вовремя</translation>
  </message>
  <message>
   <source>Complaint ended without agreement</source>
   <translation>Жалоба закрыта без согласия</translation>
  </message>
  <message>
   <source>Complaint made void</source>
   <translation>Жалоба аннулирована</translation>
  </message>
  <message>
   <source>Complaint moved up was decided</source>
   <translation>Принято решение по поднятой жалобе</translation>
  </message>
  <message>
   <source>Complaint reclassified</source>
   <translation>Жалоба переквалифицирована</translation>
  </message>
  <message>
   <source>Complaint withdrawn by the client</source>
   <translation>Клиент отозвал жалобу</translation>
  </message>
  <message>
   <source>Complaints filed already keep the deadlines they were filed under.</source>
   <translation>У зарегистрированных жалоб остаются те сроки, с которыми их приняли.</translation>
  </message>
  <message>
   <source>Complaints joined</source>
   <translation>Жалобы объединены</translation>
  </message>
  <message>
   <source>Complaints: deadlines and laws</source>
   <translation>Жалобы: сроки и законы</translation>
  </message>
  <message>
   <source>Days off of a year are missing</source>
   <translation>Нет выходных дней на год</translation>
  </message>
  <message>
   <source>Deadlines</source>
   <translation>Сроки</translation>
  </message>
  <message>
   <source>Deadlines of the private track changed</source>
   <translation>Изменены сроки работы с жалобами</translation>
  </message>
  <message>
   <source>Deadlines…</source>
   <translation>Сроки…</translation>
  </message>
  <message>
   <source>Decide what was moved up</source>
   <translation>Решить поднятый вопрос</translation>
  </message>
  <message>
   <source>Decide what was moved up…</source>
   <translation>Решить поднятый вопрос…</translation>
  </message>
  <message>
   <source>Decided</source>
   <translation>Решено</translation>
  </message>
  <message>
   <source>Decided at level {level}</source>
   <translation>Решено на уровне {level}</translation>
  </message>
  <message>
   <source>Delivered</source>
   <translation>Передано</translation>
  </message>
  <message>
   <source>Department</source>
   <translation>Подразделение</translation>
  </message>
  <message>
   <source>Department’s task</source>
   <translation>Задача подразделения</translation>
  </message>
  <message>
   <source>Document of a case added</source>
   <translation>Документ добавлен в жалобу</translation>
  </message>
  <message>
   <source>Document of a case looked at</source>
   <translation>Документ жалобы просмотрен</translation>
  </message>
  <message>
   <source>Document of a case removed</source>
   <translation>Документ убран из жалобы</translation>
  </message>
  <message>
   <source>Document of a case saved as a file</source>
   <translation>Документ жалобы сохранён в файл</translation>
  </message>
  <message>
   <source>Document of a complaint</source>
   <translation>Документ жалобы</translation>
  </message>
  <message>
   <source>Documents</source>
   <translation>Документы</translation>
  </message>
  <message>
   <source>Done (task)</source>
   <translation>Выполнена</translation>
  </message>
  <message>
   <source>Done again</source>
   <translation>Сделать заново</translation>
  </message>
  <message numerus="yes">
   <source>Drafted {n} times, rewritten {rewritten}</source>
   <translation>
    <numerusform>Предложена {n} раз, переписана: {rewritten}</numerusform>
    <numerusform>Предложена {n} раза, переписана: {rewritten}</numerusform>
    <numerusform>Предложена {n} раз, переписана: {rewritten}</numerusform>
   </translation>
  </message>
  <message>
   <source>Due at first</source>
   <translation>Первый срок</translation>
  </message>
  <message>
   <source>End it</source>
   <translation>Завершить</translation>
  </message>
  <message>
   <source>End without agreement</source>
   <translation>Завершить без согласия</translation>
  </message>
  <message>
   <source>End without agreement…</source>
   <translation>Завершить без согласия…</translation>
  </message>
  <message>
   <source>Entered by mistake…</source>
   <translation>Внесено по ошибке…</translation>
  </message>
  <message>
   <source>Entry of the compensation catalogue</source>
   <translation>Запись каталога компенсаций</translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>Замена</translation>
  </message>
  <message>
   <source>Executive (level)</source>
   <translation>Руководство</translation>
  </message>
  <message>
   <source>File it again</source>
   <translation>Зарегистрировать заново</translation>
  </message>
  <message>
   <source>File it again…</source>
   <translation>Зарегистрировать заново…</translation>
  </message>
  <message>
   <source>Filed as a new complaint, linked to the old one.</source>
   <translation>Зарегистрирована новая жалоба, связанная с прежней.</translation>
  </message>
  <message>
   <source>Flag passed to the deputy</source>
   <translation>Отметка передана заместителю</translation>
  </message>
  <message>
   <source>For example: for the club’s lawyer</source>
   <translation>Например: для юриста клуба</translation>
  </message>
  <message>
   <source>For the record, if anything is to be added</source>
   <translation>Для истории, если есть что добавить</translation>
  </message>
  <message>
   <source>Gift (compensation)</source>
   <translation>Подарок</translation>
  </message>
  <message>
   <source>Guest lists show</source>
   <translation>В списках гостей будет видно</translation>
  </message>
  <message>
   <source>Guest lists would show a hold and its day, and no reason.</source>
   <translation>В списках гостей будут видны только пауза и её срок, без причины.</translation>
  </message>
  <message>
   <source>Head of VIP service (level)</source>
   <translation>Руководитель VIP-службы</translation>
  </message>
  <message>
   <source>Hold</source>
   <translation>Поставить паузу</translation>
  </message>
  <message>
   <source>Hold invitations</source>
   <translation>Пауза в приглашениях</translation>
  </message>
  <message>
   <source>How it was delivered</source>
   <translation>Как передано</translation>
  </message>
  <message>
   <source>How often each drafted wording was rewritten, the most often first. One that nearly everybody rewrites is marked: it does not say what people want to say.</source>
   <translation>Как часто авторы переписывали каждую формулировку; сначала те, которые меняют чаще. Та, которую переписывают почти все, отмечена: она говорит не то, что хотят сказать.</translation>
  </message>
  <message>
   <source>How soon a complaint is answered, and which law binds the club. A change holds for complaints filed from then on; those in work keep their dates.</source>
   <translation>Как скоро отвечают на жалобу и какие законы обязательны для клуба. Изменения действуют для новых жалоб; у тех, что уже в работе, сроки прежние.</translation>
  </message>
  <message>
   <source>In the client’s hands</source>
   <translation>У клиента</translation>
  </message>
  <message>
   <source>Invitations are held. Nobody learns why.</source>
   <translation>Пауза в приглашениях поставлена. Причину никто не узнает.</translation>
  </message>
  <message>
   <source>Join them</source>
   <translation>Объединить</translation>
  </message>
  <message>
   <source>Joined. The earlier promise holds.</source>
   <translation>Объединено. Действует более раннее обещание.</translation>
  </message>
  <message>
   <source>Kept in the journal and in the case for good. Outside the desk the file is no longer protected.</source>
   <translation>Навсегда остаётся в журнале и в жалобе. Вне программы файл больше не защищён.</translation>
  </message>
  <message>
   <source>Laws that bind the club</source>
   <translation>Законы, обязательные для клуба</translation>
  </message>
  <message>
   <source>Laws…</source>
   <translation>Законы…</translation>
  </message>
  <message>
   <source>Limit of compensation</source>
   <translation>Лимит компенсаций</translation>
  </message>
  <message>
   <source>Look again on</source>
   <translation>Вернуться к этому</translation>
  </message>
  <message>
   <source>Looked at by quality</source>
   <translation>Выборочная проверка</translation>
  </message>
  <message>
   <source>Make it longer…</source>
   <translation>Продлить…</translation>
  </message>
  <message>
   <source>Make it void</source>
   <translation>Аннулировать</translation>
  </message>
  <message>
   <source>Move it up</source>
   <translation>Поднять</translation>
  </message>
  <message>
   <source>Moved up. The case stays with its owner.</source>
   <translation>Поднято. Жалоба остаётся у своего ответственного.</translation>
  </message>
  <message>
   <source>Needed for an answer in writing: a court, the press or leaving came up.</source>
   <translation>Нужно для письменного ответа: речь зашла о суде, прессе или уходе.</translation>
  </message>
  <message>
   <source>Next page</source>
   <translation>Следующая страница</translation>
  </message>
  <message>
   <source>No hold because of this case.</source>
   <translation>Паузы по этой жалобе нет.</translation>
  </message>
  <message>
   <source>No letters yet.</source>
   <translation>Писем пока нет.</translation>
  </message>
  <message>
   <source>Not seen in time, passed to the deputy: {flag}</source>
   <translation>Не просмотрено вовремя, передано заместителю: {flag}</translation>
  </message>
  <message>
   <source>Not taken</source>
   <translation>Не взято</translation>
  </message>
  <message>
   <source>Offered</source>
   <translation>Предложено</translation>
  </message>
  <message>
   <source>One moment …</source>
   <translation>Секунду…</translation>
  </message>
  <message>
   <source>Only a head, an executive or the administrator changes the rules.</source>
   <translation>Правила меняют глава VIP-сервиса, руководители или администратор.</translation>
  </message>
  <message>
   <source>Opened again</source>
   <translation>Открыта заново</translation>
  </message>
  <message>
   <source>Option of compensation</source>
   <translation>Вариант компенсации</translation>
  </message>
  <message>
   <source>Page before</source>
   <translation>Предыдущая страница</translation>
  </message>
  <message>
   <source>Page {page} of {count}</source>
   <translation>Страница {page} из {count}</translation>
  </message>
  <message>
   <source>Personal manager (level)</source>
   <translation>Персональный менеджер</translation>
  </message>
  <message>
   <source>Price reduction</source>
   <translation>Снижение цены</translation>
  </message>
  <message>
   <source>Quality, 1 to 5</source>
   <translation>Качество, от 1 до 5</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Вопрос</translation>
  </message>
  <message>
   <source>Raised by hand to level {level}</source>
   <translation>Поднято вручную на уровень {level}</translation>
  </message>
  <message>
   <source>Read by a lawyer</source>
   <translation>Письмо прочитано юристом</translation>
  </message>
  <message>
   <source>Reclassified. Reports count it as such.</source>
   <translation>Переквалифицировано. В отчётах это учтено.</translation>
  </message>
  <message>
   <source>Reclassify</source>
   <translation>Переквалифицировать</translation>
  </message>
  <message>
   <source>Refund</source>
   <translation>Возврат денег</translation>
  </message>
  <message>
   <source>Released</source>
   <translation>Освобождено</translation>
  </message>
  <message>
   <source>Remove the document</source>
   <translation>Убрать документ</translation>
  </message>
  <message>
   <source>Russia: consumer’s demand, 10 days</source>
   <translation>Россия: требование потребителя, 10 дней</translation>
  </message>
  <message>
   <source>Russia: financial organisation, 15 working days</source>
   <translation>Россия: финансовая организация, 15 рабочих дней</translation>
  </message>
  <message>
   <source>Russia: personal data, 10 working days</source>
   <translation>Россия: персональные данные, 10 рабочих дней</translation>
  </message>
  <message>
   <source>Russia: public functions, 30 days</source>
   <translation>Россия: публичные функции, 30 дней</translation>
  </message>
  <message>
   <source>Save a document as a file</source>
   <translation>Сохранить документ в файл</translation>
  </message>
  <message>
   <source>Saved: new complaints follow it.</source>
   <translation>Сохранено: действует для новых жалоб.</translation>
  </message>
  <message>
   <source>Scans, pictures and mails of the client. Drop files here or choose them: at most 10 MB each.</source>
   <translation>Сканы, снимки и письма клиента. Перетащите файлы сюда или выберите их: не больше 10 МБ каждый.</translation>
  </message>
  <message>
   <source>Set a hold…</source>
   <translation>Поставить паузу…</translation>
  </message>
  <message>
   <source>Set aside</source>
   <translation>Отложено</translation>
  </message>
  <message>
   <source>Size in bytes</source>
   <translation>Размер в байтах</translation>
  </message>
  <message>
   <source>Somebody changed the rules in the meantime. Look at them again.</source>
   <translation>Пока Вы правили, правила изменил кто-то другой. Посмотрите на них ещё раз.</translation>
  </message>
  <message>
   <source>Somebody has decided this already.</source>
   <translation>Это решение уже принято.</translation>
  </message>
  <message>
   <source>Suggested: {kind}</source>
   <translation>Предлагается: {kind}</translation>
  </message>
  <message>
   <source>Task of a department</source>
   <translation>Задача подразделения</translation>
  </message>
  <message>
   <source>The case is ended without agreement. The cause is still looked for.</source>
   <translation>Жалоба закрыта без согласия. Причину всё равно выясняют.</translation>
  </message>
  <message>
   <source>The case is grave enough to hold invitations until {day}.</source>
   <translation>Жалоба настолько серьёзна, что приглашения лучше приостановить до {day}.</translation>
  </message>
  <message>
   <source>The case is void. Its number stays as a trace.</source>
   <translation>Запись аннулирована. Номер остаётся как след.</translation>
  </message>
  <message>
   <source>The case is withdrawn; its history stays.</source>
   <translation>Жалоба отозвана; история сохранена.</translation>
  </message>
  <message>
   <source>The case that goes on</source>
   <translation>Жалоба, которая остаётся в работе</translation>
  </message>
  <message>
   <source>The client withdraws it</source>
   <translation>Клиент отзывает жалобу</translation>
  </message>
  <message>
   <source>The client withdraws it…</source>
   <translation>Клиент отзывает жалобу…</translation>
  </message>
  <message>
   <source>The client’s own money</source>
   <translation>Деньги самого клиента</translation>
  </message>
  <message>
   <source>The decision is in the case.</source>
   <translation>Решение записано в жалобу.</translation>
  </message>
  <message>
   <source>The decision lies at level {level} now</source>
   <translation>Решение теперь на уровне {level}</translation>
  </message>
  <message>
   <source>The decision, for the owner to act on</source>
   <translation>Решение, по которому действует ответственный</translation>
  </message>
  <message>
   <source>The desk cannot show this kind of file. Save a copy to open it.</source>
   <translation>Файлы такого вида здесь не показываются. Чтобы открыть его, сохраните копию.</translation>
  </message>
  <message>
   <source>The document is kept with the case.</source>
   <translation>Документ сохранён в жалобе.</translation>
  </message>
  <message>
   <source>The document is out of the case.</source>
   <translation>Документ убран из жалобы.</translation>
  </message>
  <message>
   <source>The document is saved.</source>
   <translation>Документ сохранён в файл.</translation>
  </message>
  <message>
   <source>The documents of a case are at most {most} MB together. Remove one that is not needed.</source>
   <translation>Все документы жалобы вместе занимают не больше {most} МБ. Уберите тот, который не нужен.</translation>
  </message>
  <message>
   <source>The file has {size} MB, a document at most {most}. Scan it in grey at 200 dpi, or add it in parts.</source>
   <translation>Файл занимает {size} МБ, а документ может занимать не больше {most}. Отсканируйте его в оттенках серого, 200 точек на дюйм, или добавьте по частям.</translation>
  </message>
  <message>
   <source>The file is still being written. Add it again when that is finished.</source>
   <translation>Файл ещё записывается. Добавьте его снова, когда запись закончится.</translation>
  </message>
  <message>
   <source>The periods are examples: let a lawyer confirm them before you rely on them.</source>
   <translation>Сроки приведены для примера: прежде чем на них полагаться, попросите юриста их подтвердить.</translation>
  </message>
  <message>
   <source>The production calendar has no holidays for {year}: deadlines there count weekdays only. Update VIP Desk.</source>
   <translation>В производственном календаре нет праздников {year} года: сроки там считаются только по дням недели. Обновите VIP Desk.</translation>
  </message>
  <message>
   <source>The same matter was filed before</source>
   <translation>Об этом уже есть жалоба</translation>
  </message>
  <message>
   <source>The same matter was filed before…</source>
   <translation>Об этом уже есть жалоба…</translation>
  </message>
  <message>
   <source>There is no such limit.</source>
   <translation>Такого срока нет.</translation>
  </message>
  <message>
   <source>There is no such notice.</source>
   <translation>Такого сообщения нет.</translation>
  </message>
  <message>
   <source>This case can still be opened again: do that.</source>
   <translation>Эту жалобу ещё можно открыть снова: так и сделайте.</translation>
  </message>
  <message>
   <source>This case has ended: open it again first.</source>
   <translation>Жалоба закрыта: сначала откройте её снова.</translation>
  </message>
  <message>
   <source>This client has no other open complaint.</source>
   <translation>Других открытых жалоб у клиента нет.</translation>
  </message>
  <message>
   <source>This document is not in the case any more.</source>
   <translation>Этого документа в жалобе больше нет.</translation>
  </message>
  <message>
   <source>This document lies on the server: look at it when it answers again.</source>
   <translation>Этот документ лежит на сервере: посмотрите его, когда связь восстановится.</translation>
  </message>
  <message>
   <source>This file is damaged, locked or too large to be shown. Save a copy to open it.</source>
   <translation>Файл повреждён, закрыт паролем или слишком велик для показа. Чтобы открыть его, сохраните копию.</translation>
  </message>
  <message>
   <source>This is a folder. Choose the files in it.</source>
   <translation>Это папка. Выберите файлы в ней.</translation>
  </message>
  <message>
   <source>This is decided one level up.</source>
   <translation>Это решают на уровень выше.</translation>
  </message>
  <message>
   <source>This is no complaint</source>
   <translation>Это не жалоба</translation>
  </message>
  <message>
   <source>This is no complaint…</source>
   <translation>Это не жалоба…</translation>
  </message>
  <message>
   <source>This profile is not known here.</source>
   <translation>Такой профиль здесь не известен.</translation>
  </message>
  <message>
   <source>Told that {share} % of the time is over</source>
   <translation>Сообщено: прошло {share} % срока</translation>
  </message>
  <message>
   <source>United Kingdom: FCA DISP, 8 weeks</source>
   <translation>Великобритания: FCA DISP, 8 недель</translation>
  </message>
  <message>
   <source>United Kingdom: payments, 15 working days</source>
   <translation>Великобритания: платежи, 15 рабочих дней</translation>
  </message>
  <message>
   <source>Upgrade</source>
   <translation>Повышение класса</translation>
  </message>
  <message>
   <source>What has to be decided, and why</source>
   <translation>Что нужно решить и почему</translation>
  </message>
  <message>
   <source>What the department is told</source>
   <translation>Что передано подразделению</translation>
  </message>
  <message>
   <source>With the department</source>
   <translation>У подразделения</translation>
  </message>
  <message>
   <source>Wordings of letters</source>
   <translation>Формулировки писем</translation>
  </message>
  <message>
   <source>Wordings…</source>
   <translation>Формулировки…</translation>
  </message>
  <message>
   <source>a service</source>
   <translation>услуга</translation>
  </message>
  <message>
   <source>a thing</source>
   <translation>вещь</translation>
  </message>
  <message>
   <source>hours</source>
   <translation>часы</translation>
  </message>
  <message>
   <source>minutes</source>
   <translation>минуты</translation>
  </message>
  <message>
   <source>money</source>
   <translation>деньги</translation>
  </message>
  <message>
   <source>regard</source>
   <translation>внимание к клиенту</translation>
  </message>
  <message>
   <source>severity {grave}, {unit}</source>
   <translation>тяжесть {grave}, {unit}</translation>
  </message>
  <message>
   <source>tier {rank}, {unit}</source>
   <translation>статус {rank}, {unit}</translation>
  </message>
  <message>
   <source>time</source>
   <translation>время</translation>
  </message>
  <message>
   <source>working days</source>
   <translation>рабочие дни</translation>
  </message>
  <message>
   <source>{clock} · severity {grave}, {unit}</source>
   <translation>{clock} · тяжесть {grave}, {unit}</translation>
  </message>
  <message>
   <source>{clock} · tier {rank}, {unit}</source>
   <translation>{clock} · статус {rank}, {unit}</translation>
  </message>
  <message>
   <source>{number} · {at}</source>
   <translation>{number} · {at}</translation>
  </message>
  <message>
   <source>{reason}; the holidays of {year} are not known here, check the date</source>
   <translation>{reason}; праздники {year} года здесь ещё не известны, проверьте дату</translation>
  </message>
  <message>
   <source>{size} of {most} kept in this case.</source>
   <translation>В этой жалобе занято {size} из {most}.</translation>
  </message>
  <message>
   <source>{size}, {day}, {name}</source>
   <translation>{size}, {day}, {name}</translation>
  </message>
 </context>
</TS>
