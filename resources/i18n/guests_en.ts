<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>guests</name>
  <message numerus="yes">
   <source>A party is 1 to {n} people.</source>
   <translation>
    <numerusform>A party is 1 person.</numerusform>
    <numerusform>A party is 1 to {n} people.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Invited {n} times in 60 days</source>
   <translation>
    <numerusform>Invited {n} time in 60 days</numerusform>
    <numerusform>Invited {n} times in 60 days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Last seen {n} days ago</source>
   <translation>
    <numerusform>Last seen {n} day ago</numerusform>
    <numerusform>Last seen {n} days ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Waiting parties go first: {n} are on the waiting list.</source>
   <translation>
    <numerusform>Waiting parties go first: {n} is on the waiting list.</numerusform>
    <numerusform>Waiting parties go first: {n} are on the waiting list.</numerusform>
   </translation>
  </message>
 </context>
</TS>
