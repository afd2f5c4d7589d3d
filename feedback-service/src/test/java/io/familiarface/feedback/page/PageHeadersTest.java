package io.familiarface.feedback.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.rest.testing.Api;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class PageHeadersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/today/",
        "/story/",
        "/insights/",
        "/backtest/",
        "/assets/style.css",
        "/assets/session.js"
      })
  void pages_run_our_scripts_only_and_talk_to_our_services_only(String path) {
    RestAssured.get(path)
        .then()
        .statusCode(200)
        .header(
            "Content-Security-Policy",
            allOf(
                containsString("default-src 'none'"),
                containsString("script-src 'self';"),
                containsString("frame-ancestors 'none'"),
                not(containsString("unsafe"))))
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/today/", "/story/", "/backtest/", "/assets/style.css"})
  void a_page_is_asked_for_each_time_and_is_new_after_an_upgrade(String path) {
    Response page = RestAssured.get(path);
    page.then().statusCode(200).header("Cache-Control", "no-cache");
    ZonedDateTime made =
        ZonedDateTime.parse(page.header("Last-Modified"), DateTimeFormatter.RFC_1123_DATE_TIME);
    assertThat(seen(path, made).statusCode()).isEqualTo(304);
    Response upgraded = seen(path, made.minusDays(1));
    upgraded.then().statusCode(200).header("Cache-Control", "no-cache");
    assertThat(upgraded.asString()).isEqualTo(page.asString());
  }

  private static Response seen(String path, ZonedDateTime made) {
    return RestAssured.given()
        .header("If-Modified-Since", DateTimeFormatter.RFC_1123_DATE_TIME.format(made))
        .get(path);
  }

  @Test
  void a_page_without_its_slash_is_found_with_its_question() {
    RestAssured.given()
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .get("/story?customer=ext:C0001")
        .then()
        .statusCode(301)
        .header("Location", "/story/?customer=ext:C0001");
  }

  @Test
  void what_the_pages_need_to_know_is_no_secret() {
    RestAssured.get("/assets/config.json")
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("no-store"))
        .body("timeZone", equalTo("America/New_York"))
        .body("services.customers", startsWith("http"))
        .body("services.jobs", startsWith("http"))
        .body("services.feedback", startsWith("http"))
        .body("signIn", nullValue());
  }

  @Test
  void a_page_learns_as_what_its_caller_is_signed_in() {
    RestAssured.get("/assets/caller.json")
        .then()
        .statusCode(200)
        .header("Cache-Control", containsString("no-store"))
        .body("roles", empty());
    Api.as("csr").get("/assets/caller.json").then().body("roles", contains("csr"));
  }
}
