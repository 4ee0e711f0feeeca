<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>benefits</name>
  <message numerus="yes">
   <source>The client has had it {n} times this year: no more.</source>
   <translation>
    <numerusform>The client has had it once this year: no more.</numerusform>
    <numerusform>The client has had it {n} times this year: no more.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} may be chosen, no more.</source>
   <translation>
    <numerusform>{n} may be chosen, no more.</numerusform>
    <numerusform>{n} may be chosen, no more.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} may be chosen.</source>
   <translation>
    <numerusform>{n} may be chosen.</numerusform>
    <numerusform>{n} may be chosen.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} pieces are with clients already: no fewer can be in stock.</source>
   <translation>
    <numerusform>{n} piece is with a client already: no fewer can be in stock.</numerusform>
    <numerusform>{n} pieces are with clients already: no fewer can be in stock.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{worth} · {n} left</source>
   <translation>
    <numerusform>{worth} · {n} left</numerusform>
    <numerusform>{worth} · {n} left</numerusform>
   </translation>
  </message>
 </context>
</TS>
