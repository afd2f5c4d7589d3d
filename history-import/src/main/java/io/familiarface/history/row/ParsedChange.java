package io.familiarface.history.row;

import java.time.LocalDate;

/** What one line says of a change of technician. Null is what it doesn't say. */
public record ParsedChange(String reason, String permanence, Notice told, Notice introduced) {
  /** Yes, no, or the day on which it was done. */
  public record Notice(Boolean yes, LocalDate on) {
    boolean isStated() {
      return yes != null || on != null;
    }
  }

  public boolean isStated() {
    return reason != null || permanence != null || told.isStated() || introduced.isStated();
  }

  public boolean isForAbsence() {
    return "SICK".equals(reason) || "VACATION".equals(reason);
  }
}
