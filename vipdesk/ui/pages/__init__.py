'''Pages: one file each, named after its noun; they do not know each other.

How to write a page
-------------------
    from functools import partial
    from vipdesk.clients import registry
    from vipdesk.ui.context import Link
    from vipdesk.ui.pages.page import Page
    from vipdesk.ui.tables import Column, Table
    from vipdesk.ui.widgets import Button, EmptyState, SearchField, Tone
    from vipdesk.wording import say

    class ClientsPage(Page):
        """Everybody in the club this person may see."""

        section = "clients"                  # its place in the sidebar
        title = say("Clients")
        watches = ("client", "contact_point")  # tables whose changes reload it

        def _build(self) -> None:
            self.search = SearchField(self.context, say("Find a client"))
            self.table = Table(self.context, say("Clients"), (
                Column(say("Name"), lambda r: r.name, stretch=True, sort=lambda r: r.key),
                Column(say("Tier"), lambda r: r.tier, badge=lambda r: Tone.BRASS),
                Column(say("Last talk"), lambda r: self.context.format.day(r.last)),
            ))
            self.empty = EmptyState(self.context, say("No client yet."), icon="clients",
                                    action=say("Add a client"), on=self.new_here)
            self.add_action(Button(self.context, say("New client"), kind="primary", icon="plus",
                                   on=self.new_here))
            self.body.addWidget(self.search)
            self.body.addWidget(self.table, 1)

        def _connect(self) -> None:
            self.search.searched.connect(self._on_searched)
            self.table.opened.connect(self._on_opened)

        def reload(self) -> None:
            self.load(partial(registry.list_clients, text=self.search.text()), self._show)

        def _show(self, rows) -> None:
            self.table.show_rows(rows)
            self.show_subtitle(say("{n} clients", n=len(rows)))
            if not rows and not self.search.text():
                self.show_empty(self.empty)

        def _on_searched(self, _text: str) -> None:
            self.reload()

        def _on_opened(self, row) -> None:
            self.context.open(Link("client", row.id))

        def find_here(self) -> bool:
            self.search.setFocus()
            return True

Rules
- A detail page (`ClientPage`) gets its id in `self.link.id`; the window calls `open_link` to
  show another one in the same page. Set its heading by `self.heading_label.show_text(name)`.
- Verbs take the desk first: give `runner` a `partial(verb, keyword=…)`. Writes:
  `self.write(partial(promises.keep, id=row.id), said=say("Promise kept."),
  undo=lambda desk, result: promises.reopen(desk, id=result.id))`. The page reloads by `watches`.
- Text is `say("…")` for sentences of ours (follow the language by themselves) or `str` for data.
  Moments, days, money, phones: `self.context.format`. Enum labels: `vocabulary.label(value)`.
- Lambdas only inside columns and undo, never in `connect` (a lambda that names `self` in
  `connect` keeps the page alive for ever); `on=` takes a bound method.
- Slow work without the database: `self.context.runner.background(fn, then, owner=self)`.
- Files dropped on the window come to a page's method `take_files(paths: list[Path])`: `.vcf`
  and `.csv` to ClientsPage, `.eml` and `.ics` to EventsPage (vipdesk/ui/wiring.py).
- Dialogs: vipdesk/ui/dialogs/dialog.py, opened by `.open()`. Forms are data: `Form`, `Field`.
- Every widget that can have focus needs words or an accessible name.
- Complaints: `Tone.PRIVATE` with its lock and word, `Card(context, tone="private")`.
'''
