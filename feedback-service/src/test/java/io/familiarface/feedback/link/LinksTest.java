package io.familiarface.feedback.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.SettableClock;
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
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who a link is for, when it ends, and who may not come by it. */
@ServiceTest
class LinksTest extends LinksOfGrace {
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
}
