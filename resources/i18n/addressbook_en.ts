<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>addressbook</name>
  <message numerus="yes">
   <source>Column {n}</source>
   <translation>
    <numerusform>Column {n}</numerusform>
    <numerusform>Column {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The server gave {count} of {n} cards. Nothing was imported: try again.</source>
   <translation>
    <numerusform>The server gave {count} of {n} card. Nothing was imported: try again.</numerusform>
    <numerusform>The server gave {count} of {n} cards. Nothing was imported: try again.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>brings days to remember: {n}</source>
   <translation>
    <numerusform>brings {n} day to remember</numerusform>
    <numerusform>brings {n} days to remember</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pairs may be one person. Nothing is merged by itself.</source>
   <translation>
    <numerusform>{n} pair may be one person. Nothing is merged by itself.</numerusform>
    <numerusform>{n} pairs may be one person. Nothing is merged by itself.</numerusform>
   </translation>
  </message>
 </context>
</TS>
