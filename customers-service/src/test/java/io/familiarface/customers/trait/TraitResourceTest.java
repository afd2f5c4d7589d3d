package io.familiarface.customers.trait;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.asTechnician;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.story.MonthlyProgram;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
class TraitResourceTest {

  @Inject SimulatedFeeds told;

  private UUID customer;
  private String traits;

  @BeforeEach
  void a_customer() {
    customer = newCustomer("Dorothy's Gifts");
    traits = "/v1/customers/" + customer + "/traits";
  }

  @Test
  void what_is_particular_is_written_down_by_whoever_hears_it() {
    as(Role.CSR)
        .body(sensitivity())
        .post(traits)
        .then()
        .statusCode(201)
        .body("heardBy", equalTo("test csr"))
        .body("heardAt", notNullValue())
        .body("pinned", equalTo(true));
  }

  @Test
  void whoever_heard_it_is_kept_by_the_name_as_it_is_seen() {
    String heard = "{\"category\":\"PREFERENCE\",\"text\":\"No shoes.\",\"heardBy\":\"%s\"}";
    as(Role.CSR)
        .body(heard.formatted(" Maria  Lopez\u00a0"))
        .post(traits)
        .then()
        .statusCode(201)
        .body("heardBy", equalTo("Maria Lopez"));
    as(Role.CSR)
        .body(heard.formatted("  "))
        .post(traits)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/heardBy"));
  }

  @Test
  void pinned_ones_come_first_and_then_the_newest() {
    add("PREFERENCE", false, "old", "2025-01-01T00:00:00Z");
    add("PREFERENCE", true, "pinned, oldest", "2024-01-01T00:00:00Z");
    add("PREFERENCE", false, "new", "2025-02-01T00:00:00Z");
    var first = as(Role.CSR).get(traits + "?limit=2").then();
    first.body("items.text", contains("pinned, oldest", "new"));
    String cursor = first.extract().path("nextCursor");
    as(Role.CSR)
        .get(traits + "?limit=2&cursor=" + cursor)
        .then()
        .body("items.text", contains("old"));
  }

  @Test
  void an_expectation_is_open_until_somebody_answers_it() {
    var made =
        as(Role.CSR)
            .body("{\"category\":\"EXPECTATION\",\"text\":\"Always before noon.\"}")
            .post(traits)
            .then()
            .statusCode(201)
            .body("standing", equalTo("OPEN"))
            .extract();
    String trait = traits + "/" + made.path("id");
    as(Role.CSR)
        .header("If-Match", made.header("ETag"))
        .body("{\"standing\":\"DECLINED_UP_FRONT\"}")
        .patch(trait)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/said"));
    as(Role.CSR)
        .header("If-Match", made.header("ETag"))
        .body("{\"standing\":\"DECLINED_UP_FRONT\",\"said\":\"We come when the route allows.\"}")
        .patch(trait)
        .then()
        .statusCode(200)
        .body("standing", equalTo("DECLINED_UP_FRONT"));
  }

