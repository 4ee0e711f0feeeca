"""Sheets that ask for something: opened by `.open()`, one at a time, never `.exec()`."""
