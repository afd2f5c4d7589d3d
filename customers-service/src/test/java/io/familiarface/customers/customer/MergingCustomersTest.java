package io.familiarface.customers.customer;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.customers.ServiceTest;
import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.database.Database;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.story.MonthlyProgram;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two customers are found to be one. */
@ServiceTest
class MergingCustomersTest {

  @Inject SimulatedFeeds told;
  @Inject Database database;

  private String keyOfFirst;
  private String keyOfSecond;
  private String house;
  private String phone;
  private UUID first;
  private UUID second;

  @BeforeEach
  void somebody_is_there_twice() {
    keyOfFirst = newKey("ONE");
    keyOfSecond = newKey("TWO");
    house = keyOfSecond.replaceAll("[^0-9]", "");
    phone = "+1978%07d".formatted(2_000_000 + Integer.parseInt(house));
    first =
        UUID.fromString(
            add(keyOfFirst, "Marlowe Stationers", "\"phone\":\"802 555 0161\"")
                .extract()
                .path("id"));
    second =
        UUID.fromString(
            add(
                    keyOfSecond,
                    "Marlow Stationers",
                    """
                    "preferredName":"Iris","phone":"%s","email":"iris@marlow.example",
                    "burnedBefore":{"what":"Nobody came."},
                    "address":{"line1":"%s Ferry Road","city":"Burlington"}"""
                        .formatted(phone, house))
                .extract()
                .path("id"));
  }

  @Test
  void everything_of_the_one_belongs_to_the_other() {
    post(second, "traits", "{\"category\":\"CARE\",\"text\":\"A dog.\"}");
    post(second, "promises", "{\"kind\":\"PRICE\",\"text\":\"Ninety.\"}");
    post(
        second,
        "interactions",
        "{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"mood\":\"CALM\"}");
    post(second, "people", "{\"name\":\"Sam Rivera\"}");
    post(second, "sites", "{\"name\":\"Mill\",\"address\":{\"line1\":\"1\",\"city\":\"B\"}}");
    UUID alan = UUID.randomUUID();
    MonthlyProgram.starts(told::tell, second, alan, Instant.parse("2025-01-06T14:00:00Z"))
        .month(alan);
    UUID complaint = complaint(second);
    as(Role.CSR)
        .body(
            "{\"byCustomerId\":\"%s\",\"name\":\"Lou Hart\",\"phone\":\"978 555 0101\"}"
                .formatted(second))
        .post("/v1/referrals")
        .then()
        .statusCode(201);

    merge(first, second.toString()).statusCode(200).body("preferredName", equalTo("Iris"));

    lists("traits").body("items.text", contains("A dog."));
    lists("promises").body("items.text", contains("Ninety."));
    lists("interactions").body("items.mood", contains("CALM"));
    lists("people").body("items.name", containsInAnyOrder("Sam Rivera", "Marlow Stationers"));
    lists("people").body("items.phone", hasItem(phone));
    lists("sites").body("items.name", contains("Mill"));
    as(Role.CSR)
        .get("/v1/customers/" + first)
        .then()
        .body("phone", equalTo("+18025550161"))
        .body("email", equalTo("iris@marlow.example"))
        .body("burnedBefore.what", equalTo("Nobody came."))
        .body("address.line1", equalTo(house + " Ferry Road"));
    as(Role.CSR)
        .get("/v1/customers/" + first + "/card")
        .then()
        .body("usualTechnicians", hasSize(1))
        .body("views.ours.visitsCompleted", equalTo(1))
        .body("openComplaints.id", contains(complaint.toString()));
    assertThat(tablesWith(second)).isEmpty();
  }

  @Test
  void the_old_id_and_the_old_key_lead_to_the_other_one() {
    merge(first, "ext:" + keyOfSecond).statusCode(200);
    for (String old : List.of(second.toString(), "ext:" + keyOfSecond)) {
      for (String what : List.of("", "/card", "/traits?limit=1", "/people")) {
        as(Role.CSR)
            .redirects()
            .follow(false)
            .get("/v1/customers/" + old + what)
            .then()
            .statusCode(308)
            .header("Location", endsWith("/v1/customers/" + first + what))
            .body("mergedInto", equalTo(first.toString()));
      }
    }
    as(Role.CSR).get("/v1/customers?q=marlow").then().body("items.id", hasItem(first.toString()));
    as(Role.CSR).get("/v1/customers?externalId=" + keyOfSecond).then().body("items", empty());
  }

  @Test
  void whoever_was_merged_into_the_one_follows_to_the_other() {
    UUID third =
        UUID.fromString(add(newKey("THREE"), "Marlows", "\"branch\":\"x\"").extract().path("id"));
    merge(second, third.toString()).statusCode(200);
    merge(first, second.toString()).statusCode(200);
    as(Role.CSR)
        .redirects()
        .follow(false)
        .get("/v1/customers/" + third)
        .then()
        .statusCode(308)
        .header("Location", endsWith(first.toString()));
  }

  @Test
  void what_the_others_still_tell_of_the_one_is_the_others() {
    merge(first, second.toString()).statusCode(200);
    UUID alan = UUID.randomUUID();
    MonthlyProgram.starts(told::tell, second, alan, Instant.parse("2025-01-06T14:00:00Z"))
        .month(alan);
    UUID complaint = complaint(second);
    as(Role.CSR)
        .get("/v1/customers/" + first + "/card")
        .then()
        .body("usualTechnicians", hasSize(1))
        .body("openComplaints.id", contains(complaint.toString()));
    assertThat(tablesWith(second)).isEmpty();
  }

