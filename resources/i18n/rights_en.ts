<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>rights</name>
  <message numerus="yes">
   <source>The schema and the rights of {n} people are up to date.</source>
   <translation>
    <numerusform>The schema and the rights of {n} person are up to date.</numerusform>
    <numerusform>The schema and the rights of {n} people are up to date.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients wait for another manager. Hand them over at the desk.</source>
   <translation>
    <numerusform>{n} client waits for another manager. Hand them over at the desk.</numerusform>
    <numerusform>{n} clients wait for another manager. Hand them over at the desk.</numerusform>
   </translation>
  </message>
 </context>
</TS>
