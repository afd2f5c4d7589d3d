package io.familiarface.feedback.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.ProjectsTold;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import io.familiarface.rest.testing.wire.RoundTrips;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class LinksTest {
  @Inject StoredRows database;

  private CustomerStory grace;

  @BeforeEach
  void grace_is_a_customer() {
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
  }

  @AfterEach
  void time_is_itself_again() {
    SettableClock.reset();
  }

  @Test
  void one_tap_is_feedback_and_what_is_said_later_corrects_it() {
    JsonPath link = feedbackLink();
    open(link).statusCode(200).body(containsString("How satisfied are you with us?"));
    feedbackOf(grace).body("items", hasSize(0));

    say(link, "csat=2").statusCode(200).body(containsString("You chose 2, dissatisfied."));
    feedbackOf(grace)
        .body("items", hasSize(1))
        .body("items[0].csat", equalTo(2))
        .body("items[0].recordedBy", equalTo("customer"));
    Api.get("/v1/customers/" + grace.id + "/risk")
        .statusCode(200)
        .body("reasons.code", hasItem("LOW_SATISFACTION"));
    say(link, "words=Who+comes%3F&callMe=true").statusCode(200);
    say(link, "csat=3").statusCode(200);
    feedbackOf(grace)
        .body("items", hasSize(1))
        .body("items[0].csat", equalTo(3))
        .body("items[0].text", equalTo("Who comes?"))
        .body("items[0].callMe", equalTo(true))
        .body("items[0].kind", equalTo("CONCERN"));
    open(link).body(containsString("Who comes?"));
    Api.get("/v1/links?customerId=" + grace.id)
        .statusCode(200)
        .body("items[0].feedbackId", notNullValue())
        .body("items[0].usedAt", notNullValue());
  }

  @Test
  void the_public_review_page_is_offered_to_everybody_however_satisfied() {
    String offered = "<a href=\"https://reviews.example.com/us\"";
    open(feedbackLink()).body(containsString(offered));
    for (String said : List.of("csat=1", "csat=5", "callMe=true", "words=Never+again")) {
      say(feedbackLink(), said).statusCode(200).body(containsString(offered));
    }
  }

  @Test
  void it_asks_about_the_visit_that_it_was_made_for() {
    UUID visit = grace.visit(10);
    JsonPath link =
        created(
            "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\",\"visitId\":\"%s\"}", grace, visit);
    open(link).statusCode(200).body(containsString("our visit on "));
    say(link, "csat=5").statusCode(200);
    feedbackOf(grace).body("items[0].visitId", equalTo(visit.toString()));
  }

  @Test
  void it_asks_about_the_step_of_the_project_that_it_was_made_for() {
    UUID project = ProjectsTold.ended(grace.id, "Drying", Instant.now());
    JsonPath link =
        created(
            "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\",\"projectId\":\"%s\",\"projectStep\":1}",
            grace, project);
    open(link).statusCode(200).body(containsString("this step of our work: Drying"));
    say(link, "csat=2").statusCode(200);
    say(link, "csat=3").statusCode(200);
    feedbackOf(grace)
        .body("items", hasSize(1))
        .body("items[0].projectId", equalTo(project.toString()))
        .body("items[0].projectStep", equalTo(1));
  }

  @Test
  void two_taps_at_once_are_one_feedback() throws Exception {
    JsonPath link = feedbackLink();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Integer> tap = () -> say(link, "csat=4").extract().statusCode();
      for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(8, tap))) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      threads.shutdown();
    }
    feedbackOf(grace).body("items", hasSize(1));
  }

  @Test
  void what_could_not_be_taken_is_said_and_changes_nothing() {
    JsonPath link = feedbackLink();
    say(link, "csat=11").statusCode(400).body(containsString("from 1 to 5"));
    say(link, "").statusCode(400).body(containsString("Tap one of the numbers"));
    say(link, "callMe=true&words=" + "a".repeat(5000))
        .statusCode(400)
        .body(containsString("4,000"))
        .body(containsString("a".repeat(5000)))
        .body(containsString("checked"));
    say(link, "words=Who%00+comes").statusCode(400).body(containsString("Who\uFFFD comes"));
    say(link, "words=" + "a".repeat(1_000_000)).statusCode(413);
    feedbackOf(grace).body("items", hasSize(0));
  }

  @Test
  void a_browser_that_is_refused_shows_a_page() {
    String much = "words=" + "a".repeat(1_000_000);
    String browsers = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    String path = path(feedbackLink());
    Api.anonymous()
        .header("Accept", browsers)
        .contentType("application/x-www-form-urlencoded")
        .body(much)
        .post(path)
        .then()
        .statusCode(413)
        .contentType("text/html")
        .body(containsString("<h1>This is too long for us to take</h1>"));
    say(path, much).statusCode(413).contentType("application/problem+json");
  }

  @Test
  void markup_is_shown_as_text() {
    JsonPath link = feedbackLink();
    String words = "</textarea><script>alert(1)</script> & \"so\" مرحبا 🐭";
    say(link, "words=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
        .statusCode(200)
        .body(not(containsString("<script>")))
        .body(containsString("&lt;script&gt;alert(1)&lt;/script&gt; &amp;"))
        .body(containsString("مرحبا 🐭"));
    feedbackOf(grace).body("items[0].text", equalTo(words));
  }

  @Test
  void a_link_that_has_ended_in_any_way_is_like_one_that_never_was() {
    String guessed = Api.anonymous().get("/v1/links/" + "a".repeat(27)).asString();
    assertThat(guessed).contains("This link leads nowhere any more");

    JsonPath revoked = feedbackLink();
    revoke(revoked);
    revoke(revoked);
    isGone(revoked, guessed);

    JsonPath expired = feedbackLink();
    SettableClock.putForward(Duration.ofDays(31));
    isGone(expired, guessed);
    SettableClock.reset();

    JsonPath erased = feedbackLink();
    FeedDelivery.live(
        List.of(NeighbourEvent.erased("customers", "customer", grace.id, Instant.now())));
    isGone(erased, guessed);
    assertThat(database.count("customer_link", grace.id)).isZero();
  }

  @Test
  void a_guessed_link_is_looked_for_like_one_that_has_ended() {
    JsonPath revoked = feedbackLink();
    revoke(revoked);
    String ended = path(revoked);
    String guessed = ended.substring(0, ended.length() - 27) + "b".repeat(27);
    assertThat(trips(() -> open(guessed))).isPositive().isEqualTo(trips(() -> open(ended)));
    assertThat(trips(() -> say(guessed, "csat=5")))
        .isPositive()
        .isEqualTo(trips(() -> say(ended, "csat=5")));
  }

  @Test
  void whoever_guesses_links_is_made_to_wait_and_nobody_else_is() throws IOException {
    List<String> answer = List.of();
    int guesses = 0;
    do {
      assertThat(guesses).isLessThan(2_000);
      answer = guessed("%027d".formatted(guesses++));
    } while (answer.get(0).contains(" 404 "));
    assertThat(answer.get(0)).contains(" 429 ");
    assertThat(answer).anyMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("retry-after: "));
    assertThat(answer).anyMatch(line -> line.contains("text/html"));
    open(feedbackLink()).statusCode(200);
  }

  /** The first lines of what is answered to somebody at an address of their own. */
  private static List<String> guessed(String token) throws IOException {
    try (Socket caller =
        new Socket("127.0.0.1", RestAssured.port, InetAddress.getByName("127.0.0.2"), 0)) {
      caller
          .getOutputStream()
          .write(
              "GET /v1/links/%s HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
                  .formatted(token)
                  .getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8))
          .lines()
          .takeWhile(line -> !line.isEmpty())
          .toList();
    }
  }

  private static int trips(Supplier<ValidatableResponse> request) {
    return RoundTrips.fewest(() -> RoundTrips.of(() -> request.get().extract().response())).count();
  }

  private void isGone(JsonPath link, String guessed) {
    open(link).statusCode(404).body(equalTo(guessed));
    say(link, "csat=5").statusCode(404).body(equalTo(guessed));
  }

  private static void revoke(JsonPath link) {
    Api.as("csr").delete("/v1/links/" + link.getString("id")).then().statusCode(204);
  }

  @Test
  void what_a_mail_program_appends_to_a_link_is_passed_over() {
    String path = path(feedbackLink()) + "?utm_source=letter&fbclid=a&fbclid=b";
    open(path).statusCode(200).body(containsString("How satisfied are you with us?"));
    say(path, "csat=4").statusCode(200).body(containsString("You chose 4"));
  }

  @Test
  void whoever_comes_by_a_link_has_no_idempotency_key() {
    Supplier<ValidatableResponse> say =
        () ->
            Api.anonymous()
                .header("Idempotency-Key", "everybody's")
                .contentType("application/x-www-form-urlencoded")
                .body("csat=4")
                .post(path(feedbackLink()))
                .then();
    say.get().statusCode(200).contentType("text/html");
    say.get().statusCode(200).contentType("text/html");
    assertThat(
            database.number(
                "select count(*) from idempotency_key k where k.key = ?", "everybody's"))
        .isZero();
  }

  @Test
  void nobody_reads_a_link_from_the_database() {
    String token = path(feedbackLink()).replaceAll(".*/", "");
    assertThat(token).hasSize(27);
    assertThat(
            database.number(
                "select count(*) from customer_link l where l::text like '%' || ? || '%'", token))
        .isZero();
  }

  @Test
  void nobody_keeps_the_page_and_nothing_runs_in_it() {
    Response page = Api.anonymous().get(path(feedbackLink()));
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.header("X-Robots-Tag")).contains("noindex");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'")
        .contains("form-action 'self'");
    assertThat(page.asString()).doesNotContain("<script");
  }

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
  void words_that_were_said_are_not_lost_to_a_page_that_was_opened_before() {
    JsonPath link = feedbackLink();
    say(link, "csat=1&words=Nobody+came.").statusCode(200);
    say(link, "csat=2&words=").statusCode(200).body(containsString("Nobody came."));
    feedbackOf(grace)
        .body("items[0].csat", equalTo(2))
        .body("items[0].text", equalTo("Nobody came."));
  }

  @Test
  void words_are_taken_out_on_the_newest_page_and_on_no_older_one() {
    JsonPath link = feedbackLink();
    String older = seen(open(link));
    String newest = seen(say(link, "csat=1&words=Nobody+came.&seen=" + older));
    say(link, "csat=2&words=&seen=" + older).body(containsString("Nobody came."));
    say(link, "csat=9&words=&seen=" + newest)
        .statusCode(400)
        .body(containsString("name=\"words\" maxlength=\"4000\">\n</textarea>"));
    feedbackOf(grace).body("items[0].text", equalTo("Nobody came."));
    say(link, "words=&seen=" + newest)
        .statusCode(200)
        .body(containsString("You chose 2, dissatisfied. Your words are taken out."));
    feedbackOf(grace)
        .body("items", hasSize(1))
        .body("items[0].csat", equalTo(2))
        .body("items[0].text", nullValue());
  }

  @Test
  void whoever_said_words_alone_takes_all_back_by_taking_them_out() {
    JsonPath link = feedbackLink();
    String seen = seen(say(link, "words=Nobody+came."));
    say(link, "words=&seen=" + seen)
        .statusCode(200)
        .body(containsString("Your words are taken out."));
    say(link, "words=").statusCode(400);
    feedbackOf(grace).body("items", hasSize(1)).body("items[0].text", nullValue());
  }

  @Test
  void what_was_written_on_two_pages_is_kept_unless_it_is_too_long_together() {
    JsonPath link = feedbackLink();
    String first = seen(open(link));
    say(link, "words=" + "a".repeat(3000) + "&seen=" + first).statusCode(200);
    say(link, "words=" + "b".repeat(3000) + "&seen=" + first)
        .statusCode(400)
        .body(containsString("4,000"))
        .body(containsString("a".repeat(3000) + "\n\n" + "b".repeat(3000)));
    say(link, "words=Mice.&seen=" + first).statusCode(200);
    feedbackOf(grace).body("items[0].text", equalTo("a".repeat(3000) + "\n\nMice."));
  }

  private static String seen(ValidatableResponse page) {
    return page.extract().htmlPath().getString("**.find { it.@name == 'seen' }.@value");
  }

  @Test
  void a_visit_ahead_is_not_asked_about_until_its_day() {
    UUID ahead = grace.visit(10);
    database.change(
        "update visit_copy set state = 'PLANNED', scheduled_at = now() + interval '3 days'"
            + " where id = ?",
        ahead);
    JsonPath link =
        created(
            "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\",\"visitId\":\"%s\"}", grace, ahead);
    open(link).statusCode(200).body(containsString("How satisfied are you with us?"));
    say(link, "csat=5").statusCode(200);
    feedbackOf(grace).body("items[0].visitId", nullValue());
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

  @Test
  void a_link_is_for_a_case_and_a_visit_of_the_customer() {
    CustomerStory dorothy = Stories.dorothy();
    FeedDelivery.load(dorothy.events());
    String other = complaint(dorothy);
    post("{\"customerId\":\"%s\",\"purpose\":\"CASE\"}".formatted(grace.id))
        .statusCode(400)
        .body("violations[0].pointer", equalTo("/complaintId"));
    post("{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}"
            .formatted(grace.id, other))
        .statusCode(422)
        .body("type", equalTo("urn:familiar-face:problem:unknown-complaint"));
    post("{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\",\"visitId\":\"%s\"}"
            .formatted(grace.id, dorothy.visit(1)))
        .statusCode(422)
        .body("type", equalTo("urn:familiar-face:problem:unknown-visit"));
    post("{\"customerId\":\"%s\",\"purpose\":\"LOGIN\"}".formatted(grace.id)).statusCode(400);
    Api.get("/v1/links?customerId=" + grace.id).body("items", hasSize(0));
  }

  @Test
  void a_link_can_be_named_by_the_key_of_another_system() {
    String key = Api.newKey("L");
    String body = "{\"externalId\":\"%s\",\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"}";
    post(body.formatted(key, grace.id))
        .statusCode(201)
        .body("externalId", equalTo(key))
        .body("expiresAt", notNullValue())
        .body("revokedAt", nullValue());
    post(body.formatted(key, grace.id)).statusCode(409);
    Api.as("csr").delete("/v1/links/ext:" + key).then().statusCode(204);
    Api.get("/v1/links?customerId=" + grace.id).body("items[0].revokedAt", notNullValue());
    Api.as("csr").delete("/v1/links/" + UUID.randomUUID()).then().statusCode(404);
  }

  private JsonPath feedbackLink() {
    return created(
        "{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\",\"visitId\":%s}", grace, "null");
  }

  private static JsonPath created(String body, CustomerStory customer, Object about) {
    return post(body.formatted(customer.id, about)).statusCode(201).extract().jsonPath();
  }

  private static ValidatableResponse post(String body) {
    return Api.json("csr", body).post("/v1/links").then();
  }

  private static String complaint(CustomerStory customer) {
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

  private static void step(String complaint, String step, String body) {
    Api.json("csr", body).post("/v1/complaints/" + complaint + "/" + step).then().statusCode(201);
  }

  private static ValidatableResponse open(JsonPath link) {
    return open(path(link));
  }

  private static ValidatableResponse open(String path) {
    return Api.anonymous().get(path).then();
  }

  private static ValidatableResponse say(JsonPath link, String form) {
    return say(path(link), form);
  }

  private static ValidatableResponse say(String path, String form) {
    return Api.anonymous()
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post(path)
        .then();
  }

  private static String path(JsonPath link) {
    return URI.create(link.getString("url")).getPath();
  }

  private static ValidatableResponse feedbackOf(CustomerStory customer) {
    return Api.get("/v1/feedback?customerId=" + customer.id).statusCode(200);
  }
}
