/* SPDX-License-Identifier: GPL-3.0-or-later */
/* generate MIX MEGABYTES: so much invented English text on standard output, always the same. MIX is news or finance, each as
 * dense as real text of its kind, labels counted: BBC news of 2004-5 has 5.7 figures a kilobyte, none in 61% of its sentences,
 * which have 114 bytes on average; Reuters' financial news of 1987 has 11.8, none in 43%, and 132 bytes. What the sentences
 * tell adds up, so that an audit of them measures the checking and not the writing of findings. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const ADJECTIVES[] = {"quiet",   "northern", "public",   "recent", "careful", "wooden",
                                         "distant", "local",    "ordinary", "heavy",  "narrow",  "regional",
                                         "early",   "joint",    "modern",   "steady"};
static const char *const NOUNS[] = {"harbour", "council", "teacher",   "bridge",    "library",  "engineer",
                                    "valley",  "factory", "newspaper", "orchard",   "market",   "museum",
                                    "railway", "court",   "village",   "committee", "theatre",  "doctor",
                                    "ferry",   "garden",  "school",    "captain",   "minister", "workshop"};
static const char *const PLURALS[] = {"farmers", "boats",   "lorries",   "pupils",   "houses", "trees",
                                      "letters", "windows", "visitors",  "bicycles", "nurses", "stations",
                                      "wells",   "barrels", "paintings", "bakers"};
static const char *const VERBS[] = {"praised",  "watched",   "followed", "rebuilt", "visited", "questioned",
                                    "welcomed", "described", "measured", "painted", "avoided", "remembered",
                                    "repaired", "crossed",   "guarded",  "studied"};
static const char *const PARTICIPLES[] = {"counted",  "painted",    "inspected", "moved",
                                          "replaced", "registered", "insured",   "sold"};
static const char *const PLACES[] = {"near the old quay",  "behind the station", "in the upper town",    "along the river",
                                     "outside the chapel", "under the arches",   "by the northern gate", "on the square"};
static const char *const GOODS[] = {"profit", "revenue", "output", "turnover", "exports", "orders", "sales", "deposits"};
static const char *const SYLLABLES[] = {"bar", "den", "kol", "mir", "tov", "ran", "sel", "vik", "lor", "hem",
                                        "pas", "gor", "nel", "tur", "fan", "wes", "dal", "rok", "min", "sur"};
static const char *const DAYS[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};

#define PICK(words) (words[draw(sizeof words / sizeof *words)])

static uint64_t state = 0x9E3779B97F4A7C15u;

/* xorshift64* (Vigna 2016). */
static uint64_t draw(uint64_t below)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (state * 0x2545F4914F6CDD1Du >> 32) % below;
}

typedef struct name {
	char text[16];
} name;

/* A place or company that exists nowhere, three syllables long. */
static name name_make(void)
{
	name n;
	(void)snprintf(n.text, sizeof n.text, "%s%s%s", PICK(SYLLABLES), PICK(SYLLABLES), PICK(SYLLABLES));
	n.text[0] = (char)(n.text[0] - 'a' + 'A');
	return n;
}

/* Without a figure, but for the weekday of some. */
static int sentence_plain(void)
{
	switch (draw(4)) {
	case 0:
		return printf("The %s %s %s the %s %s %s, and the %s of the %s %s it. ", PICK(ADJECTIVES), PICK(NOUNS), PICK(VERBS),
		              PICK(ADJECTIVES), PICK(NOUNS), PICK(PLACES), PICK(NOUNS), PICK(NOUNS), PICK(VERBS));
	case 1:
		if (draw(2))
			return printf("A %s said on %s that the %s had %s the %s before the %s closed. ", PICK(NOUNS), PICK(DAYS),
			              PICK(NOUNS), PICK(VERBS), PICK(NOUNS), PICK(NOUNS));
		return printf("A %s of %s said that the %s %s had %s the %s before the %s %s closed. ", PICK(NOUNS),
		              name_make().text, PICK(ADJECTIVES), PICK(NOUNS), PICK(VERBS), PICK(NOUNS), PICK(ADJECTIVES),
		              PICK(NOUNS));
	case 2:
		return printf("While the %s %s the %s, people of %s %s the %s %s, which the %s %s had %s. ", PICK(NOUNS),
		              PICK(VERBS), PICK(NOUNS), name_make().text, PICK(VERBS), PICK(ADJECTIVES), PICK(NOUNS),
		              PICK(ADJECTIVES), PICK(NOUNS), PICK(VERBS));
	default:
		return printf("\"The %s never %s the %s,\" the %s %s of %s added, \"and nobody %s it.\" ", PICK(NOUNS), PICK(VERBS),
		              PICK(NOUNS), PICK(ADJECTIVES), PICK(NOUNS), name_make().text, PICK(VERBS));
	}
}

