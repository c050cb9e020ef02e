/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/style.h"

const style STYLE = {
	.type =
		{
			[TYPE_TITLE] = {20, 27},
			[TYPE_HEADING] = {13, 18},
			[TYPE_BODY] = {10, 13.5},
			[TYPE_CAPTION] = {8.5, 11.25},
		},
	.ink =
		{
			[INK_TEXT] = 0x1B1F24,
			[INK_SECONDARY] = 0x57606A,
			[INK_ERROR] = 0xB3261E,
			[INK_WARNING] = 0x8A5A00,
			[INK_NOTE] = 0x1F5FA8,
			[INK_HOLDS] = 0x1B6E44,
			[INK_OPEN] = 0x5B6470,
			[INK_HAIR] = 0xD5DAE0,
			[INK_PALE] = 0xE1E5EA,
			[INK_HATCH] = 0xDE9C98,
		},
	.margin = 56.693,
	.baseline = 13.5,
	.hair = 0.4,
	.label = 76.5,
};
