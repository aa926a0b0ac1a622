# Every target sets up what it needs (.ci/setup) and starts at once when nothing has changed.

BIN := .venv/bin
LESSONS := $(patsubst lessons/%/lesson.py,%,$(wildcard lessons/*/lesson.py))
LINTERS := "ruff check ." "ruff format --check ." "mypy" "lint-imports --no-logo"
REVIEWS = $(foreach lesson,$(LESSONS),"python render.py check $(1) --lesson $(lesson)")
# The number of a lesson's first clip, which stands for all of them where a look has to be short.
FIRST = $(patsubst c%,%,$(notdir $(firstword $(sort $(wildcard lessons/$(1)/c[0-9]*)))))
SHAPED = $(foreach lesson,$(LESSONS),$(foreach shape,tall square,\
	"python render.py check $(call FIRST,$(lesson)) --quick --shape $(shape) --theme light --lesson $(lesson)"))
LOOKS = $(foreach shape,wide tall square,$(foreach theme,dark light,\
	$(call REVIEWS,--shape $(shape) --theme $(theme) $(if $(QUICK),--quick))))
UV := $(BIN)/uv --no-config pip compile --quiet --no-header --no-annotate --python-version 3.11 \
	--extra dev $(if $(UPGRADE),--upgrade)

PICTURE = $(if $(LESSON),--lesson $(LESSON)) $(if $(THEME),--theme $(THEME)) $(if $(SHAPE),--shape $(SHAPE)) \
	$(if $(PROFILE),--profile $(PROFILE))
ASKED = $(PICTURE) $(if $(JOBS),--jobs $(JOBS)) \
	$(if $(VOICE),--voice $(VOICE)) $(if $(TAKES),--takes $(TAKES)) \
	$(if $(MISSING),--missing $(MISSING)) $(if $(LOUDNESS),--loudness $(LOUDNESS))

# Whatever environment is active outside stays outside.
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help lesson site slides youtube test test-browser test-cluster check check-shapes fuzz bench clean lock ready

help: ## show this page
	@echo "make TARGET [SETTING=value]"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo 'Settings of lesson: LESSON=name  THEME=dark|light  PROFILE=draft|preview|final|uhd  CLIPS="01 03"  JOBS=2'
	@echo '                    SHAPE=wide|tall|square  (slides: FORMAT=html,pptx,pdf)'
	@echo '                    VOICE=silent|espeak|takes  TAKES=folder  MISSING=silent|espeak|fail  LOUDNESS=-16'
	@echo "Setting of check-shapes: QUICK=1 looks at the ends of beats and a few pictures of each motion"
	@echo "Settings of bench:  QUICK=1 takes small pictures, and each time once; PARTS=\"lesson growth\""
	@echo "Setting of lock:    UPGRADE=1 takes the newest versions"

lesson: EXTRA = $(if $(findstring espeak,$(VOICE) $(MISSING)),voice)
lesson: ready ## render what is missing and stitch the lesson's video
	@$(BIN)/python render.py render $(CLIPS) $(strip $(ASKED))

site: lesson ## render what is missing and write the course page around it
	@$(BIN)/python render.py publish site $(CLIPS) $(strip $(PICTURE))

slides: PROFILE ?= preview
slides: ready ## render what is missing at preview and write slides for a lecture
	@$(BIN)/python render.py render $(CLIPS) $(strip $(ASKED))
	@$(BIN)/python render.py publish slides $(CLIPS) $(strip $(PICTURE)) $(if $(FORMAT),--format $(FORMAT))

youtube: PROFILE ?= final
youtube: EXTRA = youtube $(if $(findstring espeak,$(VOICE) $(MISSING)),voice)
youtube: ready ## render what is missing at final and write what YouTube is handed
	@$(BIN)/python render.py render $(CLIPS) $(strip $(ASKED))
	@$(BIN)/python render.py publish youtube $(CLIPS) $(strip $(PICTURE))

# Runs every command that it is given, and says at the end which of them failed.
define run_all
	@failed=; for command in $(1); do \
		echo "== $$command"; $(BIN)/$$command || failed="$$failed [$$command]"; \
	done; \
	if [ -n "$$failed" ]; then echo "failed:$$failed" >&2; exit 1; fi
endef

test: EXTRA = voice youtube cluster
test: ready ## lint, check types and imports, look at every clip quickly, run every test
	$(call run_all,$(LINTERS) $(call REVIEWS,--quick) $(SHAPED))
	@$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

test-browser: EXTRA = browser
test-browser: ready ## publish a small lesson and try its pages in a browser
	@$(BIN)/python -m pytest --numprocesses 2 --dist load tests/browser

test-cluster: EXTRA = cluster cluster-test
test-cluster: ready ## kill, freeze and deceive the machines of a cluster
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile tests/faults tests/pipeline/engine/test_cluster.py

check: ready ## lint, check types and imports, and look at every frame of every clip
	$(call run_all,$(LINTERS) $(call REVIEWS,))

check-shapes: ready ## look at every frame of every clip in three shapes and two themes; for the night
	$(call run_all,$(LOOKS))

fuzz: ready ## try five hundred random formulas, sets of data and scenes
	@FUZZ=500 $(BIN)/python -m pytest -q tests/derivatives/test_random_formulas.py \
		tests/derivatives/test_random_data.py
	@$(BIN)/python -m bench.fuzz

bench: ready ## measure all we claim, against stock manim; kill a render at forty moments
	@$(BIN)/python -m bench $(PARTS) $(if $(QUICK),--quick)
	@$(BIN)/python -m bench.kills $(if $(QUICK),--moments 5)

clean: ## remove every rendered file and all caches; .venv stays
	@rm -rf media build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis \
		.import_linter_cache .grimp_cache
	@find . -name .venv -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# First for the oldest Python, then for all of them with those versions, so that each Python gets
# the same release of everything.
lock: ready ## write requirements.lock anew from pyproject.toml
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps -r .ci/uv.lock
	@mkdir -p build && cp requirements.lock build/oldest.txt
	@$(UV) --output-file build/oldest.txt pyproject.toml >/dev/null
	@$(UV) --output-file requirements.lock --universal --generate-hashes \
		--constraints build/oldest.txt pyproject.toml >/dev/null
	@for extra in voice setup browser youtube cluster cluster-test; do \
		[ $$extra = setup ] && lock=uv || lock=$$extra; \
		$(BIN)/python -c 'import sys, tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"][sys.argv[1]], sep="\n")' $$extra >build/$$extra.txt && \
		$(BIN)/uv --no-config pip compile --quiet --no-header --no-annotate --universal \
			--python-version 3.11 --generate-hashes --constraints build/oldest.txt \
			$$([ $$extra != cluster-test ] || echo --constraints .ci/cluster.lock) --output-file .ci/$$lock.lock build/$$extra.txt \
			>/dev/null; \
	done
	@command -v npm >/dev/null || { echo "tests/browser/package-lock.json stays: there is no npm" >&2; exit; }; \
		cd tests/browser && npm $(if $(UPGRADE),update,install) --package-lock-only --ignore-scripts \
			--omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error </dev/null
	@rm -rf build

ready:
	@PYTHON="$(PYTHON)" .ci/setup $(EXTRA)
