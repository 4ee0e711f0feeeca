<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>events</name>
  <message numerus="yes">
   <source>No event for {n} days</source>
   <translation>
    <numerusform>No event for {n} day</numerusform>
    <numerusform>No event for {n} days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Reading {n} more names…</source>
   <translation>
    <numerusform>Reading {n} more name…</numerusform>
    <numerusform>Reading {n} more names…</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The criteria match {n} more: narrow them.</source>
   <translation>
    <numerusform>The criteria match one more: narrow them.</numerusform>
    <numerusform>The criteria match {n} more: narrow them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The invitation is for {n} people. Change the allowance first.</source>
   <translation>
    <numerusform>The invitation is for one person. Change the allowance first.</numerusform>
    <numerusform>The invitation is for {n} people. Change the allowance first.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>This place holds {n} people.</source>
   <translation>
    <numerusform>This place holds one person.</numerusform>
    <numerusform>This place holds {n} people.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>You are welcome to bring {n} guests.</source>
   <translation>
    <numerusform>You are welcome to bring a guest.</numerusform>
    <numerusform>You are welcome to bring {n} guests.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} events ahead</source>
   <translation>
    <numerusform>{n} event ahead</numerusform>
    <numerusform>{n} events ahead</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests are being told of the change.</source>
   <translation>
    <numerusform>One guest is being told of the change.</numerusform>
    <numerusform>{n} guests are being told of the change.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests coming</source>
   <translation>
    <numerusform>One guest coming</numerusform>
    <numerusform>{n} guests coming</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests who were invited will be told, each by their own channel.</source>
   <translation>
    <numerusform>One guest who was invited will be told, by the guest’s own channel.</numerusform>
    <numerusform>{n} guests who were invited will be told, each by their own channel.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} invitations are on their way.</source>
   <translation>
    <numerusform>One invitation is on its way.</numerusform>
    <numerusform>{n} invitations are on their way.</numerusform>
   </translation>
  </message>
 </context>
</TS>
