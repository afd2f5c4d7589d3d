package io.familiarface.feedback.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.pages.testing.Browser;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The whole way of somebody who has an account: from the page to a real provider and back. */
@ServiceTest
@WithTestResource(Keycloak.class)
@EnabledIfSystemProperty(
    named = Keycloak.DIST,
    matches = ".+",
    disabledReason = "-Dkeycloak.dist= names no unpacked Keycloak; see docker/keycloak/README.md")
class SignInAtKeycloakTest {
  @Inject Company company;
  @Inject StoredRows database;

  @TestHTTPResource("")
  String address;

  private Browser browser;

  @BeforeEach
  void somebody_is_to_be_called() {
    browser = Browser.open(address.replaceAll("/$", ""));
    company.startsAnew();
    company.flagged("Dorothy", "400.00");
    company.plansItsCalls();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.nothingWentWrong();
      browser.close();
    }
  }

  @Test
  void somebody_of_the_office_signs_in_sees_whom_to_call_and_records_what_came_of_it() {
    Page page = browser.window(390, 844);
    page.navigate(browser.address("/today/"));
    page.getByRole(AriaRole.BUTTON, named("Sign in with your account")).click();
    page.locator("input[name=username]").fill(Keycloak.USER);
    page.locator("input[name=password]").fill(Keycloak.PASSWORD);
    Browser.picture(page, "keycloak-sign-in");
    page.locator("[type=submit]").click();

    Locator call =
        page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Dorothy's Gifts"));
    assertThat(call).isVisible();
    assertThat(page.getByText("Signed in as maria")).isVisible();
    assertThat(page.url()).as("nothing of the sign-in stays in it").endsWith("/today/");
    Browser.picture(page, "keycloak-today");
    call.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Reached")).click();
    assertThat(page.getByText("Recorded: reached. Closed.")).isVisible();
    Browser.picture(page, "keycloak-recorded");
    assertThat(
            database.number(
                """
                select count(*) as n from follow_up
                where state = 'DONE' and last_outcome = 'REACHED' and last_by = 'maria'
                """))
        .isEqualTo(1);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
