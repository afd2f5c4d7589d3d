package io.familiarface.customers.referral;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReferralResourceTest {
  private UUID grace;

  @BeforeEach
  void somebody_who_is_content() {
    grace = newCustomer("Grace");
  }

  @Test
  void somebody_is_asked_names_a_friend_who_is_contacted_and_becomes_a_customer() {
    String id = asked("{\"byCustomerId\":\"%s\",\"source\":\"FOLLOW_UP\",\"askedBy\":\"Maria\"}");
    read(id).body("state", equalTo("ASKED")).body("askedBy", equalTo("Maria"));
    move(id, "{\"state\":\"GIVEN\",\"name\":\"June\",\"phone\":\"555 0188\"}", 200)
        .body("name", equalTo("June"))
        .body("givenAt", notNullValue());
    move(id, "{\"state\":\"CONTACTED\"}", 200).body("contactedBy", equalTo("test csr"));
    UUID june = newCustomer("June");
    move(id, "{\"state\":\"BECAME_CUSTOMER\",\"customerId\":\"%s\"}".formatted(june), 200)
        .body("customerId", equalTo(june.toString()))
        .body("decidedAt", notNullValue());
    as(Role.CSR)
        .get("/v1/referrals?byCustomerId=" + grace + "&state=BECAME_CUSTOMER")
        .then()
        .statusCode(200)
        .body("items.id", contains(id));
  }

  @Test
  void a_step_that_is_not_due_is_refused_and_changes_nothing() {
    String id = asked("{\"byCustomerId\":\"%s\"}");
    move(id, "{\"state\":\"CONTACTED\"}", 409).body("type", endsWith("referral-step-not-due"));
    move(id, "{\"state\":\"GIVEN\"}", 400).body("violations.pointer", contains("/name"));
    move(id, "{\"state\":\"DECLINED\"}", 200);
    move(id, "{\"state\":\"DECLINED\"}", 409);
    read(id).body("state", equalTo("DECLINED")).body("name", nullValue());
  }

  @Test
  void nobody_is_brought_by_themselves_or_by_nobody_we_know() {
    String id = asked("{\"byCustomerId\":\"%s\",\"name\":\"June\"}");
    String became = "{\"state\":\"BECAME_CUSTOMER\"%s}";
    move(id, became.formatted(""), 400).body("violations.pointer", contains("/customerId"));
    move(id, became.formatted(",\"customerId\":\"" + grace + "\""), 400);
    move(id, became.formatted(",\"customerId\":\"" + UUID.randomUUID() + "\""), 422)
        .body("type", endsWith("unknown-customer"));
    read(id).body("state", equalTo("GIVEN"));
    json(Role.CSR, "{\"name\":\"June\"}")
        .post("/v1/referrals")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("/byCustomerId"));
  }

  @Test
  void what_asking_comes_to_is_told_by_source_and_by_who_asked() {
    String asker = newKey("Maria");
    String body = "{\"byCustomerId\":\"%s\",\"askedBy\":\"" + asker + "\",\"source\":\"VISIT\"";
    asked(body + "}");
    asked(body + ",\"name\":\"Ben\"}");
    String id = asked(body + ",\"name\":\"June\"}");
    move(id, "{\"state\":\"CONTACTED\"}", 200);
    move(
        id,
        "{\"state\":\"BECAME_CUSTOMER\",\"customerId\":\"%s\"}".formatted(newCustomer("June")),
        200);
    List<Map<String, Object>> lines =
        as(Role.CSR)
            .get("/v1/referrals/summary?by=askedBy")
            .then()
            .statusCode(200)
            .extract()
            .path("items");
    assertThat(lines)
        .contains(
            Map.of(
                "key",
                asker,
                "asked",
                3,
                "given",
                2,
                "contacted",
                1,
                "becameCustomer",
                1,
                "declined",
                0));
    as(Role.CSR)
        .get("/v1/referrals/summary?by=source&from=2020-01-01&to=2020-02-01")
        .then()
        .statusCode(200)
        .body("by", equalTo("source"))
        .body("items", hasSize(0));
    as(Role.CSR).get("/v1/referrals/summary?by=weather").then().statusCode(400);
    as(Role.CSR)
        .get("/v1/referrals/summary?from=2020-02-01&to=2020-01-01")
        .then()
        .statusCode(400)
        .body("violations.pointer", contains("?from"));
  }

  @Test
  void another_system_names_a_referral_by_its_own_key() {
    String key = newKey("R");
    String body = "{\"externalId\":\"" + key + "\",\"byCustomerId\":\"%s\"}";
    String id = asked(body);
    json(Role.CSR, body.formatted(grace)).post("/v1/referrals").then().statusCode(409);
    read("ext:" + key).body("id", equalTo(id));
    read("ext:" + key + "-none", 404).body("type", endsWith("no-such-referral"));
  }

  private String asked(String body) {
    return json(Role.CSR, body.formatted(grace))
        .post("/v1/referrals")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse move(String id, String body, int status) {
    return json(Role.CSR, body).post("/v1/referrals/" + id + "/state").then().statusCode(status);
  }

  private static ValidatableResponse read(String id) {
    return read(id, 200);
  }

  private static ValidatableResponse read(String id, int status) {
    return as(Role.CSR).get("/v1/referrals/" + id).then().statusCode(status);
  }
}
