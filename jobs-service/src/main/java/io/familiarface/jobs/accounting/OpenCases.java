package io.familiarface.jobs.accounting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which invoices open cases hold. */
final class OpenCases {
  private final List<Case> cases;

  OpenCases(List<Case> cases) {
    this.cases = List.copyOf(cases);
  }

  /**
   * One that is open, by what it says it is about.
   *
   * @param invoice the one that its remedy names; null if it names none, or none of theirs
   * @param ofVisit the invoice of its visit; null if it has none
   */
  record Case(UUID customerId, UUID visitId, String invoice, String ofVisit, Instant since) {
    /** By its remedy, else by its visit; null if it may be about any. */
    private String about() {
      return invoice != null ? invoice : ofVisit;
    }
  }

  /**
   * Since when an invoice is disputed. A case holds the invoice that it is about: the one its
   * remedy names, or else that of its visit. One that is about no invoice in particular holds all
   * that the customer has not paid yet.
   */
  Optional<Instant> disputedSince(Document invoice) {
    return cases.stream()
        .filter(one -> one.customerId.equals(invoice.customerId))
        .filter(one -> one.about() == null || one.about().equals(invoice.number))
        .map(Case::since)
        .min(Instant::compareTo);
  }

  /** Whether one that is just being made is disputed from the start. */
  boolean disputeNew(Document invoice) {
    return disputedSince(invoice).isPresent()
        || cases.stream()
            .anyMatch(one -> one.visitId != null && one.visitId.equals(invoice.visitId));
  }
}
