package io.familiarface.feedback.continuity;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.followup.OneCompany;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class ContinuityTest extends OneCompany {
  @Test
  void dorothy_met_four_technicians_in_ten_visits() {
    CustomerStory dorothy = company.flagged("Dorothy");
    Api.get(of(dorothy, "?window=P12M"))
        .statusCode(200)
        .body("faces", equalTo(4))
        .body("visits", equalTo(10))
        .body("usualProvider", equalTo(0.6f))
        .body("bb", equalTo(0.3556f))
        .body("sequential", equalTo(0.5556f))
        .body("met", hasSize(4))
        .body("met[0].name", equalTo("Ben"))
        .body("met[0].visits", equalTo(6))
        .body("text", equalTo("4 technicians in 10 visits within 12 months."));
    Api.get(of(dorothy, "?window=P1D"))
        .statusCode(200)
        .body("faces", equalTo(0))
        .body("visits", equalTo(0))
        .body("usualProvider", nullValue());
  }

  @Test
  void a_branch_stands_beside_the_company() {
    CustomerStory dorothy = company.flagged("Dorothy");
    company.flagged("Edith");
    database.change(
        "update customer_copy set branch = case when id = ? then 'north' else 'south' end",
        dorothy.id);
    compared("?by=branch")
        .statusCode(200)
        .body("by", equalTo("branch"))
        .body("company.customers", equalTo(2))
        .body("company.faces", equalTo(4))
        .body("items", hasSize(2))
        .body("items.find { it.branch == 'north' }.visits", equalTo(10))
        .body("items.find { it.branch == 'north' }.faces", equalTo(4));
    Api.as("manager")
        .accept("text/html")
        .get("/v1/insights/continuity")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .body(containsString("<svg"))
        .body(containsString("The whole company: a customer saw 4.0 technicians"));
  }

  @Test
  void without_any_visit_there_is_nothing_to_compare() {
    compared("").statusCode(200).body("items", hasSize(0)).body("company.faces", nullValue());
  }

  @Test
  void whoever_may_not_or_asks_for_nonsense_is_refused() {
    CustomerStory dorothy = company.flagged("Dorothy");
    Api.get(of(dorothy, "?window=soon")).statusCode(400).body("type", endsWith("invalid-request"));
    Api.get(of(dorothy, "?window=-P1M")).statusCode(400);
    Api.get("/v1/customers/" + UUID.randomUUID() + "/continuity").statusCode(404);
    compared("?by=hour").statusCode(400);
    Api.as("technician").get(of(dorothy, "")).then().statusCode(403);
    Api.as("csr").get("/v1/insights/continuity").then().statusCode(403);
  }

  private static ValidatableResponse compared(String query) {
    return Api.as("manager").get("/v1/insights/continuity" + query).then();
  }

  private static String of(CustomerStory person, String query) {
    return "/v1/customers/" + person.id + "/continuity" + query;
  }
}
