package io.familiarface.jobs.agreement;

import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class RenewalApiTest {
  private static final LocalDate START = today().plusDays(3);
  private static final LocalDate END = START.plusDays(14);
  private static final LocalDate LATER = START.plusDays(35);

  @Inject Company company;
  private String customer;
  private String technician;
  private String agreement;
  private String path;

  @BeforeEach
  void three_weekly_visits() {
    customer = company.customer("Dorothy");
    technician = company.technician("Ann");
    agreement =
        sign("FREQ=WEEKLY;UNTIL=" + END.format(DateTimeFormatter.BASIC_ISO_DATE)).path("id");
    path = "/v1/agreements/" + agreement;
  }

  private io.restassured.response.ExtractableResponse<?> sign(String recurrence) {
    return json(
            "manager",
            """
            {"customerId":"%s","program":"Weekly","recurrence":"%s","startsOn":"%s",
             "visitAt":"10:00","price":{"amount":"20.00","currency":"USD"},
             "technicianId":"%s"}"""
                .formatted(customer, recurrence, START, technician))
        .post("/v1/agreements")
        .then()
        .statusCode(201)
        .extract();
  }

  private List<LocalDate> days() {
    return company.visitsToCome(agreement).stream()
        .map(visit -> company.visit(visit).getString("scheduledAt"))
        .map(at -> Instant.parse(at).atZone(Company.ZONE).toLocalDate())
        .toList();
  }

  private io.restassured.response.ValidatableResponse renew(LocalDate until) {
    return json("csr", "{\"endsOn\":\"%s\"}".formatted(until)).post(path + "/renewal").then();
  }

  @Test
  void nobody_comes_after_the_end_and_a_renewal_goes_on_as_it_was() {
    assertThat(days()).containsExactly(START, START.plusDays(7), END);
    List<String> before = company.visitsToCome(agreement);
    json(
            "csr",
            """
            {"endsOn":"%s","price":{"amount":"22.50","currency":"USD"}}"""
                .formatted(LATER))
        .post(path + "/renewal")
        .then()
        .statusCode(201)
        .body("endsOn", equalTo(LATER.toString()))
        .body("price.amount", equalTo("22.50"))
        .body("technicianId", equalTo(technician))
        .body("startsOn", equalTo(START.toString()));
    assertThat(days())
        .containsExactly(
            START, START.plusDays(7), END, START.plusDays(21), START.plusDays(28), LATER);
    assertThat(company.visitsToCome(agreement))
        .as("the same visits")
        .startsWith(before.toArray(String[]::new));
    assertThat(company.visit(company.visitsToCome(agreement).get(5)).getString("technicianId"))
        .isEqualTo(technician);
  }

  @Test
  void the_feed_and_the_audit_trail_tell_how_long_it_goes_on() {
    renew(LATER).statusCode(201);
    List<Map<String, Object>> changed = changes();
    assertThat(changed)
        .singleElement()
        .extracting("data")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsEntry("endsOn", LATER.toString())
        .containsEntry("technicianId", technician);
    as("admin")
        .get("/v1/audit?action=agreement.renewed&person=" + customer)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].before.endsOn", equalTo(END.toString()))
        .body("items[0].after.endsOn", equalTo(LATER.toString()));
  }

  private List<Map<String, Object>> changes() {
    String type = "io.familiarface.agreement.changed";
    return company.eventsWith("jobs", customer, type).stream()
        .filter(event -> type.equals(event.get("type")))
        .toList();
  }

  @Test
  void those_about_to_end_are_listed_until_they_are_renewed() {
    assertThat(endingBefore(END.minusDays(1))).doesNotContain(agreement);
    assertThat(endingBefore(END)).contains(agreement);
    renew(LATER).statusCode(201);
    assertThat(endingBefore(END)).doesNotContain(agreement);
    assertThat(endingBefore(LATER)).contains(agreement);
    json("manager", "{\"reason\":\"PRICE\"}").post(path + "/cancellation").then().statusCode(201);
    assertThat(endingBefore(LATER)).doesNotContain(agreement);
  }

  private List<String> endingBefore(LocalDate day) {
    return Api.all("csr", "/v1/agreements?endingBefore=" + day).stream()
        .map(item -> (String) item.get("id"))
        .toList();
  }

  @Test
  void a_number_of_visits_is_an_end_as_well() {
    agreement = sign("FREQ=WEEKLY;COUNT=2").path("id");
    path = "/v1/agreements/" + agreement;
    as("csr").get(path).then().body("endsOn", equalTo(START.plusDays(7).toString()));
    renew(END).statusCode(201).body("endsOn", equalTo(END.toString()));
    assertThat(days()).containsExactly(START, START.plusDays(7), END);
  }

  @Test
  void the_same_renewal_twice_is_one() {
    var first = keyed(LATER);
    assertThat(keyed(LATER)).isEqualTo(first);
    assertThat(changes()).hasSize(1);
    renew(LATER).statusCode(422).body("violations[0].pointer", equalTo("/endsOn"));
  }

  private String keyed(LocalDate until) {
    return json("csr", "{\"endsOn\":\"%s\"}".formatted(until))
        .header("Idempotency-Key", "\"renewal-" + agreement + "\"")
        .post(path + "/renewal")
        .then()
        .statusCode(201)
        .extract()
        .asString();
  }

  @Test
  void a_renewal_that_cannot_be_changes_nothing() {
    String before = etag(path);
    renew(END).statusCode(422).body("violations[0].pointer", equalTo("/endsOn"));
    renew(today().minusDays(1)).statusCode(422);
    renew(today().plusYears(21))
        .statusCode(422)
        .body("violations[0].message", containsString("20 years"));
    json("csr", "{}").post(path + "/renewal").then().statusCode(400);
    assertThat(etag(path)).isEqualTo(before);
    assertThat(days()).hasSize(3);
    json("manager", "{\"reason\":\"PRICE\"}").post(path + "/cancellation").then().statusCode(201);
    renew(LATER).statusCode(409).body("type", containsString("already-cancelled"));
  }

  @Test
  void what_has_no_end_goes_on_by_itself() {
    agreement = sign("FREQ=WEEKLY").path("id");
    path = "/v1/agreements/" + agreement;
    as("csr").get(path).then().body("endsOn", nullValue());
    renew(LATER).statusCode(409).body("type", containsString("no-end"));
  }
}
