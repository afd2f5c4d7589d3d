package io.familiarface.jobs.accounting;

import io.familiarface.jobs.JobsFeeds;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Tells the feed and the audit trail what became of a document, in the running transaction. */
@ApplicationScoped
class DocumentPublisher {
  private final Documents documents;
  private final JobsFeeds feeds;
  private final AuditTrail audit;
  private final Event<DocumentsReady> ready;

  DocumentPublisher(
      Documents documents, JobsFeeds feeds, AuditTrail audit, Event<DocumentsReady> ready) {
    this.documents = documents;
    this.feeds = feeds;
    this.audit = audit;
    this.ready = ready;
  }

  /** Documents just made. */
  void issued(Collection<Document> made, Instant at) {
    made.forEach(documents::persist);
    documents.flush();
    made.forEach(
        document -> {
          audit.changed(
              "document.issued",
              "document",
              document.id,
              document.customerId,
              null,
              DocumentView.of(document));
          publish("document.issued", document, at);
          publishTrouble(document, InvoiceTrouble.Kind.DISPUTED, null, document.disputedSince, at);
        });
    tellReady(made);
  }

  private void tellReady(Collection<Document> documents) {
    List<UUID> ids =
        documents.stream()
            .filter(document -> document.state == DocumentState.READY)
            .map(document -> document.id)
            .toList();
    if (!ids.isEmpty()) {
      ready.fire(new DocumentsReady(ids));
    }
  }

  /** A document and what it was before it changed. */
  record Change(Document document, DocumentView before) {
    static Change of(Document document) {
      return new Change(document, DocumentView.of(document));
    }
  }

  /**
   * Documents that were there before; flushes, so that each is told with its new version.
   *
   * @param what such as {@code document.exported}: the action of the entry and the type of the
   *     event
   */
  void changed(Collection<Change> changes, String what, Instant at) {
    documents.flush();
    for (Change change : changes) {
      Document document = change.document();
      audit.changed(
          what,
          "document",
          document.id,
          document.customerId,
          change.before(),
          DocumentView.of(document));
      publish(what, document, at);
      DocumentView before = change.before();
      publishTrouble(
          document,
          InvoiceTrouble.Kind.DISPUTED,
          before.standing().disputedSince(),
          document.disputedSince,
          at);
      publishTrouble(
          document,
          InvoiceTrouble.Kind.OVERDUE,
          before.standing().overdueSince(),
          document.overdueSince,
          at);
    }
    tellReady(
        changes.stream()
            .filter(change -> change.before().state() == DocumentState.HELD)
            .map(Change::document)
            .toList());
  }

  /** Tells that it has begun or ended, if it has. */
  private void publishTrouble(
      Document document, InvoiceTrouble.Kind kind, Instant was, Instant is, Instant at) {
    if ((was == null) != (is == null)) {
      feeds.accounting(
          is == null ? "invoice.settled" : "invoice.troubled",
          document.customerId,
          at,
          InvoiceTrouble.of(document, kind, is == null ? was : is));
    }
  }

  private void publish(String type, Document document, Instant at) {
    feeds.accounting(type, document.customerId, at, DocumentEvent.of(document));
  }
}
