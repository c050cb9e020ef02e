/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON that is written is the JSON that docs/ describes. The validator knows the part of JSON Schema 2020-12 that the two
 * schemas use, and says so when they use more. */
#include "report_fixture.h"

#include "base/file.h"
#include "numerate.h"

#include <cjson/cJSON.h>
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

typedef struct validator {
	arena *arena;
	const cJSON *audit, *claims; /* the two schemas */
	const cJSON *root;           /* the one that #/ refers to */
	slice error;                 /* the first mistake found */
} validator;

static bool invalid(validator *v, slice path, const char *what, const char *name)
{
	if (!v->error.len)
		v->error = arena_printf(v->arena, SLICE_FMT ": %s %s", SLICE_ARG(path), what, name);
	return false;
}

static bool has_type(const cJSON *value, const char *type)
{
	if (strcmp(type, "null") == 0)
		return cJSON_IsNull(value);
	if (strcmp(type, "boolean") == 0)
		return cJSON_IsBool(value);
	if (strcmp(type, "string") == 0)
		return cJSON_IsString(value);
	if (strcmp(type, "number") == 0)
		return cJSON_IsNumber(value);
	if (strcmp(type, "integer") == 0)
		return cJSON_IsNumber(value) && value->valuedouble == (double)(long long)value->valuedouble;
	if (strcmp(type, "array") == 0)
		return cJSON_IsArray(value);
	return strcmp(type, "object") == 0 && cJSON_IsObject(value);
}

static bool check_type(const cJSON *type, const cJSON *value)
{
	if (!cJSON_IsArray(type))
		return has_type(value, type->valuestring);
	const cJSON *one;
	cJSON_ArrayForEach(one, type)
		if (has_type(value, one->valuestring))
			return true;
	return false;
}

static bool check_enum(const cJSON *allowed, const cJSON *value)
{
	const cJSON *one;
	cJSON_ArrayForEach(one, allowed)
		if (cJSON_Compare(one, value, true))
			return true;
	return false;
}

static bool validate(validator *v, const cJSON *schema, const cJSON *value, slice path);

static bool validate_ref(validator *v, const char *ref, const cJSON *value, slice path)
{
	if (strcmp(ref, "claims.schema.json") == 0) {
		const cJSON *before = v->root;
		v->root = v->claims;
		bool valid = validate(v, v->claims, value, path);
		v->root = before;
		return valid;
	}
	cr_assert(strncmp(ref, "#/$defs/", 8) == 0, "the validator follows no reference like %s", ref);
	const cJSON *target = cJSON_GetObjectItemCaseSensitive(cJSON_GetObjectItemCaseSensitive(v->root, "$defs"), ref + 8);
	cr_assert(target, "%s leads nowhere", ref);
	return validate(v, target, value, path);
}

static bool validate_object(validator *v, const cJSON *schema, const cJSON *value, slice path)
{
	const cJSON *required = cJSON_GetObjectItemCaseSensitive(schema, "required");
	const cJSON *properties = cJSON_GetObjectItemCaseSensitive(schema, "properties");
	const cJSON *one;
	cJSON_ArrayForEach(one, required)
		if (!cJSON_HasObjectItem(value, one->valuestring))
			return invalid(v, path, "lacks", one->valuestring);
	cJSON_ArrayForEach(one, value) {
		const cJSON *property = cJSON_GetObjectItemCaseSensitive(properties, one->string);
		if (!property && cJSON_IsFalse(cJSON_GetObjectItemCaseSensitive(schema, "additionalProperties")))
			return invalid(v, path, "may not have", one->string);
		if (property && !validate(v, property, one, arena_printf(v->arena, SLICE_FMT "/%s", SLICE_ARG(path), one->string)))
			return false;
	}
	return true;
}

static void only_known_keywords(const cJSON *schema)
{
	static const char *const known[] = {"$schema", "$id",   "title",      "description",          "type",  "required",
	                                    "enum",    "$defs", "properties", "additionalProperties", "items", "$ref"};
	const cJSON *one;
	cJSON_ArrayForEach(one, schema) {
		bool found = false;
		for (size_t i = 0; i < sizeof known / sizeof *known; i++)
			found = found || strcmp(one->string, known[i]) == 0;
		cr_assert(found, "the validator does not know the keyword %s", one->string);
	}
}

static bool validate(validator *v, const cJSON *schema, const cJSON *value, slice path)
{
	only_known_keywords(schema);
	const cJSON *ref = cJSON_GetObjectItemCaseSensitive(schema, "$ref");
	const cJSON *type = cJSON_GetObjectItemCaseSensitive(schema, "type");
	const cJSON *allowed = cJSON_GetObjectItemCaseSensitive(schema, "enum");
	const cJSON *items = cJSON_GetObjectItemCaseSensitive(schema, "items");
	if (ref && !validate_ref(v, ref->valuestring, value, path))
		return false;
	if (type && !check_type(type, value))
		return invalid(v, path, "is of the wrong type", "");
	if (allowed && !check_enum(allowed, value))
		return invalid(v, path, "is none of the values allowed", "");
	if (cJSON_IsObject(value) && !validate_object(v, schema, value, path))
		return false;
	const cJSON *one;
	size_t i = 0;
	if (items && cJSON_IsArray(value))
		cJSON_ArrayForEach(one, value)
			if (!validate(v, items, one, arena_printf(v->arena, SLICE_FMT "/%zu", SLICE_ARG(path), i++)))
				return false;
	return true;
}

