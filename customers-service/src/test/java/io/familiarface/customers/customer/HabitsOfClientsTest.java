package io.familiarface.customers.customer;

import static io.familiarface.customers.CustomerFixture.newCustomer;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.importing;
import static io.familiarface.rest.testing.Api.json;
import static io.familiarface.rest.testing.Api.newKey;
import static io.familiarface.rest.testing.Api.statuses;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.customers.ServiceTest;
import io.familiarface.rest.security.Role;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How clients, proxies and other systems send what they mean, and what they get for it. */
@ServiceTest
class HabitsOfClientsTest {
  private static final String PATCH = "application/merge-patch+json";

  @Test
  void a_tag_is_known_again_in_whatever_way_it_comes_back() {
    String customer = "/v1/customers/" + newCustomer("Etag Lee");
    String tag = etag(customer);
    String zipped = tag.replaceFirst("\"$", "-gzip\"");
    for (String sent : List.of(tag, "W/" + tag, "\"zzz\", W/" + tag, "*")) {
      as(Role.CSR).header("If-None-Match", sent).get(customer).then().statusCode(304);
    }
    as(Role.CSR)
        .header("If-None-Match", zipped)
        .get(customer)
        .then()
        .statusCode(200)
        .header("ETag", equalTo(tag));
    as(Role.CSR)
        .header("Accept-Encoding", "gzip")
        .header("If-None-Match", "*")
        .get(customer)
        .then()
        .statusCode(304);
  }

  @Test
  void a_change_needs_the_very_tag_that_was_read() {
    String customer = "/v1/customers/" + newCustomer("Etag Lee");
    String tag = etag(customer);
    for (String stale :
        List.of("W/" + tag, tag.replaceFirst("\"$", "-gzip\""), tag.replace("\"", ""))) {
      patch(customer, stale, "{\"phone\":\"802-555-0101\"}")
          .statusCode(412)
          .header("ETag", equalTo(tag))
          .body("type", notNullValue());
    }
    as(Role.CSR)
        .contentType(PATCH)
        .body("{\"phone\":\"802-555-0101\"}")
        .patch(customer)
        .then()
        .statusCode(428);
    patch(customer, tag, "{\"phone\":\"802-555-0101\"}").statusCode(200);
    patch(customer, tag, "{\"phone\":\"802-555-0101\"}").statusCode(412);
    patch("/v1/customers/ext:" + newKey("NOBODY"), "\"0\"", "{}").statusCode(404);
  }

  @Test
  void accounting_has_not_seen_the_version_that_the_office_has_seen() {
    String customer = "/v1/customers/" + newCustomer("Etag Lee");
    String tag = etag(customer);
    as(Role.ACCOUNTING).header("If-None-Match", tag).get(customer).then().statusCode(200);
  }

  @Test
  void the_tag_of_a_change_is_that_of_the_next_reading() {
    String customer = "/v1/customers/" + newCustomer("Etag Lee");
    String changed =
        patch(customer, etag(customer), "{\"phone\":\"802-555-0101\"}").extract().header("ETag");
    assertThat(etag(customer)).isEqualTo(changed);
    String trait = "{\"category\":\"CARE\",\"text\":\"A dog.\"}";
    String promise = "{\"kind\":\"CALL_AHEAD\",\"text\":\"We ring.\"}";
    String talk = "{\"channel\":\"PHONE\",\"direction\":\"INBOUND\",\"mood\":\"CALM\"}";
    for (String[] made :
        new String[][] {{"/traits", trait}, {"/promises", promise}, {"/interactions", talk}}) {
      var answer =
          json(Role.CSR, made[1]).post(customer + made[0]).then().statusCode(201).extract();
      assertThat(etag(customer + made[0] + "/" + answer.path("id")))
          .isEqualTo(answer.header("ETag"));
    }
  }

