package io.familiarface.history.company;

import java.time.LocalDate;

/** What one line says of a change of technician. Null is what it doesn't say. */
record SeenChange(String reason, String permanence, Notice told, Notice introduced) {
  /** Yes, no, or the day on which it was done. */
  record Notice(Boolean yes, LocalDate on) {
    boolean isStated() {
      return yes != null || on != null;
    }
  }

  boolean isStated() {
    return reason != null || permanence != null || told.isStated() || introduced.isStated();
  }

  boolean isForAbsence() {
    return "SICK".equals(reason) || "VACATION".equals(reason);
  }
}
