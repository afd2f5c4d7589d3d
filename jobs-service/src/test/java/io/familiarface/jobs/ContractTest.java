package io.familiarface.jobs;

import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The events that others rely on have the fields, and the kinds of values, of the examples. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ContractTest {
  private static final LocalDate START = LocalDate.of(2025, 1, 6);
  private static final Instant FIRST = Company.at(START, 10);
  private static final Set<String> JOBS =
      Set.of(
          "agreement.started",
          "agreement.changed",
          "agreement.cancelled",
          "visit.planned",
          "visit.completed",
          "visit.missed",
          "project.planned",
          "project.surprised",
          "agreement.disengaged",
          "visit.withdrawn");

  @Inject Company company;
  @Inject ObjectMapper mapper;

  @Test
  void what_happens_to_a_customer_is_told_as_agreed() throws IOException {
    String customer = company.customer("Dorothy");
    everythingHappensTo(customer);
    Map<String, JsonNode> told = new HashMap<>();
    for (Map<String, Object> event :
        company.eventsWith("jobs", customer, "io.familiarface.agreement.cancelled")) {
      JsonNode node = mapper.valueToTree(event);
      told.merge(node.get("type").textValue(), node, ContractTest::fuller);
    }
    for (String type : JOBS) {
      assertThat(shape(told.get("io.familiarface." + type)))
          .as(type)
          .isEqualTo(shape(example("jobs/" + type + ".json")));
    }
  }

  @Test
  void a_technician_is_told_as_agreed() throws IOException {
    String id =
        json(
                "manager",
                """
                {"externalId":"%s","name":"Ann Kowalski","branch":"north","skills":["rodents"],
                 "certificates":[{"name":"Applicator","skill":"rodents","expiresOn":"2027-12-31"}],
                 "workingHours":[{"day":"MONDAY","from":"08:00","to":"17:00"}],
                 "introduction":"Ann has been with us since 2023. Ann takes shoes off.",
                 "hiredOn":"2023-04-01","leftOn":"2027-02-28"}\
                """
                    .formatted(company.key("T")))
            .post("/v1/technicians")
            .jsonPath()
            .getString("id");
    json(
            "csr",
            """
            {"externalId":"AB0001","kind":"VACATION","from":"2025-06-02","to":"2025-06-13"}\
            """)
        .post("/v1/technicians/" + id + "/absences")
        .then()
        .statusCode(201);
    json(
            "manager",
            """
            {"externalId":"%s","course":"Listening","kind":"SOFT","on":"2025-05-20"}"""
                .formatted(company.key("TN")))
        .post("/v1/technicians/" + id + "/training")
        .then()
        .statusCode(201);
    List<Map<String, Object>> events =
        company.events(
            "technicians",
            id,
            found -> !found.isEmpty() && hasTraining(found.get(found.size() - 1)));
    assertThat(shape(mapper.valueToTree(events.get(events.size() - 1))))
        .isEqualTo(shape(example("technicians/technician.json")));
  }

  private static boolean hasTraining(Map<String, Object> event) {
    return !((List<?>) ((Map<?, ?>) event.get("data")).get("trainings")).isEmpty();
  }

  private void everythingHappensTo(String customer) {
    String ann = company.technician("Ann");
    String ben = company.technician("Ben");
    String agreement = company.agreementWithWindow(customer, ann, START, 120);
    String done = company.pastVisit(agreement, FIRST);
    String sick =
        "{\"technicianId\":\"%s\",\"reason\":\"SICK\",\"permanence\":\"THIS_VISIT\",\"customerTold\":false,\"introduced\":false}"
            .formatted(ben);
    company.assign(done, sick).then().statusCode(200);
    company.arrive(done, FIRST.plusSeconds(300)).then().statusCode(201);
    company.completeOnTime(done, FIRST.plusSeconds(1800)).then().statusCode(201);
    Instant second = Company.at(START.plusMonths(1), 10);
    String missed = company.pastVisit(agreement, second);
    company.assign(missed, sick).then().statusCode(200);
    json(
            "manager",
            "{\"missedAt\":\"%s\",\"reason\":\"TECHNICIAN_DID_NOT_COME\"}"
                .formatted(second.plusSeconds(3600)))
        .post("/v1/visits/" + missed + "/missed")
        .then()
        .statusCode(201);
    String moved = company.visitsToCome(agreement).get(0);
    json(
            "csr",
            "{\"scheduledAt\":\"%s\",\"askedBy\":\"CUSTOMER\"}"
                .formatted(Company.at(Company.today().plusDays(40), 12)))
        .post("/v1/visits/" + moved + "/reschedule")
        .then()
        .statusCode(201);
    String path = "/v1/agreements/" + agreement;
    json(
            "manager",
            "{\"price\":{\"amount\":\"95.00\"},\"recurrence\":\"FREQ=MONTHLY;UNTIL=20271206\"}")
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    surprise(customer);
    json("csr", "{\"reason\":\"TECHNICIAN_CHANGES\",\"words\":\"Enough.\"}")
        .post(path + "/cancellation")
        .then()
        .statusCode(201);
  }

  private void surprise(String customer) {
    String project =
        "/v1/projects/"
            + json(
                    "csr",
                    "{\"externalId\":\"%s\",\"customerId\":\"%s\",\"title\":\"Cellar\"}"
                        .formatted(company.key("PJ"), customer))
                .post("/v1/projects")
                .path("id");
    json(
            "csr",
            """
            {"title":"Drying","startsOn":"2027-01-04","technicianId":"%s","supplier":"Brightwood"}"""
                .formatted(company.technician("Cyd")))
        .post(project + "/steps")
        .then()
        .statusCode(201);
    json("csr", "{\"with\":\"Dorothy\"}").post(project + "/walk-through").then().statusCode(201);
    json("csr", "{\"startsOn\":\"2027-01-03\"}")
        .header("If-Match", etag(project + "/steps/1"))
        .patch(project + "/steps/1")
        .then()
        .statusCode(200);
  }

  /** Of two events of a type, the one with fewer unknowns shows more of the contract. */
  private static JsonNode fuller(JsonNode a, JsonNode b) {
    return nulls(b) < nulls(a) ? b : a;
  }

  private static long nulls(JsonNode event) {
    return event.get("data").valueStream().filter(JsonNode::isNull).count();
  }

  /** Field names and the kinds of their values; null and Boolean alike for what may be unknown. */
  private static Map<String, String> shape(JsonNode event) {
    Map<String, String> shape = new TreeMap<>();
    for (String attribute : List.of("specversion", "type", "datacontenttype")) {
      shape.put(attribute, event.get(attribute).textValue());
    }
    describe("data", event.get("data"), shape);
    return shape;
  }

  private static void describe(String path, JsonNode node, Map<String, String> shape) {
    if (node.isObject()) {
      node.properties().forEach(f -> describe(path + "." + f.getKey(), f.getValue(), shape));
    } else if (node.isArray()) {
      node.forEach(element -> describe(path + "[]", element, shape));
    } else {
      boolean mayBeUnknown = path.endsWith("customerTold") || path.endsWith("introduced");
      shape.put(path, mayBeUnknown ? "true, false or null" : node.getNodeType().name());
    }
  }

  private JsonNode example(String name) throws IOException {
    try (var in = getClass().getResourceAsStream("/contracts/" + name)) {
      return mapper.readTree(in);
    }
  }
}
