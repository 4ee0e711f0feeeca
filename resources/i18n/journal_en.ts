<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>journal</name>
  <message numerus="yes">
   <source>{n} clients go into the file.</source>
   <translation>
    <numerusform>{n} client goes into the file.</numerusform>
    <numerusform>{n} clients go into the file.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} have not agreed to this</source>
   <translation>
    <numerusform>{n} has not agreed to this</numerusform>
    <numerusform>{n} have not agreed to this</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} may only be kept, not used</source>
   <translation>
    <numerusform>{n} may only be kept, not used</numerusform>
    <numerusform>{n} may only be kept, not used</numerusform>
   </translation>
  </message>
 </context>
</TS>
