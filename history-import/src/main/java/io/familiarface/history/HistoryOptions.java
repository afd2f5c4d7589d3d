package io.familiarface.history;

import io.familiarface.history.column.Mapping;
import io.familiarface.history.value.DateOrder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * How to read a file.
 *
 * @param preset generic, quickbooks, jobber, housecall-pro or servicetitan; empty to find out
 * @param dateOrder empty to find out
 * @param zone the company's time zone; the same as familiar.company.time-zone
 * @param currency of a bare number, ISO 4217
 * @param clock what is past and what is to come
 * @param clients a list of the same system's clients, if there is one
 */
public record HistoryOptions(
    Optional<String> preset,
    Mapping mapping,
    Optional<DateOrder> dateOrder,
    ZoneId zone,
    String currency,
    Clock clock,
    Optional<Path> clients) {

  /** A day further ahead than this is a slip of the pen, not a plan. */
  private static final int DAYS_AHEAD = 400;

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  public LocalDate latestDay() {
    return today().plusDays(DAYS_AHEAD);
  }

  public static HistoryOptions in(ZoneId zone) {
    return new HistoryOptions(
        Optional.empty(),
        Mapping.none(),
        Optional.empty(),
        zone,
        "USD",
        Clock.systemUTC(),
        Optional.empty());
  }

  public HistoryOptions withPreset(String name) {
    return new HistoryOptions(
        Optional.of(name), mapping, dateOrder, zone, currency, clock, clients);
  }

  public HistoryOptions withMapping(Mapping own) {
    return new HistoryOptions(preset, own, dateOrder, zone, currency, clock, clients);
  }

  /**
   * @param format such as MM/dd/yyyy
   */
  public HistoryOptions withDateFormat(String format) {
    return new HistoryOptions(
        preset, mapping, Optional.of(DateOrder.ofFormat(format)), zone, currency, clock, clients);
  }

  public HistoryOptions withCurrency(String code) {
    return new HistoryOptions(preset, mapping, dateOrder, zone, code, clock, clients);
  }

  public HistoryOptions withClock(Clock other) {
    return new HistoryOptions(preset, mapping, dateOrder, zone, currency, other, clients);
  }

  /**
   * @param list of the clients of the same system, which fills in how to reach them
   */
  public HistoryOptions withClients(Path list) {
    return new HistoryOptions(preset, mapping, dateOrder, zone, currency, clock, Optional.of(list));
  }
}
