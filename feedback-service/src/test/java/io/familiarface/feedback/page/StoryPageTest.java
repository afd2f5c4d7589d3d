package io.familiarface.feedback.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.testing.Api;
import io.familiarface.rest.testing.story.CustomerStory;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class StoryPageTest {
  @Inject Company company;

  @TestHTTPResource("")
  String address;

  private Browser browser;
  private CustomerStory dorothy;

  @BeforeEach
  void dorothy_has_a_story() {
    browser = Browser.open(address.replaceAll("/$", ""));
    company.startsAnew();
    dorothy = company.flagged("Dorothy");
    says(4, 5, null);
    says(6, 2, "I never know who will be at my <door>.");
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.nothingWentWrong();
      browser.close();
    }
  }

  @Test
  void it_shows_who_came_what_was_promised_and_the_risk_over_time() {
    Page page = browser.signedIn("csr", story(), 1280, 1000);
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Dorothy's Gifts");
    Locator legend =
        page.getByRole(AriaRole.LIST, new Page.GetByRoleOptions().setName("Technicians"));
    assertThat(legend.getByRole(AriaRole.LISTITEM)).hasCount(4);
    assertThat(legend).containsText("Ben 6 visits");
    assertThat(page.getByText("in 10 visits within 12 months")).isVisible();
    assertThat(page.locator("circle.visit")).hasCount(10);
    assertThat(page.locator("circle.visit.change")).hasCount(3);
    assertThat(page.locator(".mark.broken").first()).isVisible();
    assertThat(page.locator(".flag")).hasCount(1);
    assertThat(page.getByText("Why", new Page.GetByTextOptions().setExact(true))).isVisible();
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "story-desktop");
  }

  @Test
  void the_visit_under_a_jump_is_told_to_the_pointer_and_to_the_keys() {
    Page page = browser.signedIn("csr", story(), 1280, 1000);
    Locator moment = page.locator(".moment");
    Locator carlos = page.locator("circle.visit.change").nth(1);
    BoundingBox box = carlos.boundingBox();
    page.mouse().move(box.x + box.width / 2, box.y + 200);
    assertThat(moment).containsText("Carlos came instead of Ben, who was away.");
    assertThat(moment).containsText("→");

    Locator slider = page.getByLabel("Go through what happened");
    slider.press("Home");
    assertThat(moment).containsText("The agreement started.");
    slider.press("ArrowRight");
    assertThat(moment).containsText("It was promised that Alan would come.");
    slider.press("End");
    assertThat(moment).containsText("Today.");
    assertThat(slider.getAttribute("aria-valuetext")).contains("Today.", "Likely to leave");
  }

  @Test
  void a_line_ties_each_jump_of_the_risk_to_the_visit_above_it() {
    Page page = browser.signedIn("csr", story(), 1280, 1000);
    Locator jumps = page.locator("line.jump");
    Locator changes = page.locator("circle.visit.change");
    assertThat(jumps).hasCount(3);
    for (int i = 0; i < 3; i++) {
      BoundingBox visit = changes.nth(i).boundingBox();
      BoundingBox jump = jumps.nth(i).boundingBox();
      assertThat(jump.x + jump.width / 2)
          .as("change %d stands over its jump", i + 1)
          .isCloseTo(visit.x + visit.width / 2, within(1.5));
      assertThat(jump.y).isBetween(visit.y, visit.y + visit.height + 20);
      Locator peak = page.locator("circle.peak[cx='" + jumps.nth(i).getAttribute("x1") + "']");
      assertThat(peak).hasAttribute("cy", jumps.nth(i).getAttribute("y2"));
    }
  }

  @Test
  void everything_is_there_as_a_table_too() {
    Page page = browser.signedIn("csr", story(), 1280, 1000);
    page.getByText("Everything that happened, as a table").click();
    Locator table = page.getByRole(AriaRole.TABLE);
    assertThat(table).containsText("Dave came instead of Ben, who was away.");
    assertThat(table).containsText("I never know who will be at my <door>.");
    assertThat(table.getByRole(AriaRole.ROWHEADER).first()).isVisible();
    Browser.hasNoAccessibilityViolation(page);
  }

  @Test
  void it_can_be_read_on_a_telephone() {
    for (int width : new int[] {320, 390}) {
      Page page = browser.signedIn("csr", story(), width, 844);
      assertThat(page.locator("circle.visit")).hasCount(10);
      page.getByText("Everything that happened, as a table").click();
      Browser.fitsItsWindow(page);
      Browser.hasNoAccessibilityViolation(page);
      Browser.picture(page, "story-phone-" + width);
    }
  }

  @Test
  void somebody_who_has_left_is_told_of_to_the_end() {
    company.cancels(dorothy);
    Page page = browser.signedIn("csr", "/story/?customer=ext:" + dorothy.externalId, 1280, 1000);
    assertThat(page.getByText("Has left", new Page.GetByTextOptions().setExact(true))).isVisible();
    page.getByLabel("Go through what happened").press("End");
    assertThat(page.locator(".moment")).containsText("We lost the customer");
    Browser.picture(page, "story-lost");
  }

  @Test
  void without_a_customer_one_can_be_chosen() {
    Page page = browser.signedIn("csr", "/story/", 1280, 1000);
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Whose story?");
    Browser.hasNoAccessibilityViolation(page);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dorothy's Gifts")).click();
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Dorothy's Gifts");
    page.navigate(browser.address("/story/?customer=ext:nobody"));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is no customer “ext:nobody”");
    page.getByLabel("Customer’s key").fill(dorothy.externalId);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read")).click();
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Dorothy's Gifts");
  }

  @Test
  void somebody_of_whom_nothing_is_known_but_her_name_has_no_story_yet() {
    CustomerStory nobody = company.knownByName("Newcomer");
    Page page = browser.signedIn("csr", "/story/?customer=" + nobody.id, 1280, 1000);
    assertThat(page.getByRole(AriaRole.HEADING, level(1))).hasText("Newcomer's Gifts");
    Browser.hasNoAccessibilityViolation(page);
  }

  private String story() {
    return "/story/?customer=" + dorothy.id;
  }

  private void says(int month, int csat, String text) {
    String words = text == null ? "null" : "\"" + text + "\"";
    Api.json(
            "admin",
            "{\"customerId\":\"%s\",\"csat\":%d,\"text\":%s,\"at\":\"%s\"}"
                .formatted(dorothy.id, csat, words, dorothy.at(month).plusSeconds(86_400)))
        .post("/v1/feedback")
        .then()
        .statusCode(201);
  }

  private static Page.GetByRoleOptions level(int level) {
    return new Page.GetByRoleOptions().setLevel(level);
  }
}
