#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the Debian packages that a target needs and that are not there: tools/setup.sh build|test|lint|fuzz|bench ...
# Does nothing, and says nothing, when none is missing. On another system it names them and stops.
set -eu

build="pkg-config re2c libgsl-dev libhpdf-dev libcjson-dev libfyaml-dev nettle-dev libuchardet-dev
       libmd4c-dev libgumbo-dev libseccomp-dev libpoppler-glib-dev libarchive-dev libxml2-dev
       fonts-liberation fonts-dejavu-core"
test="libcriterion-dev libgmp-dev poppler-utils"
lint="gcc clang clang-tidy clang-format cppcheck"
fuzz="clang libclang-rt-dev"
bench="coreutils grep poppler-utils"

wanted=
for what; do
	case $what in
	build) wanted="$wanted $build" ;;
	test) wanted="$wanted $test" ;;
	lint) wanted="$wanted $lint" ;;
	fuzz) wanted="$wanted $fuzz" ;;
	bench) wanted="$wanted $bench" ;;
	*)
		echo "tools/setup.sh: there is no list \"$what\"; there are build, test, lint, fuzz and bench" >&2
		exit 2
		;;
	esac
done

missing=
if command -v dpkg-query >/dev/null 2>&1; then
	for package in $wanted; do
		state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=
		[ "$state" = installed ] || missing="$missing $package"
	done
	[ -n "$missing" ] || exit 0
fi

if [ -z "$missing" ] || ! command -v apt-get >/dev/null 2>&1; then
	# Not Debian: go on if what a build cannot do without is there, under whatever package name.
	need="re2c pkg-config"
	case " $* " in *" lint "*) need="$need clang clang-tidy clang-format cppcheck" ;; esac
	case " $* " in *" fuzz "*) need="$need clang" ;; esac
	absent=
	for tool in $need; do
		command -v "$tool" >/dev/null 2>&1 || absent="$absent $tool"
	done
	if [ -z "$absent" ] && pkg-config --exists gsl libcjson libfyaml nettle uchardet gumbo libseccomp poppler-glib libarchive libxml-2.0; then
		exit 0
	fi
	echo "This is no Debian system, so nothing was installed. Please install, by the names they have here:" >&2
	echo $wanted | tr ' ' '\n' | sed 's/^/  /' >&2
	exit 1
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null 2>&1; then
		echo "These packages are missing, and there is no sudo to install them with. As root, please run:" >&2
		echo "  apt-get install$missing" >&2
		exit 1
	fi
	as_root="sudo"
fi

echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
install="$as_root apt-get install -y -q --no-install-recommends$missing"
# The package lists of a fresh machine may be absent or old: they are fetched only if the first try fails.
if ! $install; then
	$as_root apt-get update -q
	$install
fi
