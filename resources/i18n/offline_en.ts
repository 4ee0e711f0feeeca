<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>offline</name>
  <message numerus="yes">
   <source>The team’s server is back. {n} entries were delivered.</source>
   <translation>
    <numerusform>The team’s server is back. {n} entry was delivered.</numerusform>
    <numerusform>The team’s server is back. {n} entries were delivered.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} entries written without the server were refused by it. Settings, Team shows them.</source>
   <translation>
    <numerusform>{n} entry written without the server was refused by it. Settings, Team shows it.</numerusform>
    <numerusform>{n} entries written without the server were refused by it. Settings, Team shows them.</numerusform>
   </translation>
  </message>
 </context>
</TS>
