<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>team</name>
  <message numerus="yes">
   <source>Handed over by {who} · {n} open promises</source>
   <translation>
    <numerusform>Handed over by {who} · {n} open promise</numerusform>
    <numerusform>Handed over by {who} · {n} open promises</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients are still led by this person. Hand them over first.</source>
   <translation>
    <numerusform>{n} client is still led by this person. Hand them over first.</numerusform>
    <numerusform>{n} clients are still led by this person. Hand them over first.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients for you</source>
   <translation>
    <numerusform>{n} client for you</numerusform>
    <numerusform>{n} clients for you</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients handed over.</source>
   <translation>
    <numerusform>{n} client handed over.</numerusform>
    <numerusform>{n} clients handed over.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients without anything open</source>
   <translation>
    <numerusform>{n} client without anything open</numerusform>
    <numerusform>{n} clients without anything open</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of them late</source>
   <translation>
    <numerusform>{n} of them late</numerusform>
    <numerusform>{n} of them late</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} open complaints keep their owner. Give them a new one there.</source>
   <translation>
    <numerusform>{n} open complaint keeps its owner. Give it a new one there.</numerusform>
    <numerusform>{n} open complaints keep their owner. Give them a new one there.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} open promises go along</source>
   <translation>
    <numerusform>{n} open promise goes along</numerusform>
    <numerusform>{n} open promises go along</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} rows moved, counted and compared. The journal is whole.</source>
   <translation>
    <numerusform>{n} row moved, counted and compared. The journal is whole.</numerusform>
    <numerusform>{n} rows moved, counted and compared. The journal is whole.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} things to mind</source>
   <translation>
    <numerusform>{n} thing to mind</numerusform>
    <numerusform>{n} things to mind</numerusform>
   </translation>
  </message>
 </context>
</TS>
