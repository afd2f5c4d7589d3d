package io.familiarface.jobs.accounting.system;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.accounting.DocumentKind;
import io.familiarface.jobs.accounting.DocumentState;
import io.familiarface.jobs.accounting.OutgoingDocuments;
import io.familiarface.jobs.accounting.RetryPlan;
import io.familiarface.jobs.accounting.export.Buyer;
import io.familiarface.jobs.accounting.export.DocumentStream;
import io.familiarface.jobs.accounting.export.ExportedDocument;
import io.familiarface.jobs.accounting.system.AccountingSystem.Answer;
import io.familiarface.jobs.accounting.system.AccountingSystem.NamedCustomer;
import io.familiarface.jobs.accounting.system.BookingQueue.Batch;
import io.familiarface.rest.time.Instants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Books documents in the accounting system, some at a time, outside of any transaction. A batch has
 * its id before it is sent and keeps it until it is answered: whoever dies in between leaves it to
 * the next, who sends the same under the same id, so that each document is booked once.
 */
final class BookingDocuments {
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final AccountingSystem system;
  private final BookingQueue bookings;
  private final SystemState state;
  private final OutgoingDocuments documents;
  private final DocumentStream stream;
  private final RetryPlan retries;
  private final CompanyCalendar calendar;

  BookingDocuments(
      AccountingSystem system,
      BookingQueue bookings,
      SystemState state,
      OutgoingDocuments documents,
      DocumentStream stream,
      RetryPlan retries,
      CompanyCalendar calendar) {
    this.system = system;
    this.bookings = bookings;
    this.state = state;
    this.documents = documents;
    this.stream = stream;
    this.retries = retries;
    this.calendar = calendar;
  }

  /** All that is due; nothing while another copy does so. */
  void bookAll() {
    if (state.take(calendar.now(), calendar.now().plus(LEASE))) {
      try {
        QuarkusTransaction.requiringNew().run(this::enqueue);
        while (bookSome()) {
          state.extend(calendar.now().plus(LEASE));
        }
      } finally {
        state.release();
      }
    }
  }

  private void enqueue() {
    List<UUID> waiting = documents.neverSent(List.of(DocumentKind.values()));
    if (!waiting.isEmpty()) {
      bookings.enqueue(waiting, OutgoingDocuments.TABLE, now());
    }
  }

  private Instant now() {
    return Instants.toMicros(calendar.now());
  }

  /** False when there is nothing more to do now. */
  private boolean bookSome() {
    Optional<Batch> next =
        QuarkusTransaction.requiringNew().call(() -> bookings.next(now(), system.batch()));
    return next.isPresent() && book(next.get());
  }

  private boolean book(Batch batch) {
    List<ExportedDocument> some = withoutHeld(batch);
    if (some.isEmpty()) {
      return true;
    }
    try {
      Map<UUID, Answer> answers = new LinkedHashMap<>();
      Map<UUID, String> customers = customers(batch, some, answers);
      List<ExportedDocument> known =
          some.stream().filter(each -> !answers.containsKey(each.document().id())).toList();
      if (!known.isEmpty()) {
        answers.putAll(system.book(batch.id().toString(), known, customers));
      }
      QuarkusTransaction.requiringNew().run(() -> record(some, answers));
      return true;
    } catch (SystemUnavailable e) {
      QuarkusTransaction.requiringNew().run(() -> postpone(batch, e));
      return false;
    } catch (RequestRefused e) {
      QuarkusTransaction.requiringNew().run(() -> refused(some, e));
      return true;
    }
  }

  /** What a case holds is not sent, unless it may have been already. */
  private List<ExportedDocument> withoutHeld(Batch batch) {
    List<ExportedDocument> some = stream.withIds(batch.documents());
    List<UUID> held =
        batch.attempts() > 0
            ? List.of()
            : some.stream()
                .map(ExportedDocument::document)
                .filter(document -> document.state() == DocumentState.HELD)
                .map(document -> document.id())
                .toList();
    if (!held.isEmpty()) {
      QuarkusTransaction.requiringNew().run(() -> bookings.withdraw(held));
    }
    return some.stream().filter(each -> !held.contains(each.document().id())).toList();
  }

