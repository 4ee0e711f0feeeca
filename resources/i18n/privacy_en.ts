<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>privacy</name>
  <message numerus="yes">
   <source>Entries of other clients that may name this one: {n}. Look at them yourself.</source>
   <translation>
    <numerusform>Entries of other clients that may name this one: {n}. Look at it yourself.</numerusform>
    <numerusform>Entries of other clients that may name this one: {n}. Look at them yourself.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Words of complaints stay {n} days after closing, for the defence of claims.</source>
   <translation>
    <numerusform>Words of complaints stay {n} day after closing, for the defence of claims.</numerusform>
    <numerusform>Words of complaints stay {n} days after closing, for the defence of claims.</numerusform>
   </translation>
  </message>
 </context>
</TS>
