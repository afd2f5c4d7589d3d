package io.familiarface.jobs.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeferralTest {
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);

  @Test
  void a_year_is_earned_day_by_day() {
    Deferral year =
        new Deferral(new BigDecimal("365.00"), "USD", NEW_YEAR, LocalDate.of(2026, 12, 31));
    assertThat(year.earnedBy(LocalDate.of(2025, 12, 31))).isEqualTo("0.00");
    assertThat(year.earnedBy(LocalDate.of(2026, 1, 31))).isEqualTo("31.00");
    assertThat(year.unearnedBy(LocalDate.of(2026, 1, 31))).isEqualTo("334.00");
    assertThat(year.earnedBy(LocalDate.of(2027, 5, 1))).isEqualTo("365.00");
    assertThat(year.months()).hasSize(12);
    assertThat(year.months().get(1).earned()).isEqualTo("28.00");
    assertThat(year.months().get(11).unearned()).isEqualByComparingTo("0");
  }

  @Test
  void what_is_earned_can_be_paid_in_its_currency() {
    Deferral days = new Deferral(new BigDecimal("100.00"), "JPY", NEW_YEAR, NEW_YEAR.plusDays(2));
    assertThat(days.earnedBy(NEW_YEAR)).isEqualTo("33.00");
    assertThat(days.unearnedBy(NEW_YEAR)).isEqualTo("67.00");
  }

  @Property
  void earned_and_unearned_are_what_was_paid_always(
      @ForAll @IntRange(min = 0, max = 10_000_000) int cents,
      @ForAll @IntRange(max = 700) int startsAfter,
      @ForAll @IntRange(max = 800) int days,
      @ForAll @IntRange(max = 2000) int asOf) {
    BigDecimal paid = BigDecimal.valueOf(cents, 2);
    LocalDate from = NEW_YEAR.plusDays(startsAfter);
    Deferral deferral = new Deferral(paid, "USD", from, from.plusDays(days));
    LocalDate day = NEW_YEAR.plusDays(asOf);
    assertThat(deferral.earnedBy(day).add(deferral.unearnedBy(day))).isEqualByComparingTo(paid);
    assertThat(
            deferral.months().stream()
                .map(Deferral.Month::earned)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(paid);
    assertThat(deferral.months())
        .allSatisfy(month -> assertThat(month.earned().signum()).isNotNegative());
  }
}
