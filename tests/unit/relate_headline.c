/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a headline and the lead below it tell of one event. */
#include "arena_fixture.h"
#include "audit_fixture.h"

#include <criterion/criterion.h>

TestSuite(headline, .init = arena_set_up, .fini = arena_tear_down);

typedef struct headline_case {
	const char *text, *pair; /* the two figures of N501, as written; NULL: none is bound */
} headline_case;

static slice literal_of(const audit *au, claim_ref c)
{
	const figure *f = audit_claim(au, c)->figure;
	return document_text(audit_doc(au, c), f->start, f->end);
}

static void expect_pairs(const headline_case *cases, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const audit *au = audit_of(a, 1, &cases[i].text, 1);
		const relation *r = audit_first(au, "N501");
		slice got = r ? arena_printf(a, SLICE_FMT " " SLICE_FMT, SLICE_ARG(literal_of(au, r->claims[0])),
		                             SLICE_ARG(literal_of(au, r->claims[1])))
		              : SLICE("nothing");
		slice want = cases[i].pair ? slice_of(cases[i].pair) : SLICE("nothing");
		cr_expect(slice_equal(got, want), "%s\nbinds " SLICE_FMT ", not " SLICE_FMT, cases[i].text, SLICE_ARG(got),
		          SLICE_ARG(want));
	}
}
#define EXPECT_PAIRS(cases) expect_pairs(cases, sizeof(cases) / sizeof *(cases))

Test(headline, leaves_out_who_died)
{
	static const headline_case cases[] = {
		{"Eight dead in quarry fall\n\nA quarry wall fell on Tuesday and killed 18 workers, police in Arden said.",
	     "Eight 18"},
		{"Slide kills 40\n\nA slide buried a village at dawn on Friday and killed 41 people, police in Arden said.",
	     "40 41"},
		{"Eight dead in fall\n\nA wall killed eight masons and a roof killed 12 thatchers on Tuesday, police in Arden said.",
	     NULL},
		{"Eight dead in fall\n\nThe mayor and seven masons were killed when a wall fell on Tuesday, police in Arden said.",
	     NULL},
		{"Eight dead in fall\n\nA wall in Arden hurt 18 masons when it fell on Tuesday, the police of the town said.", NULL},
	};
	EXPECT_PAIRS(cases);
}

Test(headline, tells_a_deed_by_the_verb_of_the_lead)
{
	static const headline_case cases[] = {
		{"Yard sells 12 barges\n\nThe yard of Arden has sold 21 barges to the harbour board, it said on Monday.", "12 21"},
		{"Yard to sell 12 barges\n\nThe yard of Arden said on Monday that it would sell 21 barges by spring.", "12 21"},
		{"Yard sells 12 barges\n\nThe yard of Arden has built 21 barges for the harbour board, it said on Monday.", NULL},
		{"Yard sells 12 barges\n\nThe yard of Arden has sold 12 barges, after it sold 30 barges in May, it said.", NULL},
		{"Yard sells 12 barges\n\nThe yard of Arden has sold 21 boats to the harbour board, it said on Monday.", NULL},
	};
	EXPECT_PAIRS(cases);
}

Test(headline, tells_a_rise_or_fall_in_other_words)
{
	static const headline_case cases[] = {
		{"Wool prices up 3.2% in June\n\nWool prices climbed 4.7% in June, the guild of weavers said on Friday.", "3.2 4.7"},
		{"Wool prices fall 3.2% in June\n\nWool prices dropped by 4.7% in June, the guild of weavers said on Friday.",
	     "3.2 4.7"},
		{"Wool prices up 3.2% in June\n\nWool prices fell 4.7% in June, the guild of weavers said on Friday.", NULL},
		{"Wool sales fall 7 million tons\n\nWool sales of the guild fell to 30 million tons in June from 37 million tons in May.",
	     NULL},
		{"Wool tax falls to 3.2%\n\nThe wool tax fell to 4.7% in June from 5.1% in May, the guild of weavers said on Friday.",
	     "3.2 4.7"},
		{"Gold sales at 3 million ounces\n\nGold sales are put at 3 million troy ounces by the guild of smiths for the year.",
	     NULL},
	};
	EXPECT_PAIRS(cases);
}
