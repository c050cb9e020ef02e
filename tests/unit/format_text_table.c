/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of plain text: which lines make one, and where its cells stand. */
#include "arena_fixture.h"
#include "read/read.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

TestSuite(text_table, .init = arena_set_up, .fini = arena_tear_down);

/* Cells as row.col (and the columns they span, if several), their text behind; other blocks as they are. */
static void expect(const char *text, const char *cells)
{
	char out[4096];
	size_t n = 0;
	read_source source = {.name = SLICE("t.txt"), .bytes = slice_of(text)};
	document d = read_document(a, &source);
	for (size_t i = 0; i < d.block_count; i++) {
		const block *b = &d.blocks[i];
		slice told = document_text(&d, b->start, b->end);
		if (b->kind != BLOCK_CELL)
			n += (size_t)snprintf(out + n, sizeof out - n, "[" SLICE_FMT "]\n", SLICE_ARG(told));
		else if (b->col_span > 1)
			n += (size_t)snprintf(out + n, sizeof out - n, "%u.%u-%u%s " SLICE_FMT "\n", b->row, b->col,
			                      b->col + b->col_span - 1, b->header ? "h" : "", SLICE_ARG(told));
		else
			n += (size_t)snprintf(out + n, sizeof out - n, "%u.%u%s " SLICE_FMT "\n", b->row, b->col, b->header ? "h" : "",
			                      SLICE_ARG(told));
	}
	out[n] = 0;
	cr_expect(strcmp(out, cells) == 0, "got:\n%swanted:\n%s", out, cells);
}

Test(text_table, numbers_in_columns_behind_labels_are_a_table)
{
	expect("Fish landed\n\n"
	       "Cod .......   120    98\n"
	       "Ling ......     7    12\n"
	       "Total .....   127   110\n",
	       "[Fish landed]\n"
	       "0.0 Cod\n0.1 120\n0.2 98\n"
	       "1.0 Ling\n1.1 7\n1.2 12\n"
	       "2.0 Total\n2.1 127\n2.2 110\n");
}

Test(text_table, headings_stand_over_the_columns_they_reach_over)
{
	expect("                 Landed       Sold here\n"
	       "              2001   2002   2001   2002\n"
	       "---------------------------------------\n"
	       "Cod            120     98    110     90\n"
	       "Ling             7     12      7     11\n"
	       "Hake            30     41     28     40\n",
	       "0.1-2h Landed\n0.3-4h Sold here\n"
	       "1.1h 2001\n1.2h 2002\n1.3h 2001\n1.4h 2002\n"
	       "2.0 Cod\n2.1 120\n2.2 98\n2.3 110\n2.4 90\n"
	       "3.0 Ling\n3.1 7\n3.2 12\n3.3 7\n3.4 11\n"
	       "4.0 Hake\n4.1 30\n4.2 41\n4.3 28\n4.4 40\n");
}

Test(text_table, a_number_stands_in_its_column_though_one_before_it_is_left_out)
{
	expect("Cod            120     98    110\n"
	       "Ling                   12      7\n"
	       "Hake            30            28\n",
	       "0.0 Cod\n0.1 120\n0.2 98\n0.3 110\n"
	       "1.0 Ling\n1.2 12\n1.3 7\n"
	       "2.0 Hake\n2.1 30\n2.3 28\n");
}

Test(text_table, a_label_alone_between_rows_heads_a_group)
{
	expect("North:\n"
	       "  Cod           $ 120    (98)\n"
	       "  Ling              7      -\n"
	       "South:\n"
	       "  Cod              50     44\n",
	       "[North:]\n"
	       "0.0 Cod\n0.1 $ 120\n0.2 (98)\n"
	       "1.0 Ling\n1.1 7\n1.2 -\n"
	       "2.0 South:\n"
	       "3.0 Cod\n3.1 50\n3.2 44\n");
}

Test(text_table, two_rows_without_headings_or_words_in_columns_are_none)
{
	expect("Cod            120\nLing             7\n", "[Cod            120]\n[Ling             7]\n");
	expect("Cod      fresh     north\nLing     dried     south\nHake     fresh     west\n",
	       "[Cod      fresh     north]\n[Ling     dried     south]\n[Hake     fresh     west]\n");
}

Test(text_table, dots_and_signs_alone_stand_for_nothing_and_a_row_of_them_is_a_row)
{
	expect("                  Paid     Back      Left\n"
	       "Quay dues .....    255     ....       255\n"
	       "Tolls .........   (**)     ....      (**)\n"
	       "Fines .........   ....     ....      ....\n"
	       "Rents .........    158        2       156\n"
	       "Total .........    413        2       411\n",
	       "0.1h Paid\n0.2h Back\n0.3h Left\n"
	       "1.0 Quay dues\n1.1 255\n1.2 ....\n1.3 255\n"
	       "2.0 Tolls\n2.1 (**)\n2.2 ....\n2.3 (**)\n"
	       "3.0 Fines\n3.1 ....\n3.2 ....\n3.3 ....\n"
	       "4.0 Rents\n4.1 158\n4.2 2\n4.3 156\n"
	       "5.0 Total\n5.1 413\n5.2 2\n5.3 411\n");
}

Test(text_table, two_rows_are_one_where_a_name_or_a_year_stands_over_each_column)
{
	expect("Nets mended\n\n"
	       "              2019     2020     Both\n"
	       "Trawls         412      388      800\n"
	       "Seines          57       61      118\n",
	       "[Nets mended]\n"
	       "0.1h 2019\n0.2h 2020\n0.3h Both\n"
	       "1.0 Trawls\n1.1 412\n1.2 388\n1.3 800\n"
	       "2.0 Seines\n2.1 57\n2.2 61\n2.3 118\n");
}

Test(text_table, a_mark_behind_a_number_makes_no_column_of_its_own)
{
	expect("             2001        2002\n"
	       "Ness       14,220      15,871\n"
	       "Quay       88,410      90,233\n"
	       "Holm       31,207 (2)  29,998\n",
	       "0.1h 2001\n0.2h 2002\n"
	       "1.0 Ness\n1.1 14,220\n1.2 15,871\n"
	       "2.0 Quay\n2.1 88,410\n2.2 90,233\n"
	       "3.0 Holm\n3.1 31,207 (2)\n3.2 29,998\n");
}
