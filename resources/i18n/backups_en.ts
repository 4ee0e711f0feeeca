<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>backups</name>
  <message numerus="yes">
   <source>Erased again, because they were erased since: {n}</source>
   <translation>
    <numerusform>Erased again, because erased since: {n}</numerusform>
    <numerusform>Erased again, because erased since: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Messages that may have left since wait for a look: {n}</source>
   <translation>
    <numerusform>Messages that may have left since wait for a look: {n}</numerusform>
    <numerusform>Messages that may have left since wait for a look: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>There is no room for a backup in “{folder}”: about {n} MB are needed. Free some space; the older backups are untouched.</source>
   <translation>
    <numerusform>There is no room for a backup in “{folder}”: about {n} MB is needed. Free some space; the older backups are untouched.</numerusform>
    <numerusform>There is no room for a backup in “{folder}”: about {n} MB are needed. Free some space; the older backups are untouched.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} backups are kept, {size} MB</source>
   <translation>
    <numerusform>{n} backup is kept, {size} MB</numerusform>
    <numerusform>{n} backups are kept, {size} MB</numerusform>
   </translation>
  </message>
 </context>
</TS>
