<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>profile</name>
  <message>
   <source>A first talk</source>
   <translation>Первый разговор</translation>
  </message>
  <message>
   <source>Age</source>
   <translation>Давность</translation>
  </message>
  <message numerus="yes">
   <source>All facts: {n}</source>
   <translation>
    <numerusform>Все факты: {n}</numerusform>
    <numerusform>Все факты: {n}</numerusform>
    <numerusform>Все факты: {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>Another photo…</source>
   <translation>Другая фотография…</translation>
  </message>
  <message>
   <source>Are there days in the coming months that we should keep free for you?</source>
   <translation>Есть ли в ближайшие месяцы дни, которые не стоит занимать?</translation>
  </message>
  <message>
   <source>Ask next time: “{question}”</source>
   <translation>Спросить в следующий раз: «{question}»</translation>
  </message>
  <message>
   <source>Brief card</source>
   <translation>Карточка клиента</translation>
  </message>
  <message>
   <source>Brief card for the pocket</source>
   <translation>Карточка в карман</translation>
  </message>
  <message>
   <source>Brief card for the pocket (Ctrl+P)</source>
   <translation>Карточка в карман (Ctrl+P)</translation>
  </message>
  <message>
   <source>Brief card saved as a file</source>
   <translation>Карточка клиента сохранена файлом</translation>
  </message>
  <message>
   <source>Brief card {day}.pdf</source>
   <translation>Карточка {day}.pdf</translation>
  </message>
  <message>
   <source>Brought to the club: {names}</source>
   <translation>По рекомендации клиента пришли: {names}</translation>
  </message>
  <message>
   <source>Came on recommendation</source>
   <translation>По рекомендации клиента</translation>
  </message>
  <message>
   <source>Came to the club through: {names}</source>
   <translation>Клуб посоветовали: {names}</translation>
  </message>
  <message>
   <source>Certainty</source>
   <translation>Достоверность</translation>
  </message>
  <message>
   <source>Changed…</source>
   <translation>Изменилось…</translation>
  </message>
  <message>
   <source>Choose a day after the fact was noted.</source>
   <translation>Выберите день позже записи факта.</translation>
  </message>
  <message>
   <source>Choose a day that is still to come.</source>
   <translation>Выберите день, который ещё не наступил.</translation>
  </message>
  <message>
   <source>Choose a fact.</source>
   <translation>Выберите факт.</translation>
  </message>
  <message>
   <source>Choose a photo…</source>
   <translation>Выбрать фотографию…</translation>
  </message>
  <message>
   <source>Comfort and safety</source>
   <translation>Комфорт и безопасность</translation>
  </message>
  <message>
   <source>Confidential. Destroy after use.</source>
   <translation>Конфиденциально. Уничтожьте, когда станет не нужна.</translation>
  </message>
  <message>
   <source>Congratulate on the birthday</source>
   <translation>Поздравить с днём рождения</translation>
  </message>
  <message>
   <source>Correct a fact</source>
   <translation>Исправить факт</translation>
  </message>
  <message>
   <source>Correct…</source>
   <translation>Исправить…</translation>
  </message>
  <message>
   <source>Do not</source>
   <translation>Чего не делать</translation>
  </message>
  <message>
   <source>Do you have journeys ahead with which we can help?</source>
   <translation>Собираетесь ли куда-нибудь, где мы могли бы помочь?</translation>
  </message>
  <message numerus="yes">
   <source>Everybody: {n}</source>
   <translation>
    <numerusform>Все люди: {n}</numerusform>
    <numerusform>Все люди: {n}</numerusform>
    <numerusform>Все люди: {n}</numerusform>
   </translation>
  </message>
  <message>
   <source>Fact corrected</source>
   <translation>Факт исправлен</translation>
  </message>
  <message>
   <source>Facts</source>
   <translation>Факты</translation>
  </message>
  <message>
   <source>For the pocket…</source>
   <translation>В карман…</translation>
  </message>
  <message>
   <source>Handle with care – {hold}</source>
   <translation>Обращаться бережно – {hold}</translation>
  </message>
  <message>
   <source>How is everybody at home?</source>
   <translation>Как дела у Ваших домашних?</translation>
  </message>
  <message>
   <source>Interests</source>
   <translation>Интересы</translation>
  </message>
  <message>
   <source>Is there a family date coming up that we should have in mind?</source>
   <translation>Какие семейные даты впереди, о которых нам стоит помнить?</translation>
  </message>
  <message>
   <source>Is there anything about the day or the table that we should keep in mind?</source>
   <translation>Что нам учесть, выбирая день и накрывая стол?</translation>
  </message>
  <message>
   <source>Is there anything about the place that we should arrange in advance?</source>
   <translation>Нужно ли заранее что-то устроить на месте?</translation>
  </message>
  <message>
   <source>Is there anything we had better leave out this time?</source>
   <translation>От чего в этот раз лучше воздержаться?</translation>
  </message>
  <message>
   <source>Is there news at work that we should congratulate you on?</source>
   <translation>Есть ли в делах новости, с которыми Вас можно поздравить?</translation>
  </message>
  <message>
   <source>Keep apart from: {names}</source>
   <translation>Держать порознь: {names}</translation>
  </message>
  <message>
   <source>Last promise</source>
   <translation>Последнее обещание</translation>
  </message>
  <message>
   <source>Merged from</source>
   <translation>Объединён с записью</translation>
  </message>
  <message>
   <source>Must be provided: {needs}</source>
   <translation>Обеспечить: {needs}</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Ближайшее</translation>
  </message>
  <message>
   <source>No complaint that is yours to see.</source>
   <translation>Жалоб, которые Вам видны, нет.</translation>
  </message>
  <message>
   <source>Nothing yet: what would they come for, whom would they meet?</source>
   <translation>Пока ничего: ради чего придут, с кем хотели бы познакомиться?</translation>
  </message>
  <message>
   <source>One page of A6 that folds once. It holds nothing on health, diet or faith, no complaint, no score and nothing that is not for the whole team. Saving it is noted in the journal.</source>
   <translation>Одна страница А6, складывается пополам. На ней нет ничего о здоровье, диете и вере, нет жалоб, оценок и того, что предназначено не всей команде. Сохранение отмечается в журнале.</translation>
  </message>
  <message>
   <source>Photo</source>
   <translation>Фотография</translation>
  </message>
  <message>
   <source>Photo of the client removed</source>
   <translation>Фотография клиента убрана</translation>
  </message>
  <message>
   <source>Photo of the client set</source>
   <translation>Фотография клиента сохранена</translation>
  </message>
  <message>
   <source>Photo…</source>
   <translation>Фотография…</translation>
  </message>
  <message>
   <source>Picture</source>
   <translation>Изображение</translation>
  </message>
  <message>
   <source>Pictures ({kinds})</source>
   <translation>Изображения ({kinds})</translation>
  </message>
  <message>
   <source>Prefers: {channels}</source>
   <translation>Предпочитает: {channels}</translation>
  </message>
  <message>
   <source>Purchases and referrals</source>
   <translation>Покупки и рекомендации</translation>
  </message>
  <message>
   <source>Recommended the club</source>
   <translation>Рекомендатель</translation>
  </message>
  <message>
   <source>Remove the photo</source>
   <translation>Убрать фотографию</translation>
  </message>
  <message>
   <source>Remove this need</source>
   <translation>Убрать эту потребность</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Сохранить…</translation>
  </message>
  <message>
   <source>Shall we arrange it the way you usually like it, or differently this time?</source>
   <translation>Сделаем, как Вы обычно любите, или в этот раз иначе?</translation>
  </message>
  <message>
   <source>Shall we tell the kitchen what we told them last time?</source>
   <translation>Предупредить кухню так же, как в прошлый раз?</translation>
  </message>
  <message>
   <source>Take apart</source>
   <translation>Разъединить</translation>
  </message>
  <message>
   <source>The brief card is saved.</source>
   <translation>Карточка сохранена.</translation>
  </message>
  <message>
   <source>The fact is corrected.</source>
   <translation>Факт исправлен.</translation>
  </message>
  <message>
   <source>The fact is no longer shown.</source>
   <translation>Факт больше не показывается.</translation>
  </message>
  <message>
   <source>The file cannot be read. Choose it once more.</source>
   <translation>Файл не читается. Выберите его ещё раз.</translation>
  </message>
  <message>
   <source>The file is larger than 20 MB. Choose a smaller picture.</source>
   <translation>Файл больше 20 МБ. Выберите изображение поменьше.</translation>
  </message>
  <message>
   <source>The photo is kept.</source>
   <translation>Фотография сохранена.</translation>
  </message>
  <message>
   <source>The photo is removed.</source>
   <translation>Фотография убрана.</translation>
  </message>
  <message>
   <source>The picture has more than 50 million pixels. Save it smaller, then choose it.</source>
   <translation>В изображении больше 50 миллионов точек. Уменьшите его и выберите снова.</translation>
  </message>
  <message>
   <source>The picture is too small: at least 32 by 32 pixels.</source>
   <translation>Изображение слишком мало: нужно не меньше 32 × 32 точек.</translation>
  </message>
  <message>
   <source>There is no photo of this client.</source>
   <translation>Фотографии этого клиента нет.</translation>
  </message>
  <message>
   <source>They are two clients again; what was typed since stays here.</source>
   <translation>Снова два клиента; написанное после объединения осталось здесь.</translation>
  </message>
  <message>
   <source>This client’s data is restricted: it is kept and not used.</source>
   <translation>Данные этого клиента ограничены: они хранятся, но не используются.</translation>
  </message>
  <message>
   <source>This is no JPEG, PNG or WebP picture, or it is damaged. Choose another file.</source>
   <translation>Это не изображение JPEG, PNG или WebP, либо оно повреждено. Выберите другой файл.</translation>
  </message>
  <message>
   <source>What gave you the most joy this year?</source>
   <translation>Что принесло Вам больше всего радости в этом году?</translation>
  </message>
  <message>
   <source>What have you enjoyed lately: a book, a concert, a place?</source>
   <translation>Что порадовало Вас в последнее время: книга, концерт, место?</translation>
  </message>
  <message>
   <source>What keeps you busiest at work these days?</source>
   <translation>Чем сейчас больше всего заняты в делах?</translation>
  </message>
  <message>
   <source>What should we do better for you next time than we did last time?</source>
   <translation>Что в следующий раз сделать для Вас лучше, чем в прошлый?</translation>
  </message>
  <message>
   <source>What should we see to so that the evening is comfortable for you?</source>
   <translation>О чём позаботиться, чтобы Вам было удобно весь вечер?</translation>
  </message>
  <message>
   <source>What would you rather not see on the menu?</source>
   <translation>Чего Вы не хотели бы видеть в меню?</translation>
  </message>
  <message>
   <source>Where and how</source>
   <translation>Где и как</translation>
  </message>
  <message>
   <source>Where will you be in the coming months? We would plan around it.</source>
   <translation>Где Вы будете в ближайшие месяцы? Мы подстроимся под Ваши планы.</translation>
  </message>
  <message>
   <source>Whom or what should we not put beside you that evening?</source>
   <translation>Чего или кого не должно быть рядом с Вами в тот вечер?</translation>
  </message>
  <message>
   <source>Wishes to meet</source>
   <translation>Хочет познакомиться</translation>
  </message>
  <message>
   <source>With telephone numbers and addresses in full</source>
   <translation>С полными телефонами и адресами</translation>
  </message>
  <message>
   <source>Worth asking at the next talk</source>
   <translation>О чём спросить при следующем разговоре</translation>
  </message>
  <message>
   <source>Write…</source>
   <translation>Написать…</translation>
  </message>
  <message>
   <source>in a month</source>
   <translation>через месяц</translation>
  </message>
  <message>
   <source>in a year</source>
   <translation>через год</translation>
  </message>
  <message>
   <source>in half a year</source>
   <translation>через полгода</translation>
  </message>
  <message>
   <source>in three months</source>
   <translation>через три месяца</translation>
  </message>
  <message>
   <source>late since {day}</source>
   <translation>просрочено с {day}</translation>
  </message>
  <message>
   <source>on first-name ‘you’ (ты)</source>
   <translation>на «ты»</translation>
  </message>
  <message>
   <source>when such facts grow old</source>
   <translation>когда такие факты устаревают</translation>
  </message>
  <message>
   <source>with formal ‘you’ (вы)</source>
   <translation>на «вы»</translation>
  </message>
  <message>
   <source>{band} ≈{score}</source>
   <translation>{band} ≈{score}</translation>
  </message>
  <message>
   <source>{channel} through {name}</source>
   <translation>{channel} через: {name}</translation>
  </message>
  <message>
   <source>{day}, by {name}</source>
   <translation>{day}, {name}</translation>
  </message>
  <message>
   <source>{how}. {manner}</source>
   <translation>{how}. {manner}</translation>
  </message>
  <message>
   <source>{state} {day}</source>
   <translation>{state} {day}</translation>
  </message>
  <message>
   <source>{sum} in a year; {before} the year before</source>
   <translation>{sum} за год; годом раньше – {before}</translation>
  </message>
  <message>
   <source>{what}: {details}</source>
   <translation>{what}: {details}</translation>
  </message>
  <message>
   <source>{who}, {at}, no. {number}</source>
   <translation>{who}, {at}, № {number}</translation>
  </message>
  <message>
   <source>“{name}”</source>
   <translation>«{name}»</translation>
  </message>
  <message>
   <source>“{question}”</source>
   <translation>«{question}»</translation>
  </message>
 </context>
</TS>
