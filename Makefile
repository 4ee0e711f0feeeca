# What a developer does here. `make` lists it.
.PHONY: help demo tour test check bench translations package

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

demo: ## open the desk on a demonstration club
	uv run vipdesk demo

tour: ## walk the whole product without a display; pictures into out/tour
	uv run vipdesk tour --out out/tour

test: ## all tests, on the vault and on a real PostgreSQL
	uv run pytest

check: ## lint, types and the rooms' contracts alone
	uv run ruff check . && uv run ruff format --check . && uv run mypy && uv run lint-imports

bench: ## figures as ratios to a limit taken in the same run
	uv run python -m benchmarks

translations: ## which sentences have no Russian yet
	uv run python tools/translations.py missing

package: ## a bundle for this platform, walked once
	uv run --group packaging python packaging/bundle.py
