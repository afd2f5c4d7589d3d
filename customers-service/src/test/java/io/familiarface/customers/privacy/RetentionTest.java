package io.familiarface.customers.privacy;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What is older than it is kept; in tests talks are kept for twenty years. */
@ServiceTest
class RetentionTest {

  @Test
  void asked_it_says_what_would_go_and_only_a_run_forgets_it() {
    String customer = "/v1/customers/" + newCustomer("Grace");
    String old = talk(customer, Instant.parse("2004-03-01T10:00:00Z"), "Long ago.");
    talk(customer, Instant.now().minus(1, ChronoUnit.DAYS), "Yesterday.");

    JsonPath due = as(Role.ADMIN).get("/v1/retention").then().statusCode(200).extract().jsonPath();
    assertThat(due.getBoolean("applied")).isFalse();
    assertThat(due.getString(of("INTERACTIONS") + "keptFor")).isEqualTo("P20Y");
    assertThat(due.getInt(of("INTERACTIONS") + "due")).isPositive();
    assertThat(due.<Object>get(of("CUSTOMERS_LET_GO") + "keptFor")).isNull();
    as(Role.CSR).get(customer + "/interactions").then().body("items", hasSize(2));

    JsonPath run =
        as(Role.ADMIN).post("/v1/retention/run").then().statusCode(200).extract().jsonPath();
    assertThat(run.getInt(of("INTERACTIONS") + "forgotten")).isPositive();
    assertThat(run.getInt(of("INTERACTIONS") + "due")).isZero();
    as(Role.CSR).get(customer + "/interactions").then().body("items.asked", contains("Yesterday."));
    String trail = "/v1/audit?person=" + customer.substring("/v1/customers/".length());
    JsonPath entries = as(Role.ADMIN).get(trail).then().statusCode(200).extract().jsonPath();
    String ofOld = "items.findAll { it.entityId == '%s' }".formatted(old);
    assertThat(entries.getList(ofOld + ".action"))
        .containsExactly("interaction.expired", "interaction.recorded");
    assertThat(entries.getList(ofOld + ".after")).containsOnlyNulls();
  }

  private static String of(String kind) {
    return "rules.find { it.kind == '%s' }.".formatted(kind);
  }

  private static String talk(String customer, Instant at, String asked) {
    return json(
            Role.MANAGER,
            "{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"at\":\"%s\",\"asked\":\"%s\"}"
                .formatted(at, asked))
        .post(customer + "/interactions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
