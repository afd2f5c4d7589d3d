package io.familiarface.rest.testing;

import static io.familiarface.rest.testing.NeighbourEvent.object;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A customer of a monthly programme whose story is told month by month, and what the neighbours
 * publish of it. A sentence ends with its events: they are collected, or handed to whoever listens.
 */
public final class CustomerStory {
  private static final Duration MONTH = Duration.ofDays(30);

  /** Somebody who comes. */
  public record Technician(UUID id, String name) {
    public static Technician named(String name) {
      return new Technician(UUID.randomUUID(), name);
    }

    public NeighbourEvent event() {
      return NeighbourEvent.of(
          "technicians",
          "technician",
          id,
          Instant.now(),
          object(
              "id",
              id,
              "externalId",
              "T-" + name,
              "name",
              name,
              "skills",
              List.of(),
              "revision",
              1));
    }
  }

  public final UUID id;
  public final UUID agreement = UUID.randomUUID();
  public final String externalId;
  private final String name;
  private final Instant signedAt;
  private final List<NeighbourEvent> events = new ArrayList<>();
  private final List<Map<String, Object>> promises = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private Consumer<NeighbourEvent> listener = events::add;
  private Technician usual;
  private Technician signedWith;
  private long revision;

  private record Visit(UUID id, int revision) {}

  private CustomerStory(UUID id, String name, Instant signedAt) {
    this.id = id;
    this.name = name;
    this.externalId = name + "-" + id.toString().substring(24);
    this.signedAt = signedAt;
  }

  /** Signs an agreement that is to last the given number of visits; the last is ten days ago. */
  public static CustomerStory signs(String name, int months, Technician technician) {
    Instant signedAt =
        Instant.now()
            .truncatedTo(ChronoUnit.HOURS)
            .minus(MONTH.multipliedBy(months + 1L))
            .plus(Duration.ofDays(20));
    return new CustomerStory(UUID.randomUUID(), name, signedAt).begins(technician);
  }

  /** A customer who is known already signs, and every event is delivered as it happens. */
  public static CustomerStory lived(UUID customer, Technician technician, Instant signedAt) {
    CustomerStory story = new CustomerStory(customer, "Customer", signedAt);
    story.listener = FeedDelivery::deliver;
    return story.begins(technician);
  }

  private CustomerStory begins(Technician technician) {
    usual = technician;
    signedWith = technician;
    snapshot(signedAt);
    return jobs(
        "agreement.started",
        signedAt,
        object(
            "agreementId",
            agreement,
            "externalId",
            null,
            "customerId",
            id,
            "customerExternalId",
            null,
            "program",
            "Monthly rodent control",
            "recurrence",
            "FREQ=MONTHLY",
            "visitIntervalDays",
            30.44,
            "startsOn",
            signedAt.toString().substring(0, 10),
            "startsAt",
            signedAt,
            "technicianId",
            technician.id(),
            "revision",
            1));
  }

  /** Every visit costs so many dollars. */
  public CustomerStory pays(String price) {
    return agrees("price", object("amount", price, "currency", "USD"));
  }

  /** The rule of the agreement ends with the newest visit. */
  public CustomerStory isToBeVisitedNoMore() {
    return agrees("endsAt", at(visits.size()).plus(Duration.ofHours(12)));
  }

  private CustomerStory agrees(String field, Object value) {
    return jobs(
        "agreement.changed",
        at(visits.size()),
        object(
            "agreementId",
            agreement,
            "customerId",
            id,
            "visitIntervalDays",
            30.44,
            "startsAt",
            signedAt,
            "technicianId",
            signedWith.id(),
            field,
            value,
            "revision",
            2));
  }

  /** "I will be your technician", said right after the newest visit. */
  public CustomerStory isPromised(Technician technician) {
    Instant madeAt = at(visits.size()).plusSeconds(600);
    promises.add(
        object(
            "id",
            UUID.randomUUID(),
            "kind",
            "SAME_TECHNICIAN",
            "text",
            "I will be your technician",
            "madeBy",
            technician.name(),
            "madeAt",
            madeAt,
            "technicianId",
            technician.id(),
            "state",
            "STANDING",
            "breaches",
            new ArrayList<>()));
    return snapshot(madeAt);
  }

  /** The usual technician comes. */
  public CustomerStory isVisited() {
    return isVisitedBy(usual);
  }

  /** This technician comes, and nobody says why. */
  public CustomerStory isVisitedBy(Technician technician) {
    return completed(next(), technician, null, null, null, null);
  }

  /** Somebody else comes for once, because the usual one is away. */
  public CustomerStory isVisitedInstead(Technician substitute) {
    completed(next(), substitute, "ABSENT", "THIS_VISIT", false, false);
    return breaks();
  }

  /** Somebody else comes for good, and nobody said so. */
  public CustomerStory isTakenOver(Technician newcomer) {
    completed(next(), newcomer, "LEFT_COMPANY", "FOR_GOOD", false, false);
    usual = newcomer;
    return breaks();
  }

