package io.familiarface.history.value;

import java.util.Locale;
import java.util.Set;

/** The words of a spreadsheet for what the services know by name. One instance a reading. */
public final class Words {
  private static final Set<String> UNKNOWN =
      Set.of(
          ("|\u2610|-|--|---|?|??|.|unknown|n/a|n.a.|na|none|null|nil|nan|nat|not known|tbd|tba|\\n"
                  + "|#n/a|(blank)|(none)|(empty)|unbekannt|keine|inconnu|ninguno|nessuno|geen")
              .split("\\|"));
  private static final String BEGINNINGS = " -?.#(\\uUnNtTkKiIgG";
  private static final Set<String> NAMES = Set.of("None", "Null", "Nil", "Na", "Nan");
  private static final Set<String> FLAGS =
      Set.of(
          "yes y true t x 1 no n false f 0 \u2713 \u2714 \u2611 \u2610 \u2717 \u2718 \u2612 ja nein oui non si"
              .split(" "));
  private static final int LONGEST_NO_CUSTOMER = 24;
  private static final Set<String> NO_CUSTOMER =
      Set.of(
          ("unknown customer|unknown client|unknown account|unknown name|no customer|no client|no"
               + " name|no account|unnamed|unnamed customer|customer unknown|client unknown|deleted"
               + " customer|deleted client|customer deleted|client deleted|deleted|not"
               + " specified|unspecified|redacted|anonymous|unbekannter kunde|client"
               + " inconnu|cliente desconocido")
              .split("\\|"));
  private static final int LONGEST_FLAG = 5;
  private static final int LONGEST_UNKNOWN = 12;

  public final Vocabulary<Boolean> yesOrNo =
      new Vocabulary<Boolean>()
          .means(false, "no", "n", "false", "f", "0", "not told", "not introduced", "not notified")
          .means(false, "not informed", "never", "nein", "non")
          .means(
              true, "yes", "y", "true", "t", "1", "x", "told", "called", "introduced", "informed")
          .means(true, "notified", "texted", "emailed", "by phone", "by text", "by email", "done")
          .means(true, "in person", "ja", "oui", "si", "ok");

