package io.familiarface.feedback.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.MadeUpCompany;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.pages.testing.Browser;
import io.familiarface.risk.simulation.World;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class BackTestPageTest {
  @Inject Company company;
  @Inject MadeUpCompany madeUp;

  @TestHTTPResource("")
  String address;

  private Browser browser;

  @BeforeEach
  void a_company_has_a_history() {
    browser = Browser.open(address.replaceAll("/$", ""));
    company.startsAnew();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      madeUp.isForgotten();
      browser.nothingWentWrong();
      browser.close();
    }
  }

  @Test
  void one_asks_and_sees_plots_on_a_desk_and_on_a_telephone() {
    madeUp.is(World.pestControl(), 31, 200);
    for (int width : new int[] {1280, 390}) {
      Page page = browser.signedIn("manager", "/backtest/", width, 900);
      page.getByLabel("Days judged").fill("2");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look back")).click();
      assertThat(page.getByText("Does it come true?")).isVisible();
      assertThat(page.locator("svg")).hasCount(4);
      assertThat(page.locator(".verdict")).containsText("engine");
      Browser.hasNoAccessibilityViolation(page);
      Browser.fitsItsWindow(page);
      Browser.picture(page, "backtest-" + width);
    }
  }

  @Test
  void its_days_are_those_of_the_company() {
    Page page = browser.signedIn("manager", "/backtest/", 1280, 900);
    page.getByLabel("From").fill("2026-03-02");
    page.getByLabel("To").fill("2026-07-02");
    Request asked =
        page.waitForRequest(
            request -> request.url().contains("/v1/risk/backtest?"),
            () -> page.getByRole(AriaRole.BUTTON, named("Look back")).click());
    assertThat(URLDecoder.decode(asked.url(), StandardCharsets.UTF_8))
        .contains("from=2026-03-02T05:00:00", "to=2026-07-02T04:00:00");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void without_a_history_it_says_what_to_do() {
    Page page = browser.signedIn("manager", "/backtest/", 1280, 900);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look back")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("import visits and cancellations");
  }
}
