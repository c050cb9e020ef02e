/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audits that the briefing is tried on. */
#include "report_pdf_fixture.h"

#include "pack/blob.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const pdf_case_figure COUNT = {.kind = FIGURE_COUNT, .whole = true};

static claim_ref count(pdf_case *f, uint32_t doc, const char *written, const char *numeral, int64_t value, hedge_shape hedge,
                       const char *phrase)
{
	pdf_case_figure in = COUNT;
	in.written = written;
	in.numeral = numeral;
	in.value = value;
	in.hedge = hedge;
	in.phrase = phrase;
	return pdf_case_claim(f, doc, &in);
}

const audit *pdf_case_audit_empty(arena *a, const lexicon *lex)
{
	pdf_case f = pdf_case_new(a, lex);
	pdf_case_document(&f, "minutes.txt", "The board met and parted.");
	return pdf_case_done(&f);
}

static void set_texts(relation *r, const char *check, const char *told, const char *computed, const char *why)
{
	r->words->check = slice_of(check);
	r->words->told = slice_of(told);
	r->words->computed = slice_of(computed);
	r->words->why = slice_of(why);
}

const audit *pdf_case_audit_clean(arena *a, const lexicon *lex)
{
	pdf_case f = pdf_case_new(a, lex);
	uint32_t d = pdf_case_document(&f, "harvest/2021.md",
	                               "# The harvest\n"
	                               "Of 180 growers 45 (25%) sold early.\n"
	                               "More than 160 plots were sown, more than 110 of them with rye.\n"
	                               "Almost a fifth of 1183 orders came late.\n");
	claim_ref whole = count(&f, d, "180", NULL, 180, HEDGE_NONE, "growers");
	claim_ref part = count(&f, d, "45", NULL, 45, HEDGE_NONE, "growers");
	claim_ref percent =
		pdf_case_claim(&f, d, &(pdf_case_figure){.written = "25%", .numeral = "25", .kind = FIGURE_PERCENT, .value = 25});
	claim_ref plots = count(&f, d, "More than 160", "160", 160, HEDGE_ABOVE, "plots");
	claim_ref rye = count(&f, d, "more than 110", "110", 110, HEDGE_ABOVE, "of them");
	claim_ref orders = count(&f, d, "1183", NULL, 1183, HEDGE_NONE, "orders");
	set_texts(pdf_case_relation(&f, "N101", VERDICT_HOLDS, (claim_ref[]){part, whole, percent}, 3), "p ~ a / b",
	          "0.25 ~ 45 / 180", "[0.245, 0.255] ~ {0.25}", "");
	set_texts(pdf_case_relation(&f, "N301", VERDICT_OPEN, (claim_ref[]){rye, plots}, 2), "parts <= whole", "110 <= 160",
	          "(110, ∞) <= (160, ∞)", "the whole may be as large as it likes");
	set_texts(pdf_case_relation(&f, "N301", VERDICT_UNCHECKED, (claim_ref[]){orders}, 1), "parts <= whole", "", "",
	          "the part is not told");
	f.au->dated = (date){.year = 2021, .month = 9, .day = 3};
	return pdf_case_done(&f);
}

static relation *same_measure(pdf_case *f, const claim_ref *refs, size_t n, const char *told, const char *computed)
{
	static const slice REASONS[] = {SLICE("same noun (barns)"), SLICE("same place (the valley)"), SLICE("same year (2020)"),
	                                SLICE("rebuilt = restored")};
	relation *r = pdf_case_relation(f, "N501", VERDICT_FAILS, refs, n);
	set_texts(r, "a ~ b", told, computed, "");
	r->binding.reasons = REASONS;
	r->binding.reason_count = 4;
	r->fails_generous = true;
	return r;
}

