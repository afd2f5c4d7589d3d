package io.familiarface.jobs.accounting.push;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.accounting.DocumentKind;
import io.familiarface.jobs.accounting.OutgoingDocuments;
import io.familiarface.rest.Ids;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.neighbour.OutsideTransaction;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Somebody wants documents pushed to an address, gets another secret, or wants no more. */
@ApplicationScoped
class AddingEndpoint {
  private final Endpoints endpoints;
  private final Deliveries deliveries;
  private final OutgoingDocuments documents;
  private final WebhookSettings settings;
  private final AuditTrail audit;
  private final CompanyCalendar calendar;
  private final Caller caller;
  private final ZoneId companyZone;

  AddingEndpoint(
      Endpoints endpoints,
      Deliveries deliveries,
      OutgoingDocuments documents,
      WebhookSettings settings,
      AuditTrail audit,
      CompanyCalendar calendar,
      Caller caller,
      @ConfigProperty(name = "familiar.company.time-zone", defaultValue = "America/New_York")
          ZoneId companyZone) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.documents = documents;
    this.settings = settings;
    this.audit = audit;
    this.calendar = calendar;
    this.caller = caller;
    this.companyZone = companyZone;
  }

  /** What accounting has not heard of in any way is pushed to it first. */
  @Transactional
  Endpoints.Row add(NewEndpoint request) {
    requireAllowed(uri(request.url()));
    PushTimes times =
        PushTimes.requireValid(
            request.cron(), request.zone() == null ? companyZone.getId() : request.zone());
    List<DocumentKind> events =
        request.events() == null ? List.of(DocumentKind.values()) : request.events();
    Instant now = Instants.toMicros(calendar.now());
    Endpoints.Row endpoint =
        new Endpoints.Row(
            Ids.next(),
            request.url(),
            events.stream().distinct().map(Enum::name).toList(),
            request.cron(),
            times.zone(),
            Signature.newSecret(),
            null,
            null,
            null,
            request.cron() == null ? null : times.nextAfter(now),
            now,
            caller.name(),
            0);
    endpoints.insert(endpoint);
    catchUp(endpoint.id(), events);
    audit.changed("endpoint.added", "endpoint", endpoint.id(), null, null, endpoint.view());
    return endpoint;
  }

  private void catchUp(UUID endpoint, List<DocumentKind> events) {
    List<UUID> waiting = documents.neverSent(events);
    if (!waiting.isEmpty()) {
      deliveries.enqueue(waiting, endpoint);
    }
  }

  /** Names are looked up outside of the transaction: that can take its time. */
  private void requireAllowed(URI target) {
    OutsideTransaction.ask(
            target, () -> TargetAddress.refusalToAdd(target, settings.allowPrivateTargets()))
        .ifPresent(
            why -> {
              throw JobsProblem.TARGET_NOT_ALLOWED.at("/url", why);
            });
  }

  private static URI uri(String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw INVALID_REQUEST.at("/url", "This is no address: " + e.getReason() + ".");
    }
  }

  /**
   * The former secret signs along for a while; an endpoint that was disabled is tried again, and
   * gets what it has missed.
   */
  @Transactional
  Endpoints.Row rotate(String id) {
    Endpoints.Row before = endpoints.lock(id);
    endpoints.rotate(before.id(), Signature.newSecret(), calendar.now().plus(settings.rotation()));
    Endpoints.Row after = endpoints.get(before.id().toString());
    if (!before.isActive()) {
      catchUp(after.id(), after.events().stream().map(DocumentKind::valueOf).toList());
    }
    audit.changed("endpoint.rotated", "endpoint", after.id(), null, before.view(), after.view());
    return after;
  }

  @Transactional
  void remove(String id, String ifMatch) {
    Endpoints.Row endpoint = endpoints.lock(id);
    ETags.requireMatch(ifMatch, endpoint.id(), endpoint.version());
    endpoints.delete(endpoint.id());
    audit.changed("endpoint.removed", "endpoint", endpoint.id(), null, endpoint.view(), null);
  }
}
