# Everything sets itself up: `make run` opens the app, `make test` runs the tests.
.DEFAULT_GOAL := help
BIN := .venv/bin
OUT := out/tour
LOCK := uv pip compile --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet

.PHONY: help setup setup-run run test lint format types check voice tones pictures \
	translations evidence wheel bench lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup-run:
	@scripts/setup.sh run

setup: ## Prepare .venv with the tools for tests; instant when up to date
	@scripts/setup.sh dev

run: setup-run ## Open the app; without a display, play the tour and leave its pictures
	@scripts/run.sh $(OUT)

test: setup ## Run the tests (ARGS="tests/domain -k dose" narrows them)
	@$(BIN)/python -m pytest $(ARGS)

lint: setup ## Check style and formatting
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: setup ## Put the formatting right
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: setup ## Check the types, strictly
	@$(BIN)/mypy

check: lint types test ## All of the above

voice: setup ## Speak the cue words anew into resources/voice (needs festival or flite, opusenc)
	@$(BIN)/python scripts/make_voice.py

tones: setup ## Synthesise the tones anew into resources/sounds
	@$(BIN)/python scripts/make_tones.py

pictures: setup ## Take the pictures of docs/pictures anew, from the running app
	@$(BIN)/python scripts/make_pictures.py docs/pictures

translations: setup ## Collect the texts to translate and compile what is translated
	@set -e; for ts in resources/i18n/*.ts; do \
		$(BIN)/pyside6-lupdate -silent -locations none -no-obsolete \
			$$(find src/coach/gui src/coach/cues -name '*.py' ! -name 'tour*' | sort) -ts $$ts; \
		$(BIN)/pyside6-lrelease -silent $$ts; done

evidence: setup ## Write docs/evidence.md anew: each rule with values, source and tests
	@$(BIN)/python scripts/make_evidence.py

wheel: setup ## Build the wheel into dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist

bench: setup ## Measure what docs/benchmarks.md promises
	@$(BIN)/python benchmarks/all.py $(ARGS)

lock: ## Pin the dependencies anew (needs uv)
	@$(LOCK) pyproject.toml --group dev -o requirements/dev.txt
	@$(LOCK) pyproject.toml --group setup -c requirements/dev.txt -o requirements/run.txt

clean: ## Remove everything that is made here, .venv too
	@rm -rf .venv build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find src tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
