<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>events</name>
  <message numerus="yes">
   <source>Not seen for {n} days</source>
   <translation>
    <numerusform>Not seen for {n} day</numerusform>
    <numerusform>Not seen for {n} days</numerusform>
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
 </context>
</TS>
