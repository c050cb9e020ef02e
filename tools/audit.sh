#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Audits seeds/ with the program just built. Findings are what an audit is for, so they are no failure of it.
set -eu
program=$1
mkdir -p reports
"$program" check seeds --fail-on never --title "Five digests: security in the CIS" --output pdf=reports/seeds.pdf --output json=reports/seeds.json
echo
echo "The briefing is in reports/seeds.pdf, every figure and its proof in reports/seeds.json."
