package io.familiarface.feedback.followup;

import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Grace is content, and no flag asks for a call. */
abstract class CallsOfGrace {
  static final String REFERRAL = "Do you know somebody else to whom we could be of use?";

  @Inject Company company;
  @Inject StoredRows database;

  CustomerStory grace;

  @BeforeEach
  void grace_is_content() {
    company.startsAnew();
    grace = Stories.grace();
    FeedDelivery.load(grace.newEvents());
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

  static void reach(CustomerStory person) {
    outcome(openCall(person), "{\"outcome\":\"REACHED\"}");
  }

  static String openCall(CustomerStory person) {
    return Company.calls("state=OPEN&customerId=" + person.id).getString("items[0].id");
  }

  static void outcome(String call, String body) {
    Api.json("csr", body).post("/v1/follow-ups/" + call + "/outcome").then().statusCode(201);
  }

  String feedbackLink() {
    return Api.json("csr", "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"}".formatted(grace.id))
        .post("/v1/links")
        .path("url");
  }

  static List<String> kinds(CustomerStory person) {
    return Company.calls("state=OPEN&customerId=" + person.id).getList("items.kind", String.class);
  }

  static void says(CustomerStory person, String what) {
    Api.json("manager", "{\"customerId\":\"%s\",%s}".formatted(person.id, what))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
  }

  static String complains(CustomerStory person, String more) {
    return Api.json(
            "csr",
            "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"words\":\"No.\",%s}"
                .formatted(person.id, more))
        .post("/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  static void step(String complaint, String step, String body) {
    Api.json("csr", body).post("/v1/complaints/" + complaint + "/" + step).then().statusCode(201);
  }

  static void tap(String url, String form) {
    Api.anonymous()
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post(URI.create(url).getPath())
        .then()
        .statusCode(200);
  }

  static void deliver(String complaint) {
    step(complaint, "assessment", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\"}");
    step(
        complaint, "apology", "{\"by\":\"Pat\",\"words\":\"Sorry.\",\"promisedChange\":\"Mats.\"}");
    step(
        complaint,
        "remedy",
        "{\"askedFor\":\"Again.\",\"kind\":\"REDO\",\"words\":\"Done again on Monday.\"}");
    step(complaint, "delivery", "{}");
  }
}
