<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>compensation</name>
  <message numerus="yes">
   <source>Compensated in {n} cases within twelve months (only you see this).</source>
   <translation>
    <numerusform>Compensated in {n} case within twelve months (only you see this).</numerusform>
    <numerusform>Compensated in {n} cases within twelve months (only you see this).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>This client had {n} such gestures in twelve months already.</source>
   <translation>
    <numerusform>This client had {n} such gesture in twelve months already.</numerusform>
    <numerusform>This client had {n} such gestures in twelve months already.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} departments with fewer than five clients are not told.</source>
   <translation>
    <numerusform>{n} department with fewer than five clients is not told.</numerusform>
    <numerusform>{n} departments with fewer than five clients are not told.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>“{title}” was given to this client less than {n} days ago.</source>
   <translation>
    <numerusform>“{title}” was given to this client less than {n} day ago.</numerusform>
    <numerusform>“{title}” was given to this client less than {n} days ago.</numerusform>
   </translation>
  </message>
 </context>
</TS>
