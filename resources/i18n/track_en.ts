<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>track</name>
  <message numerus="yes">
   <source>Drafted {n} times, rewritten {rewritten}</source>
   <translation>
    <numerusform>Drafted {n} time, rewritten {rewritten}</numerusform>
    <numerusform>Drafted {n} times, rewritten {rewritten}</numerusform>
   </translation>
  </message>
 </context>
</TS>
