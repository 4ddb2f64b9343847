# `make` or `make help` lists what there is to do.
PYTHON ?= python3
VENV := .venv/bin
CHART_TOOLS := helm skaffold hadolint kubeconform helm-unittest kubernetes-schemas strimzi-definitions \
	spark-operator-definitions keda-definitions prometheus-operator-definitions

.DEFAULT_GOAL := help
.PHONY: help contract charts setup setup-tests run admin rebuild standings test test-charts test-cluster unit lint format lock bench samples clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install and build what is missing to run
	@$(PYTHON) -m stack.setup

setup-tests:
	@$(PYTHON) -m stack.setup --tests

run: setup ## Start everything, print the address, stop on Ctrl-C
	@$(VENV)/python -m stack run

admin: setup ## Print a link for a new operator, beside `make run` (ARGS="--person ID": appoint somebody; "--reset LOGIN": a password)
	@$(VENV)/python -m stack job admin $(ARGS)

rebuild: setup ## Build everything anew from the plays, beside `make run` (ARGS="--person ID": of one person)
	@$(VENV)/python -m stack job rebuild $(ARGS)

standings: setup ## Compute anew where those who share stand among each other, beside `make run`
	@$(VENV)/python -m stack job standings

test: setup-tests lint ## Check and test everything against the real parts, the charts too; builds the charts' tools once
	@$(VENV)/python -m tests.cluster.tools $(CHART_TOOLS)
	@$(VENV)/pytest -m 'not cluster'

test-charts: setup-tests ## Of these only the charts: contract, settings, budget and the real schemas
	@$(VENV)/python -m tests.cluster.tools $(CHART_TOOLS)
	@$(VENV)/pytest -m 'not cluster' tests/charts

test-cluster: setup-tests ## Deploy to a real Kubernetes of one node and test it there, as root (tests/cluster/README.md)
	@$(VENV)/python -m tests.cluster.tools
	@$(VENV)/pytest -m cluster tests/cluster

unit: setup ## The fast tests, without servers
	@$(VENV)/pytest tests/unit tests/contract

lint: setup ## Rules, format, types and the directions of imports
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/mypy services/*/src stack tests
	@$(VENV)/lint-imports

contract: setup ## Draw schemas, AsyncAPI, data model, the charts' files and the page's definitions anew
	@$(VENV)/python -m contracts
	@$(VENV)/python -m stack.data_model
	@$(VENV)/python -m stack.charts
	@$(VENV)/python -m aggregator definitions > services/gateway/web/definitions.json

charts: ## Pack each chart with those that it stands on, for helm (skaffold does it by itself)
	@for chart in platform auth uploader aggregator enricher gateway nachklang; do \
		helm dependency update --skip-refresh charts/$$chart >/dev/null || exit 1; done

format: setup ## Put the Python sources into the one format
	@$(VENV)/ruff check --fix-only --quiet .
	@$(VENV)/ruff format .

samples: setup ## Write made-up exports of every format to .run/samples, to try
	@$(VENV)/python -m tests.harness.histories .run/samples

bench: setup ## Measure what is promised, on a stack of its own
	@$(VENV)/python -m tests.bench

lock: ## Make requirements.lock anew from requirements.in (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--no-emit-index-url --no-emit-find-links requirements.in --output-file requirements.lock

clean: ## Remove what setup built; the state in .run stays
	@rm -rf .venv .run/built services/gateway/web/node_modules services/gateway/web/.next services/gateway/web/out services/gateway/web/words
