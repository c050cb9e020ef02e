/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions behind rule/func.def. */
#ifndef RULE_FUNC_TABLE_H
#define RULE_FUNC_TABLE_H

#include "rule/func.h"

#define FUNCTION(name, params, type, unit, doc, function) void function(func_call *c);
#define OPERATOR(name, params, type, unit, doc)
#include "rule/func.def"
#undef FUNCTION
#undef OPERATOR

#endif
