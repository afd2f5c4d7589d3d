package io.familiarface.feedback.followup;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A call as the daily mail tells it: everything is text already. */
record DailyMailLine(String name, String due, String owner, String risk, String why, String last) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  static DailyMailLine of(FollowUpView call, LocalDate today, ZoneId zone) {
    return new DailyMailLine(
        name(call.customer()),
        due(call.progress().dueOn(), today),
        call.progress().owner() == null ? "nobody yet" : call.progress().owner(),
        "%.0f in 100".formatted(call.atStake().probability().doubleValue() * 100),
        call.about().reasons().isEmpty() ? "" : call.about().reasons().get(0).text(),
        call.progress().lastOutcome() == null
            ? "not called yet"
            : last(call.progress().lastOutcome(), zone));
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