const audit *pdf_case_audit_one(arena *a, const lexicon *lex)
{
	pdf_case f = pdf_case_new(a, lex);
	uint32_t d = pdf_case_document(
		&f, "stories/barns.txt",
		"In 2020, 22 burnt barns were rebuilt in the valley\n\n"
		"Work on more than two dozen burnt barns has been finished this year, the district's builder Anna Orlova said on "
		"Wednesday at a meeting with her colleagues from the neighbouring valleys.\n\n"
		"\"With common effort, 22 burnt barns were restored in 2020,\" Orlova said.\n");
	pdf_case_document(&f, "stories/mill.txt", "The mill stands.\n");
	claim_ref headline = count(&f, d, "22", NULL, 22, HEDGE_NONE, "burnt barns");
	claim_ref lead = count(&f, d, "more than two dozen", "two dozen", 24, HEDGE_ABOVE, "burnt barns");
	claim_ref quoted = pdf_case_claim(&f, d,
	                                  &(pdf_case_figure){.written = "22",
	                                                     .nth = 1,
	                                                     .value = 22,
	                                                     .kind = FIGURE_COUNT,
	                                                     .whole = true,
	                                                     .phrase = "burnt barns",
	                                                     .who = "Orlova",
	                                                     .where = "the valley",
	                                                     .year = 2020});
	relation *r = same_measure(&f, (claim_ref[]){lead, headline, quoted}, 3, "24 ~ 22", "(24, ∞) ~ {22}");
	r->words->stated = SLICE("(24, ∞)");
	r->words->expected = SLICE("{22}");
	r->words->gap = SLICE("2");
	set_texts(pdf_case_relation(&f, "N501", VERDICT_HOLDS, (claim_ref[]){headline, quoted}, 2), "a ~ b", "22 ~ 22",
	          "{22} ~ {22}", "");
	finding *found =
		pdf_case_finding(&f, r, SEVERITY_ERROR, "“more than two dozen” and “22” cannot both be the number of burnt barns");
	found->suspect = &r->claims[0];
	found->suspect_why = SLICE("the only one whose removal mends both");
	claim *said = f.au->documents[d].reading.claims.at;
	said[headline.claim].role = ROLE_HEADLINE;
	said[lead.claim].role = ROLE_LEAD;
	said[quoted.claim].role = ROLE_QUOTATION;
	f.au->title = SLICE("Barns of the valley");
	f.au->dated = (date){.year = 2020, .month = 11, .day = 18};
	return pdf_case_done(&f);
}

const audit *pdf_case_audit_many(arena *a, const lexicon *lex, size_t findings)
{
	pdf_case f = pdf_case_new(a, lex);
	enum { DOCUMENTS = 30 };
	size_t each = (findings + DOCUMENTS - 1) / DOCUMENTS;
	char *text = arena_alloc(a, each * 200 + 1);
	size_t made = 0;
	for (uint32_t d = 0; d < DOCUMENTS; d++) {
		size_t at = 0, first = made;
		for (size_t i = 0; i < each && made < findings; i++, made++)
			at += (size_t)snprintf(
				text + at, 200,
				"In village %zu the council counted %zu new wells, and its report lists %zu of them by name.\n", made,
				10 + made, 12 + 2 * made);
		text[at] = '\0';
		slice path = arena_printf(a, "villages/report-%02u.txt", d);
		uint32_t doc = pdf_case_document(&f, path.ptr, text);
		for (size_t k = first; k < made; k++) {
			slice x = arena_printf(a, "counted %zu", 10 + k), y = arena_printf(a, "lists %zu", 12 + 2 * k);
			claim_ref refs[] = {count(&f, doc, x.ptr, x.ptr + 8, (int64_t)(10 + k), HEDGE_NONE, "new wells"),
			                    count(&f, doc, y.ptr, y.ptr + 6, (int64_t)(12 + 2 * k), HEDGE_NONE, "of them")};
			relation *r = same_measure(&f, refs, 2, arena_printf(a, "%zu ~ %zu", 10 + k, 12 + 2 * k).ptr,
			                           arena_printf(a, "{%zu} ~ {%zu}", 10 + k, 12 + 2 * k).ptr);
			r->words->stated = arena_printf(a, "{%zu}", 10 + k);
			r->words->expected = arena_printf(a, "{%zu}", 12 + 2 * k);
			r->words->gap = arena_printf(a, "%zu", 2 + k);
			if (k % 3 == 2)
				r->fails_generous = false;
			pdf_case_finding(&f, r,
			                 k < findings / 3   ? SEVERITY_ERROR
			                 : k < findings / 2 ? SEVERITY_WARNING
			                                    : SEVERITY_NOTE,
			                 arena_printf(a, "%zu and %zu are told of the same new wells", 10 + k, 12 + 2 * k).ptr);
		}
	}
	f.au->dated = (date){.year = 2022, .month = 2};
	return pdf_case_done(&f);
}

static void hard_quotes(pdf_case *f, uint32_t d)
{
	claim_ref refs[] = {count(f, d, "at most 31", "31", 31, HEDGE_AT_MOST, "letters"),
	                    count(f, d, "over 2,400", "2,400", 2400, HEDGE_ABOVE, "letters")};
	relation *r = same_measure(f, refs, 2, "31 ~ 2400", "[0, 31] ~ (2400, ∞)");
	r->words->stated = SLICE("[0, 31]");
	r->words->expected = SLICE("(2400, ∞)");
	r->words->gap = SLICE("2369");
	finding *found = pdf_case_finding(f, r, SEVERITY_ERROR, "at most 31 letters against over 2,400 letters");
	found->repair.claim = &r->claims[0];
	found->repair.from = SLICE("31");
	found->repair.to = SLICE("3100");
	found->repair.edit = SLICE("two digits left out");
}

