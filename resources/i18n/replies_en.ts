<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>replies</name>
  <message numerus="yes">
   <source>{n} reminders are on their way.</source>
   <translation>
    <numerusform>{n} reminder is on its way.</numerusform>
    <numerusform>{n} reminders are on their way.</numerusform>
   </translation>
  </message>
 </context>
</TS>
