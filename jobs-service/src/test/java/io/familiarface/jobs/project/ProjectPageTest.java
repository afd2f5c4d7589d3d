package io.familiarface.jobs.project;

import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.microsoft.playwright.Page;
import io.familiarface.jobs.Company;
import io.familiarface.jobs.LinkKey;
import io.familiarface.pages.testing.Browser;
import io.familiarface.photo.testing.Pictures;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The customer's own page: by link, no login. */
@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProjectPageTest {
  private static final LocalDate TODAY = Company.today();

  @Inject Company company;
  @Inject ProjectLinks links;

  @TestHTTPResource("")
  String address;

  private String customer;
  private String project;

  @BeforeEach
  void a_cellar_that_ben_pumps_out_and_cleo_dries() {
    customer = company.customer("Ines");
    project =
        "/v1/projects/"
            + json(
                    "csr",
                    "{\"customerId\":\"%s\",\"title\":\"Dry out the <cellar>\"}"
                        .formatted(customer))
                .post("/v1/projects")
                .path("id");
    step("Pumping", TODAY.minusDays(3), TODAY.minusDays(2), person("Ben"), "");
    step("Drying", TODAY, TODAY.plusDays(4), person("Cleo"), ",\"after\":[1]");
  }

  @Test
  void it_shows_the_plan_what_is_under_way_what_to_expect_and_who_comes() {
    String page = read(shared()).asString();
    assertThat(page)
        .contains("Dry out the &lt;cellar&gt;", "Pumping (done)", "Drying (under way)")
        .contains("It hums: Drying.", "Cleo comes.", "Cleo likes cats.", "data:image/jpeg;base64,")
        .contains("Begins once this is done: Pumping")
        .doesNotContain("Ben comes.", customer);
    try (Browser browser = Browser.open(address.replaceAll("/$", ""))) {
      Page window = browser.window(420, 900);
      window.navigate(browser.address(shared()));
      Browser.hasNoAccessibilityViolation(window);
      Browser.fitsItsWindow(window);
      Browser.picture(window, "project");
    }
  }

  @Test
  void a_link_can_be_replaced_and_revoked_and_one_that_never_was_is_answered_alike() {
    String first = shared();
    String second = shared();
    String gone = read(first).then().statusCode(404).extract().asString();
    assertThat(gone).contains("leads nowhere any more");
    read(second).then().statusCode(200);
    as("csr").get(project + "/link").then().statusCode(200).body("expiresAt", notNullValue());
    as("csr").delete(project + "/link").then().statusCode(428);
    as("csr")
        .header("If-Match", etag(project + "/link"))
        .delete(project + "/link")
        .then()
        .statusCode(204);
    assertThat(read(second).asString()).isEqualTo(gone);
    assertThat(read("/v1/links/projects/guessed").asString()).isEqualTo(gone);
    as("csr")
        .get(project + "/link")
        .then()
        .statusCode(404)
        .body("type", containsString("no-such-project-link"));
    as("csr").post("/v1/projects/" + UUID.randomUUID() + "/link").then().statusCode(404);
    as("technician").post(project + "/link").then().statusCode(403);
  }

  @Test
  void a_link_ends_and_is_answered_then_as_one_that_never_was() {
    String link = shared();
    LinkKey key = new LinkKey(link.substring(link.lastIndexOf("/") + 1));
    Instant end =
        Instant.parse(as("csr").get(project + "/link").then().extract().path("expiresAt"));
    assertThat(links.project(key, end.minusMillis(1))).isPresent();
    assertThat(links.project(key, end)).isEmpty();
    QuarkusTransaction.requiringNew()
        .run(() -> links.update("expiresAt = ?1 where keyHash = ?2", Instant.now(), key.hash()));
    assertThat(read(link).then().statusCode(404).extract().asString())
        .isEqualTo(read("/v1/links/projects/guessed").asString());
  }

  @Test
  void who_is_erased_has_no_page_any_more() {
    String link = shared();
    company.hear("customers", "io.familiarface.customer", customer, null);
    read(link).then().statusCode(404);
  }

  /** The path of a new link. */
  private String shared() {
    String url =
        as("csr")
            .post(project + "/link")
            .then()
            .statusCode(201)
            .body("projectId", equalTo(project.substring("/v1/projects/".length())))
            .extract()
            .path("url");
    return url.substring(url.indexOf("/v1/"));
  }

  private static Response read(String link) {
    return RestAssured.given().get(link);
  }

  private String person(String name) {
    String id = company.technician(name);
    String path = "/v1/technicians/" + id;
    json("manager", "{\"introduction\":\"%s likes cats.\"}".formatted(name))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    as("manager")
        .contentType("image/jpeg")
        .body(Pictures.jpeg(40, 30))
        .put(path + "/photo")
        .then()
        .statusCode(204);
    return id;
  }

  private void step(String title, LocalDate from, LocalDate to, String technician, String more) {
    json(
            "csr",
            """
            {"title":"%s","whatToExpect":"It hums: %s.","startsOn":"%s","endsOn":"%s",
             "technicianId":"%s"%s}\
            """
                .formatted(title, title, from, to, technician, more))
        .post(project + "/steps")
        .then()
        .statusCode(201);
  }
}
