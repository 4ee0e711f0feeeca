<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
 <context>
  <name>search</name>
  <message>
   <source>known: {words}</source>
   <translation>известно: {words}</translation>
  </message>
  <message>
   <source>promised: {words}</source>
   <translation>обещано: {words}</translation>
  </message>
  <message>
   <source>spelled almost so</source>
   <translation>пишется почти так</translation>
  </message>
  <message>
   <source>written: {words}</source>
   <translation>записано: {words}</translation>
  </message>
  <message>
   <source>{relation}: {name}</source>
   <translation>{relation}: {name}</translation>
  </message>
 </context>
</TS>
