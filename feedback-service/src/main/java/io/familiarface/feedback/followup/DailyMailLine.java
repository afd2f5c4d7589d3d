package io.familiarface.feedback.followup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A call as the daily mail tells it: everything is text already.
 *
 * @param risk how likely they are to leave; empty where nobody knows
 */
record DailyMailLine(String name, String due, String owner, String risk, String why, String last) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  static DailyMailLine of(FollowUpView call, LocalDate today, ZoneId zone) {
    return new DailyMailLine(
        name(call.customer()),
        due(call.progress().dueOn(), today),
        call.progress().owner() == null ? "nobody yet" : call.progress().owner(),
        risk(call.atStake().probability().doubleValue()),
        call.about().reasons().isEmpty() ? "" : call.about().reasons().get(0).text(),
        call.progress().lastOutcome() == null
            ? "not called yet"
            : last(call.progress().lastOutcome(), zone));
  }

  private static String risk(double probability) {
    long inHundred = Math.round(probability * 100);
    return probability == 0 ? "" : inHundred == 0 ? "less than 1 in 100" : inHundred + " in 100";
  }

  private static String name(FollowUpView.WhoToCall customer) {
    if (customer.name() == null) {
      return "Customer " + (customer.externalId() == null ? customer.id() : customer.externalId());
    }
    return customer.externalId() == null
        ? customer.name()
        : customer.name() + " (" + customer.externalId() + ")";
  }

  private static String due(LocalDate dueOn, LocalDate today) {
    if (dueOn.isEqual(today)) {
      return "today";
    }
    return (dueOn.isBefore(today) ? "overdue since " : "by ") + DAY.format(dueOn);
  }

  private static String last(FollowUpOutcomeView last, ZoneId zone) {
    String outcome = last.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return outcome + " on " + DAY.format(last.at().atZone(zone));
  }
}