  @Test
  void only_an_expectation_has_a_standing() {
    as(Role.CSR)
        .body("{\"category\":\"CARE\",\"text\":\"x\",\"standing\":\"OPEN\"}")
        .post(traits)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/standing"));
    as(Role.CSR).get(traits).then().body("items", hasSize(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | /text",
        "{\"category\":\"CARE\"} | /text",
        "{\"category\":\"CARE\",\"text\":null} | /text",
        "{\"category\":\"CARE\",\"text\":\"\"} | /text",
        "{\"category\":\"CARE\",\"text\":\" \\u00a0 \\u200b \"} | /text",
        "{\"text\":\"They mind the noise.\"} | /category",
        "{\"category\":\"CARE\",\"text\":\"x\",\"heardAt\":\"2190-05-01T00:00:00Z\"} | /heardAt"
      })
  void a_trait_of_nothing_or_of_a_time_to_come_is_refused(String body, String pointer) {
    as(Role.CSR)
        .body(body)
        .post(traits)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("violations.pointer", hasItem(pointer));
    as(Role.CSR).get(traits).then().body("items", hasSize(0));
  }

  @Test
  void a_trait_is_struck_out_by_whoever_has_read_it() {
    var made = as(Role.CSR).body(sensitivity()).post(traits).then().extract();
    String trait = traits + "/" + made.path("id");
    as(Role.CSR).delete(trait).then().statusCode(428);
    as(Role.CSR).header("If-Match", "\"99\"").delete(trait).then().statusCode(412);
    as(Role.CSR).header("If-Match", made.header("ETag")).delete(trait).then().statusCode(204);
    as(Role.CSR).get(trait).then().statusCode(404).body("type", endsWith("no-such-trait"));
  }

  @Test
  void a_trait_made_again_under_the_key_of_another_is_not_the_one_that_was_read() {
    String keyed = sensitivity().replaceFirst("\\{", "{\"externalId\":\"crm-8\",");
    String trait = traits + "/ext:crm-8";
    String old = as(Role.CSR).body(keyed).post(traits).header("ETag");
    as(Role.CSR).header("If-Match", old).delete(trait).then().statusCode(204);
    String anew = as(Role.CSR).body(keyed).post(traits).header("ETag");
    as(Role.CSR).header("If-None-Match", old).get(trait).then().statusCode(200);
    as(Role.CSR).header("If-Match", old).delete(trait).then().statusCode(412);
    as(Role.CSR).header("If-Match", anew).delete(trait).then().statusCode(204);
  }

  @Test
  void a_technician_adds_to_the_customers_of_own_visits_only() {
    UUID technician = UUID.randomUUID();
    asTechnician(technician).body(sensitivity()).post(traits).then().statusCode(403);
    var programme = MonthlyProgram.starts(told::tell, customer, technician, Instant.now());
    programme.planned(technician, Instant.now().plus(Duration.ofDays(20)));
    asTechnician(technician).body(sensitivity()).post(traits).then().statusCode(403);
    programme.planned(technician, Instant.now().plus(Duration.ofDays(3)));
    asTechnician(technician).body(sensitivity()).post(traits).then().statusCode(201);
    asTechnician(UUID.randomUUID()).body(sensitivity()).post(traits).then().statusCode(403);
    as(Role.CSR).get(traits).then().body("items", hasSize(1));
  }

  @Test
  void another_system_names_a_trait_by_its_own_key_which_one_customer_has_once() {
    String keyed = sensitivity().replaceFirst("\\{", "{\"externalId\":\"crm-7\",");
    as(Role.CSR)
        .body(keyed)
        .post(traits)
        .then()
        .statusCode(201)
        .body("externalId", equalTo("crm-7"));
    as(Role.CSR)
        .body(keyed)
        .post(traits)
        .then()
        .statusCode(409)
        .body("type", endsWith("external-id-taken"));
    as(Role.CSR).get(traits).then().body("items", hasSize(1));
    as(Role.CSR)
        .header("If-Match", "\"0\"")
        .body("{\"pinned\":false}")
        .patch(traits + "/ext:crm-7")
        .then()
        .statusCode(200)
        .body("externalId", equalTo("crm-7"))
        .body("pinned", equalTo(false));
    String another = "/v1/customers/" + newCustomer("Grace Hollis") + "/traits";
    as(Role.CSR).get(another + "/ext:crm-7").then().statusCode(404);
    as(Role.CSR).body(keyed).post(another).then().statusCode(201);
  }

  private void add(String category, boolean pinned, String text, String heardAt) {
    as(Role.MANAGER)
        .body(
            "{\"category\":\"%s\",\"pinned\":%s,\"text\":\"%s\",\"heardAt\":\"%s\"}"
                .formatted(category, pinned, text, heardAt))
        .post(traits)
        .then()
        .statusCode(201);
  }

  private static String sensitivity() {
    return """
    {"category":"SENSITIVITY","pinned":true,
     "text":"Strangers poking around her shop make her very nervous."}""";
  }
}
