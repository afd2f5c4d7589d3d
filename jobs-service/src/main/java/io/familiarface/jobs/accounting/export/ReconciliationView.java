package io.familiarface.jobs.accounting.export;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Ours against theirs. */
record ReconciliationView(
    @Schema(description = "How many documents we say they hold.") int ours,
    @Schema(description = "How many they list.") int theirs,
    @Schema(description = "How many are the same in all that both say.") int matching,
    @Schema(description = "The first 1,000 of them.") List<Difference> differences,
    @Schema(description = "How many there are in all.") int differing) {

  @Schema(name = "ReconciliationKind")
  enum Kind {
    MISSING_THERE,
    MISSING_HERE,
    TWICE_THERE,
    AMOUNT_DIFFERS,
    CURRENCY_DIFFERS,
    CUSTOMER_DIFFERS,
    DATE_DIFFERS
  }

  /**
   * @param ours what we say; null where we have nothing
   * @param theirs what they say; null where they have nothing
   */
  record Difference(String number, Kind kind, String ours, String theirs, String whatToDo) {}
}
