package io.familiarface.jobs;

import static io.familiarface.rest.testing.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The examples of the feeds we follow, as their producers assert them, are understood here. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsumedFeedsTest {
  @Inject Company company;
  @Inject ObjectMapper mapper;

  @Test
  void a_customer_as_the_customers_feed_tells_of_one() throws IOException {
    JsonNode event = hear("customers", "customers/customer.json");
    String visit = visitOf(event.get("subject").textValue());
    as("csr")
        .get("/v1/visits/" + visit + "/job-sheet")
        .then()
        .statusCode(200)
        .body("who.likesToBeCalled", equalTo("Dorothy"))
        .body("where.address", equalTo("12 Mill Lane, Burlington, VT 05401"))
        .body("where.phone", equalTo("+18025550117"))
        .body("whatMatters.pinnedTraits", hasSize(1))
        .body("whatMatters.brokenPromises[0].madeBy", equalTo("Alan Reyes"))
        .body(
            "whatMatters.burnedBefore",
            equalTo("The last company sent a different person every month."));
  }

  @Test
  void a_risk_as_the_feedback_feed_tells_of_it() throws IOException {
    String customer = company.customer("At risk");
    JsonNode event = example("feedback/risk.assessed.json");
    String data = event.get("data").toString().replace(event.get("subject").textValue(), customer);
    company.hear("feedback", event.get("type").textValue(), customer, data);
    as("csr")
        .get("/v1/visits/" + visitOf(customer))
        .then()
        .body("risk.band", equalTo("HIGH"))
        .body("risk.flagged", equalTo(true));
  }

  @Test
  void what_we_do_not_know_yet_is_passed_over() throws IOException {
    for (String name : new String[] {"flag.changed", "feedback.given", "complaint.changed"}) {
      hear("feedback", "feedback/" + name + ".json");
    }
    company.hear("customers", "io.familiarface.customer.moved", company.customer("X"), "{\"a\":1}");
  }

  @Test
  void older_news_that_comes_late_changes_nothing() throws IOException {
    JsonNode event = hear("customers", "customers/customer.json");
    String older =
        event
            .get("data")
            .toString()
            .replace("\"revision\":5", "\"revision\":4")
            .replace("Dorothy\"", "Dot\"");
    String customer = event.get("subject").textValue();
    company.hear("customers", event.get("type").textValue(), customer, older);
    as("csr")
        .get("/v1/visits/" + visitOf(customer) + "/job-sheet")
        .then()
        .body("who.likesToBeCalled", equalTo("Dorothy"));
  }

  private String visitOf(String customer) {
    return company
        .visitsToCome(
            company.monthlyAgreement(
                customer, company.technician("T"), Company.today().plusDays(1)))
        .get(0);
  }

  private JsonNode hear(String feed, String name) throws IOException {
    JsonNode event = example(name);
    company.hear(
        feed,
        event.get("type").textValue(),
        event.get("subject").textValue(),
        event.get("data").toString());
    return event;
  }

  private JsonNode example(String name) throws IOException {
    try (var in = getClass().getResourceAsStream("/contracts/" + name)) {
      return mapper.readTree(in);
    }
  }
}
