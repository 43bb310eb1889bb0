# make run   serve the site on this machine        make test   set up and run all tests
# make check judge what needs no test run          make help   the other targets

PYTHON ?= python3
PORT ?= 8000
DATA_DIR ?= var
export PORT DATA_DIR

VENV_PYTHON = .venv/bin/python
MANAGE = $(VENV_PYTHON) manage.py

.DEFAULT_GOAL := help
.PHONY: help run test check format messages lock setup setup-test \
	bench-search bench-relevance bench-pages screenshots clean

help:
	@echo "make run              serve on 127.0.0.1:PORT (8000), data in DATA_DIR (var)"
	@echo "make test             set up and run all tests, with browser and real servers"
	@echo "make check            format, lint, types, imports, sizes, templates, messages, migrations, deployment"
	@echo "make format           format Python and indent templates"
	@echo "make messages         renew the message catalogues (TABLES='a.tsv b.tsv': with these translations)"
	@echo "make lock             pin and hash the newest allowed packages"
	@echo "make bench-search     measure search; make bench-relevance, make bench-pages likewise"
	@echo "make screenshots      take the pictures of the guides"

# The steps are one recipe, so that `make -j` cannot mix them and the first that fails ends it with its one line.
run:
	@$(PYTHON) tools/bootstrap.py base serve
	@$(VENV_PYTHON) -m tools.compile_messages
	@echo "Preparing database, demo content and static files ..."
	@$(MANAGE) migrate --noinput --verbosity 0
	@$(MANAGE) load_demo
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@$(MANAGE) welcome
	@exec $(VENV_PYTHON) -m tools.serve

setup:
	@$(PYTHON) tools/bootstrap.py base

setup-test:
	@$(PYTHON) tools/bootstrap.py test

test: setup-test
	@$(VENV_PYTHON) -m tools.run_tests

check: setup-test
	@$(VENV_PYTHON) -m tools.check

format: setup-test
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix --quiet . || true
	@git ls-files --cached --others --exclude-standard '*.html' | grep '/templates/' | xargs -r .venv/bin/djhtml --tabwidth 2

messages: setup-test
	@DJANGO_SETTINGS_MODULE=mission_site.settings.test $(VENV_PYTHON) -m tools.update_messages --from $(TABLES)
	@$(VENV_PYTHON) -m tools.compile_messages

# uv resolves for every system at once; --no-header keeps the command, and so this machine, out of the files.
lock: setup-test
	@$(VENV_PYTHON) -m pip install --quiet uv
	@for kind in base test; do \
		.venv/bin/uv pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
			--no-emit-index-url --no-emit-find-links --no-header requirements/$$kind.in -o requirements/$$kind.txt || exit 1; \
	done

bench-search: setup-test
	@$(VENV_PYTHON) -m tests.bench.search

bench-relevance: setup-test
	@$(VENV_PYTHON) -m tests.bench.relevance

bench-pages: setup-test
	@$(VENV_PYTHON) -m tests.bench.pages

screenshots: setup-test
	@$(VENV_PYTHON) -m tests.bench.screenshots

clean:
	rm -rf .venv
