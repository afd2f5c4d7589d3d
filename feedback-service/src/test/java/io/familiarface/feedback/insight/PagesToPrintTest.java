package io.familiarface.feedback.insight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.testing.Tokens;
import io.familiarface.rest.testing.story.CustomerStory;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class PagesToPrintTest {
  @Inject Company company;

  @TestHTTPResource("")
  String address;

  private Browser browser;
  private CustomerStory dorothy;

  @BeforeEach
  void dorothy_left() {
    browser = Browser.open(address.replaceAll("/$", ""));
    company.startsAnew();
    dorothy = company.flagged("Dorothy");
    company.flagged("Edith");
    company.cancels(dorothy);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.nothingWentWrong();
      browser.close();
    }
  }

  @Test
  void what_was_found_is_read_on_a_desk_and_on_a_telephone() {
    for (String insight :
        new String[] {"causes", "recovery", "leaving", "training", "perception", "continuity"}) {
      opens("/v1/insights/" + insight, insight);
    }
  }

  @Test
  void why_somebody_left_is_read_on_a_desk_and_on_a_telephone() {
    opens("/v1/customers/" + dorothy.id + "/post-mortem", "post-mortem");
  }

  @Test
  void whoever_is_signed_in_looks_at_each_with_its_plots() {
    for (int width : new int[] {1280, 390}) {
      Page page = browser.signedIn("manager", "/insights/", width, 900);
      for (String insight :
          new String[] {"causes", "recovery", "leaving", "perception", "training", "continuity"}) {
        page.getByLabel("What to look at").selectOption(insight);
        page.waitForURL(url -> url.contains("show=" + insight));
        assertThat(page.locator("svg").first()).isVisible();
        Browser.hasNoAccessibilityViolation(page);
        Browser.fitsItsWindow(page);
        Browser.picture(page, "insights-" + insight + "-" + width);
      }
    }
  }

  @Test
  void a_period_is_asked_for_in_days_of_the_company_and_kept_in_the_address() {
    Page page = browser.signedIn("manager", "/insights/?show=leaving", 1280, 900);
    assertThat(page.getByText("What had happened to them within 180 days")).isVisible();
    page.getByLabel("From").fill("2025-03-02");
    page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).fill("2025-07-01");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look")).click();
    assertThat(page.getByText("2 Mar 2025 to 1 Jul 2025")).isVisible();
    assertThat(page).hasURL(Pattern.compile("show=leaving&from=2025-03-02&to=2025-07-01"));
  }

  @Test
  void whoever_may_not_see_it_is_told_so() {
    Page page = browser.signedIn("csr", "/insights/", 390, 900);
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
  }

  @Test
  void a_story_leads_to_why_they_left() {
    Page page = browser.signedIn("csr", "/story/?customer=" + dorothy.id, 390, 900);
    page.getByText("Why they left, and what would have helped").click();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("How we lost Dorothy's Gifts");
    assertThat(page.locator("svg").first()).isVisible();
    Browser.hasNoAccessibilityViolation(page);
    Browser.fitsItsWindow(page);
    Browser.picture(page, "why-they-left-390");
  }

  private void opens(String path, String name) {
    for (int width : new int[] {1280, 360}) {
      Page page = browser.window(width, 900);
      page.setExtraHTTPHeaders(
          Map.of("Authorization", "Bearer " + Tokens.as("manager"), "Accept", "text/html"));
      page.navigate(browser.address(path));
      assertThat(page.locator("svg").first()).isVisible();
      Browser.hasNoAccessibilityViolation(page);
      Browser.fitsItsWindow(page);
      Browser.picture(page, name + "-" + width);
    }
  }
}
