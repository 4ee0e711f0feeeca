<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>programme</name>
  <message numerus="yes">
   <source>Repeat it between 1 and {n} times.</source>
   <translation>
    <numerusform>Repeat it {n} time.</numerusform>
    <numerusform>Repeat it between 1 and {n} times.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The event itself has {n} seats.</source>
   <translation>
    <numerusform>The event itself has {n} seat.</numerusform>
    <numerusform>The event itself has {n} seats.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests have chosen this already.</source>
   <translation>
    <numerusform>{n} guest has chosen this already.</numerusform>
    <numerusform>{n} guests have chosen this already.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests have not chosen</source>
   <translation>
    <numerusform>{n} guest has not chosen</numerusform>
    <numerusform>{n} guests have not chosen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people chose it</source>
   <translation>
    <numerusform>{n} person chose it</numerusform>
    <numerusform>{n} people chose it</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} places</source>
   <translation>
    <numerusform>{n} place</numerusform>
    <numerusform>{n} places</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{sum} for each of {n} people who come</source>
   <translation>
    <numerusform>{sum} for {n} person who comes</numerusform>
    <numerusform>{sum} for each of {n} people who come</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>“{title}” has {n} places left.</source>
   <translation>
    <numerusform>“{title}” has {n} place left.</numerusform>
    <numerusform>“{title}” has {n} places left.</numerusform>
   </translation>
  </message>
 </context>
</TS>
