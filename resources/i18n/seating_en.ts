<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>seating</name>
  <message numerus="yes">
   <source>At least {n} at each table in use.</source>
   <translation>
    <numerusform>At least {n} at each table in use.</numerusform>
    <numerusform>At least {n} at each table in use.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>At most {n} tables.</source>
   <translation>
    <numerusform>At most {n} table.</numerusform>
    <numerusform>At most {n} tables.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Rules that are broken: {n}</source>
   <translation>
    <numerusform>Rules that are broken: {n}</numerusform>
    <numerusform>Rules that are broken: {n}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Shared interest: {topic}, with {n} at the table</source>
   <translation>
    <numerusform>Shared interest: {topic}, with {n} at the table</numerusform>
    <numerusform>Shared interest: {topic}, with {n} at the table</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Table {number} is too empty: {n} more are needed.</source>
   <translation>
    <numerusform>Table {number} is too empty: {n} more is needed.</numerusform>
    <numerusform>Table {number} is too empty: {n} more are needed.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Table {number}: {n} chairs too few.</source>
   <translation>
    <numerusform>Table {number}: {n} chair too few.</numerusform>
    <numerusform>Table {number}: {n} chairs too few.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Tables {tables}: {n} chairs are missing for them.</source>
   <translation>
    <numerusform>Tables {tables}: {n} chair is missing for them.</numerusform>
    <numerusform>Tables {tables}: {n} chairs are missing for them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{name} now comes as {n}.</source>
   <translation>
    <numerusform>{name} now comes alone.</numerusform>
    <numerusform>{name} now comes as {n}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} chairs are missing in the room.</source>
   <translation>
    <numerusform>{n} chair is missing in the room.</numerusform>
    <numerusform>{n} chairs are missing in the room.</numerusform>
   </translation>
  </message>
 </context>
</TS>
