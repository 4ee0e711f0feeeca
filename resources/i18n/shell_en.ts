<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>shell</name>
  <message numerus="yes">
   <source>in {n} days</source>
   <translation>
    <numerusform>in {n} day</numerusform>
    <numerusform>in {n} days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days</source>
   <translation>
    <numerusform>{n} day</numerusform>
    <numerusform>{n} days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days ago</source>
   <translation>
    <numerusform>{n} day ago</numerusform>
    <numerusform>{n} days ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} h</source>
   <translation>
    <numerusform>{n} h</numerusform>
    <numerusform>{n} h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} h ago</source>
   <translation>
    <numerusform>{n} h ago</numerusform>
    <numerusform>{n} h ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} min</source>
   <translation>
    <numerusform>{n} min</numerusform>
    <numerusform>{n} min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} min ago</source>
   <translation>
    <numerusform>{n} min ago</numerusform>
    <numerusform>{n} min ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} minutes</source>
   <translation>
    <numerusform>{n} minute</numerusform>
    <numerusform>{n} minutes</numerusform>
   </translation>
  </message>
 </context>
</TS>