static int sentence_news(void)
{
	unsigned n = (unsigned)draw(900) + 20, whole = n + (unsigned)draw(900) + 10, year = 1990 + (unsigned)draw(30);
	switch (draw(10)) {
	case 0:
		return printf("More than %u %s were %s in %s in %u, where the %s %s the %s. ", n, PICK(PLURALS), PICK(PARTICIPLES),
		              name_make().text, year, PICK(NOUNS), PICK(VERBS), PICK(NOUNS));
	case 1:
		return printf("About %u of the %u %s %s were %s, the %s %s said. ", n, whole, PICK(PLURALS), PICK(PLACES),
		              PICK(PARTICIPLES), PICK(ADJECTIVES), PICK(NOUNS));
	case 2:
		return printf("In %s, %u %s waited %s for two days while the %s %s the %s. ", name_make().text, n, PICK(PLURALS),
		              PICK(PLACES), PICK(NOUNS), PICK(VERBS), PICK(NOUNS));
	case 3:
		return printf("%u %s (%.1f%% of %u in %s) were %s, said the %s of the %s. ", n, PICK(PLURALS), 100.0 * n / whole,
		              whole, name_make().text, PICK(PARTICIPLES), PICK(NOUNS), PICK(NOUNS));
	case 4:
		return printf("The %s of %s paid $%u.%u million for the %s %s %s. ", PICK(NOUNS), name_make().text, n,
		              (unsigned)draw(10), PICK(ADJECTIVES), PICK(NOUNS), PICK(PLACES));
	case 5:
		return printf("The %s, which opened in %u, %s the second %s %s before the %s closed. ", PICK(NOUNS), year,
		              PICK(VERBS), PICK(ADJECTIVES), PICK(NOUNS), PICK(NOUNS));
	case 6:
		return printf("Section %u of the plan names the %s, and the %s %s %s it for a third time. ", (unsigned)draw(80) + 1,
		              PICK(NOUNS), PICK(ADJECTIVES), PICK(NOUNS), PICK(VERBS));
	case 7:
		return printf("%s, %u, a %s of the %s %s, %s the %s on %u May. ", name_make().text, 20 + (unsigned)draw(50),
		              PICK(NOUNS), PICK(ADJECTIVES), PICK(NOUNS), PICK(VERBS), PICK(NOUNS), (unsigned)draw(30) + 1);
	case 8:
		return printf("The %s of the %s was %s on %s, and the %s said that several %s had %s it. ", PICK(NOUNS), PICK(NOUNS),
		              PICK(PARTICIPLES), PICK(DAYS), PICK(NOUNS), PICK(PLURALS), PICK(VERBS));
	default:
		return printf("One in five %s of the %s %s was %s %s, the %s said last week. ", PICK(PLURALS), PICK(ADJECTIVES),
		              PICK(NOUNS), PICK(PARTICIPLES), PICK(PLACES), PICK(NOUNS));
	}
}

static int clause_finance(void)
{
	double before = 10.0 + (double)draw(8000) / 10, percent = (double)(draw(30) + 1), after = before * (1 + percent / 100);
	switch (draw(4)) {
	case 0:
		return printf("%s said %s rose %.0f%% to $%.1f million from $%.1f million", name_make().text, PICK(GOODS), percent,
		              after, before);
	case 1:
		return printf("At %s, %s were up %.0f percent, at %.1f million dollars, against %.1f million a year earlier",
		              name_make().text, PICK(GOODS), percent, after, before);
	case 2:
		return printf("Shares of %s closed at $%.2f, and %u,%03u changed hands", name_make().text, before / 10,
		              (unsigned)draw(900) + 1, (unsigned)draw(1000));
	default:
		return printf("%s has %u branches and employs %u,%03u people in %s", name_make().text, (unsigned)draw(400) + 5,
		              (unsigned)draw(60) + 1, (unsigned)draw(1000), name_make().text);
	}
}

static int sentence_finance(void)
{
	int written = clause_finance();
	if (written >= 0 && draw(8) < 5)
		written += printf(", said the %s of the %s %s, which the %s %s of %s had %s", PICK(NOUNS), PICK(ADJECTIVES),
		                  PICK(NOUNS), PICK(ADJECTIVES), PICK(NOUNS), name_make().text, PICK(VERBS));
	return written < 0 ? written : written + printf(". ");
}

int main(int argc, char **argv)
{
	if (argc != 3 || (strcmp(argv[1], "news") != 0 && strcmp(argv[1], "finance") != 0)) {
		(void)fprintf(stderr, "usage: generate news|finance MEGABYTES\n");
		return 2;
	}
	bool finance = strcmp(argv[1], "finance") == 0;
	long long left = strtoll(argv[2], NULL, 10) * 1000000, paragraph = 0;
	while (left > 0) {
		bool figures = finance ? draw(100) < 52 : draw(100) < 27;
		int written = figures ? (finance ? sentence_finance() : sentence_news()) : sentence_plain();
		if (written < 0)
			return 1;
		left -= written;
		paragraph += written;
		if (paragraph > 450) {
			if (fputs("\n\n", stdout) < 0)
				return 1;
			left -= 2;
			paragraph = 0;
		}
	}
	return fflush(stdout) == 0 ? 0 : 1;
}
