package io.familiarface.jobs.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.accounting.TaxRule.Place;
import io.familiarface.jobs.accounting.Taxation.PriceBasis;
import io.familiarface.jobs.accounting.Taxation.PricedAt;
import io.familiarface.jobs.accounting.Taxation.RoundingPer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TaxationTest {
  private static final Place VERMONT = new Place("US", "VT");
  private static final String MICE = "Monthly rodent control";

  private static final List<TaxRule> RULES =
      List.of(
          rule("US", null, null, "0.01"),
          rule("US", "VT", null, "0.06"),
          rule("US", "VT", MICE, "0.07"),
          rule(null, null, "Termite inspection", "0"));

  private static TaxRule rule(String country, String region, String program, String rate) {
    return new TaxRule(
        Optional.ofNullable(country),
        Optional.ofNullable(region),
        Optional.ofNullable(program),
        new BigDecimal(rate));
  }

  private static Taxation prices(PriceBasis basis) {
    return prices(basis, RoundingPer.DOCUMENT);
  }

  private static Taxation prices(PriceBasis basis, RoundingPer per) {
    return new Taxation(RULES, basis, RoundingMode.HALF_UP, per);
  }

  @Test
  void the_rule_that_says_most_holds() {
    Taxation taxation = prices(PriceBasis.NET);
    assertThat(taxation.rate(VERMONT, MICE)).isEqualTo("0.07");
    assertThat(taxation.rate(VERMONT, "Ants")).isEqualTo("0.06");
    assertThat(taxation.rate(new Place("US", "NY"), MICE)).isEqualTo("0.01");
    assertThat(taxation.rate(Place.UNKNOWN, "termite inspection")).isEqualTo("0");
  }

  @Test
  void where_no_rule_holds_there_is_no_tax_and_that_is_seen() {
    Taxation taxation = prices(PriceBasis.NET);
    assertThat(taxation.rate(Place.UNKNOWN, MICE)).isZero();
    assertThat(taxation.isUnmapped(Place.UNKNOWN, MICE)).isTrue();
    assertThat(taxation.isUnmapped(VERMONT, MICE)).isFalse();
  }

  @Test
  void tax_comes_on_top_of_a_net_price() {
    TaxedAmount amount =
        prices(PriceBasis.NET).of(new BigDecimal("89"), new BigDecimal("0.07"), "USD");
    assertThat(amount.net()).isEqualTo("89.00");
    assertThat(amount.tax()).isEqualTo("6.23");
    assertThat(amount.total()).isEqualTo("95.23");
  }

  @Test
  void tax_is_taken_out_of_a_gross_price_which_stays_the_total() {
    TaxedAmount amount =
        prices(PriceBasis.GROSS).of(new BigDecimal("89.00"), new BigDecimal("0.07"), "USD");
    assertThat(amount.net()).isEqualTo("83.18");
    assertThat(amount.tax()).isEqualTo("5.82");
    assertThat(amount.total()).isEqualTo("89.00");
  }

  @Test
  void half_a_cent_is_rounded_as_configured() {
    BigDecimal price = new BigDecimal("0.50");
    BigDecimal rate = new BigDecimal("0.05");
    assertThat(prices(PriceBasis.NET).of(price, rate, "USD").tax()).isEqualTo("0.03");
    assertThat(
            new Taxation(RULES, PriceBasis.NET, RoundingMode.HALF_EVEN, RoundingPer.LINE)
                .of(price, rate, "USD")
                .tax())
        .isEqualTo("0.02");
  }

  @Test
  void tax_is_rounded_to_what_can_be_paid_in_the_currency() {
    BigDecimal rate = new BigDecimal("0.08");
    TaxedAmount net = prices(PriceBasis.NET).of(new BigDecimal("1333"), rate, "JPY");
    assertThat(net.tax()).isEqualTo("107.00");
    TaxedAmount gross = prices(PriceBasis.GROSS).of(new BigDecimal("1333"), rate, "JPY");
    assertThat(gross.net()).isEqualTo("1234.00");
    assertThat(gross.tax()).isEqualTo("99.00");
  }

  private static List<String> taxes(PriceBasis basis, RoundingPer per) {
    BigDecimal rate = new BigDecimal("0.06");
    return prices(basis, per)
        .of(
            List.of(
                new PricedAt(new BigDecimal("0.40"), rate),
                new PricedAt(new BigDecimal("10.00"), BigDecimal.ZERO),
                new PricedAt(new BigDecimal("0.40"), new BigDecimal("0.060")),
                new PricedAt(new BigDecimal("0.40"), rate)),
            "USD")
        .stream()
        .map(amount -> amount.tax().toString())
        .toList();
  }

  @Test
  void the_tax_of_each_line_is_rounded_or_that_of_the_document() {
    assertThat(taxes(PriceBasis.NET, RoundingPer.LINE))
        .containsExactly("0.02", "0.00", "0.02", "0.02");
    // 7.2 cents in all: the lines still add up to the 7 of the document.
    assertThat(taxes(PriceBasis.NET, RoundingPer.DOCUMENT))
        .containsExactly("0.02", "0.00", "0.03", "0.02");
  }

  @Test
  void gross_prices_stay_what_they_are_however_tax_is_rounded() {
    for (RoundingPer per : RoundingPer.values()) {
      assertThat(
              prices(PriceBasis.GROSS, per)
                  .of(
                      List.of(
                          new PricedAt(new BigDecimal("0.40"), new BigDecimal("0.06")),
                          new PricedAt(new BigDecimal("0.45"), new BigDecimal("0.06"))),
                      "USD"))
          .extracting(amount -> amount.total().toString())
          .containsExactly("0.40", "0.45");
    }
  }
}
