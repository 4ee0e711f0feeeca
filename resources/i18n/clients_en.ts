<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>clients</name>
  <message numerus="yes">
   <source>All rows: {n}</source>
   <translation>
    <numerusform>All rows: {n}</numerusform>
    <numerusform>All rows: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>At most {n} characters.</source>
   <translation>
    <numerusform>At most {n} character.</numerusform>
    <numerusform>At most {n} characters.</numerusform>
   </translation>
  </message>
  <message>
   <source>Dear {name}, (to a man)</source>
   <translation>Dear {name},</translation>
  </message>
  <message>
   <source>Dear {name}, (to a woman)</source>
   <translation>Dear {name},</translation>
  </message>
  <message>
   <source>Dear {name}, (to anybody)</source>
   <translation>Dear {name},</translation>
  </message>
  <message numerus="yes">
   <source>Import {n} people</source>
   <translation>
    <numerusform>Import {n} person</numerusform>
    <numerusform>Import {n} people</numerusform>
   </translation>
  </message>
  <message>
   <source>Name prefix</source>
   <translation>Title</translation>
  </message>
  <message>
   <source>On what</source>
   <translation>About</translation>
  </message>
  <message numerus="yes">
   <source>Promises: {n}</source>
   <translation>
    <numerusform>Promises: {n}</numerusform>
    <numerusform>Promises: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The file has more than {n} rows. Split it into parts.</source>
   <translation>
    <numerusform>The file has more than {n} row. Split it into parts.</numerusform>
    <numerusform>The file has more than {n} rows. Split it into parts.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The file is larger than {n} MB. Split it into parts.</source>
   <translation>
    <numerusform>The file is larger than {n} MB. Split it into parts.</numerusform>
    <numerusform>The file is larger than {n} MB. Split it into parts.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Without a manager: {n}</source>
   <translation>
    <numerusform>Without a manager: {n}</numerusform>
    <numerusform>Without a manager: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{field}: longer than {n} characters. Shorten it in the file.</source>
   <translation>
    <numerusform>{field}: longer than {n} character. Shorten it in the file.</numerusform>
    <numerusform>{field}: longer than {n} characters. Shorten it in the file.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients</source>
   <translation>
    <numerusform>{n} client</numerusform>
    <numerusform>{n} clients</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} contacts in half a year</source>
   <translation>
    <numerusform>{n} contact in half a year</numerusform>
    <numerusform>{n} contacts in half a year</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines could not be read.</source>
   <translation>
    <numerusform>{n} line could not be read.</numerusform>
    <numerusform>{n} lines could not be read.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} months</source>
   <translation>
    <numerusform>{n} month</numerusform>
    <numerusform>{n} months</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} of 3</source>
   <translation>
    <numerusform>{n} of 3</numerusform>
    <numerusform>{n} of 3</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people imported.</source>
   <translation>
    <numerusform>{n} person imported.</numerusform>
    <numerusform>{n} people imported.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} years</source>
   <translation>
    <numerusform>{n} year</numerusform>
    <numerusform>{n} years</numerusform>
   </translation>
  </message>
 </context>
</TS>
