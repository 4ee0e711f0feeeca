<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>people</name>
  <message>
   <source>Call {name} (declined)</source>
   <translation>Call {name}</translation>
  </message>
  <message>
   <source>Please pass this invitation on to {name} (declined)</source>
   <translation>Please pass this invitation on to {name}</translation>
  </message>
  <message>
   <source>Reply of {name} (declined)</source>
   <translation>Reply of {name}</translation>
  </message>
  <message numerus="yes">
   <source>The company is {n} years old {day}</source>
   <translation>
    <numerusform>The company is {n} year old {day}</numerusform>
    <numerusform>The company is {n} years old {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and {n} more in the list</source>
   <translation>
    <numerusform>and {n} more in the list</numerusform>
    <numerusform>and {n} more in the list</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>gift {n} days ahead</source>
   <translation>
    <numerusform>gift {n} day ahead</numerusform>
    <numerusform>gift {n} days ahead</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>next on {day}, {n} years</source>
   <translation>
    <numerusform>next on {day}, {n} year</numerusform>
    <numerusform>next on {day}, {n} years</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} added clients go, and what it wrote to others. This is final.</source>
   <translation>
    <numerusform>{n} added client goes, and what the import wrote to others. This is final.</numerusform>
    <numerusform>{n} added clients go, and what the import wrote to others. This is final.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} years in the club {day}</source>
   <translation>
    <numerusform>{n} year in the club {day}</numerusform>
    <numerusform>{n} years in the club {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} years of marriage {day}</source>
   <translation>
    <numerusform>{n} year of marriage {day}</numerusform>
    <numerusform>{n} years of marriage {day}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{who} turns {n} {day}</source>
   <translation>
    <numerusform>{who} turns {n} {day}</numerusform>
    <numerusform>{who} turns {n} {day}</numerusform>
   </translation>
  </message>
 </context>
</TS>
