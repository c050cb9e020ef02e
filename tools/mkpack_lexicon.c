/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mkpack.h"

/* The place of data that a phrase carries, gathered once for all its phrases; SIZE_MAX for none. */
static size_t data_place(pack_writer *w, const node *data)
{
	if (!data)
		return SIZE_MAX;
	slice key = arena_copy(w->arena, (slice){(const char *)&data, sizeof data});
	size_t **known = (size_t **)table_at(&w->places, key);
	if (!*known) {
		size_t *place = ARENA_NEW(w->arena, size_t);
		*place = gather_nodes(w, data, 1);
		*known = place;
	}
	return **known;
}

void gather_lexicon(pack_writer *w, const lexicon *lex)
{
	for (size_t i = 0; i < lex->word_count; i++)
		gather_text(w, word_text(&lex->words[i].word));
	for (size_t i = 0; i < lex->entry_count; i++) {
		gather_text(w, lexicon_phrase(&lex->entries[i]));
		data_place(w, lexicon_data(&lex->entries[i]));
	}
	for (size_t i = 1; i < lex->set_count; i++)
		gather_text(w, lexicon_set_name(lex, (lex_set)i));
}

void declare_lexicon(pack_writer *w, const lexicon *lex, size_t number)
{
	fprintf(w->out, "\tlex_word words%zu[%u];\n\tstruct lex_step steps%zu[%u];\n", number, lex->word_count + 1, number,
	        lex->step_count);
	fprintf(w->out, "\tlex_entry entries%zu[%u];\n\tlex_name sets%zu[%u];\n", number, lex->entry_count + 1, number,
	        lex->set_count);
}

/* A reference from one member to another: TO(words0[3].lemma, words0[9]). */
static void write_link(pack_writer *w, const char *part, size_t number, size_t i, const char *field, const char *target,
                       size_t place)
{
	fprintf(w->out, "TO(%s%zu[%zu].%s, %s[%zu])", part, number, i, field, target, place);
}

static void write_word_link(pack_writer *w, const lexicon *lex, size_t number, size_t i, const char *field,
                            const relative *to)
{
	const lex_word *target = relative_get(to);
	if (target)
		fprintf(w->out, "TO(words%zu[%zu].%s, words%zu[%zu])", number, i, field, number, (size_t)(target - lex->words));
	else
		fputc('0', w->out);
}

static void write_words(pack_writer *w, const lexicon *lex, size_t number)
{
	fprintf(w->out, "\t.words%zu = {\n", number);
	for (size_t i = 0; i < lex->word_count; i++) {
		const lex_word *x = &lex->words[i];
		fputs("\t{{{", w->out);
		for (size_t k = 0; k < LEX_SETS / 64; k++)
			fprintf(w->out, "%s0x%llx", k ? "," : "", (unsigned long long)x->word.in[k]);
		fputs("}, ", w->out);
		write_link(w, "words", number, i, "word.text", "text", gather_text(w, word_text(&x->word)));
		fputs(", ", w->out);
		write_word_link(w, lex, number, i, "word.lemma", &x->word.lemma);
		fprintf(w->out, ", %u, %u, true, %d, %d}, {", x->word.len, x->word.id, x->word.plural, x->word.opens);
		write_word_link(w, lex, number, i, "reading[0]", &x->reading[0]);
		fputs(", ", w->out);
		write_word_link(w, lex, number, i, "reading[1]", &x->reading[1]);
		fprintf(w->out, "}, %u, {%d, %d}, %d, %d},\n", x->step, x->is_lemma[0], x->is_lemma[1], x->member, x->whole);
	}
	fputs("\t},\n", w->out);
}

static void write_steps(pack_writer *w, const lexicon *lex, size_t number)
{
	fprintf(w->out, "\t.steps%zu = {\n", number);
	for (size_t i = 0; i < lex->step_count; i++) {
		const struct lex_step *s = &lex->steps[i];
		const lex_entry *first = relative_get(&s->entries);
		fputs("\t{", w->out);
		if (first)
			fprintf(w->out, "TO(steps%zu[%zu].entries, entries%zu[%zu])", number, i, number, (size_t)(first - lex->entries));
		else
			fputc('0', w->out);
		fprintf(w->out, ", %u, %d},\n", s->first, s->open);
	}
	fputs("\t},\n", w->out);
}

static void write_entries(pack_writer *w, const lexicon *lex, size_t number)
{
	fprintf(w->out, "\t.entries%zu = {\n", number);
	for (size_t i = 0; i < lex->entry_count; i++) {
		const lex_entry *e = &lex->entries[i];
		size_t data = data_place(w, lexicon_data(e));
		fputs("\t{", w->out);
		if (data != SIZE_MAX)
			write_link(w, "entries", number, i, "data", "nodes", data);
		else
			fputc('0', w->out);
		fputs(", ", w->out);
		write_link(w, "entries", number, i, "phrase", "text", gather_text(w, lexicon_phrase(e)));
		fprintf(w->out, ", %u, %u, %d},\n", e->len, e->set, e->last);
	}
	fputs("\t},\n", w->out);
}

