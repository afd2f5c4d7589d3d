package io.familiarface.feedback.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.familiarface.feedback.followup.Company;
import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.testing.story.CustomerStory;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
@WithTestResource(Provider.class)
class SignInAtProviderTest {
  @Inject Company company;

  @TestHTTPResource("")
  String address;

  private Browser browser;
  private CustomerStory dorothy;

  @BeforeEach
  void open() {
    browser = Browser.open(address.replaceAll("/$", ""));
    company.startsAnew();
    dorothy = company.flagged("Dorothy");
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
  void somebody_signs_in_with_an_account_and_comes_back_to_where_it_began() {
    Page page = browser.window(1100, 800);
    page.navigate(browser.address("/story/?customer=" + dorothy.id));
    Browser.hasNoAccessibilityViolation(page);
    page.getByRole(AriaRole.BUTTON, named("Sign in with your account")).click();
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasText("Dorothy's Gifts");
    assertThat(page.url()).endsWith("/story/?customer=" + dorothy.id);
    page.navigate(browser.address("/today/"));
    assertThat(page.getByText("Signed in as test csr")).isVisible();
  }

  @Test
  void an_answer_to_a_question_that_nobody_asked_here_is_refused() {
    Page page = browser.window(1100, 800);
    page.navigate(browser.address("/today/?code=stolen&state=guessed"));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Sign in again");
    assertThat(page.url()).endsWith("/today/");
  }

  @Test
  void without_https_it_is_said_that_it_needs_https() {
    Page page = browser.window(390, 844);
    page.addInitScript("delete Crypto.prototype.randomUUID; delete Crypto.prototype.subtle;");
    page.navigate(browser.address("/today/"));
    page.getByRole(AriaRole.BUTTON, named("Sign in with your account")).click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("needs HTTPS");
    assertThat(page.url()).endsWith("/today/");
  }

  @Test
  void a_token_can_still_be_pasted() {
    Page page = browser.window(1100, 800);
    page.navigate(browser.address("/today/"));
    page.getByText("Use a token instead").click();
    assertThat(page.getByLabel("Your token")).isVisible();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
