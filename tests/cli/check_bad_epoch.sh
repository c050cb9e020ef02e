# SPDX-License-Identifier: GPL-3.0-or-later
SOURCE_DATE_EPOCH=yesterday numerate check clean.txt
