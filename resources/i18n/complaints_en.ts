<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>complaints</name>
  <message numerus="yes">
   <source>Ask again within {n} business days, not later.</source>
   <translation>
    <numerusform>Ask again within {n} business day, not later.</numerusform>
    <numerusform>Ask again within {n} business days, not later.</numerusform>
   </translation>
  </message>
  <message>
   <source>Done (task)</source>
   <translation>Done</translation>
  </message>
  <message>
   <source>Executive (level)</source>
   <translation>Executive</translation>
  </message>
  <message>
   <source>Gift (compensation)</source>
   <translation>Gift</translation>
  </message>
  <message>
   <source>Head of VIP service (level)</source>
   <translation>Head of VIP service</translation>
  </message>
  <message>
   <source>Personal manager (level)</source>
   <translation>Personal manager</translation>
  </message>
  <message numerus="yes">
   <source>Tried {n} times without reaching the client</source>
   <translation>
    <numerusform>Tried once without reaching the client</numerusform>
    <numerusform>Tried {n} times without reaching the client</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and {n} more</source>
   <translation>
    <numerusform>and {n} more</numerusform>
    <numerusform>and {n} more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} business days</source>
   <translation>
    <numerusform>{n} business day</numerusform>
    <numerusform>{n} business days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} business days; days off from {first} to {last}</source>
   <translation>
    <numerusform>{n} business day; days off from {first} to {last}</numerusform>
    <numerusform>{n} business days; days off from {first} to {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} business days; {day} is a day off</source>
   <translation>
    <numerusform>{n} business day; {day} is a day off</numerusform>
    <numerusform>{n} business days; {day} is a day off</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} cases in 90 days: {mechanism}, {origin}</source>
   <translation>
    <numerusform>{n} case in 90 days: {mechanism}, {origin}</numerusform>
    <numerusform>{n} cases in 90 days: {mechanism}, {origin}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} complaints</source>
   <translation>
    <numerusform>{n} complaint</numerusform>
    <numerusform>{n} complaints</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} unseen</source>
   <translation>
    <numerusform>{n} unseen</numerusform>
    <numerusform>{n} unseen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} without a cause yet</source>
   <translation>
    <numerusform>{n} without a cause yet</numerusform>
    <numerusform>{n} without a cause yet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} words</source>
   <translation>
    <numerusform>{n} word</numerusform>
    <numerusform>{n} words</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} words: too long for this letter.</source>
   <translation>
    <numerusform>{n} word: too long for this letter.</numerusform>
    <numerusform>{n} words: too long for this letter.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} working hours</source>
   <translation>
    <numerusform>{n} working hour</numerusform>
    <numerusform>{n} working hours</numerusform>
   </translation>
  </message>
 </context>
</TS>