  /** Their ids there; documents of those who could not be made there are refused. */
  private Map<UUID, String> customers(
      Batch batch, List<ExportedDocument> some, Map<UUID, Answer> answers) {
    Map<UUID, Buyer> buyers = new LinkedHashMap<>();
    some.forEach(each -> buyers.put(each.document().customerId(), each.buyer()));
    Map<UUID, String> known =
        new HashMap<>(
            QuarkusTransaction.requiringNew().call(() -> bookings.customers(buyers.keySet())));
    List<NamedCustomer> unknown = new ArrayList<>();
    for (Buyer buyer : buyers.values()) {
      if (!known.containsKey(buyer.id())) {
        unknown.add(new NamedCustomer(buyer.id(), buyer.name()));
      }
    }
    if (!unknown.isEmpty()) {
      Map<UUID, Answer> added = system.addCustomers(requestId(batch, unknown), unknown);
      for (NamedCustomer customer : unknown) {
        Answer answer = added.get(customer.id());
        if (!answer.isDone()) {
          answer = theirs(batch, buyers.get(customer.id()), answer);
        }
        if (answer.isDone()) {
          String externalId = answer.externalId();
          QuarkusTransaction.requiringNew()
              .run(() -> bookings.insertCustomer(customer.id(), externalId));
          known.put(customer.id(), externalId);
        } else {
          for (ExportedDocument each : some) {
            if (each.document().customerId().equals(customer.id())) {
              answers.put(each.document().id(), answer);
            }
          }
        }
      }
    }
    return known;
  }

  /** The same for the same customers: some may be known when a batch is sent again. */
  private static String requestId(Batch batch, List<NamedCustomer> customers) {
    return "%s-%08x".formatted(batch.id(), customers.hashCode());
  }

  /** Somebody has the name: it is our customer, unless that is another of ours who is called so. */
  private Answer theirs(Batch batch, Buyer buyer, Answer refused) {
    Optional<String> found = system.findCustomer(buyer.name());
    if (found.isEmpty()) {
      return refused;
    }
    boolean another =
        QuarkusTransaction.requiringNew().call(() -> bookings.isCustomer(found.get()));
    return another
        ? system
            .addCustomers(
                batch.id() + "-" + buyer.id().toString().substring(24),
                List.of(
                    new NamedCustomer(buyer.id(), "%s (%s)".formatted(buyer.name(), buyer.key()))))
            .get(buyer.id())
        : Answer.done(found.get());
  }

  private void record(List<ExportedDocument> some, Map<UUID, Answer> answers) {
    Map<String, String> words = new HashMap<>();
    for (ExportedDocument each : some) {
      UUID id = each.document().id();
      Answer answer = answers.get(id);
      bookings.record(
          id,
          answer.isDone() ? BookingState.BOOKED : BookingState.REFUSED,
          answer.externalId(),
          answer.words(),
          now());
      words.put(each.document().number(), answer.words());
    }
    documents.pushed(some.stream().map(each -> each.document().id()).toList());
    documents.answered(words);
  }

  private void postpone(Batch batch, SystemUnavailable why) {
    int attempts = batch.attempts() + (why.counts() ? 1 : 0);
    if (!why.counts()) {
      bookings.postpone(batch.id(), attempts, now().plus(why.retryAfter()), why.getMessage());
      return;
    }
    retries
        .delayAfter(attempts, why.retryAfter())
        .ifPresentOrElse(
            delay -> bookings.postpone(batch.id(), attempts, now().plus(delay), why.getMessage()),
            () ->
                bookings.giveUp(
                    batch.id(),
                    why.getMessage()
                        + " We gave up: put it right, then send these documents again.",
                    now()));
  }

  private void refused(List<ExportedDocument> some, RequestRefused why) {
    if (some.size() > 1) {
      bookings.split(some.stream().map(each -> each.document().id()).toList());
    } else {
      record(some, Map.of(some.get(0).document().id(), Answer.refused(why.getMessage())));
    }
  }
}