  public final Vocabulary<Outcome> outcome =
      new OutcomeWords()
          .means(Outcome.MISSED_BY_TECHNICIAN, "technician no show", "tech no show")
          .means(
              Outcome.MISSED_BY_TECHNICIAN, "technician did not come", "nobody came", "no one came")
          .means(Outcome.MISSED_BY_TECHNICIAN, "technician did not show", "tech did not show")
          .means(Outcome.MISSED_NOBODY_FREE, "no technician available", "no tech available")
          .means(Outcome.MISSED_NOBODY_FREE, "nobody available", "understaffed", "no technician")
          .means(Outcome.MISSED_BY_CUSTOMER, "customer not there", "customer not home", "not home")
          .means(Outcome.MISSED_BY_CUSTOMER, "customer no show", "lockout", "locked out")
          .means(Outcome.MISSED_BY_CUSTOMER, "no access", "no entry", "nobody home", "gate locked")
          .means(Outcome.MISSED_BY_CUSTOMER, "no one home", "locked gate", "could not access")
          .means(Outcome.MISSED_BY_CUSTOMER, "unable to access", "refused", "refused service")
          .means(Outcome.MISSED_BY_CUSTOMER, "turned away", "nobody there", "no answer", "not in")
          .means(Outcome.MISSED_FOR_WEATHER, "weather", "rain", "rained out", "snow", "storm")
          .means(
              Outcome.MISSED_FOR_WEATHER,
              "rainout",
              "rain out",
              "snowed out",
              "wind",
              "windy",
              "hurricane")
          .means(Outcome.CALLED_OFF, "user canceled", "pro canceled", "cancelled", "canceled")
          .means(Outcome.CALLED_OFF, "cancel", "cancellation", "canceld", "cancled", "cxl", "cxld")
          .means(Outcome.CALLED_OFF, "called off", "rescheduled", "reschedule", "moved", "void")
          .means(
              Outcome.CALLED_OFF,
              "rescheduling",
              "resched",
              "rebooked",
              "deferred",
              "suspended",
              "deleted")
          .means(
              Outcome.CALLED_OFF,
              "bumped",
              "pushed",
              "no longer needed",
              "not needed",
              "not required")
          .means(Outcome.CALLED_OFF, "postponed", "duplicate", "voided", "removed", "declined")
          .means(Outcome.CALLED_OFF, "rejected", "withdrawn", "lost", "expired", "inactive")
          .means(Outcome.CALLED_OFF, "storniert", "abgesagt", "verschoben", "annule", "annulee")
          .means(Outcome.CALLED_OFF, "reporte", "cancelado", "cancelada", "anulado", "reprogramado")
          .means(Outcome.CALLED_OFF, "reagendado", "annullato", "cancellato", "rinviato")
          .means(Outcome.CALLED_OFF, "geannuleerd", "verzet", "aplazado", "adiado")
          .means(Outcome.MISSED, "missed", "no show", "noshow", "not done", "not completed")
          .means(Outcome.MISSED, "incomplete", "skipped", "skip", "failed", "no", "n", "false", "0")
          .means(Outcome.MISSED, "did not come", "not serviced", "unserviced", "uncompleted")
          .means(Outcome.MISSED_BY_CUSTOMER, "kunde nicht da", "nicht angetroffen", "client absent")
          .means(Outcome.MISSED_BY_CUSTOMER, "cliente ausente", "niemand zuhause", "niet thuis")
          .means(
              Outcome.MISSED_BY_CUSTOMER, "dog in yard", "dog out", "dog loose", "nobody answered")
          .means(Outcome.MISSED_BY_CUSTOMER, "couldnt get in", "could not get in", "cant get in")
          .means(Outcome.MISSED_BY_CUSTOMER, "gate closed", "gate code wrong", "door locked")
          .means(Outcome.MISSED_BY_CUSTOMER, "cliente assente", "kein zugang", "pas d acces")
          .means(Outcome.MISSED, "did not go", "didnt go", "did not happen", "didnt happen")
          .means(Outcome.MISSED, "never happened", "never came", "never arrived", "never showed")
          .means(Outcome.MISSED, "no service", "not able to service", "could not service")
          .means(Outcome.MISSED, "couldnt service", "unable to service", "ran out of time")
          .means(Outcome.MISSED, "no time", "forgot", "forgotten", "overlooked", "abgebrochen")
          .means(Outcome.MISSED, "no se realizo", "no se hizo", "no se presento", "nao realizado")
          .means(Outcome.MISSED, "nao compareceu", "pas venu", "niet gekomen", "vergessen")
          .means(Outcome.MISSED, "not performed", "not made", "unsuccessful", "undone", "aborted")
          .means(Outcome.MISSED, "ausgefallen", "nicht erschienen", "manque", "non effectue")
          .means(Outcome.MISSED, "perdido", "no realizado", "no realizada", "no completado")
          .means(Outcome.MISSED, "mancato", "niet uitgevoerd", "gemist", "nein", "non")
          .means(Outcome.COMPLETED, "completed", "complete", "complete rated", "complete unrated")
          .means(Outcome.COMPLETED, "completed unrated", "done", "finished", "closed", "ok", "yes")
          .means(Outcome.COMPLETED, "y", "true", "x", "1", "serviced", "service performed", "paid")
          .means(Outcome.COMPLETED, "invoiced", "billed", "requires invoicing", "posted")
          .means(Outcome.COMPLETED, "performed", "success", "successful", "archived", "completion")
          .means(Outcome.COMPLETED, "showed up", "showed", "took place", "kept")
          .means(
              Outcome.COMPLETED, "late completed", "ready for billing", "ready to bill", "gereed")
          .means(Outcome.COMPLETED, "visited", "attended", "fulfilled", "ready to invoice")
          .means(
              Outcome.COMPLETED, "to be invoiced", "ready for invoicing", "done pending approval")
          .means(Outcome.COMPLETED, "awaiting payment", "pending payment", "payment due")
          .means(
              Outcome.COMPLETED, "erledigt", "abgeschlossen", "fertig", "durchgefuhrt", "termine")
          .means(Outcome.COMPLETED, "terminee", "effectue", "effectuee", "fait", "completado")
          .means(
              Outcome.COMPLETED, "completada", "terminado", "terminada", "realizado", "realizada")
          .means(Outcome.COMPLETED, "hecho", "concluido", "concluida", "feito", "completato")
          .means(Outcome.COMPLETED, "fatto", "finito", "eseguito", "voltooid", "uitgevoerd")
          .means(Outcome.COMPLETED, "gedaan", "afgerond", "klaar", "ja", "oui", "si", "sim")
          .means(Outcome.PLANNED, "planned", "scheduled", "upcoming", "open", "pending", "booked")
          .means(Outcome.PLANNED, "confirmed", "assigned", "unscheduled", "in progress", "today")
          .means(Outcome.PLANNED, "unconfirmed", "unassigned", "needs scheduling", "dispatched")
          .means(Outcome.PLANNED, "on hold", "hold", "late", "overdue", "active", "to do", "todo")
          .means(Outcome.PLANNED, "new", "submitted", "created", "draft", "requested", "tentative")
          .means(Outcome.PLANNED, "started", "working", "ongoing", "underway", "paused", "queued")
          .means(Outcome.PLANNED, "on my way", "on the way", "en route", "enroute", "arrived")
          .means(
              Outcome.PLANNED,
              "on site",
              "onsite",
              "traveling",
              "travelling",
              "driving",
              "clocked in",
              "waiting",
              "delayed",
              "proposed")
          .means(Outcome.PLANNED, "action required", "follow up", "estimate", "quote", "unposted")
          .means(Outcome.PLANNED, "proposal", "quoted", "approved", "accepted", "ending within")
          .means(
              Outcome.PLANNED,
              "geplant",
              "offen",
              "bestatigt",
              "in arbeit",
              "in bearbeitung",
              "planifie",
              "prevu")
          .means(Outcome.PLANNED, "planifiee", "prevue", "en cours", "en attente", "programado")
          .means(Outcome.PLANNED, "programada", "pendiente", "en curso", "en progreso", "agendado")
          .means(Outcome.PLANNED, "pendente", "agendada", "confirmado", "pianificato", "in corso")
          .means(Outcome.PLANNED, "in sospeso", "gepland", "in behandeling");

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
    if (text.length() > LONGEST_UNKNOWN || !mayBeUnknown(text)) {
      return false;
    }
    String plain = Text.plainSigns(text).strip().toLowerCase(Locale.ROOT);
    return UNKNOWN.contains(plain) || isErrorOfASpreadsheet(plain);
  }

  /** Every cell is asked, and most begin otherwise than any word for "unknown". */
  private static boolean mayBeUnknown(String text) {
    return text.isEmpty() || text.charAt(0) > '~' || BEGINNINGS.indexOf(text.charAt(0)) >= 0;
  }

  /** "#REF!", or "####" of a column that was too narrow. */
  private static boolean isErrorOfASpreadsheet(String plain) {
    return plain.startsWith("#")
        && plain.length() > 3
        && (plain.endsWith("!") || plain.endsWith("?") || plain.chars().allMatch(c -> c == '#'));
  }

  /**
   * Whether nothing is known, where any word may be somebody's name: there are a None and a Null.
   */
  public static boolean isUnknownName(String text) {
    return isUnknown(text) && !NAMES.contains(text.strip());
  }

  /** Whether a cell says that it is not known who was visited: it is no name that visits share. */
  public static boolean isNoCustomer(String text) {
    return text.length() <= LONGEST_NO_CUSTOMER
        && NO_CUSTOMER.contains(
            Character.isLetter(text.charAt(0)) ? text.toLowerCase(Locale.ROOT) : Names.plain(text));
  }

  /** Whether a cell is the mark of a column that is only ticked. */
  public static boolean isFlag(String text) {
    return text.length() <= LONGEST_FLAG && FLAGS.contains(text.strip().toLowerCase(Locale.ROOT));
  }
}
