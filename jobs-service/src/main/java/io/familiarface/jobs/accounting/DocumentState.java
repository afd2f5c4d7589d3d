package io.familiarface.jobs.accounting;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a document has come; {@link #mayBecome} is the whole law. */
@Schema(
    description =
        "HELD: a complaint about it is open, nobody is asked to pay; READY for "
            + "accounting; EXPORTED there; ACCEPTED in its books, or REJECTED in words, to go "
            + "along with the next export; PAID: nothing is owed of it any more. DRAFT is "
            + "seen by nobody.")
public enum DocumentState {
  /** Made, not yet looked at; it leaves this state in the transaction that makes it. */
  DRAFT,
  /** A complaint about it is open: nobody is asked to pay. */
  HELD,
  /** May go to accounting. */
  READY,
  /** Went to accounting. */
  EXPORTED,
  /** Accounting has it in its books. */
  ACCEPTED,
  /** Accounting refused it, in words; it goes along again with the next export. */
  REJECTED,
  /** Nothing is owed of it any more. */
  PAID;

  private static final Map<DocumentState, Set<DocumentState>> NEXT =
      Map.of(
          DRAFT, EnumSet.of(HELD, READY),
          HELD, EnumSet.of(READY, PAID),
          READY, EnumSet.of(HELD, EXPORTED, PAID),
          EXPORTED, EnumSet.of(ACCEPTED, REJECTED, PAID),
          ACCEPTED, EnumSet.of(PAID),
          REJECTED, EnumSet.of(EXPORTED, PAID),
          PAID, EnumSet.noneOf(DocumentState.class));

  public boolean mayBecome(DocumentState next) {
    return NEXT.get(this).contains(next);
  }
}
