<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>lists</name>
  <message numerus="yes">
   <source>Add {n} clients to a guest list</source>
   <translation>
    <numerusform>Add {n} client to a guest list</numerusform>
    <numerusform>Add {n} clients to a guest list</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Promise to {n} clients</source>
   <translation>
    <numerusform>Promise to {n} client</numerusform>
    <numerusform>Promise to {n} clients</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} chosen</source>
   <translation>
    <numerusform>{n} chosen</numerusform>
    <numerusform>{n} chosen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients added to the guest list.</source>
   <translation>
    <numerusform>{n} client added to the guest list.</numerusform>
    <numerusform>{n} clients added to the guest list.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} promises noted.</source>
   <translation>
    <numerusform>{n} promise noted.</numerusform>
    <numerusform>{n} promises noted.</numerusform>
   </translation>
  </message>
 </context>
</TS>