  @Test
  void an_import_does_not_bring_the_one_back() {
    merge(first, second.toString()).statusCode(200);
    importing(
            "/v1/customers/import",
            "{\"externalId\":\"%s\",\"kind\":\"HOUSEHOLD\",\"name\":\"Back\"}"
                .formatted(keyOfSecond))
        .then()
        .body(containsString("UNCHANGED"))
        .body(containsString(first.toString()));
    as(Role.CSR)
        .body(
            "{\"externalId\":\"%s\",\"kind\":\"HOUSEHOLD\",\"name\":\"B\"}".formatted(keyOfSecond))
        .post("/v1/customers")
        .then()
        .statusCode(409)
        .body("type", endsWith("external-id-taken"));
  }

  @Test
  void the_audit_trail_names_all_that_was_moved() {
    post(second, "traits", "{\"category\":\"CARE\",\"text\":\"A dog.\"}");
    String trait = lists(second, "traits").extract().path("items[0].id");
    merge(first, second.toString()).statusCode(200);
    String entry =
        database
            .sql(
                """
                select cast(after as text) || cast(before as text) from audit_entry
                where person_id = :person and action = 'customer.merged'""")
            .bind("person", first)
            .one(String.class);
    assertThat(entry).contains(trait, "traits", "Marlow Stationers", "Marlowe Stationers");
  }

  @Test
  void nobody_is_merged_with_themselves_or_in_a_circle() {
    refused(merge(first, first.toString()), 409, "same-customer");
    refused(merge(first, "ext:" + keyOfFirst), 409, "same-customer");
    merge(first, second.toString()).statusCode(200);
    refused(merge(first, second.toString()), 409, "same-customer");
    UUID third =
        UUID.fromString(add(newKey("THREE"), "Marlows", "\"branch\":\"x\"").extract().path("id"));
    refused(merge(third, second.toString()), 409, "already-merged");
    as(Role.MANAGER)
        .redirects()
        .follow(false)
        .body("{\"from\":\"%s\"}".formatted(first))
        .post("/v1/customers/" + second + "/merge")
        .then()
        .statusCode(308);
  }

  @ParameterizedTest
  @CsvSource({
    "ext:NOBODY, 422",
    "nobody, 422",
    "01978c5e-0000-7000-8000-000000000000, 422",
    "'  ', 400"
  })
  void somebody_who_is_not_there_is_not_merged(String from, int status) {
    merge(first, from).statusCode(status).body("violations.pointer", contains("/from"));
  }

  @Test
  void whoever_may_be_the_same_is_named_when_one_is_added_and_when_asked() {
    String written = "(978) " + phone.substring(5, 8) + "-" + phone.substring(8);
    add(newKey("AGAIN"), "Somebody Else", "\"phone\":\"" + written + "\"")
        .body("similar.id", hasItem(second.toString()))
        .body("similar[0].reasons", contains("SAME_PHONE"));
    var typo =
        add(
            newKey("AGAIN"),
            "Iris Marlow",
            "\"address\":{\"line1\":\"" + house + " Ferry Rd.\",\"city\":\"Burlington\"}");
    typo.body("similar.id", hasItem(second.toString()))
        .body("similar.reasons.flatten()", hasItem("SAME_NAME_AND_ADDRESS"));
    as(Role.CSR)
        .get("/v1/customers/" + typo.extract().path("id") + "/similar")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(second.toString()));
    add(newKey("OTHER"), "Quite Another", "\"phone\":\"802 555 0199\"").body("similar", empty());
  }

  private ValidatableResponse lists(String what) {
    return lists(first, what);
  }

  private static ValidatableResponse lists(UUID customer, String what) {
    return as(Role.CSR).get("/v1/customers/" + customer + "/" + what).then().statusCode(200);
  }

  private static ValidatableResponse merge(UUID into, String from) {
    return as(Role.MANAGER)
        .body("{\"from\":\"%s\"}".formatted(from))
        .post("/v1/customers/" + into + "/merge")
        .then();
  }

  private static void refused(ValidatableResponse answer, int status, String type) {
    answer.statusCode(status).body("type", endsWith(type));
  }

  private static ValidatableResponse add(String key, String name, String more) {
    return as(Role.CSR)
        .body(
            "{\"externalId\":\"%s\",\"kind\":\"BUSINESS\",\"name\":\"%s\",%s}"
                .formatted(key, name, more))
        .post("/v1/customers")
        .then()
        .statusCode(201);
  }

  private static void post(UUID customer, String what, String body) {
    as(Role.CSR).body(body).post("/v1/customers/" + customer + "/" + what).then().statusCode(201);
  }

  private UUID complaint(UUID customer) {
    UUID complaint = UUID.randomUUID();
    told.by(
        "feedback",
        "complaint.changed",
        customer,
        """
        {"complaintId":"%s","customerId":"%s","state":"RECEIVED","severity":"LOW","cause":"PRICE",
         "receivedAt":"2025-03-01T09:00:00Z","revision":1}"""
            .formatted(complaint, customer));
    return complaint;
  }

  /** The tables that know a customer by that id. */
  private List<String> tablesWith(UUID customer) {
    return database
        .sql(
            """
            select table_name from information_schema.columns
            where column_name = 'customer_id' and table_schema = current_schema()""")
        .list(String.class)
        .stream()
        .filter(
            table ->
                database
                    .sql("select from " + table + " where customer_id = :id")
                    .bind("id", customer)
                    .exists())
        .toList();
  }
}
