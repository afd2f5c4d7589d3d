package io.familiarface.feedback.page;

import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tells what we said and did about a customer: flags, and calls. */
@ApplicationScoped
class TellingFlagsAndCalls {
  private final Sql sql;

  TellingFlagsAndCalls(Sql sql) {
    this.sql = sql;
  }

  List<TimelineEntry> of(UUID customer) {
    List<TimelineEntry> entries = new ArrayList<>();
    sql.list(
            """
            select id, state, raised_at, cleared_at, ended_at, lead_days, lead_visits
            from flag where customer_id = ? and state <> 'WITHDRAWN'
            """,
            TellingFlagsAndCalls::flag,
            customer)
        .forEach(entries::addAll);
    entries.addAll(
        sql.list(
            """
            select o.id, o.at, o.outcome, o.recorded_by, o.said
            from follow_up u join follow_up_outcome o on o.follow_up_id = u.id
            where u.customer_id = ?
            """,
            TellingFlagsAndCalls::call,
            customer));
    return entries;
  }

  private static List<TimelineEntry> flag(Row row) throws SQLException {
    UUID id = row.uuid("id");
    List<TimelineEntry> entries = new ArrayList<>();
    entries.add(
        entry(
            id,
            "raised",
            row.instant("raised_at"),
            EntryType.FLAG_RAISED,
            "Flagged: likely to leave."));
    Instant cleared = row.instant("cleared_at");
    if (cleared != null) {
      entries.add(entry(id, "cleared", cleared, EntryType.FLAG_CLEARED, "The flag was cleared."));
    }
    Instant ended = row.instant("ended_at");
    if (ended != null && row.text("state").equals("KEPT")) {
      entries.add(
          entry(id, "ended", ended, EntryType.FLAG_KEPT, "She stayed: the flag ended well."));
    } else if (ended != null) {
      entries.add(entry(id, "ended", ended, EntryType.FLAG_LOST, lost(row)));
    }
    return entries;
  }

  private static String lost(Row row) throws SQLException {
    Integer days = row.integer("lead_days");
    Integer visits = row.integer("lead_visits");
    if (days == null || visits == null) {
      return "We lost her.";
    }
    return "We lost her, %d days and %d %s after the flag."
        .formatted(days, visits, visits == 1 ? "visit" : "visits");
  }

  private static TimelineEntry entry(
      UUID flag, String aspect, Instant at, EntryType type, String text) {
    return TimelineEntry.of("flag/" + flag + "/" + aspect, at, type, flag, text);
  }

  private static TimelineEntry call(Row row) throws SQLException {
    UUID id = row.uuid("id");
    String text = row.text("recorded_by") + " called: " + outcome(row.text("outcome")) + ".";
    return TimelineEntry.of("call/" + id, row.instant("at"), EntryType.CALLED, id, text)
        .saying(row.text("said"));
  }

  private static String outcome(String outcome) {
    return switch (outcome) {
      case "REACHED" -> "reached her";
      case "NO_ANSWER" -> "no answer";
      case "CALL_BACK" -> "is to call back";
      case "WRONG_NUMBER" -> "wrong number";
      default -> "no call needed";
    };
  }
}
