<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>events</name>
  <message numerus="yes">
   <source>You are welcome to bring {n} guests.</source>
   <translation>
    <numerusform>You are welcome to bring a guest.</numerusform>
    <numerusform>You are welcome to bring {n} guests.</numerusform>
   </translation>
  </message>
 </context>
</TS>
