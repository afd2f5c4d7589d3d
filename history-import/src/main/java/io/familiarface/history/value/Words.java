package io.familiarface.history.value;

import java.util.Set;

/** The words of a spreadsheet for what the services know by name. One instance a reading. */
public final class Words {
  private static final Set<String> UNKNOWN =
      Set.of(
          "", "-", "--", "?", "unknown", "n/a", "na", "none", "null", "not known", "tbd", "#n/a");

  public final Vocabulary<Boolean> yesOrNo =
      new Vocabulary<Boolean>()
          .means(false, "no", "n", "false", "f", "0", "not told", "not introduced", "not notified")
          .means(false, "not informed", "never", "nein", "non")
          .means(
              true, "yes", "y", "true", "t", "1", "x", "told", "called", "introduced", "informed")
          .means(true, "notified", "texted", "emailed", "by phone", "by text", "by email", "done")
          .means(true, "in person", "ja", "oui", "si", "ok");

  public final Vocabulary<Outcome> outcome =
      new Vocabulary<Outcome>()
          .means(Outcome.MISSED_BY_TECHNICIAN, "technician no show", "tech no show")
          .means(Outcome.MISSED_BY_TECHNICIAN, "technician did not come", "nobody came")
          .means(Outcome.MISSED_NOBODY_FREE, "no technician available", "no tech available")
          .means(Outcome.MISSED_NOBODY_FREE, "nobody available", "understaffed")
          .means(Outcome.MISSED_BY_CUSTOMER, "customer not there", "customer not home", "not home")
          .means(Outcome.MISSED_BY_CUSTOMER, "customer no show", "lockout", "locked out")
          .means(Outcome.MISSED_BY_CUSTOMER, "no access", "no entry", "nobody home", "gate locked")
          .means(Outcome.MISSED_FOR_WEATHER, "weather", "rain", "rained out", "snow", "storm")
          .means(Outcome.CALLED_OFF, "user canceled", "pro canceled", "cancelled", "canceled")
          .means(Outcome.CALLED_OFF, "called off", "rescheduled", "moved", "void", "deleted")
          .means(Outcome.CALLED_OFF, "postponed", "duplicate", "storniert", "abgesagt")
          .means(Outcome.MISSED, "missed", "no show", "noshow", "not done", "not completed")
          .means(Outcome.MISSED, "incomplete", "skipped", "skip", "failed", "no", "n", "false", "0")
          .means(Outcome.MISSED, "did not come", "ausgefallen")
          .means(Outcome.COMPLETED, "completed", "complete", "complete rated", "complete unrated")
          .means(Outcome.COMPLETED, "completed unrated", "done", "finished", "closed", "ok", "yes")
          .means(Outcome.COMPLETED, "y", "true", "x", "1", "serviced", "service performed", "paid")
          .means(Outcome.COMPLETED, "invoiced", "billed", "requires invoicing", "erledigt")
          .means(Outcome.COMPLETED, "performed", "success", "successful", "archived")
          .means(Outcome.PLANNED, "planned", "scheduled", "upcoming", "open", "pending", "booked")
          .means(Outcome.PLANNED, "confirmed", "assigned", "unscheduled", "in progress", "today")
          .means(Outcome.PLANNED, "late", "active", "to do", "geplant");

  public final Vocabulary<String> changeReason =
      new Vocabulary<String>()
          .means("LEFT_COMPANY", "left company", "left", "left us", "quit", "resigned", "fired")
          .means("LEFT_COMPANY", "terminated", "retired", "no longer with us", "let go", "gone")
          .means("SICK", "sick", "sick day", "sick leave", "ill", "illness", "flu", "covid")
          .means("SICK", "injured", "hospital", "doctor", "medical", "krank")
          .means("VACATION", "vacation", "holiday", "holidays", "pto", "on leave", "time off")
          .means("VACATION", "day off", "leave", "urlaub")
          .means("CUSTOMER_REQUEST", "customer request", "customer requested", "requested")
          .means("CUSTOMER_REQUEST", "customer asked", "customer wish", "client request")
          .means("CUSTOMER_REQUEST", "client requested", "asked for by customer", "customer")
          .means("REASSIGNED", "reassigned", "reassignment", "route change", "new route", "route")
          .means(
              "REASSIGNED", "territory", "transferred", "transfer", "schedule", "schedule change")
          .means("REASSIGNED", "workload", "rebalanced", "moved to other route")
          .means("OTHER", "other", "training", "emergency", "car trouble", "vehicle", "personal");

  public final Vocabulary<String> permanence =
      new Vocabulary<String>()
          .means("THIS_VISIT", "this visit", "once", "temporary", "one time", "one off", "no", "n")
          .means("THIS_VISIT", "false", "substitute", "stand in", "fill in", "cover", "0")
          .means("FOR_GOOD", "for good", "permanent", "permanently", "from now on", "yes", "y")
          .means("FOR_GOOD", "true", "1", "x", "new technician", "forever");

  public final Vocabulary<String> cancelReason =
      new Vocabulary<String>()
          .means("TECHNICIAN_CHANGES", "technician changes", "technician", "technicians", "tech")
          .means("TECHNICIAN_CHANGES", "techs", "different person", "different people", "strangers")
          .means("TECHNICIAN_CHANGES", "someone new", "somebody new", "new person", "turnover")
          .means("BUSINESS_CLOSED", "business closed", "out of business", "closed", "bankrupt")
          .means("BUSINESS_CLOSED", "closing", "bankruptcy", "shut down")
          .means(
              "PRICE", "price", "prices", "expensive", "too expensive", "cost", "costs", "cheaper")
          .means("PRICE", "price increase", "afford", "budget", "financial", "money")
          .means("MOVED", "moved", "moved away", "moving", "relocated", "relocating", "relocation")
          .means("MOVED", "sold house", "sold home", "sold the house", "sold property")
          .means("SERVICE", "service", "bad service", "poor service", "quality", "unhappy")
          .means("SERVICE", "dissatisfied", "not satisfied", "no results", "complaint", "late")
          .means("SERVICE", "missed visits", "communication", "results", "damage")
          .means("OTHER", "other");

  /** Whether a cell says that nothing is known. */
  public static boolean isUnknown(String text) {
    return text.length() <= 9 && UNKNOWN.contains(text.strip().toLowerCase(java.util.Locale.ROOT));
  }
}
