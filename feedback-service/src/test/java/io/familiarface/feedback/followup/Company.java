package io.familiarface.feedback.followup;

import static io.familiarface.rest.testing.story.NeighbourEvent.object;

import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A company whose customers can be made likely to leave. */
@ApplicationScoped
public class Company {
  private final StoredRows database;
  private final OpeningFollowUps opening;

  Company(StoredRows database, OpeningFollowUps opening) {
    this.database = database;
    this.opening = opening;
  }

  /** Nobody is known, nothing has happened, and it is today. */
  public void startsAnew() {
    SettableClock.reset();
    database.change(
        """
        truncate flag, customer_risk, signal, customer_copy, visit_copy, technician_copy, feedback,
                 complaint, daily_mail, agreement_copy, project_copy cascade
        """);
    FeedDelivery.load(Stories.technicians());
  }

  /** Dorothy's story under another name: flagged, and nobody has called. */
  public CustomerStory flagged(String name) {
    return flagged(name, null);
  }

  /** The same, at a price in dollars. */
  public CustomerStory flagged(String name, String price) {
    CustomerStory person = CustomerStory.signs(name, 10, Stories.ALAN).isPromised(Stories.ALAN);
    if (price != null) {
      person.pays(price);
    }
    person.isVisited().isVisited().isTakenOver(Stories.BEN).isPromised(Stories.BEN);
    person.isVisited().isVisited().isVisitedInstead(Stories.CARLOS);
    person.isVisited().isVisited().isVisited().isVisitedInstead(Stories.DAVE);
    FeedDelivery.load(person.newEvents());
    return person;
  }

  /** A customer to whom nothing has happened yet. */
  public CustomerStory knownByName(String name) {
    CustomerStory person = CustomerStory.signs(name, 1, Stories.ALAN);
    FeedDelivery.load(
        person.newEvents().stream().filter(told -> told.feed().equals("customers")).toList());
    return person;
  }

  /** A second agreement, with a visit a week: more is at stake. */
  public void alsoSignsWeekly(CustomerStory person) {
    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "jobs",
                "agreement.started",
                person.id,
                person.at(0),
                object(
                    "agreementId",
                    UUID.randomUUID(),
                    "customerId",
                    person.id,
                    "visitIntervalDays",
                    7.0,
                    "startsAt",
                    person.at(0),
                    "technicianId",
                    Stories.BEN.id(),
                    "revision",
                    1))));
  }

  /** The agreement has an end, or another one than before. */
  public void endsItsAgreement(CustomerStory person, Instant end, int revision) {
    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "jobs",
                "agreement.changed",
                person.id,
                person.at(1),
                object(
                    "agreementId",
                    person.agreement,
                    "customerId",
                    person.id,
                    "program",
                    "Monthly rodent control",
                    "visitIntervalDays",
                    30.44,
                    "startsAt",
                    person.at(1),
                    "endsAt",
                    end,
                    "technicianId",
                    Stories.BEN.id(),
                    "revision",
                    revision))));
  }

  /** Somebody else is planned for her next visit. */
  public UUID plansInstead(
      CustomerStory person, CustomerStory.Technician technician, Duration from) {
    UUID visit = UUID.randomUUID();
    plansInstead(person, visit, technician, Instant.now().plus(from), null, 1);
    return visit;
  }

  /**
   * Somebody else is planned for that visit, for the first time or as it is told again.
   *
   * @param told whether the customer was told; null if nobody knows
   */
  public void plansInstead(
      CustomerStory person,
      UUID visit,
      CustomerStory.Technician technician,
      Instant at,
      Boolean told,
      int revision) {
    plansInstead(person, visit, technician, at, false, told, revision);
  }

  /** The same, at no time that anybody has said; nobody knows whether the customer was told. */
  public void plansInsteadAtAnyTime(
      CustomerStory person,
      UUID visit,
      CustomerStory.Technician technician,
      Instant at,
      int revision) {
    plansInstead(person, visit, technician, at, true, null, revision);
  }

  private void plansInstead(
      CustomerStory person,
      UUID visit,
      CustomerStory.Technician technician,
      Instant at,
      boolean anyTime,
      Boolean told,
      int revision) {
    FeedDelivery.live(
        List.of(
            NeighbourEvent.of(
                "jobs",
                "visit.planned",
                person.id,
                at,
                object(
                    "visitId",
                    visit,
                    "agreementId",
                    person.agreement,
                    "customerId",
                    person.id,
                    "scheduledAt",
                    at,
                    "anyTime",
                    anyTime,
                    "technicianId",
                    technician.id(),
                    "plannedTechnicianId",
                    Stories.BEN.id(),
                    "changeReason",
                    "ABSENT",
                    "permanence",
                    "THIS_VISIT",
                    "customerTold",
                    told,
                    "revision",
                    revision))));
  }

  public void cancels(CustomerStory person) {
    FeedDelivery.live(person.cancels().newEvents());
  }

  /** Brings flags and calls together, an hour after the newest history came in. */
  public void plansItsCalls() {
    database.change("update history_heard set heard_at = heard_at - interval '1 hour'");
    plansItsCallsAtOnce();
  }

  /** Brings flags and calls together. */
  void plansItsCallsAtOnce() {
    opening.update();
    opening.openCourtesy();
  }

  /** Her calls, the one due first at the front. */
  public static JsonPath callsOf(CustomerStory person) {
    return calls("customerId=" + person.id);
  }

  public static JsonPath calls(String query) {
    return Api.get("/v1/follow-ups?" + query).statusCode(200).extract().jsonPath();
  }
}