static cJSON *parse(slice text)
{
	cJSON *json = cJSON_ParseWithLengthOpts(text.ptr, text.len + 1, NULL, 1);
	cr_assert(json, "not JSON: %.60s", text.ptr);
	return json;
}

static cJSON *parse_file(arena *a, const char *path)
{
	file_map map;
	slice why;
	cr_assert(file_read(a, path, 1 << 20, &map, &why), "%s: %.*s", path, SLICE_ARG(why));
	slice text = arena_copy(a, map.bytes);
	file_unmap(&map);
	return parse(text);
}

static validator v;
static cJSON *schemas[2];

static void set_up(void)
{
	v = (validator){.arena = arena_new(NULL)};
	v.audit = schemas[0] = parse_file(v.arena, "docs/audit.schema.json");
	v.claims = schemas[1] = parse_file(v.arena, "docs/claims.schema.json");
	v.root = v.audit;
}

static void tear_down(void)
{
	cJSON_Delete(schemas[0]);
	cJSON_Delete(schemas[1]);
	arena_free(v.arena);
}

TestSuite(schema, .init = set_up, .fini = tear_down);

Test(schema, describes_the_audit)
{
	audit *au = report_fixture(v.arena);
	cJSON *json = parse(fixture_report(v.arena, report_json, au, &(report_options){.level = SEVERITY_NOTE}));
	cr_expect(validate(&v, v.audit, json, SLICE("")), "%.*s", SLICE_ARG(v.error));
	cr_expect_eq(cJSON_GetArraySize(cJSON_GetObjectItem(json, "claims")), 6);
	cJSON_Delete(json);
}

Test(schema, describes_an_empty_audit)
{
	audit *au = fixture_audit(v.arena, SLICE("a.txt"), SLICE(""));
	au->document_count = 0;
	cJSON *json = parse(fixture_report(v.arena, report_json, au, &(report_options){.level = SEVERITY_NOTE}));
	cr_expect(validate(&v, v.audit, json, SLICE("")), "%.*s", SLICE_ARG(v.error));
	cJSON_Delete(json);
}

static const char varied[] =
	"Port of Norvik, annual report\n\n18 November 2020\n\n"
	"The port handled 4,711 ships in 2019, about 12% more than the year before; nearly two-thirds were ferries.\n"
	"Revenue rose from $1.5 million to $1.8 million, up 20 percent, between May and 7 June.\n"
	"More than a dozen of the 45 cranes (7 ft 10 in wide, 2.4 m) failed; several were scrapped. Call 555-0147, see Section 4.2.\n"
	"\"Between 5 and 7 piers may close by 2025,\" Director \"Ann\" Berg said at 10:30. Not one of 3 was safe (t(28) = 2.20, p = .036).\n"
	"It was -4 \xC2\xB0\x43, half of \xE2\x82\xAC"
	"3bn was spent, 1 in 3 agreed, the third 10-year plan cost 1e3 times as much.\n";

/* The audit of `varied` as the program writes it. */
static cJSON *real_audit(void)
{
	char *text = NULL;
	size_t n = 0;
	numerate *library = numerate_new(NULL, NULL);
	cr_assert_eq(numerate_add_text(library, "varied.txt", varied, sizeof varied - 1), NUMERATE_OK);
	cr_assert_eq(numerate_audit(library), NUMERATE_OK);
	FILE *out = open_memstream(&text, &n);
	cr_assert_eq(numerate_report(library, NUMERATE_JSON, out), NUMERATE_OK);
	fclose(out);
	cJSON *json = parse(arena_copy(v.arena, (slice){text, n}));
	free(text);
	numerate_free(library);
	return json;
}

Test(schema, describes_the_audit_of_a_text_with_figures_of_every_kind)
{
	cJSON *json = real_audit();
	cr_expect(validate(&v, v.audit, json, SLICE("")), "%.*s", SLICE_ARG(v.error));
	cr_expect_gt(cJSON_GetArraySize(cJSON_GetObjectItem(json, "claims")), 20);
	cJSON_Delete(json);
}

