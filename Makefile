# SPDX-License-Identifier: GPL-3.0-or-later
#
# make help lists the targets. One variable chooses the kind of build: make MODE=debug, MODE=asan, MODE=coverage; each kind
# has a folder of its own, so going back and forth rebuilds nothing. BUILD=DIR builds elsewhere, V=1 shows the commands.

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
.SECONDARY:
MAKEFLAGS += --no-builtin-rules
FORCE:

# ---------------------------------------------------------------------------------------------------------------- variables

CC      ?= cc
ifeq ($(origin CC),default)
CC      := cc
endif
MODE    ?= release
PREFIX  ?= /usr/local
DESTDIR ?=
BINDIR      = $(PREFIX)/bin
LIBDIR      = $(PREFIX)/lib
INCLUDEDIR  = $(PREFIX)/include
DATADIR     = $(PREFIX)/share
FUZZ_SECONDS ?= 10
BENCH_MB     ?= 1 10 100

VERSION := $(shell sed -n 's/.*define NUMERATE_VERSION "\(.*\)".*/\1/p' src/numerate.h)
SOVERSION := 0

OPT_release  := -O2 -g
OPT_debug    := -O0 -g3
OPT_asan     := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
OPT_coverage := -O0 -g --coverage
ifeq ($(OPT_$(MODE)),)
$(error MODE is "$(MODE)"; it can be release, debug, asan or coverage)
endif
ifeq ($(MODE),release)
BUILD ?= build
else
BUILD ?= build/$(MODE)
endif

WARN   := -Wall -Wextra -Wshadow -Wconversion $(if $(WERROR),-Werror)
CFLAGS ?= $(OPT_$(MODE))
STD    := -std=c17 -D_GNU_SOURCE

# The libraries are asked for when a recipe runs, not when this file is read: on a fresh machine pkg-config itself comes
# with the set-up that every recipe waits for. libhpdf has no pkg-config file.
# Of LATE only the headers are used: these libraries are loaded when a document needs them (src/base/library.h).
PKGS      := gsl libcjson libfyaml nettle gumbo libseccomp
LATE      := uchardet poppler-glib libarchive libxml-2.0
PKG_FLAGS  = $(eval PKG_FLAGS := $$(shell pkg-config --cflags $(PKGS); pkg-config --cflags $(LATE) | sed 's/-I/-isystem /g'))$(PKG_FLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PKGS)) -lhpdf -lmd4c -lm -ldl -pthread)$(PKG_LIBS)

COMPILE = $(CC) $(STD) $(WARN) $(CFLAGS) -fPIC -fvisibility=hidden -pthread -Isrc -I$(BUILD)/gen $(CPPFLAGS) $(PKG_FLAGS)
LINK    = $(CC) $(CFLAGS) $(LDFLAGS)
HOST    = $(CC) $(STD) $(WARN) -O1 -g -Isrc -Itools $(CPPFLAGS) $(PKG_FLAGS)

Q   := $(if $(V),,@)
say  = $(if $(V),,@printf '  %-8s %s\n' '$(1)' '$(2)')

# -------------------------------------------------------------------------------------------------------------------- files

