package io.familiarface.customers.interaction;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class InteractionResourceTest {

  private String interactions;

  @BeforeEach
  void a_customer() {
    UUID customer = newCustomer("Dorothy's Gifts");
    interactions = "/v1/customers/" + customer + "/interactions";
  }

  @Test
  void a_talk_is_recorded_with_how_they_felt_and_what_was_said() {
    var made =
        as(Role.CSR)
            .body(
                """
                {"channel":"PHONE","direction":"INBOUND","mood":"DISTRESSED",
                 "asked":"Who comes next time?","answered":"Bill does.","explained":"The month."}""")
            .post(interactions)
            .then()
            .statusCode(201)
            .body("heldBy", equalTo("test csr"))
            .extract();
    as(Role.CSR)
        .get(interactions + "/" + made.path("id"))
        .then()
        .statusCode(200)
        .body("mood", equalTo("DISTRESSED"))
        .body("answered", equalTo("Bill does."));
  }

  @Test
  void what_nobody_has_explained_yet_is_known_from_the_first_contact_on() {
    String walkThrough = interactions.replace("/interactions", "/walk-through");
    as(Role.CSR)
        .get(walkThrough)
        .then()
        .statusCode(200)
        .body("firstContact", nullValue())
        .body("explained", hasSize(0))
        .body("notYetExplained.code", hasItems("WHAT_WE_DO", "WHO_COMES", "WHAT_IT_COSTS"));
    as(Role.CSR)
        .body(
            """
            {"channel":"PHONE","direction":"INBOUND","mood":"ANXIOUS","heldBy":"Maria",
             "asked":"Is it dangerous?","answered":"No.","explainedSteps":["WHO_COMES"]}""")
        .post(interactions)
        .then()
        .statusCode(201)
        .body("explainedSteps", contains("WHO_COMES"));
    as(Role.CSR)
        .body(
            """
            {"channel":"PHONE","direction":"OUTBOUND","heldBy":"Ann",
             "explainedSteps":["WHO_COMES","WHAT_WE_DO"]}""")
        .post(interactions)
        .then()
        .statusCode(201);
    as(Role.CSR)
        .get(walkThrough)
        .then()
        .statusCode(200)
        .body("firstContact.mood", equalTo("ANXIOUS"))
        .body("firstContact.asked", equalTo("Is it dangerous?"))
        .body("explained.code", contains("WHO_COMES", "WHAT_WE_DO"))
        .body("explained.by", contains("Maria", "Ann"))
        .body("notYetExplained.code", not(hasItem("WHO_COMES")))
        .body("notYetExplained.code", hasItem("WHAT_IT_COSTS"));
    as(Role.CSR)
        .get(interactions.replace("/interactions", "/card"))
        .then()
        .statusCode(200)
        .body("notYetExplained.code", not(hasItem("WHO_COMES")))
        .body("notYetExplained.code", hasItem("WHAT_IT_COSTS"));
  }

  @Test
  void a_step_that_the_company_does_not_have_is_named_and_nothing_is_recorded() {
    as(Role.CSR)
        .body(
            """
            {"channel":"PHONE","direction":"INBOUND","explainedSteps":["WHO_COMES","MAGIC"]}""")
        .post(interactions)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/explainedSteps/1"));
    as(Role.CSR).get(interactions).then().body("items", hasSize(0));
  }

  @Test
  void talks_are_listed_newest_first_in_pages() {
    for (int day = 1; day <= 3; day++) {
      as(Role.MANAGER)
          .body(
              """
              {"channel":"EMAIL","direction":"OUTBOUND","explained":"day %d",
               "at":"2025-03-0%dT09:00:00Z"}\
              """
                  .formatted(day, day))
          .post(interactions)
          .then()
          .statusCode(201);
    }
    var first = as(Role.CSR).get(interactions + "?limit=2").then();
    first.body("items.explained", contains("day 3", "day 2"));
    String cursor = first.extract().path("nextCursor");
    as(Role.CSR)
        .get(interactions + "?limit=2&cursor=" + cursor)
        .then()
        .body("items.explained", contains("day 1"));
  }

  @Test
  void another_system_names_a_talk_by_its_own_key() {
    String keyed = "{\"externalId\":\"pbx-7\",\"channel\":\"PHONE\",\"direction\":\"INBOUND\"}";
    as(Role.CSR).body(keyed).post(interactions).then().statusCode(201);
    as(Role.CSR).body(keyed).post(interactions).then().statusCode(409);
    as(Role.CSR)
        .get(interactions + "/ext:pbx-7")
        .then()
        .statusCode(200)
        .body("externalId", equalTo("pbx-7"));
    as(Role.CSR).get(interactions + "/ext:pbx-8").then().statusCode(404);
  }

  @Test
  void a_mood_that_nobody_knows_is_refused_and_nothing_is_recorded() {
    as(Role.CSR)
        .body("{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"mood\":\"HUNGRY\"}")
        .post(interactions)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/mood"));
    as(Role.CSR).get(interactions).then().body("items", hasSize(0));
  }
}
