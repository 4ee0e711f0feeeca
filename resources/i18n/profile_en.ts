<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>profile</name>
  <message numerus="yes">
   <source>All facts: {n}</source>
   <translation>
    <numerusform>All facts: {n}</numerusform>
    <numerusform>All facts: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Everybody: {n}</source>
   <translation>
    <numerusform>Everybody: {n}</numerusform>
    <numerusform>Everybody: {n}</numerusform>
   </translation>
  </message>
 </context>
</TS>