static void hard_scripts(pdf_case *f, uint32_t d)
{
	claim_ref refs[] = {count(f, d, "14", NULL, 14, HEDGE_NONE, "школ"), count(f, d, "41", NULL, 41, HEDGE_NONE, "школ")};
	relation *r = same_measure(f, refs, 2, "14 ~ 41", "{14} ~ {41}");
	r->words->stated = SLICE("{14}");
	r->words->expected = SLICE("{41}");
	r->words->gap = SLICE("27");
	finding *found =
		pdf_case_finding(f, r, SEVERITY_WARNING, "14 школ и 41 школа: Қасым-Жомарт Тоқаев, Ұлттық Қауіпсіздік Комитеті 😀");
	found->repair.claim = &r->claims[0];
	found->repair.from = SLICE("14");
	found->repair.to = SLICE("41");
	found->repair.edit = SLICE("digits exchanged");
}

static void hard_numbers(pdf_case *f, uint32_t d)
{
	claim_ref refs[] = {
		pdf_case_claim(f, d,
	                   &(pdf_case_figure){
						   .written = "6.02e23", .kind = FIGURE_MEASURE, .value = 602, .power = 21, .phrase = "molecules"}),
		pdf_case_claim(f, d,
	                   &(pdf_case_figure){.written = "about 5.2e23",
	                                      .numeral = "5.2e23",
	                                      .hedge = HEDGE_ABOUT,
	                                      .kind = FIGURE_MEASURE,
	                                      .value = 52,
	                                      .power = 22,
	                                      .phrase = "molecules"}),
	};
	relation *r = same_measure(
		f, refs, 2, "602000000000000000000000 ~ 520000000000000000000000",
		"[601500000000000000000000, 602500000000000000000000] ~ [468000000000000000000000, 572000000000000000000000]");
	r->words->stated = SLICE("[601500000000000000000000, 602500000000000000000000]");
	r->words->expected = SLICE("[468000000000000000000000, 572000000000000000000000]");
	r->words->gap = SLICE("29500000000000000000000");
	r->fails_generous = false;
	r->binding.grade = GRADE_PROBABLE;
	pdf_case_finding(f, r, SEVERITY_NOTE, "6.02e23 and about 5.2e23 molecules");
}

static void hard_calendar(pdf_case *f, uint32_t d)
{
	claim_ref refs[] = {
		pdf_case_claim(f, d, &(pdf_case_figure){.written = "Tuesday, 18 November 2020", .kind = FIGURE_DATE})};
	relation *r = pdf_case_relation(f, "N601", VERDICT_IMPOSSIBLE, refs, 1);
	set_texts(r, "weekday(d) ~ day(d)", "2 ~ 3", "{2} ~ {3}", "");
	r->fails_generous = true;
	pdf_case_finding(f, r, SEVERITY_ERROR, "18 November 2020 was a Wednesday, not a Tuesday");
}

const audit *pdf_case_audit_hard(arena *a, const lexicon *lex)
{
	pdf_case f = pdf_case_new(a, lex);
	char path[256] = "archive/";
	while (strlen(path) < 190)
		strcat(path, strlen(path) % 3 ? "correspondence-of-the-ministry/" : "2019_and_later/");
	path[196] = '\0';
	strcat(path, ".txt");
	char text[4096] = "";
	for (int i = 0; i < 6; i++)
		strcat(text, "The office of the registrar, which had moved twice in that year and lost a clerk to the flood, ");
	strcat(text, "had answered at most 31 of the letters ");
	for (int i = 0; i < 6; i++)
		strcat(text, "although the keeper of the seal had asked for every single one of them to be filed and bound, ");
	strcat(text, "as he later wrote.\nIt had answered over 2,400 letters.\n");
	uint32_t quotes = pdf_case_document(&f, path, text);
	uint32_t scripts = pdf_case_document(
		&f, "Қазақстан/мектептер.txt",
		"Қасым-Жомарт Тоқаев открыл 14 школ в Алматы \xF0\x9F\x98\x80, сказал Нұрлан Әбдіғалиұлы.\n"
		"По данным министерства, открыта 41 школа; цена 5 ₸, 3 ₽, ≤ ≈ → ✓.\n");
	uint32_t numbers = pdf_case_document(&f, "lab/notes.md",
	                                     "The flask held 6.02e23 molecules.\nThere were about 5.2e23 molecules in it.\n"
	                                     "They met on Tuesday, 18 November 2020.\x01\n");
	hard_quotes(&f, quotes);
	hard_calendar(&f, numbers);
	hard_scripts(&f, scripts);
	hard_numbers(&f, numbers);
	for (unsigned i = 0; i < 5; i++)
		pdf_case_unreadable(&f, arena_printf(a, "scans/page-%u.pdf", i).ptr,
		                    i % 2 ? "not a text: PDF is not read here" : "permission denied");
	f.au->title = SLICE(
		"Letters, schools and molecules: Қазақстан Республикасының мұрағаты, a title long enough for a second line and more"
		" than that");
	f.au->dated = (date){.year = 2020, .month = 11, .day = 18};
	return pdf_case_done(&f);
}

