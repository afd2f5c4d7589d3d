package io.familiarface.customers.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.json;
import static org.hamcrest.Matchers.hasItem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.familiarface.customers.ServiceTest;
import io.familiarface.customers.SimulatedFeeds;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.security.Role;
import io.familiarface.rest.testing.Tokens;
import io.familiarface.rest.testing.story.MonthlyProgram;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody calls: who is it, and what is to be said first? */
@ServiceTest
class PeoplePageTest {
  @TestHTTPResource("")
  String address;

  @Inject SimulatedFeeds told;

  private Browser browser;
  private String customer;
  private UUID alan;

  @BeforeEach
  void open() {
    customer =
        "/v1/customers/"
            + json(
                    Role.CSR,
                    """
                    {"kind":"BUSINESS","name":"Tamarisk Bindery","preferredName":"Dorothy",
                     "phone":"802 555 0117","preferredChannel":"PHONE","language":"en",
                     "burnedBefore":{"what":"A different person every month."},
                     "address":{"line1":"12 Mill Lane","city":"Burlington"}}\
                    """)
                .post("/v1/customers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    post("traits", "{\"category\":\"SENSITIVITY\",\"pinned\":true,\"text\":\"Strangers.\"}");
    post("promises", "{\"kind\":\"ARRIVAL_WINDOW\",\"text\":\"Between nine and ten.\"}");
    alan = UUID.randomUUID();
    MonthlyProgram.starts(told::tell, id(), alan, Instant.now().minus(Duration.ofDays(90)))
        .month(alan)
        .planned(alan, Instant.now().plus(Duration.ofDays(3)));
    browser = Browser.open(address.replaceAll("/$", ""));
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.nothingWentWrong();
      browser.close();
    }
  }