static size_t number(const cJSON *object, const char *key)
{
	return (size_t)cJSON_GetNumberValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static slice text_at(size_t start, size_t end)
{
	return slice_sub((slice){varied, sizeof varied - 1}, start, end);
}

Test(schema, spans_of_claims_are_the_bytes_they_say)
{
	cJSON *json = real_audit();
	const cJSON *c;
	cJSON_ArrayForEach(c, cJSON_GetObjectItem(json, "claims")) {
		const char *id = cJSON_GetObjectItem(c, "id")->valuestring;
		slice literal = text_at(number(c, "start"), number(c, "end"));
		slice quote = text_at(number(c, "quote_start"), number(c, "quote_end"));
		cr_expect(slice_equal(literal, slice_of(cJSON_GetObjectItem(c, "literal")->valuestring)), "%s", id);
		cr_expect(slice_equal(quote, slice_of(cJSON_GetObjectItem(c, "quote")->valuestring)), "%s", id);
		cr_expect_leq(number(c, "unit_start"), number(c, "start"), "%s", id);
		cr_expect_geq(number(c, "unit_end"), number(c, "end"), "%s", id);
		cr_expect_leq(number(c, "quote_start"), number(c, "unit_start"), "%s", id);
		cr_expect_geq(number(c, "quote_end"), number(c, "unit_end"), "%s", id);
	}
	cJSON_Delete(json);
}

Test(schema, counts_of_the_coverage_add_up)
{
	cJSON *json = real_audit();
	const cJSON *c = cJSON_GetObjectItem(json, "coverage"), *by = cJSON_GetObjectItem(c, "by_claim"), *one;
	cr_expect_eq(number(c, "figures"), (size_t)cJSON_GetArraySize(cJSON_GetObjectItem(json, "claims")));
	cr_expect_eq(number(c, "figures"), number(c, "claims") + number(c, "labels"));
	cr_expect_eq(number(c, "relations"), (size_t)cJSON_GetArraySize(cJSON_GetObjectItem(json, "relations")));
	cr_expect_eq(number(c, "relations"), number(c, "holds") + number(c, "holds_if") + number(c, "open") +
	                                         number(c, "fails") + number(c, "unchecked"));
	size_t sum = 0;
	cJSON_ArrayForEach(one, by)
		sum += (size_t)cJSON_GetNumberValue(one);
	cr_expect_eq(sum, number(c, "claims"));
	cJSON_Delete(json);
}

Test(schema, describes_every_line_of_the_claims)
{
	slice text = fixture_report(v.arena, report_claims_jsonl, report_fixture(v.arena), &(report_options){0});
	v.root = v.claims;
	size_t lines = 0;
	for (; text.len; lines++) {
		slice line = slice_sub(text, 0, slice_find_byte(text, '\n'));
		text = slice_sub(text, line.len + 1, text.len);
		cJSON *json = parse(arena_copy(v.arena, line));
		cr_expect(validate(&v, v.claims, json, SLICE("")), "%.*s", SLICE_ARG(v.error));
		cJSON_Delete(json);
	}
	cr_expect_eq(lines, 6);
}

Test(schema, describes_every_line_of_the_findings)
{
	slice text =
		fixture_report(v.arena, report_findings_jsonl, report_fixture(v.arena), &(report_options){.level = SEVERITY_NOTE});
	cJSON *json = parse(arena_copy(v.arena, slice_trim(text)));
	cr_expect(validate_ref(&v, "#/$defs/finding", json, SLICE("")), "%.*s", SLICE_ARG(v.error));
	cJSON_Delete(json);
}

/* Changes the audit of the fixture at one place and expects the schema to refuse it. */
static void expect_refused(void (*spoil)(cJSON *), const char *what)
{
	cJSON *json =
		parse(fixture_report(v.arena, report_json, report_fixture(v.arena), &(report_options){.level = SEVERITY_NOTE}));
	spoil(json);
	cr_expect_not(validate(&v, v.audit, json, SLICE("")), "%s is accepted", what);
	cJSON_Delete(json);
}

static cJSON *first(cJSON *json, const char *list)
{
	return cJSON_GetArrayItem(cJSON_GetObjectItem(json, list), 0);
}

static void drop_key(cJSON *json)
{
	cJSON_DeleteItemFromObject(first(json, "claims"), "mode");
}

static void add_key(cJSON *json)
{
	cJSON_AddNullToObject(first(json, "findings"), "colour");
}

static void change_type(cJSON *json)
{
	cJSON_ReplaceItemInObject(first(json, "claims"), "value", cJSON_CreateNumber(22));
}

static void change_word(cJSON *json)
{
	cJSON_ReplaceItemInObject(first(json, "relations"), "verdict", cJSON_CreateString("wrong"));
}

static void change_count(cJSON *json)
{
	cJSON_ReplaceItemInObject(cJSON_GetObjectItem(json, "coverage"), "figures", cJSON_CreateNumber(1.5));
}

Test(schema, refuses_what_is_not_an_audit)
{
	expect_refused(drop_key, "a claim without a mode");
	expect_refused(add_key, "a finding with a key of its own");
	expect_refused(change_type, "a value that is a number");
	expect_refused(change_word, "an unknown verdict");
	expect_refused(change_count, "half a figure");
}
