package io.familiarface.feedback.link;

import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Grace is given links of their own. */
abstract class LinksOfGrace {
  @Inject StoredRows database;

  CustomerStory grace;

  @BeforeEach
  void grace_is_a_customer() {
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

  JsonPath feedbackLink() {
    return created(
        "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\",\"visitId\":%s}", grace, "null");
  }

  static JsonPath created(String body, CustomerStory customer, Object about) {
    return post(body.formatted(customer.id, about)).statusCode(201).extract().jsonPath();
  }

  static ValidatableResponse post(String body) {
    return Api.json("csr", body).post("/v1/links").then();
  }

  static String complaint(CustomerStory customer) {
    return Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"severity\":\"MEDIUM\",\"words\":\"You broke my floor.\"}"
                .formatted(customer.id))
        .post("/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static void step(String complaint, String step, String body) {
    Api.json("csr", body).post("/v1/complaints/" + complaint + "/" + step).then().statusCode(201);
  }

  static ValidatableResponse open(JsonPath link) {
    return open(path(link));
  }

  static ValidatableResponse open(String path) {
    return Api.anonymous().get(path).then();
  }

  static ValidatableResponse say(JsonPath link, String form) {
    return say(path(link), form);
  }

  static ValidatableResponse say(String path, String form) {
    return Api.anonymous()
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post(path)
        .then();
  }

  static String path(JsonPath link) {
    return URI.create(link.getString("url")).getPath();
  }

  static ValidatableResponse feedbackOf(CustomerStory customer) {
    return Api.get("/v1/feedback?customerId=" + customer.id).statusCode(200);
  }
}
