package io.familiarface.customers;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A monthly programme at a customer's, as jobs-service tells of it. */
public final class MonthlyProgram {

  private static final Duration MONTH = Duration.ofDays(30);

  private final FeedSink told;
  private final UUID customerId;
  private final UUID agreementId = UUID.randomUUID();
  private final Instant start;
  private final List<UUID> visits = new ArrayList<>();

  private MonthlyProgram(FeedSink told, UUID customerId, Instant start) {
    this.told = told;
    this.customerId = customerId;
    this.start = start;
  }

  public static MonthlyProgram starts(
      FeedSink told, UUID customerId, UUID technician, Instant start) {
    var programme = new MonthlyProgram(told, customerId, start);
    told.by(
        "jobs",
        "agreement.started",
        customerId,
        """
        {"agreementId":"%s","externalId":null,"customerId":"%s","customerExternalId":null,
         "program":"Monthly rodent control","recurrence":"FREQ=MONTHLY","visitIntervalDays":30.44,
         "startsOn":"2025-01-06","startsAt":"%s","technicianId":"%s","revision":1}\
        """
            .formatted(programme.agreementId, customerId, start, technician));
    return programme;
  }

  public MonthlyProgram late(UUID technician) {
    visits.add(UUID.randomUUID());
    return tellOf(
        "visit.completed",
        visits.size(),
        1,
        technician,
        ",\"completedAt\":\"%s\",\"onTime\":false".formatted(at(visits.size())));
  }

  public MonthlyProgram month(UUID technician) {
    return completed(technician, null, null, null, null);
  }

  public MonthlyProgram forGood(UUID technician) {
    return completed(technician, "LEFT_COMPANY", "FOR_GOOD", false, false);
  }

  public MonthlyProgram handedOver(UUID technician) {
    return completed(technician, "LEFT_COMPANY", "FOR_GOOD", true, true);
  }

  public MonthlyProgram absent(UUID technician) {
    return completed(technician, "ABSENT", "THIS_VISIT", false, false);
  }

  private MonthlyProgram completed(
      UUID technician, String reason, String permanence, Boolean customerTold, Boolean introduced) {
    visits.add(UUID.randomUUID());
    return tell(visits.size(), 1, technician, reason, permanence, customerTold, introduced);
  }

  /** Tells of the n-th visit again, with another technician than was said at first. */
  public MonthlyProgram corrected(int n, UUID technician) {
    return tell(n, 2, technician, null, null, null, null);
  }

  /** Tells of the n-th visit once more, word for word. */
  public MonthlyProgram repeated(int n, UUID technician) {
    return tell(n, 1, technician, "ABSENT", "THIS_VISIT", false, false);
  }

  public MonthlyProgram takenBack(int n) {
    told.by(
        "jobs",
        "visit.withdrawn",
        customerId,
        """
        {"visitId":"%s","agreementId":"%s","customerId":"%s","revision":3}\
        """
            .formatted(visit(n), agreementId, customerId));
    return this;
  }

  public MonthlyProgram missed() {
    visits.add(UUID.randomUUID());
    return tellOf(
        "visit.missed",
        visits.size(),
        1,
        null,
        ",\"missedAt\":\"%s\",\"reason\":\"OTHER\"".formatted(at(visits.size())));
  }

  public MonthlyProgram planned(UUID technician, Instant scheduledAt) {
    visits.add(UUID.randomUUID());
    told.by(
        "jobs",
        "visit.planned",
        customerId,
        """
        {"visitId":"%s","agreementId":"%s","customerId":"%s","scheduledAt":"%s",
         "technicianId":"%s","plannedTechnicianId":"%s","revision":1}\
        """
            .formatted(
                visit(visits.size()),
                agreementId,
                customerId,
                scheduledAt,
                technician,
                technician));
    return this;
  }

  private MonthlyProgram tell(
      int n,
      int revision,
      UUID technician,
      String reason,
      String permanence,
      Boolean customerTold,
      Boolean introduced) {
    return tellOf(
        "visit.completed",
        n,
        revision,
        technician,
        """
        ,"completedAt":"%s","onTime":true,"changeReason":%s,"permanence":%s,
        "customerTold":%s,"introduced":%s\
        """
            .formatted(at(n), quoted(reason), quoted(permanence), customerTold, introduced));
  }

  private MonthlyProgram tellOf(String type, int n, int revision, UUID technician, String more) {
    told.by(
        "jobs",
        type,
        customerId,
        """
        {"visitId":"%s","externalId":null,"agreementId":"%s","customerId":"%s","scheduledAt":"%s",
         "technicianId":%s,"revision":%d%s}\
        """
            .formatted(
                visit(n), agreementId, customerId, at(n), quoted(technician), revision, more));
    return this;
  }

  /** The id of the n-th visit, counted from one. */
  public UUID visit(int n) {
    return visits.get(n - 1);
  }

  /** When the n-th visit was, or is to be. */
  public Instant at(int n) {
    return start.plus(MONTH.multipliedBy(n - 1L));
  }

  private static String quoted(Object value) {
    return value == null ? "null" : "\"" + value + "\"";
  }
}
