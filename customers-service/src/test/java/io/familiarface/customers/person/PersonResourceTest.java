package io.familiarface.customers.person;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.newKey;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several people and several places under one customer. */
@ServiceTest
class PersonResourceTest {

  private String customer;

  @BeforeEach
  void a_customer() {
    customer = "/v1/customers/" + newCustomer("Corner Books");
  }

  @Test
  void several_people_are_under_one_customer_in_the_order_of_their_coming() {
    add("people", "{\"name\":\"Nora Lind\",\"role\":\"owner\",\"language\":\"sv\"}");
    add("people", "{\"name\":\"Sam Rivera\",\"phone\":\"(802) 555-0119\"}");
    as(Role.CSR).get(customer + "/people?limit=1").then().body("items.name", contains("Nora Lind"));
    as(Role.CSR)
        .get(customer + "/people")
        .then()
        .body("items.name", contains("Nora Lind", "Sam Rivera"))
        .body("items[1].phone", equalTo("+18025550119"));
  }

  @Test
  void a_place_has_an_address_of_its_own_and_numbers_of_its_country() {
    add(
        "sites",
        """
        {"name":"London","phone":"020 7946 0018",
         "address":{"line1":"1 Mill Lane","city":"London","country":"GB"}}""");
    as(Role.CSR)
        .get(customer + "/sites")
        .then()
        .body("items.address.line1", contains("1 Mill Lane"))
        .body("items.phone", contains("+442079460018"));
  }

  @ParameterizedTest
  @CsvSource({"people,no-such-person", "sites,no-such-site"})
  void one_is_changed_and_struck_out_by_whoever_has_seen_it(String what, String missing) {
    String key = newKey("ONE");
    String body =
        "{\"externalId\":\"%s\",\"name\":\"One\"%s}"
            .formatted(
                key, what.equals("sites") ? ",\"address\":{\"line1\":\"1\",\"city\":\"B\"}" : "");
    add(what, body);
    as(Role.CSR)
        .body(body)
        .post(customer + "/" + what)
        .then()
        .statusCode(409)
        .body("type", endsWith("external-id-taken"));
    String one = customer + "/" + what + "/ext:" + key;
    as(Role.CSR).body("{\"name\":\"Two\"}").patch(one).then().statusCode(428);
    String tag =
        as(Role.CSR)
            .header("If-Match", "\"0\"")
            .body("{\"name\":\"Two\"}")
            .patch(one)
            .then()
            .statusCode(200)
            .body("name", equalTo("Two"))
            .extract()
            .header("ETag");
    as(Role.CSR).header("If-Match", "\"0\"").delete(one).then().statusCode(412);
    as(Role.CSR).header("If-Match", tag).delete(one).then().statusCode(204);
    as(Role.CSR).get(one).then().statusCode(404).body("type", endsWith(missing));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "people | {\"name\":\" \"} | /name",
        "people | {\"name\":\"A\",\"phone\":\"call me\"} | /phone",
        "people | {\"name\":\"A\",\"language\":\"the one of my mother\"} | /language",
        "sites | {\"name\":\"A\"} | /address",
        "sites | {\"name\":\"A\",\"address\":{\"line1\":\"1\"}} | /address/city",
        "sites | {\"name\":\"A\",\"phone\":\"12\",\"address\":{\"line1\":\"1\",\"city\":\"B\"}} | /phone"
      })
  void nonsense_is_refused_by_its_place_and_adds_nobody(String what, String body, String pointer) {
    as(Role.CSR)
        .body(body)
        .post(customer + "/" + what)
        .then()
        .statusCode(400)
        .body("violations.pointer", contains(pointer));
    as(Role.CSR).get(customer + "/" + what).then().body("items[0]", nullValue());
  }

  private void add(String what, String body) {
    as(Role.CSR).body(body).post(customer + "/" + what).then().statusCode(201);
  }
}