  @Test
  void a_merge_patch_takes_out_what_is_null_and_leaves_the_rest() {
    String customer = patched();
    patch(customer, "{\"address\":{\"line2\":null}}")
        .statusCode(200)
        .body("address.line1", equalTo("1 Elm"))
        .body("address.line2", nullValue());
    patch(customer, "{\"phone\":null}").statusCode(200).body("phone", nullValue());
    String tag = etag(customer);
    patch(customer, "{}").statusCode(200).header("ETag", equalTo(tag));
    patch(customer, "{\"address\":null}").statusCode(200).body("address", nullValue());
    patch(customer, "{\"address\":{\"line2\":\"Apt 9\"}}").statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":null}",
        "{\"address\":{\"city\":null}}",
        "[{\"op\":\"remove\",\"path\":\"/phone\"}]",
        "null",
        "{\"fone\":\"1\"}",
        "{\"fone\":null}",
        "{\"phone\":\"802-555-0102\",\"phone\":\"802-555-0103\"}"
      })
  void a_patch_that_makes_no_sense_is_refused_and_changes_nothing(String body) {
    String customer = patched();
    String tag = etag(customer);
    patch(customer, body)
        .statusCode(400)
        .body(body.contains("fone") ? containsString("fone") : notNullValue(String.class));
    assertThat(etag(customer)).isEqualTo(tag);
  }

  @Test
  void a_patch_of_another_kind_is_refused_by_its_media_type() {
    String customer = patched();
    as(Role.CSR)
        .contentType("application/json-patch+json")
        .header("If-Match", etag(customer))
        .body("[{\"op\":\"remove\",\"path\":\"/phone\"}]")
        .patch(customer)
        .then()
        .statusCode(415);
  }

  @Test
  void a_key_makes_one_customer_however_it_is_written() {
    String key = newKey("key");
    String body = household("Key Lee");
    String first = add(key, body).statusCode(201).extract().header("Location");
    add(key, body).statusCode(201).header("Location", equalTo(first));
    add("\"" + key + "\"", body).statusCode(201).header("Location", equalTo(first));
    add(key, household("Other")).statusCode(422);
    // A key stands for the bytes that came with it: what only means the same is another body.
    String spaced = "{ \"kind\":\"HOUSEHOLD\",\n \"name\":\"Key Lee\" }";
    add(key, spaced).statusCode(422);
  }

  @Test
  void a_key_that_was_refused_is_not_used_up() {
    String key = newKey("key");
    add(key, "{\"kind\":\"HOUSEHOLD\"}").statusCode(400);
    add(key, household("Mended")).statusCode(201);
    add("x".repeat(300), household("Mended")).statusCode(400);
    add("", household("Mended")).statusCode(400);
  }

  @Test
  void twenty_at_once_with_one_key_make_one_customer() throws Exception {
    String key = newKey("RACE");
    Callable<Integer> one =
        () ->
            add(
                    key,
                    "{\"kind\":\"HOUSEHOLD\",\"name\":\"Race\",\"externalId\":\"%s\"}"
                        .formatted(key))
                .extract()
                .statusCode();
    var senders = Executors.newFixedThreadPool(20);
    try {
      for (var answer : senders.invokeAll(Collections.nCopies(20, one))) {
        assertThat(answer.get()).isIn(201, 409);
      }
    } finally {
      senders.shutdownNow();
    }
    as(Role.CSR).get("/v1/customers?externalId=" + key).then().body("items", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource({
    "A/%s, A%%2F%s",
    "A%%2F%s, A%%252F%s",
    "P+%s, P+%s",
    "P+%s, P%%2B%s",
    "c%s, c%s",
    "C%s, C%s",
    "007%s, 007%s",
    "S;v=1-%s, S%%3Bv%%3D1-%s",
    "ext:%s, ext:%s",
    "..%s, ..%s",
    "..%s, %%2E%%2E%s",
    "é%s, %%C3%%A9%s"
  })
  void an_external_id_is_found_by_its_own_spelling(String externalId, String inPath) {
    String run = newKey("");
    String id = externalId.formatted(run);
    json(Role.CSR, named(id)).post("/v1/customers").then().statusCode(201);
    as(Role.CSR)
        .get("/v1/customers/ext:" + inPath.formatted(run))
        .then()
        .statusCode(200)
        .body("externalId", equalTo(id));
    json(Role.CSR, named(id)).post("/v1/customers").then().statusCode(409);
  }

  @Test
  void a_slash_or_a_percent_sign_that_is_not_escaped_finds_nobody() {
    String run = newKey("");
    json(Role.CSR, named("A/" + run)).post("/v1/customers").then().statusCode(201);
    as(Role.CSR).get("/v1/customers/ext:A/" + run).then().statusCode(404);
    as(Role.CSR).get("/v1/customers/ext:A%252F" + run).then().statusCode(404);
    json(Role.CSR, named("P+" + run)).post("/v1/customers").then().statusCode(201);
    as(Role.CSR)
        .get("/v1/customers?externalId=P%2B" + run)
        .then()
        .body("items.externalId", equalTo(List.of("P+" + run)));
    for (String broken : List.of("%FF%FE", "%00")) {
      assertThat(as(Role.CSR).get("/v1/customers/ext:" + broken).statusCode()).isIn(400, 404);
    }
  }

  @Test
  void composed_and_decomposed_accents_are_one_external_id() {
    String run = newKey("");
    json(Role.CSR, named("\u00e9" + run)).post("/v1/customers").then().statusCode(201);
    json(Role.CSR, named("e\u0301" + run)).post("/v1/customers").then().statusCode(409);
    json(Role.CSR, named("ü" + run)).post("/v1/customers").then().statusCode(201);
    json(Role.CSR, named("u" + run)).post("/v1/customers").then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {" x", "x ", "n\\u00a0x", "z\\u200bx", "a\\tb"})
  void blanks_in_an_external_id_are_refused(String externalId) {
    json(Role.CSR, named(externalId)).post("/v1/customers").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"name\":\"Ann\\u0000Lee\"",
        "\"name\":\"Ann \\ud83d Lee\"",
        "\"name\":\"Ann \\ude00 Lee\"",
        "\"name\":\"\\u200b\\u00a0\"",
        "\"name\":\"Far\",\"createdAt\":\"+10000-01-01T00:00:00Z\"",
        "\"name\":\"Leap\",\"createdAt\":\"2016-12-31T23:59:60Z\"",
        "\"name\":\"Old\",\"createdAt\":\"0000-01-01T00:00:00Z\"",
        "\"name\":\"Old\",\"createdAt\":\"1899-12-31T23:59:59Z\"",
        "\"name\":\"Old\",\"burnedBefore\":{\"what\":\"x\",\"heardAt\":\"0001-01-01T00:00:00Z\"}"
      })
  void text_and_times_that_nobody_can_keep_are_refused(String members) {
    json(Role.MANAGER, "{\"kind\":\"HOUSEHOLD\"," + members + "}")
        .post("/v1/customers")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ann \\ud83d\\ude00 Lee", "\\u200f\\u05de\\u05d9\\u05db\\u05dc"})
  void whole_letters_of_any_script_are_kept(String name) {
    String location =
        json(Role.CSR, household(name))
            .post("/v1/customers")
            .then()
            .statusCode(201)
            .extract()
            .header("Location");
    as(Role.CSR).get(location).then().statusCode(200);
  }

  @Test
  void bytes_of_another_encoding_are_refused() {
    json(Role.CSR, "")
        .body(household("Zo\u00eb").getBytes(ISO_8859_1))
        .post("/v1/customers")
        .then()
        .statusCode(400);
    as(Role.CSR).get("/v1/customers?externalId=%00").then().statusCode(400);
  }

  @Test
  void a_line_that_nobody_can_keep_does_not_stop_the_next() {
    var report =
        importing(
            "/v1/customers/import?dryRun=true",
            line(newKey("T"), "Ann\\u0000Lee", "2025-01-06T09:00:00Z"),
            line(newKey("T"), "Old", "1899-01-06T09:00:00Z"),
            line(newKey("T"), "Bob", "2025-01-06T09:00:00Z"));
    assertThat(statuses(report)).containsExactly("REJECTED", "REJECTED", "CREATED");
  }

  @Test
  void everybody_who_was_there_is_seen_once_while_others_are_added() {
    String branch = newKey("PG");
    var there =
        IntStream.range(0, 7)
            .mapToObj(n -> inBranch(branch))
            .collect(java.util.stream.Collectors.toSet());
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          as(Role.CSR)
              .get(
                  "/v1/customers?limit=3&branch="
                      + branch
                      + (cursor == null ? "" : "&cursor=" + cursor))
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.id"));
      cursor = page.path("nextCursor");
      inBranch(branch);
    } while (cursor != null);
    assertThat(new HashSet<>(seen)).hasSameSizeAs(seen).containsAll(there);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kind=BUSINESS&cursor={}", "cursor=%00", "limit=0", "limit=1&limit=2"})
  void a_page_that_makes_no_sense_is_refused(String query) {
    inBranch(newKey("PG"));
    inBranch(newKey("PG"));
    String cursor = as(Role.CSR).get("/v1/customers?limit=1").path("nextCursor");
    as(Role.CSR)
        .get("/v1/customers?" + query.replace("{}", cursor))
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void the_cursor_of_another_list_is_refused() {
    String customer = "/v1/customers/" + newCustomer("Page Lee");
    for (int n = 0; n < 2; n++) {
      json(Role.CSR, "{\"category\":\"CARE\",\"text\":\"A dog.\"}")
          .post(customer + "/traits")
          .then()
          .statusCode(201);
    }
    String cursor = as(Role.CSR).get(customer + "/traits?limit=1").path("nextCursor");
    for (String list :
        List.of("/v1/customers?", customer + "/promises?", customer + "/interactions?")) {
      as(Role.CSR).get(list + "cursor=" + cursor).then().statusCode(400);
    }
  }

  @Test
  void a_feed_is_read_as_feeds_are_read() {
    newCustomer("Feed Lee");
    var first =
        as(Role.SERVICE)
            .get("/v1/feeds/customers?limit=1&timeout=5000")
            .then()
            .statusCode(200)
            .contentType("application/cloudevents-batch+json")
            .header("Cache-Control", containsString("no-store"))
            .body("specversion", equalTo(List.of("1.0")))
            .extract();
    String last = first.path("[0].id");
    as(Role.SERVICE)
        .get("/v1/feeds/customers?limit=1&lastEventId=" + last)
        .then()
        .statusCode(200)
        .body("id", not(equalTo(List.of(last))));
    for (String query :
        List.of(
            "lastEventId=abc",
            "lastEventId=-1::00000000-0000-7000-8000-000000000000",
            "timeout=-1",
            "limit=0")) {
      as(Role.SERVICE).get("/v1/feeds/customers?" + query).then().statusCode(400);
    }
    as(Role.INTEGRATION).get("/v1/feeds/customers").then().statusCode(403);
    as(Role.SERVICE).get("/v1/feeds/nothing").then().statusCode(404);
  }

  private static String patched() {
    return json(
            Role.CSR,
            """
            {"kind":"HOUSEHOLD","name":"Patch Lee","phone":"802-555-0101",
             "address":{"line1":"1 Elm","line2":"Apt 4","city":"Stowe","postalCode":"05672",
                        "country":"US"}}""")
        .post("/v1/customers")
        .then()
        .statusCode(201)
        .extract()
        .header("Location")
        .replaceFirst("^https?://[^/]+", "");
  }

  private static ValidatableResponse patch(String customer, String body) {
    return patch(customer, etag(customer), body);
  }

  private static ValidatableResponse patch(String customer, String ifMatch, String body) {
    return as(Role.CSR)
        .contentType(PATCH)
        .header("If-Match", ifMatch)
        .body(body)
        .patch(customer)
        .then();
  }

  private static ValidatableResponse add(String key, String body) {
    return json(Role.CSR, body).header("Idempotency-Key", key).post("/v1/customers").then();
  }

  private static String inBranch(String branch) {
    return json(
            Role.CSR,
            "{\"kind\":\"HOUSEHOLD\",\"name\":\"Page\",\"branch\":\"%s\"}".formatted(branch))
        .post("/v1/customers")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String household(String name) {
    return "{\"kind\":\"HOUSEHOLD\",\"name\":\"%s\"}".formatted(name);
  }

  private static String named(String externalId) {
    return "{\"kind\":\"HOUSEHOLD\",\"name\":\"Id Lee\",\"externalId\":\"%s\"}"
        .formatted(externalId);
  }

  private static String line(String key, String name, String since) {
    return "{\"externalId\":\"%s\",\"kind\":\"HOUSEHOLD\",\"name\":\"%s\",\"createdAt\":\"%s\"}"
        .formatted(key, name, since);
  }
}
