"""Everything with pixels: the window, pages, dialogs, tables, the theme.

The only room, with `app`, that imports PySide6. It never imports `models`, `store` or
SQLAlchemy, never opens a database session and never computes a rule of the club: it asks
the rooms below through `runner.read` and `runner.write` and shows their frozen rows.
How to write a page: vipdesk/ui/pages/__init__.py.
"""
