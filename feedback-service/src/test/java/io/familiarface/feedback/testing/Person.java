package io.familiarface.feedback.testing;

import static io.familiarface.feedback.testing.Events.object;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A customer of a monthly programme whose story is told month by month, and what the neighbours
 * publish of it. The last month of a story is ten days ago.
 */
public final class Person {
  private static final Duration MONTH = Duration.ofDays(30);

  public final UUID id = UUID.randomUUID();
  public final UUID agreement = UUID.randomUUID();
  public final String externalId;
  private final String name;
  private final Instant signedAt;
  private final List<Told> told = new ArrayList<>();
  private final List<Map<String, Object>> promises = new ArrayList<>();
  private final List<UUID> visits = new ArrayList<>();
  private Technician usual;
  private Technician signedWith;
  private long revision;

  /** Somebody who comes. */
  public record Technician(UUID id, String name) {
    public static Technician named(String name) {
      return new Technician(UUID.randomUUID(), name);
    }

    public Told told() {
      return Events.told(
          "technicians",
          "technician",
          id,
          Instant.now(),
          object("id", id, "externalId", "T-" + name, "name", name, "revision", 1));
    }
  }

  private Person(String name, int months) {
    this.name = name;
    this.externalId = name + "-" + id.toString().substring(24);
    this.signedAt =
        Instant.now()
            .truncatedTo(ChronoUnit.HOURS)
            .minus(MONTH.multipliedBy(months + 1L))
            .plus(Duration.ofDays(20));
  }

  /** Signs an agreement that is to last the given number of visits. */
  public static Person signs(String name, int months, Technician technician) {
    Person person = new Person(name, months);
    person.usual = technician;
    person.signedWith = technician;
    person.snapshot(person.signedAt);
    person.jobs(
        "agreement.started",
        person.signedAt,
        object(
            "agreementId",
            person.agreement,
            "customerId",
            person.id,
            "program",
            "Monthly rodent control",
            "recurrence",
            "FREQ=MONTHLY",
            "visitIntervalDays",
            30.44,
            "startsAt",
            person.signedAt,
            "technicianId",
            technician.id(),
            "revision",
            1));
    return person;
  }

  /** Her visits cost so many dollars. */
  public Person pays(String price) {
    return agrees("price", object("amount", price, "currency", "USD"));
  }

  /** The rule of her agreement ends with her newest visit. */
  public Person isToBeVisitedNoMore() {
    return agrees("endsAt", at(visits.size()).plus(Duration.ofHours(12)));
  }

  private Person agrees(String field, Object value) {
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
  public Person isPromised(Technician technician) {
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
            at(visits.size()).plusSeconds(600),
            "technicianId",
            technician.id(),
            "state",
            "STANDING",
            "breaches",
            new ArrayList<>()));
    return snapshot(at(visits.size()).plusSeconds(600));
  }

  /** The usual technician comes. */
  public Person isVisited() {
    return visit(usual, null, null, null, null);
  }

  /** Somebody else comes for once, because the usual one is away. */
  public Person isVisitedInstead(Technician substitute) {
    visit(substitute, "ABSENT", "THIS_VISIT", false, false);
    return breaks(visits.get(visits.size() - 1));
  }

  /** Somebody else comes for once, announced and introduced. */
  public Person isVisitedInsteadAsAnnounced(Technician substitute) {
    visit(substitute, "ABSENT", "THIS_VISIT", true, true);
    return breaks(visits.get(visits.size() - 1));
  }

  /** Somebody else comes for good, and nobody said so. */
  public Person isTakenOver(Technician newcomer) {
    visit(newcomer, "LEFT_COMPANY", "FOR_GOOD", false, false);
    usual = newcomer;
    return breaks(visits.get(visits.size() - 1));
  }

  /** Somebody else comes for good, announced and introduced. */
  public Person isHandedOver(Technician newcomer) {
    visit(newcomer, "LEFT_COMPANY", "FOR_GOOD", true, true);
    usual = newcomer;
    Instant at = at(visits.size());
    for (Map<String, Object> promise : promises) {
      promise.put("state", "RELEASED");
      promise.put("decidedAt", at.toString());
      promise.put("decidedBy", object("type", "visit", "id", visits.get(visits.size() - 1)));
    }
    return snapshot(at);
  }

  /** She ends it, five days after the newest visit. */
  public Person cancels() {
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
    return visits.get(month - 1);
  }

  /** All that was published of her so far, in the order in which it happened. */
  public List<Told> told() {
    return List.copyOf(told);
  }

  /** What was published since, and forgets it. */
  public List<Told> news() {
    List<Told> news = List.copyOf(told);
    told.clear();
    return news;
  }

  private Person visit(
      Technician who, String reason, String permanence, Boolean customerTold, Boolean introduced) {
    UUID visit = UUID.randomUUID();
    visits.add(visit);
    Instant at = at(visits.size());
    return jobs(
        "visit.completed",
        at,
        object(
            "visitId", visit,
            "externalId", externalId + "-" + visits.size(),
            "agreementId", agreement,
            "customerId", id,
            "scheduledAt", at,
            "technicianId", who.id(),
            "plannedTechnicianId", usual.id(),
            "changeReason", reason,
            "permanence", permanence,
            "customerTold", customerTold,
            "introduced", introduced,
            "completedAt", at,
            "onTime", true,
            "revision", 1));
  }

  @SuppressWarnings("unchecked")
  private Person breaks(UUID visit) {
    Instant at = at(visits.size());
    for (Map<String, Object> promise : promises) {
      promise.put("state", "BROKEN");
      promise.putIfAbsent("decidedAt", at.toString());
      promise.putIfAbsent("decidedBy", object("type", "visit", "id", visit));
      ((List<Object>) promise.get("breaches")).add(object("at", at, "visitId", visit));
    }
    return promises.isEmpty() ? this : snapshot(at);
  }

  private Person snapshot(Instant time) {
    revision++;
    told.add(
        Events.told(
            "customers",
            "customer",
            id,
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
                List.of())));
    return this;
  }

  private Person jobs(String type, Instant time, Map<String, Object> data) {
    told.add(Events.told("jobs", type, id, time, data));
    return this;
  }
}
