package io.familiarface.jobs;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;

import io.familiarface.database.Database;
import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A company to tell stories about; what it hires and signs goes through the API. */
@Singleton
public class Company {
  public static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Inject Database database;

  /** An external id nobody has used yet. */
  public String key(String prefix) {
    return prefix + NUMBERS.incrementAndGet();
  }

  public String technician(String name) {
    return created(
        json(
                "manager",
                """
                {"externalId":"%s","name":"%s","branch":"north","skills":["rodents"]}\
                """
                    .formatted(key("T"), name))
            .post("/v1/technicians"));
  }

  /** A customer as the customers feed tells of one. */
  public String customer(String name) {
    return customer(name, "[]", "[]");
  }

  /** One whom a technician has promised to come. */
  public String promisedCustomer(String name, String technicianId) {
    return customer(
        name,
        "[]",
        """
        [{"id":"%s","kind":"SAME_TECHNICIAN","text":"I come.","madeBy":"Ben",
          "madeAt":"2025-03-06T15:00:00Z","technicianId":"%s","validUntil":null,
          "state":"STANDING"}]\
        """
            .formatted(UUID.randomUUID(), technicianId));
  }

  public String customer(String name, String traits, String promises) {
    String id = UUID.randomUUID().toString();
    hear(
        "customers",
        "io.familiarface.customer",
        id,
        """
        {"id":"%s","externalId":"%s","kind":"BUSINESS","name":"%s","preferredName":"%s",
         "branch":"north","createdAt":"2025-01-06T09:00:00Z","status":"ACTIVE","revision":1,
         "burnedBefore":null,"traits":%s,"promises":%s,"moods":[]}\
        """
            .formatted(id, key("C"), name + " Inc.", name, traits, promises));
    return id;
  }

  /** Lets this service hear an event as its feed consumer would. */
  public void hear(String feed, String type, String subject, String data) {
    FeedEvent event =
        new FeedEvent(
            1, UUID.randomUUID(), "test", type, subject, Instant.now(), data == null, data);
    FeedDelivery.apply(feed, List.of(event));
  }

  public String monthlyAgreement(String customerId, String technicianId, LocalDate startsOn) {
    return monthlyAgreement(customerId, technicianId, startsOn, "10:00");
  }

  public String monthlyAgreement(
      String customerId, String technicianId, LocalDate startsOn, String time) {
    return created(
        json(
                "manager",
                """
                {"externalId":"%s","customerId":"%s","program":"Monthly rodent control",
                 "recurrence":"FREQ=MONTHLY","startsOn":"%s","visitAt":"%s",
                 "price":{"amount":"89.00","currency":"USD"},"technicianId":"%s"}\
                """
                    .formatted(key("A"), customerId, startsOn, time, technicianId))
            .post("/v1/agreements"));
  }

  /** One of which nobody has said at what time of the day they come. */
  public String agreementWithoutTime(String customerId, String technicianId, LocalDate startsOn) {
    return created(
        json(
                "manager",
                """
                {"customerId":"%s","program":"Pests","recurrence":"FREQ=MONTHLY","startsOn":"%s",
                 "price":{"amount":"89.00","currency":"USD"},"technicianId":"%s"}\
                """
                    .formatted(customerId, startsOn, technicianId))
            .post("/v1/agreements"));
  }

  /** One whose customer was told that somebody comes within so many minutes. */
  public String agreementWithWindow(
      String customerId, String technicianId, LocalDate startsOn, int minutes) {
    return created(
        json(
                "manager",
                """
                {"externalId":"%s","customerId":"%s","program":"Monthly rodent control",
                 "recurrence":"FREQ=MONTHLY","startsOn":"%s","visitAt":"10:00","windowMinutes":%d,
                 "price":{"amount":"89.00","currency":"USD"},"technicianId":"%s"}\
                """
                    .formatted(key("A"), customerId, startsOn, minutes, technicianId))
            .post("/v1/agreements"));
  }

  /** Somebody who came to a customer long ago, by an agreement that has ended. */
  public void wasAt(String customerId, String technicianId) {
    LocalDate longAgo = LocalDate.of(2025, 1, 6);
    String former = monthlyAgreement(customerId, technicianId, longAgo);
    Instant then = at(longAgo, 10);
    completeOnTime(pastVisit(former, then), then).then().statusCode(201);
    json("manager", "{\"reason\":\"OTHER\"}")
        .post("/v1/agreements/" + former + "/cancellation")
        .then()
        .statusCode(201);
  }

  /** A past visit, written down by a manager. */
  public String pastVisit(String agreementId, Instant at) {
    return created(
        json(
                "manager",
                """
                {"externalId":"%s","agreementId":"%s","scheduledAt":"%s"}\
                """
                    .formatted(key("V"), agreementId, at))
            .post("/v1/visits"));
  }

  /** As if time had gone by since it was planned so. */
  public void isPlannedFor(String visitId, Instant at, boolean timeSaid) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                database
                    .sql(
                        """
                        update visit set scheduled_at = :at, scheduled_on = :day,
                          time_said = :timeSaid where id = :id
                        """)
                    .bind("at", at)
                    .bind("day", at.atZone(ZONE).toLocalDate())
                    .bind("timeSaid", timeSaid)
                    .bind("id", UUID.fromString(visitId))
                    .update());
  }

  public List<Map<String, Object>> visits(String agreementId) {
    return as("manager")
        .queryParam("agreementId", agreementId)
        .queryParam("limit", 500)
        .get("/v1/visits")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items");
  }

  /** The ids of the visits to come, soonest first. */
  public List<String> visitsToCome(String agreementId) {
    return as("manager")
        .queryParam("agreementId", agreementId)
        .queryParam("state", "PLANNED")
        .queryParam("from", Instant.now().toString())
        .get("/v1/visits")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id");
  }

  public JsonPath visit(String visitId) {
    return as("manager").get("/v1/visits/" + visitId).then().statusCode(200).extract().jsonPath();
  }

  public Response assign(String visitId, String body) {
    return json("csr", body)
        .header("If-Match", Api.etag("/v1/visits/" + visitId))
        .put("/v1/visits/" + visitId + "/assignment");
  }

  public Response completeOnTime(String visitId, Instant at) {
    return json("manager", "{\"completedAt\":\"%s\",\"onTime\":true}".formatted(at))
        .post("/v1/visits/" + visitId + "/completion");
  }

  public Response arrive(String visitId, Instant at) {
    return json("manager", "{\"arrivedAt\":\"%s\"}".formatted(at))
        .post("/v1/visits/" + visitId + "/arrival");
  }

  public static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(ZONE).toInstant();
  }

  public static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  /** The events of a feed about one subject, once there are so many. */
  public List<Map<String, Object>> events(String feed, String subject, int atLeast) {
    return events(feed, subject, found -> found.size() >= atLeast);
  }

  /** The events about one subject with one of this type among them. */
  public List<Map<String, Object>> eventsWith(String feed, String subject, String type) {
    return events(
        feed, subject, found -> found.stream().anyMatch(event -> type.equals(event.get("type"))));
  }

  /** The events of a feed about one subject, once they are complete. */
  public List<Map<String, Object>> events(
      String feed, String subject, Predicate<List<Map<String, Object>>> complete) {
    return PublishedEvents.of(feed).when(UUID.fromString(subject), complete);
  }

  private static String created(Response response) {
    return response.then().statusCode(201).extract().jsonPath().getString("id");
  }
}
