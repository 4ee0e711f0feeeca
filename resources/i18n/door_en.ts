<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>door</name>
  <message numerus="yes">
   <source>A door code has {n} letters and digits.</source>
   <translation>
    <numerusform>A door code has {n} letter or digit.</numerusform>
    <numerusform>A door code has {n} letters and digits.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>A door has 1 to {n} desks.</source>
   <translation>
    <numerusform>A door has {n} desk.</numerusform>
    <numerusform>A door has 1 to {n} desks.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Expected: {n} people.</source>
   <translation>
    <numerusform>Expected: {n} person.</numerusform>
    <numerusform>Expected: {n} people.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>In since {time}: {n} people.</source>
   <translation>
    <numerusform>In since {time}: {n} person.</numerusform>
    <numerusform>In since {time}: {n} people.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Let in at two desks: {n} people are counted once.</source>
   <translation>
    <numerusform>Let in at two desks: {n} person is counted once.</numerusform>
    <numerusform>Let in at two desks: {n} people are counted once.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Not on the list: {n} wait…</source>
   <translation>
    <numerusform>Not on the list: {n} waits…</numerusform>
    <numerusform>Not on the list: {n} wait…</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Say how many came: 1 to {n}.</source>
   <translation>
    <numerusform>Say how many came: {n} at most.</numerusform>
    <numerusform>Say how many came: 1 to {n}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Sealed {moment} by {who} for {n} desks; wiped by itself {wiped}.</source>
   <translation>
    <numerusform>Sealed {moment} by {who} for {n} desk; wiped by itself {wiped}.</numerusform>
    <numerusform>Sealed {moment} by {who} for {n} desks; wiped by itself {wiped}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The list of {n} guests is sealed. Door code: {code}</source>
   <translation>
    <numerusform>The list of {n} guest is sealed. Door code: {code}</numerusform>
    <numerusform>The list of {n} guests is sealed. Door code: {code}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>This list was made for {n} desks.</source>
   <translation>
    <numerusform>This list was made for {n} desk.</numerusform>
    <numerusform>This list was made for {n} desks.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Use at most {n} letters.</source>
   <translation>
    <numerusform>Use at most {n} letter.</numerusform>
    <numerusform>Use at most {n} letters.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>came: {n} people</source>
   <translation>
    <numerusform>came</numerusform>
    <numerusform>came: {n} people</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>mean of {n} answers</source>
   <translation>
    <numerusform>mean of {n} answer</numerusform>
    <numerusform>mean of {n} answers</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>with {n} companions</source>
   <translation>
    <numerusform>with {n} companion</numerusform>
    <numerusform>with {n} companions</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{name} · {n} in already</source>
   <translation>
    <numerusform>{name} · in already</numerusform>
    <numerusform>{name} · {n} in already</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{name}: {n} people are in.</source>
   <translation>
    <numerusform>{name} is in.</numerusform>
    <numerusform>{name}: {n} people are in.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} answers: too few for a mean</source>
   <translation>
    <numerusform>{n} answer: too few for a mean</numerusform>
    <numerusform>{n} answers: too few for a mean</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} check-ins of other desks were taken in.</source>
   <translation>
    <numerusform>{n} check-in of another desk was taken in.</numerusform>
    <numerusform>{n} check-ins of other desks were taken in.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} free places are left to this desk.</source>
   <translation>
    <numerusform>{n} free place is left to this desk.</numerusform>
    <numerusform>{n} free places are left to this desk.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests are being thanked.</source>
   <translation>
    <numerusform>{n} guest is being thanked.</numerusform>
    <numerusform>{n} guests are being thanked.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests are thanked by their own channel, with two questions.</source>
   <translation>
    <numerusform>{n} guest is thanked by their own channel, with two questions.</numerusform>
    <numerusform>{n} guests are thanked by their own channel, with two questions.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} guests who said yes did not come.</source>
   <translation>
    <numerusform>{n} guest who said yes did not come.</numerusform>
    <numerusform>{n} guests who said yes did not come.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more companions may come with this guest.</source>
   <translation>
    <numerusform>{n} more companion may come with this guest.</numerusform>
    <numerusform>{n} more companions may come with this guest.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} more fit: type on.</source>
   <translation>
    <numerusform>{n} more fits: type on.</numerusform>
    <numerusform>{n} more fit: type on.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{n} people are inside.</source>
   <translation>
    <numerusform>{n} person is inside.</numerusform>
    <numerusform>{n} people are inside.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{time}: {n} people</source>
   <translation>
    <numerusform>{time}: {n} person</numerusform>
    <numerusform>{time}: {n} people</numerusform>
   </translation>
  </message>
 </context>
</TS>
