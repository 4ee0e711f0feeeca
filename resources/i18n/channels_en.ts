<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>channels</name>
  <message numerus="yes">
   <source>Already {n} invitations and offers in {days} days.</source>
   <translation>
    <numerusform>Already {n} invitation or offer in {days} days.</numerusform>
    <numerusform>Already {n} invitations and offers in {days} days.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Turns {n} {day}</source>
   <translation>
    <numerusform>Turns {n} {day}</numerusform>
    <numerusform>Turns {n} {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>events this week</source>
   <translation>
    <numerusform>event this week</numerusform>
    <numerusform>events this week</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>promises due or overdue</source>
   <translation>
    <numerusform>promise due or overdue</numerusform>
    <numerusform>promises due or overdue</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>talks due</source>
   <translation>
    <numerusform>talk due</numerusform>
    <numerusform>talks due</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients without a personal manager</source>
   <translation>
    <numerusform>{n} client without a personal manager</numerusform>
    <numerusform>{n} clients without a personal manager</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} coming</source>
   <translation>
    <numerusform>{n} coming</numerusform>
    <numerusform>{n} coming</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} have not answered</source>
   <translation>
    <numerusform>{n} has not answered</numerusform>
    <numerusform>{n} have not answered</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} messages wait until an account is set up.</source>
   <translation>
    <numerusform>{n} message waits until an account is set up.</numerusform>
    <numerusform>{n} messages wait until an account is set up.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more</source>
   <translation>
    <numerusform>{n} more</numerusform>
    <numerusform>{n} more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of {capacity} coming</source>
   <translation>
    <numerusform>{n} of {capacity} coming</numerusform>
    <numerusform>{n} of {capacity} coming</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} replies to review</source>
   <translation>
    <numerusform>{n} reply to review</numerusform>
    <numerusform>{n} replies to review</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{tier} · no talk on record for {n} days</source>
   <translation>
    <numerusform>{tier} · no talk on record for {n} day</numerusform>
    <numerusform>{tier} · no talk on record for {n} days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{tier} · {n} days without a talk, the rhythm is {rhythm}</source>
   <translation>
    <numerusform>{tier} · {n} day without a talk, the rhythm is {rhythm}</numerusform>
    <numerusform>{tier} · {n} days without a talk, the rhythm is {rhythm}</numerusform>
   </translation>
  </message>
 </context>
</TS>
