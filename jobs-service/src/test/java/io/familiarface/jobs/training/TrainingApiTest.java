package io.familiarface.jobs.training;

import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.jobs.Company;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrainingApiTest {
  @Inject Company company;
  private String technician;
  private String path;

  @BeforeEach
  void a_technician() {
    technician = company.technician("Learner");
    path = "/v1/technicians/" + technician + "/training";
  }

  private String train(String course, int daysAgo) {
    return json(
            "manager",
            "{\"course\":\"%s\",\"kind\":\"SOFT\",\"on\":\"%s\"}"
                .formatted(course, today().minusDays(daysAgo)))
        .post(path)
        .then()
        .statusCode(201)
        .header("ETag", notNullValue())
        .body("recordedBy", equalTo("test manager"))
        .extract()
        .path("id");
  }

  @Test
  void what_was_learned_is_listed_by_day_page_by_page() {
    train("Second", 10);
    train("First", 30);
    train("Third", 1);
    String cursor =
        as("csr")
            .get(path + "?limit=2")
            .then()
            .statusCode(200)
            .body("items.course", contains("First", "Second"))
            .extract()
            .path("nextCursor");
    as("csr")
        .get(path + "?limit=2&cursor=" + cursor)
        .then()
        .body("items.course", contains("Third"));
  }

  @Test
  void what_did_not_take_place_is_deleted_by_whoever_saw_it() {
    String training = path + "/" + train("Cancelled", 3);
    as("manager").delete(training).then().statusCode(428);
    as("manager").header("If-Match", etag(training)).delete(training).then().statusCode(204);
    as("manager").get(training).then().statusCode(404).body("type", containsString("training"));
    as("csr").get(path).then().body("items", hasSize(0));
  }

  @Test
  void what_cannot_be_is_refused_and_nothing_is_kept() {
    json("manager", "{\"course\":\"\",\"kind\":\"SOFT\",\"on\":\"2026-01-01\"}")
        .post(path)
        .then()
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/course"));
    json("manager", "{\"course\":\"x\",\"kind\":\"HARD\",\"on\":\"2026-01-01\"}")
        .post(path)
        .then()
        .statusCode(400);
    json("csr", "{\"course\":\"x\",\"kind\":\"SOFT\",\"on\":\"2026-01-01\"}")
        .post(path)
        .then()
        .statusCode(403);
    as("csr").get(path).then().body("items", hasSize(0));
  }

  @Test
  void the_key_of_another_system_names_one_training() {
    String key = company.key("TN");
    String body =
        "{\"externalId\":\"%s\",\"course\":\"x\",\"kind\":\"TECHNICAL\",\"on\":\"2026-01-01\"}"
            .formatted(key);
    json("manager", body).post(path).then().statusCode(201);
    json("manager", body).post(path).then().statusCode(409);
    as("csr").get(path + "/ext:" + key).then().statusCode(200).body("kind", equalTo("TECHNICAL"));
    String other = "/v1/technicians/" + company.technician("Other") + "/training/ext:" + key;
    as("csr").get(other).then().statusCode(404);
  }

  @Test
  void without_feedback_service_there_is_the_training_alone_and_it_says_so() {
    train("Listening", 20);
    as("manager")
        .get("/v1/technicians/" + technician + "/voice")
        .then()
        .statusCode(200)
        .body("available", equalTo(false))
        .body("why", containsString("feedback-service"))
        .body("standing", nullValue())
        .body("training.training.course", contains("Listening"))
        .body("training[0].effect", nullValue());
  }
}
