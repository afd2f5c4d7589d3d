package io.familiarface.jobs.accounting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.familiarface.jobs.accounting.Books.Client;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccountingPageTest {
  @Inject Books books;

  @TestHTTPResource("")
  String address;

  private Browser browser;
  private String held;

  @BeforeEach
  void books_with_something_in_each_state() {
    Client client = books.client("Seen");
    String visit = books.visit(client, 0);
    books.hearCase(client, UUID.randomUUID(), "RECEIVED", visit, null, 1);
    books.invoice(client, 1);
    held =
        books.documents(client).stream()
            .filter(document -> visit.equals(document.get("visitId")))
            .map(document -> (String) document.get("number"))
            .findFirst()
            .orElseThrow();
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
  void the_books_are_seen_sent_and_compared() {
    Page page = browser.signedIn("accounting", "/accounting/", 1300, 900);
    assertThat(region(page, "Held")).containsText(held);
    assertThat(region(page, "Held")).containsText("Seen");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "accounting");
    page.getByRole(AriaRole.BUTTON, named("Send to accounting")).click();
    assertThat(page.locator(".recorded")).containsText("sent");
    page.getByLabel("Their list")
        .setInputFiles(
            new FilePayload(
                "theirs.csv",
                "text/csv",
                "number,total\nINV-1999-000001,1.00\n".getBytes(StandardCharsets.UTF_8)));
    page.getByRole(AriaRole.BUTTON, named("Compare")).click();
    assertThat(region(page, "Theirs against ours")).containsText("INV-1999-000001");
    Browser.hasNoAccessibilityViolation(page);
  }

  @Test
  void who_may_only_look_is_offered_nothing_that_would_be_refused() {
    for (String role : List.of("csr", "manager")) {
      Page page = browser.signedIn(role, "/accounting/", 1300, 900);
      assertThat(region(page, "Ready to go out")).isVisible();
      assertThat(page.getByText("Send to accounting")).hasCount(0);
      assertThat(page.getByText("Download the last export")).hasCount(0);
      assertThat(page.getByRole(AriaRole.BUTTON, named("Compare")))
          .hasCount(role.equals("manager") ? 1 : 0);
      assertThat(page.getByText("undefined")).hasCount(0);
      assertThat(page.locator(".summary")).not().containsText("deliveries");
    }
  }

  @Test
  void on_a_telephone() {
    Page page = browser.signedIn("manager", "/accounting/", 390, 844);
    assertThat(region(page, "Held")).containsText(held);
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "accounting-telephone");
  }

  private static Locator region(Page page, String heading) {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(heading));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
