package io.familiarface.feedback.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class CasesPageTest {

  @Inject Company company;
  @Inject StoredRows stored;

  @TestHTTPResource("")
  String address;

  private Browser browser;
  private CustomerStory grace;
  private String late;

  @BeforeEach
  void open() {
    company.startsAnew();
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
    late = complaint("You broke my floor.", Duration.ofDays(20));
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
  void the_board_shows_each_case_with_its_next_step_and_what_is_late() {
    Page page = browser.signedIn("csr", "/cases/", 1300, 900);
    Locator received =
        page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Received"));
    assertThat(received).containsText("You broke my floor.");
    assertThat(received).containsText("Find out what happened: late since");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Late")).click();
    assertThat(received).containsText("You broke my floor.");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "cases");
  }

  @Test
  void whoever_looks_at_the_board_is_told_when_nobody_is_named_for_what_is_late() {
    Page page = browser.signedIn("csr", "/cases/", 1300, 900);
    Locator notice = page.getByText("Nobody is named who takes what is late");
    assertThat(page.getByText("You broke my floor.")).isVisible();
    assertThat(notice).isHidden();
    // As a company's own settings would have it; those of the tests name somebody.
    page.route(
        "**/cases/config.json",
        route -> {
          APIResponse named = route.fetch();
          route.fulfill(
              new Route.FulfillOptions()
                  .setResponse(named)
                  .setBody(named.text().replace("\"takersNamed\":true", "\"takersNamed\":false")));
        });
    page.reload();
    assertThat(notice).isVisible();
    assertThat(notice).containsText("familiar.complaint.escalates-to");
    Browser.hasNoAccessibilityViolation(page);
  }

  @Test
  void ones_own_cases_are_found_however_many_are_due_before_and_years_are_named() {
    stored.change(
        """
        insert into complaint (id, customer_id, received_at, severity, words, state, round, next_step,
          stepped_at, due_at, owner, check_ins, unanswered, steps, recorded_by, recorded_at, version)
        select gen_random_uuid(), customer_id, '1970-01-01Z', 'LOW', 'Old ' || n || '.', 'RECEIVED', 1,
          'ASSESSMENT', '1970-01-01Z', '1970-01-02T12:00:00Z', 'Kim', 0, 0, 0, 'Kim', now(), 1
        from complaint, generate_series(1, 249) n
        """);
    stored.change(
        """
        update complaint set owner = 'test csr', escalated_to = null, escalated_at = now()
        where words = 'You broke my floor.'
        """);
    Page page = browser.signedIn("csr", "/cases/", 1300, 900);
    assertThat(page.locator(".case").first()).containsText("late since 2 Jan 1970");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mine")).click();
    assertThat(page.locator(".case")).hasCount(1);
    assertThat(page.locator(".case")).containsText("You broke my floor.");
    assertThat(page.locator(".case .words")).hasAttribute("dir", "auto");
  }

  @Test
  void a_long_board_comes_in_parts_what_is_due_first_first() {
    stored.change(
        """
        insert into complaint (id, customer_id, received_at, severity, words, state, round, next_step,
          stepped_at, due_at, owner, check_ins, unanswered, steps, recorded_by, recorded_at, version)
        select gen_random_uuid(), customer_id, now(), 'LOW', 'Number ' || n || '.', 'RECEIVED', 1,
          'ASSESSMENT', now(), now() + n * interval '1 day', 'Kim', 0, 0, 0, 'Kim', now(), 1
        from complaint, generate_series(1, 249) n
        """);
    Page page = browser.signedIn("csr", "/cases/", 1300, 900);
    Locator cases = page.locator(".case");
    assertThat(cases).hasCount(200);
    assertThat(cases.first()).containsText("You broke my floor.");
    assertThat(cases.last()).containsText("Number 199.");
    assertThat(page.getByText("More than 200 cases are open, 1 with a step that is late."))
        .isVisible();
    page.getByRole(AriaRole.BUTTON, named("Mine")).click();
    assertThat(page.getByText("None of the open cases is one of these.")).isVisible();
    page.getByRole(AriaRole.BUTTON, named("All cases")).click();
    page.getByRole(AriaRole.BUTTON, named("Show more cases")).click();
    assertThat(page.getByText("250 cases are open, 1 with a step that is late.")).isVisible();
    assertThat(cases).hasCount(250);
    assertThat(page.getByRole(AriaRole.BUTTON, named("Show more cases"))).isHidden();
    Browser.hasNoAccessibilityViolation(page);
  }

  @Test
  void a_case_is_mended_on_a_telephone_step_by_step() {
    Page page = browser.signedIn("csr", "/cases/?case=" + late, 390, 844);
    assertThat(page.getByText("You broke my floor.")).isVisible();
    page.getByLabel("Cause").selectOption("DAMAGE");
    page.getByLabel("Whose fault was it?").selectOption("SUPPLIER");
    page.getByLabel("Which supplier?").fill("Brightwood Floors");
    page.getByLabel("What is broken").fill("A scratch in the floor.");
    page.getByRole(AriaRole.BUTTON, named("Record what happened")).click();
    assertThat(page.getByText("Recorded what happened.")).isVisible();
    assertThat(page.locator(".steps")).containsText("Brightwood Floors");

    page.getByLabel("What was said?").fill("We are sorry.");
    page.getByLabel("What will be done differently").fill("Mats first.");
    page.getByRole(AriaRole.BUTTON, named("Record the apology")).click();
    assertThat(page.getByText("Recorded the apology.")).isVisible();

    page.getByLabel("What does the customer ask for?").fill("A new board.");
    page.getByLabel("What was agreed?").selectOption("CREDIT");
    page.getByRole(AriaRole.BUTTON, named("Record the remedy")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say how much it is worth");
    page.getByLabel("Worth").fill("4000");
    page.getByRole(AriaRole.BUTTON, named("Record the remedy")).click();
    assertThat(page.locator(".way [aria-current]")).hasText("Awaiting approval");
    page.locator("summary").getByText("Agree on a remedy").click();
    page.getByLabel("What does the customer ask for?").fill("A new board.");
    page.getByLabel("What was agreed?").selectOption("CREDIT");
    page.getByLabel("Worth").fill("40");
    page.getByRole(AriaRole.BUTTON, named("Record the remedy")).click();
    assertThat(page.locator(".way [aria-current]")).hasText("Remedy agreed");
    assertThat(page.locator(".steps")).containsText("40.00 USD");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "case");
  }

  @Test
  void what_the_customer_answered_stands_between_what_was_done() {
    Api.json(
            "manager",
            "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\",\"at\":\"%s\"}"
                .formatted(Instant.now().minus(Duration.ofDays(3))))
        .post("/v1/complaints/" + late + "/assessment")
        .then()
        .statusCode(201);
    stored.change(
        """
        insert into complaint_answer (id, complaint_id, at, words)
        values (gen_random_uuid(), cast(? as uuid), now() - interval '4 days', 'It is <b>worse</b> now.'),
          (gen_random_uuid(), cast(? as uuid), now() - interval '1 day', 'Nobody came.')
        """,
        late,
        late);
    Page page = browser.signedIn("csr", "/cases/?case=" + late, 390, 844);
    assertThat(page.locator(".steps > li"))
        .containsText(
            new String[] {"It is <b>worse</b> now.", "Find out what happened", "Nobody came."});
    Browser.hasNoAccessibilityViolation(page);
    Browser.fitsItsWindow(page);
    Browser.picture(page, "case-answers");
  }

  @Test
  void a_complaint_on_the_telephone_is_taken_down_where_their_story_is_read() {
    Page page = browser.signedIn("csr", "/story/?customer=" + grace.id, 390, 844);
    page.getByText("Take down a complaint").click();
    assertThat(page.getByLabel("Customer’s key")).hasValue(grace.externalId);
    Browser.hasNoAccessibilityViolation(page);
    Browser.fitsItsWindow(page);
    Browser.picture(page, "case-new");
    page.getByLabel("Customer’s key").fill("nobody");
    page.getByLabel("What do they say?").fill("The <i>door</i> sticks.");
    page.getByLabel("How severe is it?").selectOption("MEDIUM");
    page.getByRole(AriaRole.BUTTON, named("Take it down")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("nobody");
    page.getByLabel("Customer’s key").fill(grace.externalId);
    page.getByRole(AriaRole.BUTTON, named("Take it down")).click();
    assertThat(page.locator("blockquote")).hasText("The <i>door</i> sticks.");
    assertThat(page.locator(".way [aria-current]")).hasText("Received");
  }

  @Test
  void what_somebody_says_on_the_telephone_is_taken_down_for_the_visit_it_is_about() {
    Page page = browser.signedIn("csr", "/story/?customer=" + grace.id, 390, 844);
    page.getByText("Take down feedback").click();
    assertThat(page.getByLabel("Customer’s key")).hasValue(grace.externalId);
    Browser.hasNoAccessibilityViolation(page);
    Browser.fitsItsWindow(page);
    Browser.picture(page, "feedback-new");
    page.getByLabel("Which visit is it about?").selectOption(grace.visit(10).toString());
    page.getByRole(AriaRole.BUTTON, named("Take it down")).click();
    page.getByLabel("What is it?").selectOption("CONCERN");
    page.getByLabel("How satisfied are they?").selectOption("2");
    page.getByLabel("Would they recommend us?").selectOption("0");
    page.getByLabel("How hard was it for them?").selectOption("6");
    page.getByLabel("What do they say?").fill("The <i>trap</i> rattles.");
    page.getByLabel("They ask for a call").check();
    page.getByRole(AriaRole.BUTTON, named("Take it down")).click();
    assertThat(page.getByText("Taken down.")).isVisible();
    Browser.hasNoAccessibilityViolation(page);
    Api.as("csr")
        .get("/v1/feedback?visitId=" + grace.visit(10) + "&kind=CONCERN")
        .then()
        .body("items", hasSize(1))
        .body("items[0].csat", equalTo(2))
        .body("items[0].nps", equalTo(0))
        .body("items[0].effort", equalTo(6))
        .body("items[0].text", equalTo("The <i>trap</i> rattles."))
        .body("items[0].callMe", equalTo(true))
        .body("items[0].recordedBy", equalTo("test csr"));
  }

  @Test
  void a_link_of_their_own_asks_what_was_chosen_and_nobody_twice() {
    Page page = browser.signedIn("csr", "/cases/?feedback=" + grace.externalId, 390, 844);
    page.getByLabel("What is it to ask?").selectOption("NPS");
    page.getByRole(AriaRole.BUTTON, named("Make the link")).click();
    Locator address = page.getByLabel("Give it to the customer alone");
    assertThat(address).hasValue(Pattern.compile(".*/v1/links/.{27}"));
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "feedback-link");
    String path = URI.create(address.inputValue()).getPath();
    page.getByRole(AriaRole.BUTTON, named("Make the link")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("is not asked again within 30 days");
    page.getByRole(AriaRole.BUTTON, named("They want to tell us by themselves")).click();
    assertThat(address).not().hasValue(Pattern.compile(".*" + path));

    page.navigate(address.page().url().replaceAll("/cases.*", path));
    assertThat(page.getByText("how likely are you to recommend us")).isVisible();
    Browser.hasNoAccessibilityViolation(page);
    Browser.fitsItsWindow(page);
    Browser.picture(page, "own-feedback-nps");
    page.getByRole(AriaRole.BUTTON, named("0 not at all likely")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("You chose 0, not at all likely.");
    Api.as("csr")
        .get("/v1/feedback?customerId=" + grace.id + "&limit=1")
        .then()
        .body("items[0].nps", equalTo(0))
        .body("items[0].csat", nullValue());
  }

  private String complaint(String words, Duration ago) {
    return Api.json(
            "manager",
            "{\"customerId\":\"%s\",\"severity\":\"HIGH\",\"words\":\"%s\",\"receivedAt\":\"%s\"}"
                .formatted(grace.id, words, Instant.now().minus(ago)))
        .post("/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
