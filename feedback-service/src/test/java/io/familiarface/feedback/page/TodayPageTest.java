package io.familiarface.feedback.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.Tokens;
import io.familiarface.rest.testing.story.CustomerStory;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class TodayPageTest {
  private static final Pattern A_PAGE = Pattern.compile("/Type\\s*/Page[^s]");

  @Inject Company company;
  @Inject StoredRows stored;

  @TestHTTPResource("")
  String address;

  @ConfigProperty(name = "familiar.url.jobs")
  String jobs;

  private Browser browser;

  @BeforeEach
  void open() {
    company.startsAnew();
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
  void a_token_is_pasted_once_and_kept_in_this_tab_alone() {
    toCall("Dorothy");
    Page page = browser.window(1100, 800);
    page.navigate(browser.address("/today/"));
    assertThat(page.getByRole(AriaRole.HEADING)).hasText("Sign in");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "sign-in");

    page.getByLabel("Your token").fill("nonsense");
    page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("not valid");
    page.getByLabel("Your token").fill(Tokens.as("csr"));
    page.getByLabel("Your token").press("Enter");
    assertThat(call(page, "Dorothy's Gifts")).isVisible();
    page.reload();
    assertThat(call(page, "Dorothy's Gifts")).isVisible();
    page.getByRole(AriaRole.BUTTON, named("Sign out")).click();
    assertThat(page.getByLabel("Your token")).isVisible();
  }

  @Test
  void a_token_in_the_address_is_taken_up_and_out_of_it() {
    toCall("Dorothy");
    Page page = browser.signedIn("csr", "/today/", 1100, 800);
    assertThat(call(page, "Dorothy's Gifts")).isVisible();
    assertThat(page.url()).endsWith("/today/");
    assertThat(page.getByText("Signed in as test csr")).isVisible();
  }

  @Test
  void whoever_may_not_see_it_is_told_what_to_do() {
    Page page = browser.signedIn("accounting", "/today/", 1100, 800);
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Sign in as somebody else"))).isVisible();
    page = browser.window(1100, 800);
    page.navigate(browser.address("/today/#token=" + Tokens.expired()));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Sign in with a new one");
  }

  @Test
  void a_long_list_comes_in_parts() {
    CustomerStory dorothy = toCall("Dorothy");
    stored.change(
        """
        insert into follow_up (id, cause, customer_id, kind, why, state, opened_at, due_on, owner,
          expected_loss, visits_at_stake, priority, version)
        select gen_random_uuid(), 'many/' || n, ?, 'CALL_ME', 'They ask for a call.', 'OPEN', now(),
          current_date + 30, 'Kim', 0, 1, 0, 1
        from generate_series(1, 249) n
        """,
        dorothy.id);
    Page page = browser.signedIn("csr", "/today/", 1100, 900);
    assertThat(page.locator(".calls > li")).hasCount(200);
    assertThat(page.getByText("More than 200 calls to make.")).isVisible();
    page.getByRole(AriaRole.BUTTON, named("Show more calls")).click();
    assertThat(page.locator(".calls > li")).hasCount(250);
    assertThat(page.getByText("250 calls to make.")).isVisible();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Show more calls"))).isHidden();
  }

  @Test
  void the_numbers_of_all_are_asked_for_at_once() {
    CustomerStory dorothy = toCall("Dorothy");
    CustomerStory marguerite = toCall("Marguerite");
    Page page = browser.window(1100, 900);
    List<String> asked = new ArrayList<>();
    page.route(
        "**/v1/customers?*",
        route -> {
          asked.add(route.request().url());
          route.fulfill(
              new Route.FulfillOptions()
                  .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                  .setContentType("application/json")
                  .setBody(
                      """
                      {"items":[{"id":"%s","phone":"+18025550117"},{"id":"%s","phone":null}]}"""
                          .formatted(dorothy.id, marguerite.id)));
        });
    page.navigate(browser.address("/today/#token=" + Tokens.as("csr")));
    assertThat(call(page, "Dorothy's Gifts").getByRole(AriaRole.LINK, inside("+18025550117")))
        .hasAttribute("href", "tel:+18025550117");
    assertThat(asked).singleElement().asString().contains(dorothy.id.toString());
    assertThat(asked.get(0)).contains(marguerite.id.toString());
  }

  @Test
  void what_was_typed_stays_while_other_calls_are_looked_at() {
    CustomerStory dorothy = toCall("Dorothy");
    toCall("Marguerite");
    Page page = browser.signedIn("csr", "/today/", 1100, 900);
    Locator call = call(page, "Dorothy's Gifts");
    Locator other = call(page, "Marguerite's Gifts");
    call.getByLabel("What they said").fill("Ben, please.");
    other.getByRole(AriaRole.BUTTON, inside("Take it")).click();
    assertThat(other).containsText("test csr calls.");

    page.getByRole(AriaRole.BUTTON, named("Mine")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Mine"))).isFocused();
    assertThat(call).isHidden();
    assertThat(other).isVisible();
    page.getByRole(AriaRole.BUTTON, named("All calls")).click();
    assertThat(call.getByLabel("What they said")).hasValue("Ben, please.");
    Browser.hasNoAccessibilityViolation(page);

    call.getByRole(AriaRole.BUTTON, inside("Reached")).click();
    page.getByRole(AriaRole.BUTTON, named("Mine")).click();
    assertThat(page.getByText("1 call to make.")).isVisible();
    assertThat(page.getByText("Recorded: reached. Closed.")).isHidden();
    assertThat(Company.callsOf(dorothy).getString("items[0].lastOutcome.said"))
        .isEqualTo("Ben, please.");
    page.getByRole(AriaRole.BUTTON, named("All calls")).click();
    assertThat(page.locator(".calls > li")).hasCount(1);
    assertThat(page.locator(".done")).containsText("Dorothy's Gifts");
  }

  @Test
  void a_call_says_whom_why_by_when_and_what_to_ask() {
    CustomerStory dorothy = toCall("Dorothy");
    company.plansInstead(dorothy, Stories.CARLOS, Duration.ofDays(6));
    Page page = browser.signedIn("csr", "/today/", 1100, 900);
    Locator call = call(page, "Dorothy's Gifts");
    assertThat(call).containsText("in 100");
    assertThat(call).containsText("Nobody has taken it");
    assertThat(call).containsText("Not called yet");
    assertThat(call).containsText("Carlos is to come instead of the usual technician, who is away");
    assertThat(call.getByRole(AriaRole.LIST, listed("Why"))).containsText("Carlos");
    call.getByText("What to ask").click();
    assertThat(call).containsText("Is there anything else that we should know?");
    Browser.hasNoAccessibilityViolation(page);

    call.getByRole(AriaRole.BUTTON, inside("Take it")).click();
    assertThat(call).containsText("test csr calls.");
    assertThat(Company.callsOf(dorothy).getString("items[0].owner")).isEqualTo("test csr");
    page.getByRole(AriaRole.BUTTON, named("Nobody’s")).click();
    assertThat(page.getByText("Every call has somebody to make it.")).isVisible();
  }

  @Test
  void one_tap_records_an_outcome_on_a_telephone_that_reads_the_page_without_https() {
    CustomerStory dorothy = toCall("Dorothy");
    Page page = browser.window(390, 844);
    page.addInitScript("delete Crypto.prototype.randomUUID; delete Crypto.prototype.subtle;");
    page.navigate(browser.address("/today/#token=" + Tokens.as("csr")));
    assertThat(page.evaluate("[crypto.randomUUID, crypto.subtle].every((it) => !it)"))
        .isEqualTo(true);
    call(page, "Dorothy's Gifts").getByRole(AriaRole.BUTTON, inside("Reached")).click();
    assertThat(page.getByText("Recorded: reached. Closed.")).isVisible();
    assertThat(page.locator(".summary")).hasText("Nobody is left to call.");
    assertThat(Company.callsOf(dorothy).getString("items[0].state")).isEqualTo("DONE");
  }

  @Test
  void what_is_at_stake_is_said_in_money() {
    company.flagged("Dorothy", "400.00");
    company.plansItsCalls();
    Page page = browser.signedIn("csr", "/today/", 390, 844);
    assertThat(call(page, "Dorothy's Gifts"))
        .containsText(Pattern.compile("in 100, expected loss \\$[\\d,]+ a year"));
  }

  @Test
  void one_tap_records_an_outcome() {
    CustomerStory dorothy = toCall("Dorothy");
    Page page = browser.signedIn("csr", "/today/", 1100, 900);
    Locator call = call(page, "Dorothy's Gifts");
    call.getByRole(AriaRole.BUTTON, inside("No answer")).click();
    assertThat(call.getByText("Recorded: no answer. Next try by")).isVisible();
    assertThat(call).containsText("Last: no answer");
    assertThat(Company.callsOf(dorothy).getString("items[0].lastOutcome.outcome"))
        .isEqualTo("NO_ANSWER");

    call.getByLabel("What they said").fill("She wants <b>Ben</b> back.");
    call.getByRole(AriaRole.BUTTON, inside("Reached")).click();
    assertThat(page.getByText("Recorded: reached. Closed.")).isVisible();
    Browser.hasNoAccessibilityViolation(page);
    assertThat(Company.callsOf(dorothy).getString("items[0].state")).isEqualTo("DONE");
    page.reload();
    assertThat(page.getByText("Nobody to call.")).isVisible();
    assertThat(page.getByText("She wants <b>Ben</b> back.")).isVisible();
    Browser.hasNoAccessibilityViolation(page);
  }

  @Test
  void that_she_was_told_of_a_coming_change_is_ticked_with_it() {
    CustomerStory dorothy = toCall("Dorothy");
    Instant at = Instant.parse("2031-03-04T15:00:00Z");
    UUID visit = UUID.randomUUID();
    company.plansInstead(dorothy, visit, Stories.CARLOS, at, null, 1);
    RestAssured.given().body("{}").put(jobs + "/v1/visits/" + visit + "/told");
    Page page = browser.signedIn("csr", "/today/", 1100, 900);
    Locator call = call(page, "Dorothy's Gifts");
    assertThat(call).containsText("Tue 4 Mar 2031, 10:00: Carlos is to come");
    company.plansInsteadAtAnyTime(dorothy, visit, Stories.CARLOS, at, 2);
    page.reload();
    assertThat(call).containsText("Tue 4 Mar 2031: Carlos is to come");
    call.getByLabel("I introduced Carlos").check();
    assertThat(call.getByLabel("I told them of the change")).isChecked();
    call.getByRole(AriaRole.BUTTON, inside("Reached")).click();
    assertThat(page.getByText("Recorded: reached. Closed.")).isVisible();
    JsonPath calls = Company.callsOf(dorothy);
    assertThat(calls.getBoolean("items[0].lastOutcome.told")).isTrue();
    assertThat(calls.getBoolean("items[0].lastOutcome.introduced")).isTrue();
  }

  @Test
  void why_somebody_left_is_chosen_from_the_companys_causes() {
    CustomerStory dorothy = calledFor("AFTER_LEAVING", "They have left.", "Dorothy", null);
    Page page = browser.signedIn("csr", "/today/", 390, 844);
    Locator call = call(page, "Dorothy's Gifts");
    call.getByLabel("Why they left").selectOption("PRICE");
    Browser.hasNoAccessibilityViolation(page);
    Browser.fitsItsWindow(page);
    Browser.picture(page, "today-cause");
    call.getByRole(AriaRole.BUTTON, inside("Reached")).click();
    assertThat(page.getByText("Recorded: reached. Closed.")).isVisible();
    assertThat(Company.callsOf(dorothy).getString("items[0].lastOutcome.cause")).isEqualTo("PRICE");
  }

  @Test
  void a_call_about_a_case_leads_to_it() {
    CustomerStory grace = company.knownByName("Grace");
    String complaint =
        Api.json(
                "csr",
                "{\"customerId\":\"%s\",\"severity\":\"LOW\",\"words\":\"It creaks.\"}"
                    .formatted(grace.id))
            .post("/v1/complaints")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    calledFor("CASE_ANSWER", "The customer answered.", "Dorothy", UUID.fromString(complaint));
    Page page = browser.signedIn("csr", "/today/", 1100, 900);
    Locator call = call(page, "Dorothy's Gifts");
    assertThat(call.getByLabel("Why they left")).hasCount(0);
    call.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Their case")).click();
    assertThat(page.getByText("It creaks.")).isVisible();
  }

  @Test
  void nothing_is_said_of_a_risk_that_nobody_knows_nor_of_a_loss_that_is_none() {
    CustomerStory dorothy = calledFor("AFTER_PROJECT", "The project is over.", "Dorothy", null);
    stored.change("update follow_up set loss_currency = 'USD' where customer_id = ?", dorothy.id);
    Page page = browser.signedIn("csr", "/today/", 390, 844);
    assertThat(call(page, "Dorothy's Gifts")).containsText("in 100");
    assertThat(call(page, "Dorothy's Gifts")).not().containsText("expected loss");
    stored.change("delete from customer_risk where customer_id = ?", dorothy.id);
    page.reload();
    assertThat(call(page, "Dorothy's Gifts")).not().containsText("in 100");
  }

  private CustomerStory calledFor(String kind, String why, String name, UUID complaint) {
    CustomerStory person = company.flagged(name);
    stored.change(
        """
        insert into follow_up (id, cause, customer_id, kind, why, complaint_id, state, opened_at,
          due_on, owner, expected_loss, visits_at_stake, priority, version)
        values (gen_random_uuid(), 'one/call', ?, ?, ?, cast(? as uuid), 'OPEN', now(),
          current_date, 'Kim', 0, 1, 0, 1)
        """,
        person.id,
        kind,
        why,
        complaint == null ? null : complaint.toString());
    return person;
  }

  @Test
  void a_slip_of_the_finger_can_be_taken_back() {
    CustomerStory dorothy = toCall("Dorothy");
    Page page = browser.window(1100, 900);
    page.clock().install();
    List<String> sent = new ArrayList<>();
    page.onRequest(request -> sent.add(request.method() + " " + request.url()));
    page.navigate(browser.address("/today/#token=" + Tokens.as("csr")));
    Locator call = call(page, "Dorothy's Gifts");
    call.getByRole(AriaRole.BUTTON, inside("Reached")).click();
    call.getByRole(AriaRole.BUTTON, inside("Undo")).click();
    assertThat(call.getByRole(AriaRole.BUTTON, inside("Reached"))).isFocused();
    page.clock().runFor(4500);
    page.evaluate("'whatever was to be sent has been'");
    assertThat(sent).noneMatch(request -> request.startsWith("POST"));
    assertThat(Company.callsOf(dorothy).getString("items[0].state")).isEqualTo("OPEN");
  }

  @Test
  void what_was_tapped_is_recorded_although_the_page_is_left_at_once() {
    CustomerStory dorothy = toCall("Dorothy");
    Page page = browser.signedIn("csr", "/today/", 1100, 900);
    call(page, "Dorothy's Gifts").getByRole(AriaRole.BUTTON, inside("Reached")).click();
    page.navigate(browser.address("/story/"));
    assertThat(page.getByRole(AriaRole.HEADING, headed("Whose story?"))).isVisible();
    assertThat(Company.callsOf(dorothy).getString("items[0].state")).isEqualTo("DONE");
  }

  @Test
  void what_somebody_else_has_recorded_meanwhile_is_said_and_the_words_stay() {
    CustomerStory dorothy = toCall("Dorothy");
    Page page = browser.signedIn("csr", "/today/", 1100, 900);
    Locator call = call(page, "Dorothy's Gifts");
    call.getByLabel("What they said").fill("My words.");
    Api.json("admin", "{\"outcome\":\"REACHED\"}")
        .post("/v1/follow-ups/" + Company.callsOf(dorothy).getString("items[0].id") + "/outcome")
        .then()
        .statusCode(201);
    call.getByRole(AriaRole.BUTTON, inside("Call back")).click();
    assertThat(call.getByText("only an open one can be changed")).isVisible();
    assertThat(call.getByLabel("What they said")).hasValue("My words.");
  }

  @Test
  void a_name_is_text_whatever_is_in_it() {
    toCall("<img src=x onerror=alert(1)><script>alert(2)</script>");
    Page page = browser.signedIn("csr", "/today/", 1100, 900);
    assertThat(page.getByRole(AriaRole.HEADING, headed("<img src=x")).first()).isVisible();
    assertThat(page.locator("main img, main script").count()).isZero();
  }

  @Test
  void without_anybody_to_call_it_says_so() {
    Page page = browser.signedIn("manager", "/today/", 390, 844);
    assertThat(page.getByText("Nobody to call.")).isVisible();
    Browser.hasNoAccessibilityViolation(page);
  }

  @Test
  void it_can_be_used_on_a_telephone() {
    CustomerStory first = toCall("Dorothy");
    company.plansInstead(first, Stories.CARLOS, Duration.ofDays(6));
    toCall("Marguerite");
    toCall("Averylongname".repeat(6));
    company.plansItsCalls();
    for (int width : new int[] {320, 390}) {
      Page page = browser.signedIn("csr", "/today/", width, 844);
      assertThat(call(page, "Dorothy's Gifts")).isVisible();
      Browser.fitsItsWindow(page);
      Browser.hasNoAccessibilityViolation(page);
      Browser.picture(page, "today-phone-" + width);
      Locator reached = call(page, "Dorothy's Gifts").getByRole(AriaRole.BUTTON, inside("Reached"));
      assertThat(reached.boundingBox().height).as("room for a thumb").isGreaterThanOrEqualTo(44);
    }
  }

  @Test
  void fifteen_calls_are_printed_on_one_sheet() {
    String[] names = {"Dorothy", "Marguerite", "Elena", "Averylongfamilyname-Hyphenated"};
    for (int i = 0; i < 15; i++) {
      toCall(names[i % names.length] + (i + 1));
    }
    company.plansItsCalls();
    Page page = browser.signedIn("csr", "/today/", 1280, 900);
    assertThat(page.locator(".call")).hasCount(15);
    Browser.picture(page, "today-desktop");
    for (String paper : new String[] {"A4", "Letter"}) {
      byte[] pdf =
          page.pdf(
              new Page.PdfOptions()
                  .setFormat(paper)
                  .setPreferCSSPageSize(false)
                  .setPath(
                      java.nio.file.Path.of("target", "screenshots", "today-" + paper + ".pdf")));
      long pages = A_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
      assertThat(pages).as(paper).isEqualTo(1);
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.setViewportSize(711, 1039);
    Browser.picture(page, "today-print");
  }

  private CustomerStory toCall(String name) {
    CustomerStory person = company.flagged(name);
    company.plansItsCalls();
    Api.get("/v1/follow-ups?customerId=" + person.id).body("items", Matchers.hasSize(1));
    return person;
  }

  private static Locator call(Page page, String name) {
    return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByRoleOptions headed(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Locator.GetByRoleOptions inside(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator.GetByRoleOptions listed(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }
}
