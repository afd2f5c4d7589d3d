package io.familiarface.feedback.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages that customers open by their links, on a telephone. */
@ServiceTest
class OwnPageTest {

  @TestHTTPResource("")
  String address;

  private Browser browser;
  private CustomerStory grace;

  @BeforeEach
  void open() {
    grace = Stories.grace();
    FeedDelivery.load(grace.events());
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
  void a_customer_says_how_satisfied_they_are_by_one_tap_and_a_few_words() {
    Page page = opened("{\"customerId\":\"%s\",\"purpose\":\"FEEDBACK\"}".formatted(grace.id));
    Browser.hasNoAccessibilityViolation(page);
    Browser.fitsItsWindow(page);
    Browser.picture(page, "own-feedback");

    button(page, "2 dissatisfied").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("You chose 2");
    page.getByLabel("Would you like to tell us more?").fill("I never know who comes.");
    page.getByLabel("Please call me").check();
    button(page, "Send").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("We will call you.");
    assertThat(page.getByLabel("Would you like to tell us more?"))
        .hasValue("I never know who comes.");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "own-feedback-given");
  }

  @Test
  void a_customer_sees_where_their_case_stands_and_answers() {
    String complaint =
        Api.json(
                "csr",
                "{\"customerId\":\"%s\",\"severity\":\"HIGH\",\"words\":\"You broke my floor.\"}"
                    .formatted(grace.id))
            .post("/v1/complaints")
            .path("id");
    step(complaint, "assessment", "{\"cause\":\"DAMAGE\",\"fault\":\"OURS\"}");
    step(
        complaint,
        "apology",
        "{\"by\":\"Pat\",\"words\":\"We are sorry.\",\"promisedChange\":\"Mats first.\"}");
    step(
        complaint,
        "remedy",
        "{\"askedFor\":\"A new board.\",\"kind\":\"CREDIT\",\"words\":\"They buy it, we pay.\","
            + "\"amount\":{\"amount\":\"40.00\",\"currency\":\"USD\"}}");
    Page page =
        opened(
            "{\"customerId\":\"%s\",\"purpose\":\"CASE\",\"complaintId\":\"%s\"}"
                .formatted(grace.id, complaint));
    assertThat(page.getByText("You get a credit: 40.00 USD.")).isVisible();
    page.getByLabel("What would you like to say?").fill("When does it come?");
    button(page, "Send").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Thank you");
    assertThat(page.getByText("When does it come?")).isVisible();
    Browser.hasNoAccessibilityViolation(page);
    Browser.fitsItsWindow(page);
    Browser.picture(page, "own-case");
  }

  @Test
  void a_link_that_leads_nowhere_says_so_kindly() {
    Page page = browser.window(390, 844);
    page.navigate(browser.address("/v1/links/nothing"));
    assertThat(page.getByRole(AriaRole.HEADING)).containsText("leads nowhere any more");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "own-gone");
  }

  private Page opened(String link) {
    String url = Api.json("csr", link).post("/v1/links").path("url");
    Page page = browser.window(390, 844);
    page.navigate(browser.address(URI.create(url).getPath()));
    return page;
  }

  private static void step(String complaint, String step, String body) {
    Api.json("csr", body).post("/v1/complaints/" + complaint + "/" + step).then().statusCode(201);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
