package io.familiarface.rest.testing.story;

import static io.familiarface.rest.testing.story.NeighbourEvent.object;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A customer of a monthly programme whose story is told month by month, and what the neighbours
 * publish of it.
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
          object("id", id, "externalId", "T-" + name, "name", name, "revision", 1));
    }
  }

  public final UUID id = UUID.randomUUID();
  public final UUID agreement;
  public final String externalId;
  private final String name;
  private final Instant signedAt;
  private final List<NeighbourEvent> events = new ArrayList<>();
  private final List<Map<String, Object>> promises = new ArrayList<>();
  private final MonthlyProgram program;
  private Technician usual;
  private long revision;

  private CustomerStory(String name, int months, Technician technician) {
    this.name = name;
    this.externalId = name + "-" + id.toString().substring(24);
    // At half past: nothing happens at the very midnight at which a day begins.
    this.signedAt =
        Instant.now()
            .truncatedTo(ChronoUnit.HOURS)
            .minus(Duration.ofMinutes(30))
            .minus(MONTH.multipliedBy(months + 1L))
            .plus(Duration.ofDays(20));
    this.usual = technician;
    this.program =
        new MonthlyProgram(
            events::add, id, externalId, technician.id(), signedAt, signedAt.plus(MONTH));
    this.agreement = program.agreementId();
  }

  /** Signs an agreement that is to last the given number of visits; the last is ten days ago. */
  public static CustomerStory signs(String name, int months, Technician technician) {
    CustomerStory story = new CustomerStory(name, months, technician);
    story.snapshot(story.signedAt);
    return story.agrees("started", story.signedAt, "revision", 1);
  }

  /** Every visit costs so many dollars. */
  public CustomerStory pays(String price) {
    Object value = object("amount", price, "currency", "USD");
    return agrees("changed", at(program.visits()), "price", value, "revision", 2);
  }

  /** The rule of the agreement ends with the newest visit. */
  public CustomerStory isToBeVisitedNoMore() {
    Instant end = at(program.visits()).plus(Duration.ofHours(12));
    return agrees("changed", at(program.visits()), "endsAt", end, "revision", 2);
  }

  private CustomerStory agrees(String how, Instant time, Object... more) {
    program.agreed(how, time, more);
    return this;
  }

  /** "I will be your technician", said right after the newest visit. */
  public CustomerStory isPromised(Technician technician) {
    Instant madeAt = at(program.visits()).plusSeconds(600);
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
    return completed(usual, null, null, null);
  }

  /** Somebody else comes for once, because the usual one is away. */
  public CustomerStory isVisitedInstead(Technician substitute) {
    return completed(substitute, "ABSENT", "THIS_VISIT", false).breaks();
  }

  /** Somebody else comes for once, announced and introduced. */
  public CustomerStory isVisitedInsteadAsAnnounced(Technician substitute) {
    return completed(substitute, "ABSENT", "THIS_VISIT", true).breaks();
  }

  /** Somebody else comes for good, and nobody said so. */
  public CustomerStory isTakenOver(Technician newcomer) {
    completed(newcomer, "LEFT_COMPANY", "FOR_GOOD", false);
    usual = newcomer;
    return breaks();
  }

  /** Somebody else comes for good, announced and introduced. */
  public CustomerStory isHandedOver(Technician newcomer) {
    completed(newcomer, "LEFT_COMPANY", "FOR_GOOD", true);
    usual = newcomer;
    promises.forEach(
        promise -> {
          promise.put("state", "RELEASED");
          promise.put("decidedAt", at(program.visits()).toString());
          promise.put("decidedBy", object("type", "visit", "id", visit(program.visits())));
        });
    return snapshot(at(program.visits()));
  }

  /** The agreement is ended, five days after the newest visit. */
  public CustomerStory cancels() {
    return ends("TECHNICIAN_CHANGES");
  }

  /** The company ends the agreement, five days after the newest visit. */
  public CustomerStory isLetGo() {
    return ends("LET_GO");
  }

  private CustomerStory ends(String reason) {
    program.cancelled(at(program.visits()).plus(Duration.ofDays(5)), reason);
    return this;
  }

  /** When the visit of a month was, the first being 1. */
  public Instant at(int month) {
    return program.at(month);
  }

  public UUID visit(int month) {
    return program.visit(month);
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

  private CustomerStory completed(
      Technician who, String reason, String permanence, Boolean announced) {
    program.completed(who.id(), usual.id(), reason, permanence, announced);
    return this;
  }

  @SuppressWarnings("unchecked")
  private CustomerStory breaks() {
    Instant at = at(program.visits());
    UUID visit = visit(program.visits());
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
    events.add(
        NeighbourEvent.of(
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
}
