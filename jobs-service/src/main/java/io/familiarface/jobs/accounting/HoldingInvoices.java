package io.familiarface.jobs.accounting;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.accounting.DocumentPublisher.Change;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Nobody is asked to pay while a case about it is open. An invoice that has gone out already keeps
 * its state; that it is disputed is told to accounting over the feed.
 */
@ApplicationScoped
class HoldingInvoices {
  private final Documents documents;
  private final CustomerCases cases;
  private final DocumentPublisher publisher;
  private final CompanyCalendar calendar;

  HoldingInvoices(
      Documents documents,
      CustomerCases cases,
      DocumentPublisher publisher,
      CompanyCalendar calendar) {
    this.documents = documents;
    this.cases = cases;
    this.publisher = publisher;
    this.calendar = calendar;
  }

  /**
   * Holds and releases by the cases as they are now; the customer is locked.
   *
   * @param at when the case came to be as it is
   */
  void follow(UUID customerId, Instant at) {
    List<Document> unsettled = documents.unsettledOf(customerId);
    if (unsettled.isEmpty()) {
      return;
    }
    OpenCases open = cases.openOf(List.of(customerId));
    List<Change> held = new ArrayList<>();
    List<Change> released = new ArrayList<>();
    Instant now = calendar.now();
    Instant since = at.isAfter(now) ? now : at;
    for (Document invoice : unsettled) {
      Change change = Change.of(invoice);
      Optional<Instant> disputed = open.disputedSince(invoice);
      if (invoice.dispute(disputed.isPresent(), disputed.orElse(since))) {
        (disputed.isPresent() ? held : released).add(change);
      }
    }
    publisher.changed(held, "document.held", since);
    publisher.changed(released, "document.released", since);
  }
}
