package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How what was paid in advance is earned: day by day, counted at the ends of months. What is earned
 * in the months adds up to what was paid, exactly, as each takes what lies between two sums from
 * the start.
 *
 * @param paid what was paid, which is earned from the first to the last day
 */
record Deferral(BigDecimal paid, String currency, LocalDate from, LocalDate to) {

  /** What is earned in a month, and what is left to earn at its end. */
  record Month(YearMonth month, BigDecimal earned, BigDecimal unearned) {}

  /** Earned up to the end of a day. */
  BigDecimal earnedBy(LocalDate day) {
    if (day.isBefore(from)) {
      return BigDecimal.ZERO.setScale(Taxation.SCALE);
    }
    if (!day.isBefore(to)) {
      return paid;
    }
    BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, day) + 1);
    BigDecimal all = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to) + 1);
    return paid.multiply(days)
        .divide(all, Money.decimals(currency), RoundingMode.HALF_UP)
        .setScale(Taxation.SCALE);
  }

  BigDecimal unearnedBy(LocalDate day) {
    return paid.subtract(earnedBy(day));
  }

  List<Month> months() {
    List<Month> months = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(YearMonth.from(to));
        month = month.plusMonths(1)) {
      BigDecimal earned = earnedBy(month.atEndOfMonth());
      months.add(new Month(month, earned.subtract(before), paid.subtract(earned)));
      before = earned;
    }
    return months;
  }
}
