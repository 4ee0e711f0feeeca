<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>health</name>
  <message numerus="yes">
   <source>More complaints than usual: {n} after {before}.</source>
   <translation>
    <numerusform>More complaints than usual: {n} after {before}.</numerusform>
    <numerusform>More complaints than usual: {n} after {before}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Saved the health of {n} clients.</source>
   <translation>
    <numerusform>Saved the health of {n} client.</numerusform>
    <numerusform>Saved the health of {n} clients.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The same {n} clients moved by {moved} points on average.</source>
   <translation>
    <numerusform>The same client moved by {moved} points.</numerusform>
    <numerusform>The same {n} clients moved by {moved} points on average.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Too little is known about {n} clients to judge.</source>
   <translation>
    <numerusform>Too little is known about {n} client to judge.</numerusform>
    <numerusform>Too little is known about {n} clients to judge.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>We kept {k} of {n} promises: fewer than nine of ten.</source>
   <translation>
    <numerusform>We kept {k} of {n} promise: fewer than nine in ten.</numerusform>
    <numerusform>We kept {k} of {n} promises: fewer than nine in ten.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>agreed rhythm: every {n} days</source>
   <translation>
    <numerusform>agreed rhythm: every day</numerusform>
    <numerusform>agreed rhythm: every {n} days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and {n} more</source>
   <translation>
    <numerusform>and {n} more</numerusform>
    <numerusform>and {n} more</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>came to {came} of {n} events</source>
   <translation>
    <numerusform>came to {came} of {n} event</numerusform>
    <numerusform>came to {came} of {n} events</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>talked {n} days ago</source>
   <translation>
    <numerusform>talked {n} day ago</numerusform>
    <numerusform>talked {n} days ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{amount} in the last {n} days</source>
   <translation>
    <numerusform>{amount} in the last day</numerusform>
    <numerusform>{amount} in the last {n} days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{kept} of {n} promises kept</source>
   <translation>
    <numerusform>{kept} of {n} promise kept</numerusform>
    <numerusform>{kept} of {n} promises kept</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} categories make four fifths of all complaints.</source>
   <translation>
    <numerusform>{n} category makes up four fifths of all complaints.</numerusform>
    <numerusform>{n} categories make up four fifths of all complaints.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients have an open grave complaint.</source>
   <translation>
    <numerusform>{n} client has an open grave complaint.</numerusform>
    <numerusform>{n} clients have an open grave complaint.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients have come to be at risk since {since}.</source>
   <translation>
    <numerusform>{n} client has become at risk since {since}.</numerusform>
    <numerusform>{n} clients have become at risk since {since}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} clients speak of leaving, of law or of the media.</source>
   <translation>
    <numerusform>{n} client speaks of leaving, the law or the media.</numerusform>
    <numerusform>{n} clients speak of leaving, the law or the media.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} complaints have had no answer from a person. This must be 0.</source>
   <translation>
    <numerusform>{n} complaint has had no answer from a person. This must be 0.</numerusform>
    <numerusform>{n} complaints have had no answer from a person. This must be 0.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days</source>
   <translation>
    <numerusform>{n} day</numerusform>
    <numerusform>{n} days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} days without a talk</source>
   <translation>
    <numerusform>{n} day without a talk</numerusform>
    <numerusform>{n} days without a talk</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more are on the health page</source>
   <translation>
    <numerusform>{n} more is on the health page</numerusform>
    <numerusform>{n} more are on the health page</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} open complaints</source>
   <translation>
    <numerusform>{n} open complaint</numerusform>
    <numerusform>{n} open complaints</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} overdue complaints</source>
   <translation>
    <numerusform>{n} overdue complaint</numerusform>
    <numerusform>{n} overdue complaints</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} overdue promises</source>
   <translation>
    <numerusform>{n} overdue promise</numerusform>
    <numerusform>{n} overdue promises</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} settled complaints</source>
   <translation>
    <numerusform>{n} settled complaint</numerusform>
    <numerusform>{n} settled complaints</numerusform>
   </translation>
  </message>
 </context>
</TS>
