package io.familiarface.feedback.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.MadeUpCompany;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.pages.testing.Browser;
import io.familiarface.risk.simulation.World;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
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
  void without_a_history_it_says_what_to_do() {
    Page page = browser.signedIn("manager", "/backtest/", 1280, 900);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look back")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("import visits and cancellations");
  }
}
