package io.familiarface.history.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CellsOfACompanyTest {
  private final Words words = new Words();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10:00 - 12:00 | 10:00 | 120",
        "10:00-12:00 | 10:00 | 120",
        "8-10 AM | 08:00 | 120",
        "1 to 3 PM | 13:00 | 120",
        "11am - 1pm | 11:00 | 120",
        "8 - 10 | 08:00 | 120",
        "8:30 AM to 10:00 AM | 08:30 | 90",
        "14.30 bis 16.00 | 14:30 | 90",
        "2 hours | | 120",
        "1.5 h | | 90",
        "90 | | 90",
        "30 min. | | 30"
      })
  void windows_as_companies_write_them(String text, LocalTime from, int minutes) {
    assertThat(TimeWindow.ofCell(text)).isEqualTo(new TimeWindow(from, minutes));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "morning",
        "10:00",
        "1 - 3",
        "13 hours",
        "06:00 - 20:00",
        "0.33 min",
        "10:00 - 12:00 EST"
      })
  void what_is_no_window_is_none(String text) {
    assertThat(TimeWindow.ofCell(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$1,234.50 | 1234.50 | USD",
        "89 | 89.00 | USD",
        "89,00 € | 89.00 | EUR",
        "1.234,50 EUR | 1234.50 | EUR",
        "£45.5 | 45.50 | GBP",
        "1,234 | 1234.00 | USD",
        "CHF 1'234.50 | 1234.50 | CHF",
        "CHF 1\u2019234.50 | 1234.50 | CHF",
        "1\u202F234,50 \u20AC | 1234.50 | EUR",
        "89,-- EUR | 89.00 | EUR",
        "89.- | 89.00 | USD",
        "C$120 | 120.00 | CAD",
        "US$ 89 | 89.00 | USD",
        "$89.00/mo | 89.00 | USD",
        "\u20B91,23,456.00 | 123456.00 | INR",
        "1.234.567,89 | 1234567.89 | USD",
        "89.0000 | 89.00 | USD",
        "Fr. 89.50 | 89.50 | CHF",
        "\uFF18\uFF19.00 | 89.00 | USD",
        "89 TAX | 89.00 | USD",
        "89 euros | 89.00 | EUR",
        "66.6667 | 66.67 | USD",
        "\u00A55.00 | 5.00 | JPY",
        "\u00A55.50 | 6.00 | JPY"
      })
  void prices_as_companies_write_them(String text, String amount, String currency) {
    Price price = Price.read(text, "USD");
    assertThat(price.amount()).isEqualTo(amount);
    assertThat(price.currency()).isEqualTo(currency);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "free",
        "1.234",
        "-5.00",
        "(12.00)",
        "2 x $45.00",
        "1 @ $89.00",
        "45-",
        "$89.00 CR",
        "$89.00 / $99.00",
        "$1.2k",
        "10%",
        "~89",
        "12 34",
        "$.50",
        "89\u00A2",
        "\u221245",
        "3h",
        "89 kr",
        "1,2345"
      })
  void what_is_no_price_or_could_be_two_is_none(String text) {
    assertThat(Price.read(text, "USD")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "completed, COMPLETED", "Done, COMPLETED", "Complete unrated, COMPLETED",
    "not completed, MISSED", "No-show, MISSED", "customer not home, MISSED_BY_CUSTOMER",
    "Rained out, MISSED_FOR_WEATHER", "User canceled, CALLED_OFF", "scheduled, PLANNED",
    "Completed - gate locked earlier, MISSED_BY_CUSTOMER"
  })
  void outcomes_as_companies_write_them(String text, Outcome outcome) {
    assertThat(words.outcome.read(text)).contains(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "Sick day, SICK",
    "on PTO, VACATION",
    "He quit in May, LEFT_COMPANY",
    "customer asked for it, CUSTOMER_REQUEST",
    "Route change, REASSIGNED"
  })
  void reasons_as_companies_write_them(String text, String reason) {
    assertThat(words.changeReason.read(text)).contains(reason);
  }

  @Test
  void yes_and_no_in_plain_variations_and_nothing_else() {
    assertThat(words.yesOrNo.read("Yes")).contains(true);
    assertThat(words.yesOrNo.read("told by phone")).contains(true);
    assertThat(words.yesOrNo.read("N")).contains(false);
    assertThat(words.yesOrNo.read("not told")).contains(false);
    assertThat(words.yesOrNo.read("perhaps")).isEmpty();
    assertThat(Words.isUnknown("N/A")).isTrue();
    assertThat(Words.isUnknown(" ? ")).isTrue();
    assertThat(Words.isUnknown("no")).isFalse();
  }

  @Test
  void a_telephone_number_has_nothing_in_it_but_what_the_services_take() {
    assertThat(Contact.phones("+1 (802) 555-0117 ext. 12"))
        .containsExactly("+1 (802) 555-0117 x12");
    assertThat(Contact.phones("Tel: 802.555.0117 (mobile)"))
        .singleElement()
        .asString()
        .startsWith("802.555.0117");
    assertThat(Contact.phones("call the office")).isEmpty();
    assertThat(Contact.digits("+1 (802) 555-0117")).isEqualTo(Contact.digits("802.555.0117"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "802-555-0001, 802-555-0002",
        "802-555-0001 / 802-555-0002",
        "802-555-0001\n802-555-0002",
        "Home: 802-555-0001 Cell: 802-555-0002",
        "802-555-0001 (home); 802-555-0002 (mobile)",
        "802-555-0001 or 802-555-0002",
        "\u202A802\u2011555\u20110001\u202C & 802-555-0002"
      })
  void several_numbers_of_a_cell_are_each_one(String text) {
    assertThat(Contact.phones(text)).containsExactly("802-555-0001", "802-555-0002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.02555E+09", "0000000000", "x", "12345678901234567890"})
  void what_is_no_number_any_more_is_none(String text) {
    assertThat(Contact.phones(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ann Lee <ann@example.com>",
        "mailto:ann@example.com",
        "\u202Aann@example.com\u202C",
        "\"Lee, Ann\" <ann@example.com>",
        "ann@example.com (work)"
      })
  void an_address_is_found_among_what_stands_around_it(String text) {
    assertThat(Contact.emails(text)).containsExactly("ann@example.com");
  }

  @Test
  void an_e_mail_address_is_one_or_none() {
    assertThat(Contact.emails("ann.lee@example.com; bob@example.com"))
        .containsExactly("ann.lee@example.com", "bob@example.com");
    assertThat(Contact.emails("ann.lee@")).isEmpty();
    assertThat(Contact.emails("ann..lee@example.com")).isEmpty();
    assertThat(Contact.emails("none given")).isEmpty();
  }

  @Test
  void names_without_accents_and_signs() {
    assertThat(Text.tidy("  Ann\u00A0 Lee ")).isEqualTo("Ann Lee");
    assertThat(Names.plain("O'Brien, Zoë-Ann")).isEqualTo("obrien zoe ann");
    assertThat(Names.given(" A 17 ")).isEqualTo("A-17");
    assertThat(Names.given("x".repeat(300))).hasSize(100);
  }
}
