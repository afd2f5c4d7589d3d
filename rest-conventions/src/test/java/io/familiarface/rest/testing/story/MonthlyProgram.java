package io.familiarface.rest.testing.story;

import static io.familiarface.rest.testing.story.NeighbourEvent.object;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** A monthly programme at a customer's, as jobs-service tells of it: visit after visit. */
public final class MonthlyProgram {
  private static final Duration MONTH = Duration.ofDays(30);

  private final Consumer<NeighbourEvent> told;
  private final UUID customerId;
  private final String keys;
  private final UUID agreementId = UUID.randomUUID();
  private final UUID technician;
  private final Instant startsAt;
  private final Instant first;
  private final List<UUID> visits = new ArrayList<>();

  /**
   * Not yet told of.
   *
   * @param keys what the external ids of the visits begin with; null for visits without
   * @param technician whom the agreement sends
   * @param first when the first visit is; the others follow every thirty days
   */
  MonthlyProgram(
      Consumer<NeighbourEvent> told,
      UUID customerId,
      String keys,
      UUID technician,
      Instant startsAt,
      Instant first) {
    this.told = told;
    this.customerId = customerId;
    this.keys = keys;
    this.technician = technician;
    this.startsAt = startsAt;
    this.first = first;
  }

  /** With its first visit at the start. */
  public static MonthlyProgram starts(
      Consumer<NeighbourEvent> told, UUID customerId, UUID technician, Instant start) {
    return new MonthlyProgram(told, customerId, null, technician, start, start)
        .agreed("started", start, "revision", 1);
  }

  /**
   * Its terms.
   *
   * @param how {@code started} or {@code changed}
   * @param more names and values in turn
   */
  MonthlyProgram agreed(String how, Instant time, Object... more) {
    Map<String, Object> terms =
        object(
            "agreementId", agreementId,
            "customerId", customerId,
            "program", "Monthly rodent control",
            "recurrence", "FREQ=MONTHLY",
            "visitIntervalDays", 30.44,
            "startsAt", startsAt,
            "technicianId", technician);
    terms.putAll(object(more));
    return tell("agreement." + how, time, terms);
  }

  MonthlyProgram cancelled(Instant at, String reason) {
    return tell(
        "agreement.cancelled",
        at,
        object(
            "agreementId", agreementId,
            "customerId", customerId,
            "cancelledAt", at,
            "reason", reason,
            "revision", 2));
  }

  public MonthlyProgram month(UUID technician) {
    return completed(technician, null, null, null, null);
  }

  public MonthlyProgram late(UUID technician) {
    return completed(next(), technician, "onTime", false);
  }

  public MonthlyProgram forGood(UUID technician) {
    return completed(technician, null, "LEFT_COMPANY", "FOR_GOOD", false);
  }

  public MonthlyProgram handedOver(UUID technician) {
    return completed(technician, null, "LEFT_COMPANY", "FOR_GOOD", true);
  }

  public MonthlyProgram absent(UUID technician) {
    return completed(technician, null, "ABSENT", "THIS_VISIT", false);
  }

  /**
   * The next visit.
   *
   * @param planned whom the customer expected; null if nobody says
   * @param announced whether they were told and somebody introduced; null if nobody knows
   */
  MonthlyProgram completed(
      UUID technician, UUID planned, String reason, String permanence, Boolean announced) {
    return completed(
        next(),
        technician,
        "plannedTechnicianId",
        planned,
        "changeReason",
        reason,
        "permanence",
        permanence,
        "customerTold",
        announced,
        "introduced",
        announced);
  }

  private MonthlyProgram completed(int n, UUID technician, Object... more) {
    Map<String, Object> visit = visit(n, technician, 1);
    visit.putAll(object("completedAt", at(n), "onTime", true));
    visit.putAll(object(more));
    return tell("visit.completed", at(n), visit);
  }

  /** Tells of the n-th visit again, with another technician than was said at first. */
  public MonthlyProgram corrected(int n, UUID technician) {
    return completed(n, technician, "revision", 2);
  }

  /** Tells of the n-th visit once more, word for word. */
  public MonthlyProgram repeated(int n, UUID technician) {
    return completed(
        n,
        technician,
        "changeReason",
        "ABSENT",
        "permanence",
        "THIS_VISIT",
        "customerTold",
        false,
        "introduced",
        false);
  }

  public MonthlyProgram takenBack(int n) {
    return tell(
        "visit.withdrawn",
        at(n),
        object(
            "visitId",
            visit(n),
            "agreementId",
            agreementId,
            "customerId",
            customerId,
            "revision",
            3));
  }

  public MonthlyProgram missed() {
    int n = next();
    Map<String, Object> visit = visit(n, null, 1);
    visit.putAll(object("missedAt", at(n), "reason", "OTHER"));
    return tell("visit.missed", at(n), visit);
  }

  /** It was called off three days before, and the customer told before its time. */
  public MonthlyProgram calledOff() {
    int n = next();
    Map<String, Object> visit = visit(n, null, 1);
    visit.putAll(
        object(
            "missedAt",
            at(n).minus(Duration.ofDays(3)),
            "reason",
            "WEATHER",
            "calledOff",
            true,
            "nobodyCame",
            false));
    return tell("visit.missed", at(n).minus(Duration.ofDays(3)), visit);
  }

  /** One was called off three days before its time, and nobody has told the customer yet. */
  public MonthlyProgram calledOffUntold(Instant scheduledAt) {
    Instant calledOffAt = scheduledAt.minus(Duration.ofDays(3));
    Map<String, Object> visit = visit(next(), null, 1);
    visit.putAll(
        object(
            "scheduledAt",
            scheduledAt,
            "missedAt",
            calledOffAt,
            "reason",
            "WEATHER",
            "calledOff",
            true,
            "nobodyCame",
            true));
    return tell("visit.missed", calledOffAt, visit);
  }

  public MonthlyProgram planned(UUID technician, Instant scheduledAt) {
    Map<String, Object> visit = visit(next(), technician, 1);
    visit.putAll(object("scheduledAt", scheduledAt, "plannedTechnicianId", technician));
    return tell("visit.planned", Instant.now(), visit);
  }

  /** Somebody else is to come, of whom they were told, at no time that anybody has said. */
  public MonthlyProgram plannedToldAnyTime(UUID technician, UUID planned, Instant scheduledAt) {
    Map<String, Object> visit = visit(next(), technician, 1);
    visit.putAll(
        object(
            "scheduledAt",
            scheduledAt,
            "anyTime",
            true,
            "plannedTechnicianId",
            planned,
            "customerTold",
            true));
    return tell("visit.planned", Instant.now(), visit);
  }

  private int next() {
    visits.add(UUID.randomUUID());
    return visits.size();
  }

  private Map<String, Object> visit(int n, UUID technician, int revision) {
    return object(
        "visitId", visit(n),
        "externalId", keys == null ? null : keys + "-" + n,
        "agreementId", agreementId,
        "customerId", customerId,
        "scheduledAt", at(n),
        "technicianId", technician,
        "revision", revision);
  }

  private MonthlyProgram tell(String type, Instant time, Map<String, Object> data) {
    told.accept(NeighbourEvent.of("jobs", type, customerId, time, data));
    return this;
  }

  public UUID agreementId() {
    return agreementId;
  }

  /** How many visits there are. */
  int visits() {
    return visits.size();
  }

  /** The id of the n-th visit, counted from one. */
  public UUID visit(int n) {
    return visits.get(n - 1);
  }

  /** When the n-th visit was, or is to be. */
  public Instant at(int n) {
    return first.plus(MONTH.multipliedBy(n - 1L));
  }
}
