"""Everything with pixels: the window, pages, dialogs, tables, the theme.

The only room, with `app`, that imports PySide6. It asks the rooms below through `runner.read`
and `runner.write` and shows their frozen rows. Must not: import `models`, `store` or
SQLAlchemy, open a database session, compute a rule of the club.
How to write a page: vipdesk/ui/pages/__init__.py.
"""
