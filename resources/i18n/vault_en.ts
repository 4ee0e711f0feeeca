<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>vault</name>
  <message numerus="yes">
   <source>Copied. It is forgotten in {n} seconds.</source>
   <translation>
    <numerusform>Copied. It is forgotten in {n} second.</numerusform>
    <numerusform>Copied. It is forgotten in {n} seconds.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Other people of this computer may read {n} files of the vault. Take their rights away (chmod 700 for the folder, 600 for the files).</source>
   <translation>
    <numerusform>Other people of this computer may read {n} file of the vault. Take their rights away (chmod 700 for the folder, 600 for the files).</numerusform>
    <numerusform>Other people of this computer may read {n} files of the vault. Take their rights away (chmod 700 for the folder, 600 for the files).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The journal is whole: {n} entries.</source>
   <translation>
    <numerusform>The journal is whole: {n} entry.</numerusform>
    <numerusform>The journal is whole: {n} entries.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The last backup is {n} days old. Make one in Settings.</source>
   <translation>
    <numerusform>The last backup is {n} day old. Make one in Settings.</numerusform>
    <numerusform>The last backup is {n} days old. Make one in Settings.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} lines of the log look like personal data. Do not send it to anybody, remove it and tell the support this number.</source>
   <translation>
    <numerusform>{n} line of the log looks like personal data. Do not send it to anybody, remove it and tell the support this number.</numerusform>
    <numerusform>{n} lines of the log look like personal data. Do not send it to anybody, remove it and tell the support this number.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} records point at nothing. Restore the latest backup.</source>
   <translation>
    <numerusform>{n} record points at nothing. Restore the latest backup.</numerusform>
    <numerusform>{n} records point at nothing. Restore the latest backup.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} seconds</source>
   <translation>
    <numerusform>{n} second</numerusform>
    <numerusform>{n} seconds</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} unfinished files of a broken-off deed may be removed.</source>
   <translation>
    <numerusform>{n} unfinished file of a broken-off deed may be removed.</numerusform>
    <numerusform>{n} unfinished files of a broken-off deed may be removed.</numerusform>
   </translation>
  </message>
 </context>
</TS>
