package io.familiarface.feedback.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.rest.testing.Api;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A customer sees by a link where their case stands. */
@ServiceTest
class CaseLinkTest extends LinksOfGrace {
  @Test
  void a_customer_sees_where_the_case_stands_and_answers() {
    String complaint = complaint(grace);
    step(complaint, "assessment", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"damage\":\"Ours.\"}");
    step(
        complaint,
        "apology",
        "{\"by\":\"Pat\",\"words\":\"Sorry.\",\"promisedChange\":\"Mats first.\"}");
    JsonPath link =
        created(
            "{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}",
            grace, complaint);
    open(link)
        .statusCode(200)
        .body(containsString("You broke my floor."))
        .body(containsString("Pat promised: Mats first."))
        .body(containsString("Pat talked to you and apologised."))
        .body(containsString("We agree with you on what puts it right by "))
        .body(not(containsString("Ours.")));

    String before = Api.etag("/v1/complaints/" + complaint);
    say(link, "words=").statusCode(400);
    say(link, "words=The+board+creaks.").statusCode(200).body(containsString("Thank you"));
    say(link, "words=The+board+creaks.").statusCode(200);
    open(link).body(containsString("The board creaks."));
    assertThat(Api.etag("/v1/complaints/" + complaint)).isNotEqualTo(before);
    Api.get("/v1/complaints/" + complaint)
        .statusCode(200)
        .body("state", equalTo("OWNED"))
        .body("answers.words", equalTo(List.of("The board creaks.")));
  }

  @Test
  void what_is_late_is_said_to_be_late_and_nobody_is_called_by_a_role() {
    String complaint = complaint(grace);
    JsonPath link =
        created(
            "{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}",
            grace, complaint);
    open(link).body(containsString("We find out what happened by "));
    database.change(
        "update complaint set escalated_to = 'manager' where id = cast(? as uuid)", complaint);
    SettableClock.putForward(Duration.ofDays(20));
    open(link)
        .body(containsString("We are late, and sorry for it: we were to find out what happened by"))
        .body(containsString("<p>Our manager sees to it.</p>"));
  }

  @Test
  void what_the_page_of_a_case_does_not_take_is_not_to_be_written_again() {
    JsonPath link =
        created(
            "{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}",
            grace, complaint(grace));
    say(link, "words=It%00+creaks.").statusCode(400).body(containsString("It\uFFFD creaks."));
    open(link).body(not(containsString("creaks.")));
  }

  @Test
  void a_remedy_is_promised_when_nobody_has_to_approve_it_any_more() {
    String complaint = complaint(grace);
    step(complaint, "assessment", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\"}");
    step(complaint, "apology", "{\"words\":\"Sorry.\",\"promisedChange\":\"Mats first.\"}");
    JsonPath link =
        created(
            "{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}",
            grace, complaint);
    String credit =
        "{\"askedFor\":\"Money.\",\"kind\":\"CREDIT\",\"amount\":{\"amount\":\"%s\",\"currency\":\"USD\"}}";
    step(complaint, "remedy", credit.formatted("6000.00"));
    open(link)
        .body(not(containsString("6000")))
        .body(containsString("is being confirmed"))
        .body(containsString("test csr sees to it."));
    Api.json("admin", "{\"approved\":false}")
        .post("/v1/complaints/" + complaint + "/approval")
        .then()
        .statusCode(201);
    open(link).body(not(containsString("6000")));
    step(complaint, "remedy", credit.formatted("40.00"));
    open(link)
        .body(containsString("You get a credit: 40.00 USD."))
        .body(not(containsString("6000")));
  }
}
