/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Russian lexicon: what must be read in Russian sentences. */
#include "pack/lexicon.h"
#include "pack_fixture.h"
#include "scan_fixture.h"

#include <criterion/criterion.h>
#include <string.h>

#define RUSSIAN(table) scan_expect_in("ru", (table), sizeof(table) / sizeof *(table))

Test(scan_russian, no_mistake_and_no_repetition_is_in_the_lexicon)
{
	arena *a = arena_new(NULL);
	diag_list diags = diag_list_new(a);
	pack_words files = pack_fixture_words(a);
	cr_expect_not_null(lexicon_load(a, SLICE("ru"), files.at, files.n, &diags));
	if (diags.items.n)
		diag_print(&diags, stderr, false);
	cr_expect_eq(diags.items.n, 0);
	arena_free(a);
}

Test(scan_russian, number_words_in_every_case)
{
	static const scan_case cases[] = {
		{"Пришли двести сорок шесть человек.", "двести сорок шесть: count {246}"},
		{"С двумястами сорока шестью людьми.", "двумястами сорока шестью: count {246}"},
		{"Две тысячи пятьсот сорок домов.", "Две тысячи пятьсот сорок: count {2540}"},
		{"Один миллион двести тысяч семь книг.", "Один миллион двести тысяч семь: count {1200007}"},
		{"Трёмстам пассажирам помогли.", "Трёмстам: count {300}"},
		{"Осталось четверо, ушли двое.", "четверо: count {4} | двое: count {2}"},
		{"Купили два десятка книг.", "два десятка: count [19, 21]"},
		{"Минус пять очков.", "Минус пять очков: measure [-5.5, -4.5] point"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, ordinals_in_words_and_digits)
{
	static const scan_case cases[] = {
		{"Пятый дом и двадцать первая дверь.", "Пятый: ordinal {5} | двадцать первая: ordinal {21}"},
		{"На третьем мосту и у 12-го дома.", "третьем: ordinal {3} | 12-го: ordinal {12}"},
		{"Открыт 5-й причал.", "5-й: ordinal {5}"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, fractions_and_halves)
{
	static const scan_case cases[] = {
		{"Половина складов пустует.", "Половина: fraction [0.45, 0.55]"},
		{"Две трети складов пустуют.", "Две трети: fraction [0.616666, 0.716667]"},
		{"Более трети складов пустует.", "Более трети: fraction (0.333333, 1]"},
		{"Ушло два с половиной года.", "два с половиной года: duration [2.25, 2.75] year"},
		{"Ушло полтора миллиона рублей.", "полтора миллиона рублей: money [1450000, 1550000] rub"},
		{"Ждали полчаса.", "полчаса: duration [0.45, 0.55] h"},
		{"Съели полмиллиона яблок.", "полмиллиона: count [450000, 550000]"},
		{"Книга упала на пол.", ""},
	};
	RUSSIAN(cases);
}

Test(scan_russian, hedges_bound_in_their_direction)
{
	static const scan_case cases[] = {
		{"Более 24 домов.", "Более 24: count (24, ∞)"},
		{"Свыше 24 домов.", "Свыше 24: count (24, ∞)"},
		{"Не менее 24 домов.", "Не менее 24: count [24, ∞)"},
		{"Как минимум 24 дома.", "Как минимум 24: count [24, ∞)"},
		{"Менее 24 домов.", "Менее 24: count [0, 24)"},
		{"Не более 24 домов.", "Не более 24: count [0, 24]"},
		{"До 24 домов.", "До 24: count [0, 24]"},
		{"Почти 40 домов.", "Почти 40: count [36, 40)"},
		{"Чуть более 40 домов.", "Чуть более 40: count (40, 44]"},
		{"Около 40 домов.", "Около 40: count [36, 44]"},
		{"24 и более домов.", "24 и более: count [24, ∞)"},
		{"25 с лишним домов.", "25 с лишним: count (25, ∞)"},
		{"Около тысячи домов.", "Около тысячи: count [500, 1500]"},
		{"Расходы превысили 3 млн евро.", "3 млн евро: money (3000000, ∞) eur"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, what_a_change_leads_to_is_no_bound)
{
	static const scan_case cases[] = {
		{"Доля выросла на 2 п. п., до 7,2%.", "2 п. п.: measure [1.5, 2.5] percentage point | 7,2%: percent [7.15, 7.25] %"},
		{"Принимают до 40 заявок.", "до 40: count [0, 40]"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, digits_with_spaces_and_a_comma)
{
	static const scan_case cases[] = {
		{"Площадь 1 234,5 га.", "1 234,5 га: measure [1234.45, 1234.55] ha"},
		{"Пришло 1 183 письма.", "1 183: count {1183}"},
		{"Масса 0,125 кг.", "0,125 кг: measure [0.1245, 0.1255] kg"},
		{"Всего 2,5 тыс. судов.", "2,5 тыс.: count [2450, 2550]"},
		{"Всего 2,5 тыс.", "2,5 тыс: count [2450, 2550]"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, units_and_money)
{
	static const scan_case cases[] = {
		{"Поезд шёл 90 км/ч.", "90 км/ч: measure [89.5, 90.5] km/h"},
		{"Заняли 5 кв. м.", "5 кв. м: measure [4.5, 5.5] m²"},
		{"Выработали 3 млн кВт·ч.", "3 млн кВт·ч: measure [2500000, 3500000] kWh"},
		{"Температура −12 °C.", "−12 °C: measure [-12.5, -11.5] °C"},
		{"Продали 30 тонн зерна.", "30 тонн: measure [29.5, 30.5] t"},
		{"Стоит 45 руб. 50 коп. за штуку.", "45 руб. 50 коп.: money [45.495, 45.505] rub"},
		{"Стоит 20 долларов.", "20 долларов: money [19.5, 20.5] usd"},
		{"Стоит 20 ₽ или 5 USD.", "20 ₽: money [19.5, 20.5] rub | 5 USD: money [4.5, 5.5] usd"},
		{"Ждали 2 часа 40 минут.", "2 часа 40 минут: duration [159.5, 160.5] min"},
		{"За 12 % ушло 3 процента.", "12 %: percent [11.5, 12.5] % | 3 процента: percent [2.5, 3.5] %"},
		{"Он пришёл с 5 с половиной книгами и с другом.", "5 с половиной: count [5.25, 5.75]"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, dates_and_years)
{
	static const scan_case cases[] = {
		{"В среду, 18 ноября 2020 года, шёл снег.", "среду: date ~11 | 18 ноября 2020 года: date 2020-11-18"},
		{"Сдан 10-го апреля.", "10-го апреля: date --04-10"},
		{"В 2018 г. построен дом.", "2018 г.: year 2018"},
		{"К 1980-му году.", "1980-му году: year 1980"},
		{"В 2018–2019 гг. строили.", "2018–2019 гг.: date 2018..2019"},
		{"С 1990-х годов.", "1990-х годов: date 1990..1999"},
		{"За 2018 рублей.", "2018 рублей: money [2017.5, 2018.5] rub"},
		{"Всего 2018 домов.", "2018: count {2018}"},
		{"С 3 по 5 января.", "3 по 5 января: date --01-03..--01-05"},
		{"В первом квартале 2020 года.", "первом квартале 2020 года: date 2020-01..2020-03"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, ages)
{
	static const scan_case cases[] = {
		{"Ему исполнилось 25 лет.", "25 лет: age {25} year"},
		{"Ранена 63-летняя женщина.", "63-летняя: age {63} year"},
		{"Принят 5-летний план.", "5-летний: duration [4.5, 5.5] year"},
		{"Строили 25 лет.", "25 лет: duration [24.5, 25.5] year"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, ranges_multiples_and_vague_numbers)
{
	static const scan_case cases[] = {
		{"Нужно от 5 до 7 млн евро.", "5 до 7 млн евро: money [5000000, 7000000] eur"},
		{"Между 10 и 20 процентами.", "Между 10 и 20 процентами: percent [10, 20] %"},
		{"Подано 10–20 заявок.", "10–20: count [10, 20]"},
		{"Долг вырос в 2,5 раза.", "2,5 раза: ratio [2.25, 2.75]"},
		{"Цена выросла вдвое.", "вдвое: ratio [1.8, 2.2]"},
		{"Пришли 22 из 30 моряков.", "22 из 30: ratio {0.733333}"},
		{"Сотни домов и десятки тысяч людей.", "Сотни: vague [100, 1000) | десятки тысяч: vague [20000, 100000)"},
		{"Около полусотни домов.", "Около полусотни: count [45, 55]"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, labels_count_nothing)
{
	static const scan_case cases[] = {
		{"Поезд № 15 опоздал.", "15: label identifier"},
		{"По ст. 105 и п. 3 правил.", "105: label law or article number | 3: label law or article number"},
		{"Это видно на рис. 4.", "4: label figure, table or page number"},
		{"Один из моряков уехал.", "Один из: label idiom"},
		{"Летел Ту-154.", "154: label part of a name"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, sentences_go_on_behind_abbreviations)
{
	static const struct {
		const char *text;
		size_t sentences;
	} cases[] = {
		{"В 2018 г. порт закрыли. Потом его открыли.", 2},
		{"Ущерб 5 млн руб. В порту тихо.", 2},
		{"Глава порта И. П. Лужин уехал.", 1},
		{"Стоит 2,5 тыс. рублей.", 1},
		{"«Мы ушли». Порт закрыт.", 2},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		scan_reading *r = scan_read_in("ru", cases[i].text, strlen(cases[i].text));
		cr_expect_eq(r->scan.sentence_count, cases[i].sentences, "%s: %zu", cases[i].text, r->scan.sentence_count);
		arena_free(r->arena);
	}
}

Test(scan_russian, a_word_that_is_both_year_and_time_ago_is_no_unit_behind_millions)
{
	static const scan_case cases[] = {
		{"Было 4 млн год назад.", "4 млн: count [3500000, 4500000] | год назад: date ~5"},
		{"Ему было 4 года назад.", "4 года: duration [3.5, 4.5] year"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, a_second_day_behind_its_preposition)
{
	static const scan_case cases[] = {
		{"Склад закрыт с 15 по 19 июля 2018 года.", "15 по 19 июля 2018 года: date 2018-07-15..2018-07-19"},
		{"Между 5-м и 9-м мая лил дождь.", "5-м и 9-м мая: date --05-05..--05-09"},
	};
	RUSSIAN(cases);
}

Test(scan_russian, an_amount_set_beside_another_has_its_currency)
{
	static const scan_case cases[] = {
		{"Сбор вырос до 7 млн евро с 4 млн.",
	     "7 млн евро: money [6500000, 7500000] eur | 4 млн: money [3500000, 4500000] eur"},
	};
	RUSSIAN(cases);
}