void write_lexicon(pack_writer *w, const lexicon *lex, size_t number)
{
	write_words(w, lex, number);
	write_steps(w, lex, number);
	write_entries(w, lex, number);
	fprintf(w->out, "\t.sets%zu = {{0},\n", number);
	for (size_t i = 1; i < lex->set_count; i++) {
		const lex_name *s = &lex->sets[i];
		fputs("\t{", w->out);
		write_link(w, "sets", number, i, "text", "text", gather_text(w, lexicon_set_name(lex, (lex_set)i)));
		fprintf(w->out, ", %u, %u, %d},\n", s->len, s->nth, s->used);
	}
	fputs("\t},\n", w->out);
}

/* The inflector: few enough texts to be told by their addresses. */

static void write_stems(pack_writer *w, const char *field, stems list)
{
	if (!list.n)
		return;
	fprintf(w->out, ", .%s = {(const slice[]){", field);
	for (size_t i = 0; i < list.n; i++) {
		write_slice(w, list.at[i]);
		fputs(", ", w->out);
	}
	fprintf(w->out, "}, %zu}", list.n);
}

static void write_slot(pack_writer *w, const ending_slot *slot)
{
	fputs("\t\t{.rules = (const ending[]){\n", w->out);
	for (size_t i = 0; i < slot->n; i++) {
		const ending *e = &slot->rules[i];
		fputs("\t\t\t{.form = ", w->out);
		write_slice(w, e->form);
		fputs(", .lemma = ", w->out);
		write_slice(w, e->lemma);
		write_stems(w, "after", e->after);
		write_stems(w, "not_after", e->not_after);
		write_stems(w, "likely", e->likely);
		write_stems(w, "except", e->except);
		fprintf(w->out, ", .doubled = %d, .vowel = %d, .made_only = %d},\n", e->doubled, e->vowel, e->made_only);
	}
	fprintf(w->out, "\t\t}, .n = %zu, .plural = %d, .made = %d},\n", slot->n, slot->plural, slot->made);
}

static void write_inflector(pack_writer *w, const inflector *inf)
{
	fputs("\t.inflector = {.vowels = ", w->out);
	write_slice(w, inf->vowels);
	write_stems(w, "doubling", inf->doubling);
	fprintf(w->out, ", .slot_count = {%zu, %zu}, .slots = {\n", inf->slot_count[0], inf->slot_count[1]);
	for (size_t p = 0; p < POS_COUNT; p++) {
		fputs("\t\t{\n", w->out);
		for (size_t s = 0; s < inf->slot_count[p]; s++)
			write_slot(w, &inf->slots[p][s]);
		fputs("\t\t},\n", w->out);
	}
	fputs("\t}},\n", w->out);
}

static void write_tables(pack_writer *w, const lexicon *lex, size_t number)
{
	fprintf(w->out, "static const lex_slot slots%zu[] = {\n", number);
	for (size_t i = 0; i < lex->slot_count; i++)
		fprintf(w->out, "{0x%x,%u},%s", lex->slots[i].hash, lex->slots[i].word, i % 8 == 7 ? "\n" : "");
	fprintf(w->out, "};\nstatic const lex_branch branches%zu[] = {\n", number);
	for (size_t i = 0; i < lex->branch_slots; i++)
		fprintf(w->out, "{%u,%u,%u},%s", lex->branches[i].from, lex->branches[i].word, lex->branches[i].to,
		        i % 8 == 7 ? "\n" : "");
	fprintf(w->out, "{0}};\nstatic const word_fold folds%zu[] = {\n", number);
	for (size_t i = 0; i < lex->fold_count; i++) {
		fputs("\t{", w->out);
		write_slice(w, lex->folds[i].from);
		fputs(", ", w->out);
		write_slice(w, lex->folds[i].to);
		fputs("},\n", w->out);
	}
	fputs("\t{{NULL, 0}, {NULL, 0}}};\n", w->out);
}

void write_lexicon_head(pack_writer *w, const lexicon *lex, size_t number)
{
	write_tables(w, lex, number);
	fprintf(w->out, "static const lexicon lexicon%zu = {\n\t.language = ", number);
	write_slice(w, lex->language);
	fprintf(w->out,
	        ",\n\t.words = pack.words%zu, .steps = pack.steps%zu, .entries = pack.entries%zu, .sets = pack.sets%zu,\n",
	        number, number, number, number);
	fprintf(w->out, "\t.slots = slots%zu, .branches = branches%zu, .folds = folds%zu,\n", number, number, number);
	fprintf(w->out, "\t.word_count = %u, .slot_count = %u, .step_count = %u, .entry_count = %u,\n", lex->word_count,
	        lex->slot_count, lex->step_count, lex->entry_count);
	fprintf(w->out, "\t.branch_slots = %u, .set_count = %u, .fold_count = %u,\n", lex->branch_slots, lex->set_count,
	        lex->fold_count);
	write_inflector(w, &lex->inflector);
	fputs("};\n", w->out);
}
