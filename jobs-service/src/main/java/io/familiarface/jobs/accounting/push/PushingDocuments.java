package io.familiarface.jobs.accounting.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.accounting.DocumentState;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.accounting.DocumentsReady;
import io.familiarface.jobs.accounting.OutgoingDocuments;
import io.familiarface.jobs.accounting.RetryPlan;
import io.familiarface.rest.time.Instants;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Pushes documents to the endpoints that want them. Each delivery is taken for a while, sent
 * outside of any transaction, and what came of it is recorded; whoever dies in between leaves it to
 * the next, so that a receiver can get a document twice, always under the same id.
 */
@ApplicationScoped
class PushingDocuments {
  private static final int AT_ONCE = 20;

  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final OutgoingDocuments documents;
  private final WebhookSender sender;
  private final RetryPlan retries;
  private final WebhookSettings settings;
  private final CompanyCalendar calendar;
  private final ObjectMapper mapper;

  PushingDocuments(
      Endpoints endpoints,
      Deliveries deliveries,
      OutgoingDocuments documents,
      WebhookSender sender,
      WebhookSettings settings,
      CompanyCalendar calendar,
      ObjectMapper mapper) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.documents = documents;
    this.sender = sender;
    this.retries = new RetryPlan(settings.attempts());
    this.settings = settings;
    this.calendar = calendar;
    this.mapper = mapper;
  }

  /** Put down in the transaction that makes them ready: none is forgotten. */
  void ready(@Observes DocumentsReady event) {
    deliveries.enqueue(event.documentIds(), null);
  }

  @Scheduled(
      every = "${familiar.accounting.webhooks.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void push() {
    QuarkusTransaction.requiringNew().run(this::moveOn);
    while (pushSome() == AT_ONCE) {
      // the next ones
    }
  }

  /** The next time of those whose time has come: what is made ready from now on waits for it. */
  private void moveOn() {
    Instant now = calendar.now();
    for (Endpoints.Row endpoint : endpoints.due(now)) {
      endpoints.next(endpoint.id(), endpoint.times().nextAfter(now));
    }
  }

  /** Sends a batch, each of them at the same time; says how many. */
  int pushSome() {
    Instant now = calendar.now();
    // Longer than an answer is waited for: nobody else takes what is still being sent.
    Instant until = now.plus(settings.timeout().multipliedBy(2));
    List<Deliveries.Row> taken =
        QuarkusTransaction.requiringNew().call(() -> deliveries.take(now, until, AT_ONCE));
    if (taken.isEmpty()) {
      return 0;
    }
    Map<UUID, Endpoints.Row> targets =
        endpoints
            .withIds(taken.stream().map(Deliveries.Row::endpointId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Endpoints.Row::id, Function.identity()));
    Map<UUID, DocumentView> views =
        documents
            .withIds(taken.stream().map(Deliveries.Row::documentId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(DocumentView::id, Function.identity()));
    List<CompletableFuture<Void>> sent =
        taken.stream()
            .map(
                delivery ->
                    send(
                        delivery,
                        targets.get(delivery.endpointId()),
                        views.get(delivery.documentId())))
            .toList();
    sent.forEach(CompletableFuture::join);
    return taken.size();
  }

  private CompletableFuture<Void> send(
      Deliveries.Row delivery, Endpoints.Row endpoint, DocumentView document) {
    if (endpoint == null) {
      return CompletableFuture.completedFuture(null);
    }
    if (document.state() == DocumentState.HELD && delivery.attempts() == 0) {
      deliveries.withdraw(delivery.id());
      return CompletableFuture.completedFuture(null);
    }
    String body = delivery.body() == null ? body(delivery, document) : delivery.body();
    deliveries.keepBody(delivery.id(), body);
    Instant at = Instants.toMicros(calendar.now());
    return sender
        .send(endpoint, delivery.webhookId(), body, at)
        .thenAccept(outcome -> record(delivery, endpoint, outcome, at));
  }

  /** What Standard Webhooks asks of a payload: its type, its time, and the thing itself. */
  record Message(String type, Instant timestamp, DocumentView data) {}

  private String body(Deliveries.Row delivery, DocumentView document) {
    try {
      return mapper.writeValueAsString(
          new Message(delivery.event().name(), delivery.createdAt(), document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A document can't be written", e);
    }
  }

  private void record(
      Deliveries.Row delivery, Endpoints.Row endpoint, WebhookOutcome outcome, Instant at) {
    int millis = (int) Duration.between(at, calendar.now()).toMillis();
    var attempt = new DeliveryView.Attempt(at, outcome.status(), outcome.error(), millis);
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              if (outcome.isDelivered()) {
                deliveries.record(delivery, attempt, DeliveryState.DELIVERED, null);
                documents.pushed(List.of(delivery.documentId()));
              } else if (outcome.isGone()) {
                endpoints.disable(endpoint.id(), "The receiver answered 410: it wants no more.");
                deliveries.record(delivery, attempt, DeliveryState.DEAD, null);
              } else {
                retries
                    .delayAfter(delivery.attempts() + 1, outcome.retryAfter())
                    .ifPresentOrElse(
                        delay ->
                            deliveries.record(
                                delivery, attempt, DeliveryState.PENDING, at.plus(delay)),
                        () -> deliveries.record(delivery, attempt, DeliveryState.DEAD, null));
              }
            });
  }
}
