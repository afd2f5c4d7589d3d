package io.familiarface.jobs.calendar;

import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.anonymous;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.familiarface.rest.testing.wire.RoundTrips;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarApiTest {
  @Inject Company company;
  private String ann;
  private String ben;
  private String customer;
  private String visit;

  @BeforeEach
  void a_customer_whom_ann_visits() {
    ann = company.technician("Ann");
    ben = company.technician("Ben");
    customer = company.customer("Dorothy");
    String agreement = company.monthlyAgreement(customer, ann, today().plusDays(1));
    visit = company.visitsToCome(agreement).get(0);
  }

  /** The path of a link just made, as it is on this instance. */
  private static String share(String whose, String id) {
    String url =
        json("csr", "{\"%sId\":\"%s\"}".formatted(whose, id))
            .post("/v1/calendar-links")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    return url.substring(url.indexOf("/v1/"));
  }

  private static ReadCalendar read(String path) {
    Response answer = anonymous().get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
    return ReadCalendar.of(answer.asString());
  }

  private void sendBen(String told) {
    company
        .assign(
            visit,
            """
            {"technicianId":"%s","reason":"SICK","permanence":"THIS_VISIT","customerTold":%s}"""
                .formatted(ben, told))
        .then()
        .statusCode(200);
  }

  @Test
  void a_technician_sees_where_to_be_and_when() {
    ReadCalendar.Event event = read(share("technician", ann)).event(visit);
    assertThat(event.status()).isEqualTo("CONFIRMED");
    assertThat(event.summary()).isEqualTo("Dorothy: Monthly rodent control");
    assertThat(event.start()).isEqualTo(Company.at(today().plusDays(1), 10));
  }

  @Test
  void a_visit_that_somebody_else_makes_is_struck_out_of_the_one_and_in_the_other() {
    String anns = share("technician", ann);
    int before = read(anns).event(visit).sequence();
    sendBen("true");
    assertThat(read(anns).event(visit).status()).isEqualTo("CANCELLED");
    assertThat(read(anns).event(visit).sequence()).isGreaterThan(before);
    assertThat(read(share("technician", ben)).event(visit).status()).isEqualTo("CONFIRMED");
  }

  @Test
  void a_customer_reads_who_comes_once_a_person_has_said_so() {
    String calendar = share("customer", customer);
    assertThat(read(calendar).event(visit).summary()).isEqualTo("Monthly rodent control with Ann");
    sendBen("false");
    assertThat(read(calendar).event(visit).summary()).isEqualTo("Monthly rodent control");
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    assertThat(read(calendar).event(visit).summary()).isEqualTo("Monthly rodent control with Ben");
  }

  @Test
  void a_visit_that_moves_moves_and_one_withdrawn_is_cancelled() {
    String weekly =
        json(
                "manager",
                """
                {"customerId":"%s","program":"Weekly","recurrence":"FREQ=WEEKLY","startsOn":"%s",
                 "price":{"amount":"20.00","currency":"USD"},"technicianId":"%s"}"""
                    .formatted(customer, today().minusDays(6), ann))
            .post("/v1/agreements")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    visit = company.visitsToCome(weekly).get(0);
    String calendar = share("customer", customer);
    var to = Company.at(today().plusDays(3), 14);
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(to))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
    assertThat(read(calendar).event(visit).start()).isEqualTo(to);
    json("csr", "{\"reason\":\"MOVED\"}")
        .post("/v1/agreements/" + weekly + "/cancellation")
        .then()
        .statusCode(201);
    assertThat(read(calendar).event(visit).status()).isEqualTo("CANCELLED");
  }

  @Test
  void a_step_of_a_project_is_in_the_calendar_of_who_works_on_it_and_of_whose_it_is() {
    String project =
        "/v1/projects/"
            + json(
                    "csr",
                    "{\"customerId\":\"%s\",\"title\":\"Dry out the cellar\"}".formatted(customer))
                .post("/v1/projects")
                .path("id");
    json(
            "csr",
            """
            {"title":"Pumping","startsOn":"%s","endsOn":"%s","technicianId":"%s"}"""
                .formatted(today().plusDays(30), today().plusDays(32), ben))
        .post(project + "/steps")
        .then()
        .statusCode(201);
    String bens = share("technician", ben);
    String customers = share("customer", customer);
    ReadCalendar.Event step = read(bens).event("Dorothy: Pumping");
    assertThat(step.start())
        .isEqualTo(today().plusDays(30).atStartOfDay(ZoneOffset.UTC).toInstant());
    assertThat(step.description()).isEqualTo("Step 1 of 'Dry out the cellar'.");
    assertThat(read(customers).event("Pumping").status()).isEqualTo("CONFIRMED");
    json("csr", "{\"with\":\"Dorothy\"}").post(project + "/walk-through").then().statusCode(201);
    read(customers).event("Pumping with Ben");
    json("csr", "{\"technicianId\":\"%s\"}".formatted(ann))
        .header("If-Match", "*")
        .patch(project + "/steps/1")
        .then()
        .statusCode(200);
    read(customers).event("Pumping");
    read(share("technician", ann)).event("Dorothy: Pumping");
    assertThat(read(bens).events()).isEmpty();
  }

  @Test
  void a_new_link_ends_the_old_one_and_a_revoked_one_opens_nothing() {
    String first = share("technician", ann);
    String second = share("technician", ann);
    List<String> ids =
        as("csr")
            .queryParam("technicianId", ann)
            .get("/v1/calendar-links")
            .then()
            .body("items", hasSize(1))
            .extract()
            .path("items.id");
    String refusal = refusal(first);
    read(second);
    String link = "/v1/calendar-links/" + ids.get(0);
    as("csr").delete(link).then().statusCode(428);
    as("csr").header("If-Match", etag(link)).delete(link).then().statusCode(204);
    as("csr").get(link).then().statusCode(404).body("type", containsString("calendar-link"));
    assertThat(refusal(second)).isEqualTo(refusal);
    String calendar = first.substring(0, first.indexOf('?'));
    assertThat(refusal(calendar + "?key=guessed")).isEqualTo(refusal);
    assertThat(refusal(calendar)).isEqualTo(refusal);
    String nobody = "/v1/technicians/" + UUID.randomUUID() + "/schedule.ics?key=guessed";
    assertThat(refusal(nobody)).isEqualTo(refusal);
    assertThat(refusal("/v1/links/visits/guessed.ics")).isEqualTo(refusal);
  }

  /** What nobody can tell one unusable link from another by. */
  private static String refusal(String path) {
    Response answer = anonymous().get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    return answer.jsonPath().getString("type") + answer.jsonPath().getString("detail");
  }

  @Test
  void the_key_of_one_does_not_open_the_calendar_of_another() {
    String anns = share("technician", ann);
    String key = anns.substring(anns.indexOf('?'));
    refusal("/v1/technicians/" + ben + "/schedule.ics" + key);
    refusal("/v1/links/visits/" + key.replace("?key=", "") + ".ics");
  }

  @Test
  void nobody_subscribes_to_the_visits_of_who_was_erased_or_has_left() {
    String customers = share("customer", customer);
    company.hear("customers", "io.familiarface.customer", customer, null);
    refusal(customers);
    String anns = share("technician", ann);
    String technician = "/v1/technicians/" + ann;
    json("manager", "{\"leftOn\":\"%s\"}".formatted(today().minusDays(1)))
        .header("If-Match", etag(technician))
        .patch(technician)
        .then()
        .statusCode(200);
    refusal(anns);
    json("csr", "{\"technicianId\":\"%s\"}".formatted(ann))
        .post("/v1/calendar-links")
        .then()
        .statusCode(422);
  }

  @Test
  void a_link_is_for_one_person() {
    json("csr", "{}").post("/v1/calendar-links").then().statusCode(400);
    json("csr", "{\"technicianId\":\"%s\",\"customerId\":\"%s\"}".formatted(ann, customer))
        .post("/v1/calendar-links")
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/technicianId"));
    json("csr", "{\"technicianId\":\"%s\"}".formatted(UUID.randomUUID()))
        .post("/v1/calendar-links")
        .then()
        .statusCode(422);
  }

  @Test
  void a_calendar_of_many_visits_takes_no_more_round_trips_than_one_of_few() {
    String calendar = share("technician", ann);
    int few = trips(calendar);
    for (int i = 0; i < 3; i++) {
      company.monthlyAgreement(company.customer("Guest " + i), ann, today().plusDays(2));
    }
    assertThat(read(calendar).events()).hasSizeGreaterThan(8);
    assertThat(trips(calendar)).isEqualTo(few);
  }

  private static int trips(String calendar) {
    read(calendar);
    return RoundTrips.of(() -> read(calendar)).count();
  }
}
