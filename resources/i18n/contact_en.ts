<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>contact</name>
  <message numerus="yes">
   <source>Already {n} messages on this in {days} days.</source>
   <translation>
    <numerusform>Already {n} message on this in {days} days.</numerusform>
    <numerusform>Already {n} messages on this in {days} days.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Saved, with {n} promises.</source>
   <translation>
    <numerusform>Saved, with {n} promise.</numerusform>
    <numerusform>Saved, with {n} promises.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} are held back: hold, mourning, gone, or often lately</source>
   <translation>
    <numerusform>{n} is held back: hold, mourning, gone, or often lately</numerusform>
    <numerusform>{n} are held back: hold, mourning, gone, or often lately</numerusform>
   </translation>
  </message>
 </context>
</TS>