  @Test
  void whoever_calls_is_found_while_the_name_is_typed() {
    Page page = browser.signedIn("csr", "/people/", 1300, 900);
    page.getByLabel("Who is it?").fill("tamrisk");
    Locator found =
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tamarisk Bindery"))
            .first();
    assertThat(found).isVisible();
    assertThat(found).containsText("12 Mill Lane, Burlington");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "people");
    page.getByLabel("Who is it?").fill("nobody whom anybody knows");
    assertThat(page.getByText("Nobody is found by that.")).isVisible();
    page.getByLabel("Who is it?").fill("tamarisk");
    found.click();
    assertThat(page.getByText("What to say first")).isVisible();
    assertThat(page.getByText("Between nine and ten.").first()).isVisible();
    assertThat(page.getByText("We owe it").first()).isVisible();
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "card");
  }

  @Test
  void what_was_heard_is_written_down_on_a_telephone_by_one_tap() {
    Page page = browser.signedIn("csr", "/people/?customer=" + id(), 390, 844);
    assertThat(page.getByText("Nothing is on their mind that we know of")).isVisible();
    page.getByRole(AriaRole.BUTTON, named("Distressed")).click();
    assertThat(page.getByText("Distressed, noted.")).isVisible();
    assertThat(page.getByText("they were distressed when we last spoke").first()).isVisible();

    page.getByText("Something particular").click();
    page.getByLabel("In their words").fill("The dog bites.");
    page.getByRole(AriaRole.BUTTON, named("Write it down")).click();
    assertThat(page.getByText("Written down.")).isVisible();

    page.getByText("A promise we make").click();
    page.getByLabel("About what").selectOption("PRICE");
    page.getByLabel("What we promise", new Page.GetByLabelOptions().setExact(true))
        .fill("Ninety, all year.");
    page.getByRole(AriaRole.BUTTON, named("We promise it")).click();
    assertThat(page.getByText("It is promised.")).isVisible();
    assertThat(page.locator(".promises")).containsText("Ninety, all year.");
    Browser.fitsItsWindow(page);
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "card-on-a-telephone");
    as(Role.CSR).get(customer + "/traits").then().body("items.text", hasItem("The dog bites."));
  }

  @Test
  void nobody_is_offered_what_their_role_may_not_do() {
    Page page = browser.signedIn("accounting", "/people/?q=tamarisk", 1300, 900);
    assertThat(page.getByText("Tamarisk Bindery").first()).isVisible();
    assertThat(page.locator(".people a")).hasCount(0);
    page = browser.signedIn("technician", "/people/", 390, 844);
    assertThat(page.getByText("Only the office looks for people.")).isVisible();
    assertThat(page.getByLabel("Who is it?")).hasCount(0);
    Browser.hasNoAccessibilityViolation(page);
  }

  @Test
  void a_technician_writes_down_what_is_particular_of_whom_they_visit() {
    Page page = browser.window(390, 844);
    page.navigate(
        browser.address("/people/?customer=" + id() + "#token=" + Tokens.technician(alan)));
    page.getByText("Something particular").click();
    assertThat(page.getByText("How do they sound?")).hasCount(0);
    assertThat(page.getByText("A promise we make")).hasCount(0);
    page.getByLabel("In their words").fill("The dog bites.");
    page.getByRole(AriaRole.BUTTON, named("Write it down")).click();
    assertThat(page.getByText("Written down.")).isVisible();
    Browser.hasNoAccessibilityViolation(page);
  }

  @Test
  void their_face_stands_on_the_card() throws IOException {
    try (InputStream face = getClass().getResourceAsStream("/photos/jpeg-exif-turned.jpg")) {
      as(Role.CSR)
          .contentType("image/jpeg")
          .body(face.readAllBytes())
          .put(customer + "/photo")
          .then()
          .statusCode(204);
    }
    Page page = browser.signedIn("csr", "/people/?customer=" + id(), 390, 844);
    assertThat(page.getByAltText("Photo of Dorothy")).isVisible();
    assertThat(page.getByText("1 technician in 1 visit within 12 months.")).isVisible();
    Browser.fitsItsWindow(page);
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "card-with-a-face");
  }

  @Test
  void whose_session_has_ended_signs_in_before_the_page_and_loses_no_word() {
    Page page = browser.signedIn("csr", "/people/?customer=" + id(), 390, 844);
    page.getByText("Something particular").click();
    page.getByLabel("In their words").fill("The dog bites.");
    page.evaluate("sessionStorage.setItem('familiar.token', 'ended')");
    page.getByRole(AriaRole.BUTTON, named("Write it down")).click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("This token is not valid, or not any more.");
    Browser.fitsItsWindow(page);
    Browser.hasNoAccessibilityViolation(page);
    dialog.getByLabel("Your token").fill(Tokens.as("csr"));
    dialog.getByRole(AriaRole.BUTTON).click();
    assertThat(dialog).isHidden();
    page.getByRole(AriaRole.BUTTON, named("Write it down")).click();
    assertThat(page.getByText("Written down.")).isVisible();
    as(Role.CSR).get(customer + "/traits").then().body("items.text", hasItem("The dog bites."));
  }

  @Test
  void a_token_is_taken_as_it_was_copied_and_what_is_none_is_said_to_be_none() {
    Page page = browser.window(390, 844);
    page.navigate(browser.address("/people/"));
    Locator token = page.getByLabel("Your token");
    token.fill("“quoted”");
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("This is no token");
    String copied = Tokens.as("csr");
    token.fill("Bearer " + copied.substring(0, 80) + " " + copied.substring(80));
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    assertThat(page.getByLabel("Who is it?")).isVisible();
    page.navigate(browser.address("/people/?q=tamarisk#token="));
    assertThat(token).isVisible();
  }

  private UUID id() {
    return UUID.fromString(customer.substring("/v1/customers/".length()));
  }

  private void post(String what, String body) {
    json(Role.CSR, body).post(customer + "/" + what).then().statusCode(201);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
