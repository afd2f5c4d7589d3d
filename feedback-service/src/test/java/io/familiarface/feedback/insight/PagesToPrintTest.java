package io.familiarface.feedback.insight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.testing.Tokens;
import io.familiarface.rest.testing.story.CustomerStory;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.util.Map;
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

  private void opens(String path, String name) {
    for (int width : new int[] {1280, 390}) {
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
