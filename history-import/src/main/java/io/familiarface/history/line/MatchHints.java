package io.familiarface.history.line;

import java.time.LocalDate;
import java.util.Set;

/** What a file says beyond what the services take, so that a line is recognised among the held. */
public sealed interface MatchHints {
  /**
   * @param idGiven whether the external id is the company's own, and not made by us
   * @param spareKey the customer's key if the one in the line is another one's already, or null
   * @param contactKeys of telephone numbers, e-mail addresses and homes
   */
  record ForCustomer(boolean idGiven, String spareKey, Set<String> contactKeys)
      implements MatchHints {}

  /**
   * @param programGiven whether the file says the program
   */
  record ForAgreement(boolean programGiven) implements MatchHints {}

  /**
   * @param idGiven whether the external id is the company's own, and not made by us
   * @param timeGiven whether the time of day is known
   * @param nameOnly whether nothing but the name says whose visit it is
   * @param settled whether it is our guess that the visit was a hand-over for good
   */
  record ForVisit(
      boolean idGiven, LocalDate day, boolean timeGiven, boolean nameOnly, boolean settled)
      implements MatchHints {}
}
