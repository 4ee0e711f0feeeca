<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>agenda</name>
  <message numerus="yes">
   <source>No talk on record for {n} days</source>
   <translation>
    <numerusform>No talk on record for {n} day</numerusform>
    <numerusform>No talk on record for {n} days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Saved: {n} entries.</source>
   <translation>
    <numerusform>Saved: {n} entry.</numerusform>
    <numerusform>Saved: {n} entries.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days without a talk, the rhythm is {rhythm}</source>
   <translation>
    <numerusform>{n} day without a talk, the rhythm is {rhythm}</numerusform>
    <numerusform>{n} days without a talk, the rhythm is {rhythm}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} entries removed from the calendar.</source>
   <translation>
    <numerusform>{n} entry removed from the calendar.</numerusform>
    <numerusform>{n} entries removed from the calendar.</numerusform>
   </translation>
  </message>
 </context>
</TS>
