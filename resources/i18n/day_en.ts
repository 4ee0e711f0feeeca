<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>day</name>
  <message numerus="yes">
   <source>A birthday gift is ordered {n} days ahead ({tiers}); greetings at {hour} by the client’s clock.</source>
   <translation>
    <numerusform>A birthday gift is ordered {n} day ahead ({tiers}); greetings at {hour} by the client’s clock.</numerusform>
    <numerusform>A birthday gift is ordered {n} days ahead ({tiers}); greetings at {hour} by the client’s clock.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} options</source>
   <translation>
    <numerusform>{n} option</numerusform>
    <numerusform>{n} options</numerusform>
   </translation>
  </message>
 </context>
</TS>