const audit *pdf_case_audit_dated(arena *a, const lexicon *lex)
{
	static const struct {
		const char *path, *text, *written, *numeral;
		int64_t value;
		hedge_shape hedge;
		int day;
	} TOLD[] = {
		{"wire/03.txt", "The storm felled 120 trees in the park.", "120", "120", 120, HEDGE_NONE, 3},
		{"wire/04.txt", "The storm felled more than 150 trees in the park.", "more than 150", "150", 150, HEDGE_ABOVE, 4},
		{"wire/11.txt", "About 140 trees fell in the park.", "About 140", "140", 140, HEDGE_ABOUT, 11},
		{"wire/28.txt", "In the end 131 trees had fallen in the park.", "131", "131", 131, HEDGE_NONE, 28},
	};
	enum { N = sizeof TOLD / sizeof *TOLD };
	pdf_case f = pdf_case_new(a, lex);
	claim_ref refs[N];
	for (uint32_t i = 0; i < N; i++) {
		uint32_t d = pdf_case_document(&f, TOLD[i].path, TOLD[i].text);
		refs[i] = count(&f, d, TOLD[i].written, TOLD[i].numeral, TOLD[i].value, TOLD[i].hedge, "trees in the park");
		f.au->documents[d].reading.dated = (date){.year = 2021, .month = 5, .day = (uint8_t)TOLD[i].day};
	}
	relation *r = same_measure(&f, (claim_ref[]){refs[1], refs[3]}, 2, "150 ~ 131", "(150, ∞) ~ {131}");
	r->words->stated = SLICE("(150, ∞)");
	r->words->expected = SLICE("{131}");
	r->words->gap = SLICE("19");
	pdf_case_finding(&f, r, SEVERITY_ERROR, "more than 150 and 131 are told of the same trees in the park");
	set_texts(pdf_case_relation(&f, "N501", VERDICT_HOLDS_BY_ROUNDING, (claim_ref[]){refs[2], refs[3]}, 2), "a ~ b",
	          "140 ~ 131", "[126, 154] ~ {131}", "");
	set_texts(pdf_case_relation(&f, "N501", VERDICT_HOLDS, (claim_ref[]){refs[0], refs[2]}, 2), "a ~ b", "120 ~ 140",
	          "{120} ~ [126, 154]", "");
	f.au->dated = (date){.year = 2021, .month = 5, .day = 28};
	return pdf_case_done(&f);
}

/* The built-in rules in place of the fixture's own. */
static void use_built_in_rules(pdf_case *f, const lexicon *lex)
{
	VEC(const node_file *) files = {0};
	for (size_t i = 0; i < pack_file_count; i++)
		VEC_PUSH(f->arena, files, &pack_files[i]);
	diag_list diags = diag_list_new(f->arena);
	f->rules = rule_load(f->arena, lex, files.at, files.n, &diags);
	cr_assert(f->rules, "the built-in rules load");
	f->au->rules = f->rules;
}

const audit *pdf_case_audit_pieces(arena *a, const lexicon *lex)
{
	pdf_case f = pdf_case_new(a, lex);
	use_built_in_rules(&f, lex);
	uint32_t d = pdf_case_document(&f, "route.md",
	                               "The road passes eleven towns: Arle and Brin, Corv (with Dole and Ebn), Farr and Gent …");
	claim_ref announced = count(&f, d, "eleven", NULL, 11, HEDGE_NONE, "towns");
	relation *r = pdf_case_relation(&f, "N401", VERDICT_FAILS, &announced, 1);
	set few = set_point(rational_int(5)), more = set_closed(rational_int(7), rational_int(8)),
		many = set_point(rational_int(14));
	set both = set_union(&few, &more), all = set_union(&both, &many);
	const claim *said_eleven = audit_claim(f.au, announced);
	binding_add_claims(a, &r->binding, (binding_var){.name = SLICE("n")}, &said_eleven, 1);
	set *items = ARENA_NEW(a, set);
	*items = set_integers(all);
	binding_add(a, &r->binding, (binding_var){.name = SLICE("items"), .values = items});
	r->fails_generous = true;
	set_texts(r, "n ~ items", "11 ~ {5} ∪ [7, 8] ∪ {14}", "{11} ~ {5} ∪ [7, 8] ∪ {14}", "");
	r->words->stated = SLICE("{11}");
	r->words->expected = SLICE("{5} ∪ [7, 8] ∪ {14}");
	r->words->gap = SLICE("0");
	pdf_case_finding(&f, r, SEVERITY_WARNING, "eleven announced, 5, 7, 8 or 14 named");
	return pdf_case_done(&f);
}