SOURCES   := $(sort $(wildcard src/*/*.c)) src/numerate.c
LEXERS    := $(sort $(wildcard src/*/*.re))
PACK_YAML := $(sort $(wildcard rules/lexicon/*/*.yaml) $(wildcard rules/checks/*.yaml))
UNIT_C    := $(filter-out %_fixture.c,$(sort $(wildcard tests/unit/*.c)))
FIXTURE_C := $(sort $(wildcard tests/unit/*_fixture.c))
FUZZ_C    := $(sort $(wildcard tests/fuzz/fuzz_*.c))

MAIN_OBJ := $(BUILD)/obj/cli/main.o
CLI_OBJ  := $(filter-out $(MAIN_OBJ),$(patsubst src/%.c,$(BUILD)/obj/%.o,$(filter src/cli/%,$(SOURCES))))
LIB_OBJ  := $(patsubst src/%.c,$(BUILD)/obj/%.o,$(filter-out src/cli/%,$(SOURCES))) \
            $(patsubst src/%.re,$(BUILD)/obj/gen/%.o,$(LEXERS)) $(BUILD)/obj/gen/pack.o
HOST_OBJ := $(patsubst %.c,$(BUILD)/host/%.o,$(wildcard tools/*.c) $(filter-out src/pack/blob.c,$(wildcard src/pack/*.c)) $(wildcard src/base/*.c))

LIB   := $(BUILD)/libnumerate.a
SO    := $(BUILD)/libnumerate.so
PROG  := $(BUILD)/numerate
UNIT  := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(UNIT_C))
CORPUS_TEST := $(BUILD)/tests/corpus/variations

# ------------------------------------------------------------------------------------------------------------------ targets

.PHONY: all audit test docs format lint fuzz bench install uninstall clean help setup setup-build setup-test setup-lint setup-fuzz \
        setup-bench lint-format lint-gcc lint-clang lint-tidy lint-cppcheck objects tests FORCE

all: $(PROG) $(LIB) $(SO)  ## build the program and the library into build/

audit: all  ## audit seeds/ and write reports/seeds.pdf and reports/seeds.json
	@tools/audit.sh $(PROG)

tests: $(UNIT) $(CORPUS_TEST) $(BUILD)/bench/generate all

test: tests  ## run every test: unit, rule examples, command line, corpus
	@tools/test.sh $(BUILD)

docs: all  ## write docs/rules/, a page a rule, anew
	@rm -rf docs/rules
	@$(PROG) rules docs --no-config docs/rules

format:  ## put every C file into the house style
	clang-format -i $(C_FILES)

lint: lint-format lint-cppcheck lint-gcc lint-clang lint-tidy  ## clang-format, clang-tidy, cppcheck, -Werror with gcc and clang

fuzz:  ## fuzz each target for FUZZ_SECONDS (10)
	@$(MAKE) --no-print-directory MODE=release BUILD=$(BUILD)/fuzz CC=clang fuzz-run \
	    CFLAGS='-O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all'

bench: all $(BUILD)/bench/generate $(BUILD)/bench/run $(BUILD)/bench/poppler | setup-bench  ## measure speed and memory beside wc and grep
	@tests/bench/bench.sh $(BUILD) $(BENCH_MB)

install: all  ## install under PREFIX (/usr/local), below DESTDIR
	@PREFIX='$(PREFIX)' BINDIR='$(BINDIR)' LIBDIR='$(LIBDIR)' INCLUDEDIR='$(INCLUDEDIR)' DATADIR='$(DATADIR)' \
	 DESTDIR='$(DESTDIR)' VERSION='$(VERSION)' SOVERSION='$(SOVERSION)' tools/install.sh install $(BUILD)

uninstall:  ## take away what install put there
	@PREFIX='$(PREFIX)' BINDIR='$(BINDIR)' LIBDIR='$(LIBDIR)' INCLUDEDIR='$(INCLUDEDIR)' DATADIR='$(DATADIR)' \
	 DESTDIR='$(DESTDIR)' VERSION='$(VERSION)' SOVERSION='$(SOVERSION)' tools/install.sh uninstall $(BUILD)

setup: setup-build setup-test setup-lint setup-fuzz setup-bench  ## install what any target needs (Debian)

setup-build:
	@tools/setup.sh build
setup-test setup-lint setup-fuzz setup-bench: setup-%: setup-build
	@tools/setup.sh $*

clean:  ## remove build/
	rm -rf $(BUILD)

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile
	@echo
	@echo "  MODE=release|debug|asan|coverage   BUILD=DIR   CC=gcc|clang   WERROR=1   V=1"
	@echo "  PREFIX=/usr/local   DESTDIR=   FUZZ_SECONDS=10   BENCH_MB='1 10 100'"

# -------------------------------------------------------------------------------------------------------------------- build

# What the objects were made with; rewritten only when it changes, so that other flags or another list of files rebuild.
define stamp
	@mkdir -p $(@D); printf '%s\n' '$(1)' | cmp -s - $@ || printf '%s\n' '$(1)' > $@
endef
$(BUILD)/stamp/flags: FORCE | setup-build
	$(call stamp,$(COMPILE) | $(LINK) | $(PKG_LIBS))
$(BUILD)/stamp/objects: FORCE
	$(call stamp,$(LIB_OBJ) | $(CLI_OBJ))
$(BUILD)/stamp/pack: FORCE
	$(call stamp,$(PACK_YAML))

$(BUILD)/obj/%.o: src/%.c $(BUILD)/stamp/flags
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -MMD -MP -c $< -o $@

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/stamp/flags
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -MMD -MP -c $< -o $@

$(BUILD)/gen/%.c: src/%.re | setup-build
	$(call say,RE2C,$<)
	@mkdir -p $(@D)
	$(Q)re2c -W --no-generation-date -o $@ $<

$(BUILD)/host/%.o: %.c $(BUILD)/stamp/flags
	$(call say,CC,$< (for the build))
	@mkdir -p $(@D)
	$(Q)$(HOST) -MMD -MP -c $< -o $@

$(BUILD)/mkpack: $(HOST_OBJ)
	$(call say,LINK,$@)
	$(Q)$(CC) -o $@ $(HOST_OBJ) $(PKG_LIBS)

$(BUILD)/gen/pack.c: $(BUILD)/mkpack $(BUILD)/stamp/pack $(PACK_YAML)
	$(call say,PACK,$@)
	@mkdir -p $(@D)
	$(Q)$(BUILD)/mkpack $@ $(PACK_YAML)

$(LIB): $(LIB_OBJ) $(BUILD)/stamp/objects
	$(call say,AR,$@)
	$(Q)rm -f $@ && ar rcs $@ $(LIB_OBJ)

$(BUILD)/libcli.a: $(CLI_OBJ) $(BUILD)/stamp/objects
	$(call say,AR,$@)
	$(Q)rm -f $@ && ar rcs $@ $(CLI_OBJ)

$(SO): $(LIB_OBJ) $(BUILD)/stamp/objects
	$(call say,LINK,$@)
	$(Q)$(LINK) -shared -Wl,-soname,libnumerate.so.$(SOVERSION) -o $@ $(LIB_OBJ) $(PKG_LIBS)

$(PROG): $(MAIN_OBJ) $(BUILD)/libcli.a $(LIB)
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ $(PKG_LIBS)

objects: $(LIB_OBJ) $(CLI_OBJ) $(MAIN_OBJ)

# -------------------------------------------------------------------------------------------------------------------- tests

$(BUILD)/tests/obj/%.o: tests/%.c $(BUILD)/stamp/flags | setup-test
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(COMPILE) -Itests/unit -MMD -MP -c $< -o $@

$(BUILD)/tests/%: $(BUILD)/tests/obj/unit/%.o $(patsubst tests/%.c,$(BUILD)/tests/obj/%.o,$(FIXTURE_C)) $(BUILD)/libcli.a $(LIB)
	$(call say,LINK,$@)
	$(Q)$(LINK) -o $@ $^ -lcriterion -lgmp $(PKG_LIBS)

$(CORPUS_TEST): $(patsubst tests/%.c,$(BUILD)/tests/obj/%.o,$(wildcard tests/corpus/*.c))
	$(call say,LINK,$@)
	@mkdir -p $(@D)
	$(Q)$(LINK) -o $@ $^ $(PKG_LIBS)

$(BUILD)/bench/%: tests/bench/%.c $(BUILD)/stamp/flags
	$(call say,CC,$<)
	@mkdir -p $(@D)
	$(Q)$(CC) $(STD) $(WARN) -O2 -g $(BENCH_CFLAGS) -o $@ $< -lm $(BENCH_LIBS)
$(BUILD)/bench/poppler: BENCH_CFLAGS = $(subst -I,-isystem ,$(shell pkg-config --cflags poppler-glib))
$(BUILD)/bench/poppler: BENCH_LIBS = $(shell pkg-config --libs poppler-glib)

# The fuzz targets: built here by the recursive call of `fuzz`, with clang's flags in CFLAGS.
.PHONY: fuzz-run
fuzz-run: $(patsubst tests/fuzz/%.c,$(BUILD)/%,$(FUZZ_C))
	@tests/fuzz/run.sh $(BUILD) $(FUZZ_SECONDS)
$(BUILD)/fuzz_%: tests/fuzz/fuzz_%.c $(LIB) | setup-fuzz
	$(call say,LINK,$@)
	$(Q)$(COMPILE) -MMD -MP -fsanitize=fuzzer -o $@ $< $(LIB) $(PKG_LIBS)

# --------------------------------------------------------------------------------------------------------------------- lint

C_FILES = $(wildcard src/*.h src/*/*.h src/*.c src/*/*.c tools/*.h tools/*.c tests/*/*.c tests/*/*.h)

lint-format: | setup-lint
	$(call say,FORMAT,clang-format --dry-run)
	$(Q)clang-format --dry-run -Werror $(C_FILES)

lint-cppcheck: | setup-lint
	$(call say,CPPCHECK,src tools)
	$(Q)cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --error-exitcode=1 \
	    --suppressions-list=tools/cppcheck.txt -j2 -Isrc -D_GNU_SOURCE src tools tests/corpus tests/bench tests/fuzz

lint-gcc: | setup-lint setup-test
	@$(MAKE) --no-print-directory CC=gcc WERROR=1 CFLAGS=-O1 BUILD=$(BUILD)/lint-gcc objects tests
lint-clang: | setup-lint setup-test
	@$(MAKE) --no-print-directory CC=clang WERROR=1 CFLAGS=-O1 BUILD=$(BUILD)/lint-clang objects tests

# One file after another through as many clang-tidy processes as there are cores.
lint-tidy: $(BUILD)/gen/pack.c $(patsubst src/%.re,$(BUILD)/gen/%.c,$(LEXERS)) | setup-lint
	$(call say,TIDY,src tools)
	$(Q)printf '%s\n' $(SOURCES) $(wildcard tools/*.c) | xargs -P $$(nproc) -n 4 sh -c \
	    'clang-tidy --quiet --warnings-as-errors="*" "$$@" -- $(STD) -Isrc -I$(BUILD)/gen $(PKG_FLAGS) 2>&1 | \
	     sed "/warnings generated/d; /Suppressed .* warnings/d; /Use -header-filter/d" > $(BUILD)/tidy.$$$$; \
	     r=0; [ -s $(BUILD)/tidy.$$$$ ] && { cat $(BUILD)/tidy.$$$$; r=1; }; rm -f $(BUILD)/tidy.$$$$; exit $$r' sh

-include $(patsubst %.o,%.d,$(LIB_OBJ) $(CLI_OBJ) $(MAIN_OBJ) $(HOST_OBJ)) \
    $(patsubst tests/%.c,$(BUILD)/tests/obj/%.d,$(UNIT_C) $(FIXTURE_C) $(wildcard tests/corpus/*.c)) \
    $(patsubst tests/fuzz/%.c,$(BUILD)/%.d,$(FUZZ_C))
