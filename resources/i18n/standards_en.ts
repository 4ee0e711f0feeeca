<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>standards</name>
  <message numerus="yes">
   <source>{n} more are not shown: missed ones come first.</source>
   <translation>
    <numerusform>{n} more is not shown: missed ones come first.</numerusform>
    <numerusform>{n} more are not shown: missed ones come first.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} working days</source>
   <translation>
    <numerusform>{n} working day</numerusform>
    <numerusform>{n} working days</numerusform>
   </translation>
  </message>
 </context>
</TS>
