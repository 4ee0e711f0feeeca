<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>benefits</name>
  <message>
   <source>2026-12-31</source>
   <translation>2026-12-31</translation>
  </message>
  <message>
   <source>A colleague has just changed this choice. Look at it again.</source>
   <translation>Коллега только что изменил этот выбор. Посмотрите ещё раз.</translation>
  </message>
  <message>
   <source>Access</source>
   <translation>Доступ</translation>
  </message>
  <message>
   <source>Add what the club can give: things worth having, each with its tiers.</source>
   <translation>Добавьте, что клуб может дать: стоящие вещи, для каждой – свои статусы.</translation>
  </message>
  <message>
   <source>Added to the catalogue.</source>
   <translation>Добавлено в каталог.</translation>
  </message>
  <message>
   <source>Already given on {day}.</source>
   <translation>Уже получено {day}.</translation>
  </message>
  <message>
   <source>An official: the limit of the year is passed.</source>
   <translation>Должностное лицо: годовой предел превышен.</translation>
  </message>
  <message>
   <source>An official: {left} of {limit} are left.</source>
   <translation>Должностное лицо: осталось {left} из {limit}.</translation>
  </message>
  <message>
   <source>At least one may be chosen.</source>
   <translation>Выбрать можно хотя бы одно.</translation>
  </message>
  <message>
   <source>Back in the catalogue.</source>
   <translation>Снова в каталоге.</translation>
  </message>
  <message>
   <source>Benefit</source>
   <translation>Привилегия</translation>
  </message>
  <message>
   <source>Benefit added to the catalogue</source>
   <translation>Привилегия добавлена в каталог</translation>
  </message>
  <message>
   <source>Benefit back in the catalogue</source>
   <translation>Привилегия снова в каталоге</translation>
  </message>
  <message>
   <source>Benefit given back</source>
   <translation>Привилегия возвращена</translation>
  </message>
  <message>
   <source>Benefit of the catalogue changed</source>
   <translation>Привилегия в каталоге изменена</translation>
  </message>
  <message>
   <source>Benefit taken</source>
   <translation>Полученная привилегия</translation>
  </message>
  <message>
   <source>Benefit taken by the client</source>
   <translation>Клиент получил привилегию</translation>
  </message>
  <message>
   <source>Benefit taken out of the catalogue</source>
   <translation>Привилегия убрана из каталога</translation>
  </message>
  <message>
   <source>Benefit used</source>
   <translation>Привилегия использована</translation>
  </message>
  <message>
   <source>Benefits</source>
   <translation>Привилегии</translation>
  </message>
  <message>
   <source>Benefits and gifts</source>
   <translation>Привилегии и подарки</translation>
  </message>
  <message>
   <source>Catalogue</source>
   <translation>Каталог</translation>
  </message>
  <message>
   <source>Change the benefit</source>
   <translation>Изменить привилегию</translation>
  </message>
  <message>
   <source>Change the benefit…</source>
   <translation>Изменить…</translation>
  </message>
  <message>
   <source>Choice</source>
   <translation>Выбор</translation>
  </message>
  <message>
   <source>Choice of benefits</source>
   <translation>Выбор привилегий</translation>
  </message>
  <message>
   <source>Choice of benefits offered</source>
   <translation>Предложен выбор привилегий</translation>
  </message>
  <message>
   <source>Choice of benefits withdrawn</source>
   <translation>Выбор привилегий отозван</translation>
  </message>
  <message>
   <source>Choices</source>
   <translation>Выбор клиента</translation>
  </message>
  <message>
   <source>Choose a benefit.</source>
   <translation>Выберите привилегию.</translation>
  </message>
  <message>
   <source>Chosen</source>
   <translation>Выбрано</translation>
  </message>
  <message>
   <source>Chosen: {name}</source>
   <translation>Выбрано: {name}</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>Себестоимость</translation>
  </message>
  <message>
   <source>Cost to the club</source>
   <translation>Себестоимость для клуба</translation>
  </message>
  <message>
   <source>Enter a number above zero.</source>
   <translation>Введите число больше нуля.</translation>
  </message>
  <message>
   <source>Enter all three values in one currency.</source>
   <translation>Укажите все три суммы в одной валюте.</translation>
  </message>
  <message>
   <source>Enter zero or more.</source>
   <translation>Введите ноль или больше.</translation>
  </message>
  <message>
   <source>Experience</source>
   <translation>Впечатление</translation>
  </message>
  <message>
   <source>For example: benefit of the year</source>
   <translation>Например: привилегия года</translation>
  </message>
  <message>
   <source>For these tiers only</source>
   <translation>Только для статусов</translation>
  </message>
  <message>
   <source>For tiers</source>
   <translation>Для статусов</translation>
  </message>
  <message>
   <source>Gift noted</source>
   <translation>Подарок записан</translation>
  </message>
  <message>
   <source>Gift removed</source>
   <translation>Подарок удалён</translation>
  </message>
  <message>
   <source>Gifts to an official, a year, in roubles</source>
   <translation>Подарки должностному лицу за год, в рублях</translation>
  </message>
  <message>
   <source>Gifts to officials: up to {limit} a year without a reason.</source>
   <translation>Подарки должностным лицам: до {limit} в год без указания основания.</translation>
  </message>
  <message>
   <source>Give back</source>
   <translation>Вернуть</translation>
  </message>
  <message>
   <source>Give the benefit a name.</source>
   <translation>Назовите привилегию.</translation>
  </message>
  <message>
   <source>Given back</source>
   <translation>Возвращено</translation>
  </message>
  <message>
   <source>Given to the client</source>
   <translation>Клиенту</translation>
  </message>
  <message>
   <source>How many may be chosen</source>
   <translation>Сколько можно выбрать</translation>
  </message>
  <message>
   <source>In spite of a doubt because</source>
   <translation>Несмотря на сомнение, потому что</translation>
  </message>
  <message>
   <source>It ends before it begins.</source>
   <translation>Окончание раньше начала.</translation>
  </message>
  <message>
   <source>Lapsed</source>
   <translation>Срок вышел</translation>
  </message>
  <message>
   <source>Last received</source>
   <translation>Последнее</translation>
  </message>
  <message>
   <source>Learning</source>
   <translation>Обучение</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Осталось</translation>
  </message>
  <message>
   <source>Limit of gifts to officials changed</source>
   <translation>Изменён предел подарков должностным лицам</translation>
  </message>
  <message>
   <source>Mark two or three: the client picks one of them, nothing is imposed.</source>
   <translation>Отметьте два-три варианта: клиент выберет сам, ничего не навязываем.</translation>
  </message>
  <message>
   <source>Mark what the client chose.</source>
   <translation>Отметьте, что выбрал клиент.</translation>
  </message>
  <message>
   <source>Name in Russian</source>
   <translation>Название по-русски</translation>
  </message>
  <message>
   <source>New benefit</source>
   <translation>Новая привилегия</translation>
  </message>
  <message>
   <source>No gift is noted.</source>
   <translation>Подарков не записано.</translation>
  </message>
  <message>
   <source>None left</source>
   <translation>Закончилась</translation>
  </message>
  <message>
   <source>Not now</source>
   <translation>Не сейчас</translation>
  </message>
  <message>
   <source>Note a gift</source>
   <translation>Записать подарок</translation>
  </message>
  <message>
   <source>Note a gift…</source>
   <translation>Записать подарок…</translation>
  </message>
  <message>
   <source>Note the choice</source>
   <translation>Записать выбор</translation>
  </message>
  <message>
   <source>Note the choice…</source>
   <translation>Записать выбор…</translation>
  </message>
  <message>
   <source>Noted as used.</source>
   <translation>Отмечено как использованное.</translation>
  </message>
  <message>
   <source>Nothing was offered yet. Offer two or three things to pick from.</source>
   <translation>Пока ничего не предлагали. Предложите два-три варианта на выбор.</translation>
  </message>
  <message>
   <source>Nothing was taken yet.</source>
   <translation>Пока ничего не получено.</translation>
  </message>
  <message>
   <source>Occasion</source>
   <translation>Повод</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Предложить</translation>
  </message>
  <message>
   <source>Offer a choice</source>
   <translation>Предложить выбор</translation>
  </message>
  <message>
   <source>Offer a choice…</source>
   <translation>Предложить выбор…</translation>
  </message>
  <message>
   <source>Offer more than may be chosen: the client picks, not we.</source>
   <translation>Предложите больше, чем можно выбрать: выбирает клиент, а не мы.</translation>
  </message>
  <message>
   <source>Offer {limit} at most.</source>
   <translation>Предложите не больше {limit}.</translation>
  </message>
  <message>
   <source>Offered benefit</source>
   <translation>Предложенная привилегия</translation>
  </message>
  <message>
   <source>One of these is not there any more, or not for this tier.</source>
   <translation>Чего-то из этого уже нет или оно не для этого статуса.</translation>
  </message>
  <message>
   <source>Open the catalogue</source>
   <translation>Открыть каталог</translation>
  </message>
  <message>
   <source>Opened</source>
   <translation>Открыт</translation>
  </message>
  <message>
   <source>Pieces</source>
   <translation>Количество</translation>
  </message>
  <message>
   <source>Price in a shop</source>
   <translation>Цена в магазине</translation>
  </message>
  <message>
   <source>Save the limit</source>
   <translation>Сохранить предел</translation>
  </message>
  <message>
   <source>Stays with the gift and in the journal as a fact.</source>
   <translation>Останется при подарке, в журнале – сам факт.</translation>
  </message>
  <message>
   <source>Take out</source>
   <translation>Убрать из каталога</translation>
  </message>
  <message>
   <source>Taken</source>
   <translation>Получено</translation>
  </message>
  <message>
   <source>Taken out</source>
   <translation>Убрана</translation>
  </message>
  <message>
   <source>Taken out of the catalogue.</source>
   <translation>Убрано из каталога.</translation>
  </message>
  <message>
   <source>The benefit is changed.</source>
   <translation>Привилегия изменена.</translation>
  </message>
  <message>
   <source>The catalogue has nothing for this tier now.</source>
   <translation>В каталоге сейчас нет ничего для этого статуса.</translation>
  </message>
  <message>
   <source>The catalogue is empty.</source>
   <translation>Каталог пуст.</translation>
  </message>
  <message>
   <source>The choice is noted.</source>
   <translation>Выбор записан.</translation>
  </message>
  <message>
   <source>The choice is offered.</source>
   <translation>Выбор предложен.</translation>
  </message>
  <message>
   <source>The choice is withdrawn.</source>
   <translation>Выбор отозван.</translation>
  </message>
  <message numerus="yes">
   <source>The client has had it {n} times this year: no more.</source>
   <translation>
    <numerusform>В этом году клиент получил её {n} раз: больше нельзя.</numerusform>
    <numerusform>В этом году клиент получил её {n} раза: больше нельзя.</numerusform>
    <numerusform>В этом году клиент получил её {n} раз: больше нельзя.</numerusform>
   </translation>
  </message>
  <message>
   <source>The client is an official: above {limit} a year a gift needs a reason. Ask your lawyer first.</source>
   <translation>Клиент – должностное лицо: свыше {limit} в год нужно указать основание. Сначала спросите юриста.</translation>
  </message>
  <message>
   <source>The client is an official: write what the gift is worth.</source>
   <translation>Клиент – должностное лицо: укажите стоимость подарка.</translation>
  </message>
  <message>
   <source>The client is an official: {left} of {limit} are left this year.</source>
   <translation>Клиент – должностное лицо: в этом году осталось {left} из {limit}.</translation>
  </message>
  <message>
   <source>The client’s choice noted</source>
   <translation>Записан выбор клиента</translation>
  </message>
  <message>
   <source>The client’s choice taken back</source>
   <translation>Выбор клиента отменён</translation>
  </message>
  <message>
   <source>The gift is noted.</source>
   <translation>Подарок записан.</translation>
  </message>
  <message>
   <source>The head of VIP service or an executive keeps the catalogue.</source>
   <translation>Каталог ведёт начальник VIP-службы или руководитель.</translation>
  </message>
  <message>
   <source>The household had it on {day}.</source>
   <translation>В семье это уже получали {day}.</translation>
  </message>
  <message>
   <source>The last one has just gone. Offer something else.</source>
   <translation>Последнюю только что забрали. Предложите что-нибудь другое.</translation>
  </message>
  <message>
   <source>The limit is saved.</source>
   <translation>Предел сохранён.</translation>
  </message>
  <message>
   <source>Thing</source>
   <translation>Вещь</translation>
  </message>
  <message>
   <source>This benefit is given from {day} on.</source>
   <translation>Эта привилегия предоставляется с {day}.</translation>
  </message>
  <message>
   <source>This benefit is not for the client’s tier.</source>
   <translation>Эта привилегия не для статуса клиента.</translation>
  </message>
  <message>
   <source>This benefit is not given any more.</source>
   <translation>Эта привилегия больше не предоставляется.</translation>
  </message>
  <message>
   <source>This benefit is not in the catalogue any more.</source>
   <translation>Этой привилегии в каталоге больше нет.</translation>
  </message>
  <message>
   <source>This choice is not here any more.</source>
   <translation>Этого выбора больше нет.</translation>
  </message>
  <message>
   <source>This day has passed.</source>
   <translation>Этот день уже прошёл.</translation>
  </message>
  <message>
   <source>This gift is not here any more.</source>
   <translation>Этого подарка больше нет.</translation>
  </message>
  <message>
   <source>This has been given back already.</source>
   <translation>Это уже возвращено.</translation>
  </message>
  <message>
   <source>This is for the head of VIP service and executives.</source>
   <translation>Это видят начальник VIP-службы и руководители.</translation>
  </message>
  <message>
   <source>This line of the ledger is not here any more.</source>
   <translation>Этой записи больше нет.</translation>
  </message>
  <message>
   <source>To be chosen by</source>
   <translation>Выбрать до</translation>
  </message>
  <message>
   <source>To choose</source>
   <translation>Ждёт выбора</translation>
  </message>
  <message>
   <source>To one client a year</source>
   <translation>Одному клиенту в год</translation>
  </message>
  <message>
   <source>Two or three options are a choice; more are a list.</source>
   <translation>Два-три варианта – это выбор, больше – уже список.</translation>
  </message>
  <message>
   <source>Used</source>
   <translation>Использовано</translation>
  </message>
  <message>
   <source>Value</source>
   <translation>Ценность</translation>
  </message>
  <message>
   <source>What a photo shows</source>
   <translation>Что на фотографии</translation>
  </message>
  <message>
   <source>What did the client choose?</source>
   <translation>Что выбрал клиент?</translation>
  </message>
  <message>
   <source>What it is</source>
   <translation>Что это</translation>
  </message>
  <message>
   <source>What the club can give, to which tiers, and who receives it.</source>
   <translation>Что клуб может дать, каким статусам, и кто это получает.</translation>
  </message>
  <message>
   <source>What to show</source>
   <translation>Что показать</translation>
  </message>
  <message>
   <source>Who gave</source>
   <translation>Кто подарил</translation>
  </message>
  <message>
   <source>Who receives nothing</source>
   <translation>Кто ничего не получает</translation>
  </message>
  <message>
   <source>Why above an official’s limit</source>
   <translation>Основание сверх предела</translation>
  </message>
  <message>
   <source>Worth</source>
   <translation>Стоимость</translation>
  </message>
  <message>
   <source>Worth more than an official may be given in a year. Ask your lawyer first.</source>
   <translation>Дороже, чем можно подарить должностному лицу за год. Сначала спросите юриста.</translation>
  </message>
  <message>
   <source>Worth to the client</source>
   <translation>Ценность для клиента</translation>
  </message>
  <message>
   <source>Write a whole number.</source>
   <translation>Введите целое число.</translation>
  </message>
  <message>
   <source>Write the day so: 2026-12-31.</source>
   <translation>Напишите день так: 2026-12-31.</translation>
  </message>
  <message>
   <source>Write what the gift is.</source>
   <translation>Напишите, что за подарок.</translation>
  </message>
  <message>
   <source>nothing yet</source>
   <translation>ещё ничего</translation>
  </message>
  <message>
   <source>taken {day}, given back</source>
   <translation>получено {day}, возвращено</translation>
  </message>
  <message>
   <source>taken {day}, not used yet</source>
   <translation>получено {day}, ещё не использовано</translation>
  </message>
  <message>
   <source>taken {day}, used {used}</source>
   <translation>получено {day}, использовано {used}</translation>
  </message>
  <message>
   <source>without end</source>
   <translation>без ограничения</translation>
  </message>
  <message>
   <source>without limit</source>
   <translation>без ограничения</translation>
  </message>
  <message numerus="yes">
   <source>{n} may be chosen, no more.</source>
   <translation>
    <numerusform>Можно выбрать {n}, не больше.</numerusform>
    <numerusform>Можно выбрать {n}, не больше.</numerusform>
    <numerusform>Можно выбрать {n}, не больше.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} may be chosen.</source>
   <translation>
    <numerusform>Можно выбрать {n}.</numerusform>
    <numerusform>Можно выбрать {n}.</numerusform>
    <numerusform>Можно выбрать {n}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are with clients already: no fewer can be in stock.</source>
   <translation>
    <numerusform>У клиентов уже {n} штука: меньше в запасе быть не может.</numerusform>
    <numerusform>У клиентов уже {n} штуки: меньше в запасе быть не может.</numerusform>
    <numerusform>У клиентов уже {n} штук: меньше в запасе быть не может.</numerusform>
   </translation>
  </message>
  <message>
   <source>{picks} of {count}, until {day}</source>
   <translation>{picks} из {count}, до {day}</translation>
  </message>
  <message>
   <source>{tier}: {without} of {count} received nothing for a year</source>
   <translation>{tier}: {without} из {count} за год ничего не получили</translation>
  </message>
  <message numerus="yes">
   <source>{worth} · {n} left</source>
   <translation>
    <numerusform>{worth} · осталась {n}</numerusform>
    <numerusform>{worth} · осталось {n}</numerusform>
    <numerusform>{worth} · осталось {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>{year}: given {given} worth {given_worth}, received {received} worth {received_worth}</source>
   <translation>{year}: подарено {given} на {given_worth}, получено {received} на {received_worth}</translation>
  </message>
 </context>
</TS>