  /** Somebody else comes for good, announced and introduced. */
  public CustomerStory isHandedOver(Technician newcomer) {
    completed(next(), newcomer, "LEFT_COMPANY", "FOR_GOOD", true, true);
    usual = newcomer;
    for (Map<String, Object> promise : promises) {
      promise.put("state", "RELEASED");
      promise.put("decidedAt", at(visits.size()).toString());
      promise.put("decidedBy", object("type", "visit", "id", visit(visits.size())));
    }
    return snapshot(at(visits.size()));
  }

  /** Nobody comes. */
  public CustomerStory isMissed() {
    int month = next();
    return jobs(
        "visit.missed",
        at(month),
        object(
            "visitId",
            visit(month),
            "externalId",
            null,
            "agreementId",
            agreement,
            "customerId",
            id,
            "scheduledAt",
            at(month),
            "technicianId",
            null,
            "missedAt",
            at(month),
            "reason",
            "OTHER",
            "revision",
            1));
  }

  /** A visit to come. */
  public CustomerStory isToBeVisited(Technician technician, Instant scheduledAt) {
    int month = next();
    return jobs(
        "visit.planned",
        scheduledAt,
        object(
            "visitId",
            visit(month),
            "agreementId",
            agreement,
            "customerId",
            id,
            "scheduledAt",
            scheduledAt,
            "technicianId",
            technician.id(),
            "plannedTechnicianId",
            technician.id(),
            "revision",
            1));
  }

  /** The visit of a month is told again: it was this technician who came. */
  public CustomerStory isCorrected(int month, Technician technician) {
    visits.set(month - 1, new Visit(visit(month), visits.get(month - 1).revision() + 1));
    return completed(month, technician, null, null, null, null);
  }

  /** The visit of a month is told once more, word for word. */
  public CustomerStory isRepeated(int month, Technician technician) {
    return completed(month, technician, "ABSENT", "THIS_VISIT", false, false);
  }

  /** The visit of a month never was. */
  public CustomerStory isWithdrawn(int month) {
    return jobs(
        "visit.withdrawn",
        at(month),
        object(
            "visitId",
            visit(month),
            "agreementId",
            agreement,
            "customerId",
            id,
            "revision",
            visits.get(month - 1).revision() + 1));
  }

  /** The agreement is ended, five days after the newest visit. */
  public CustomerStory cancels() {
    Instant at = at(visits.size()).plus(Duration.ofDays(5));
    return jobs(
        "agreement.cancelled",
        at,
        object(
            "agreementId", agreement,
            "customerId", id,
            "cancelledAt", at,
            "reason", "TECHNICIAN_CHANGES",
            "revision", 2));
  }

  /** When the visit of a month was, the first being 1. */
  public Instant at(int month) {
    return signedAt.plus(MONTH.multipliedBy(month));
  }

  public UUID visit(int month) {
    return visits.get(month - 1).id();
  }

  /** All that was published so far, in the order in which it happened. */
  public List<NeighbourEvent> events() {
    return List.copyOf(events);
  }

  /** What was published since, and forgets it. */
  public List<NeighbourEvent> newEvents() {
    List<NeighbourEvent> fresh = List.copyOf(events);
    events.clear();
    return fresh;
  }

  private int next() {
    visits.add(new Visit(UUID.randomUUID(), 1));
    return visits.size();
  }

  private CustomerStory completed(
      int month,
      Technician who,
      String reason,
      String permanence,
      Boolean customerTold,
      Boolean introduced) {
    return jobs(
        "visit.completed",
        at(month),
        object(
            "visitId",
            visit(month),
            "externalId",
            externalId + "-" + month,
            "agreementId",
            agreement,
            "customerId",
            id,
            "scheduledAt",
            at(month),
            "technicianId",
            who.id(),
            "plannedTechnicianId",
            usual.id(),
            "changeReason",
            reason,
            "permanence",
            permanence,
            "customerTold",
            customerTold,
            "introduced",
            introduced,
            "completedAt",
            at(month),
            "onTime",
            true,
            "revision",
            visits.get(month - 1).revision()));
  }

  @SuppressWarnings("unchecked")
  private CustomerStory breaks() {
    UUID visit = visit(visits.size());
    Instant at = at(visits.size());
    for (Map<String, Object> promise : promises) {
      promise.put("state", "BROKEN");
      promise.putIfAbsent("decidedAt", at.toString());
      promise.putIfAbsent("decidedBy", object("type", "visit", "id", visit));
      ((List<Object>) promise.get("breaches")).add(object("at", at, "visitId", visit));
    }
    return promises.isEmpty() ? this : snapshot(at);
  }

  private CustomerStory snapshot(Instant time) {
    revision++;
    return publish(
        "customers",
        "customer",
        time,
        object(
            "id",
            id,
            "externalId",
            externalId,
            "kind",
            "BUSINESS",
            "name",
            name + "'s Gifts",
            "preferredName",
            name,
            "branch",
            "north",
            "createdAt",
            signedAt,
            "status",
            "ACTIVE",
            "revision",
            revision,
            "burnedBefore",
            null,
            "traits",
            List.of(),
            "promises",
            promises,
            "moods",
            List.of()));
  }

  private CustomerStory jobs(String type, Instant time, Map<String, Object> data) {
    return publish("jobs", type, time, data);
  }

  private CustomerStory publish(String feed, String type, Instant time, Map<String, Object> data) {
    listener.accept(NeighbourEvent.of(feed, type, id, time, data));
    return this;
  }
}
