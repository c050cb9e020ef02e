#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tools/install.sh install|uninstall BUILD: puts the program, library, header, pkg-config file, rules and man page under
# PREFIX, or takes exactly those away again. Called by make, which sets the folders.
set -eu

: "${PREFIX:?}" "${BINDIR:?}" "${LIBDIR:?}" "${INCLUDEDIR:?}" "${DATADIR:?}" "${VERSION:?}" "${SOVERSION:?}"
DESTDIR=${DESTDIR:-}
action=$1
build=$2

bin=$DESTDIR$BINDIR
lib=$DESTDIR$LIBDIR
include=$DESTDIR$INCLUDEDIR
rules=$DESTDIR$DATADIR/numerate/rules
man=$DESTDIR$DATADIR/man/man1

case $action in
install)
	mkdir -p "$bin" "$lib/pkgconfig" "$include" "$rules" "$man"
	install -m 755 "$build/numerate" "$bin/numerate"
	install -m 644 "$build/libnumerate.a" "$lib/libnumerate.a"
	install -m 755 "$build/libnumerate.so" "$lib/libnumerate.so.$VERSION"
	ln -sf "libnumerate.so.$VERSION" "$lib/libnumerate.so.$SOVERSION"
	ln -sf "libnumerate.so.$SOVERSION" "$lib/libnumerate.so"
	install -m 644 src/numerate.h "$include/numerate.h"
	sed -e "s|@PREFIX@|$PREFIX|" -e "s|@LIBDIR@|$LIBDIR|" -e "s|@INCLUDEDIR@|$INCLUDEDIR|" -e "s|@VERSION@|$VERSION|" \
		numerate.pc.in >"$lib/pkgconfig/numerate.pc"
	chmod 644 "$lib/pkgconfig/numerate.pc"
	(cd rules && find . -name '*.yaml') | while read -r file; do
		mkdir -p "$rules/$(dirname "$file")"
		install -m 644 "rules/$file" "$rules/$file"
	done
	"$build/numerate" --man >"$man/numerate.1"
	chmod 644 "$man/numerate.1"
	echo "Installed numerate $VERSION under $DESTDIR$PREFIX."
	;;
uninstall)
	rm -f "$bin/numerate" "$lib/libnumerate.a" "$lib/libnumerate.so" "$lib/libnumerate.so.$SOVERSION" \
		"$lib/libnumerate.so.$VERSION" "$include/numerate.h" "$lib/pkgconfig/numerate.pc" "$man/numerate.1"
	rm -rf "$DESTDIR$DATADIR/numerate"
	echo "Removed numerate $VERSION from $DESTDIR$PREFIX."
	;;
*)
	echo "usage: tools/install.sh install|uninstall BUILD" >&2
	exit 2
	;;
esac
