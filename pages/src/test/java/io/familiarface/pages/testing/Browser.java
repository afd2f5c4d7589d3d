package io.familiarface.pages.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.familiarface.rest.testing.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Debian's Chromium, driven by Playwright; none is downloaded. It takes seconds to start, so that
 * it runs on for the next test; the windows, and what was kept in them, are gone after each.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser")
          .filter(place -> place != null)
          .toList();
  private static final List<String> QUIETLY =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** A tap waits four seconds for an "Undo", and the machine may be busy. */
  private static final double PATIENCE_MS = 60_000;

  private static final String NONE_HERE =
      "No Chromium here: 'apt-get install chromium', or name one in the variable CHROMIUM.";

  private static com.microsoft.playwright.Browser running;

  private final String address;
  private final com.microsoft.playwright.Browser chromium;
  private final List<String> errors = new ArrayList<>();

  private Browser(String address, com.microsoft.playwright.Browser chromium) {
    this.address = address;
    this.chromium = chromium;
  }

  /**
   * Opens one. Where there is none the test is skipped, but not on a machine that builds for
   * everybody (it sets {@code CI}): there it would never be noticed.
   */
  public static Browser open(String address) {
    Path executable =
        PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
    if (System.getenv("CI") != null) {
      assertThat(executable).as(NONE_HERE).isNotNull();
    }
    assumeTrue(executable != null, NONE_HERE);
    return new Browser(address, running(executable));
  }

  /** The end of this JVM ends it. */
  private static synchronized com.microsoft.playwright.Browser running(Path executable) {
    if (running == null || !running.isConnected()) {
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
      running =
          Playwright.create(
                  new Playwright.CreateOptions()
                      .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(QUIETLY));
    }
    return running;
  }

  /** A window of a size, in which nobody has signed in; what goes wrong in it is kept. */
  public Page window(int width, int height) {
    BrowserContext context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setDeviceScaleFactor(2));
    Page page = context.newPage();
    page.onPageError(errors::add);
    page.onDialog(
        dialog -> {
          errors.add("a dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            errors.add(message.text());
          }
        });
    return page;
  }

  /** A window at an address, signed in with a role. */
  public Page signedIn(String role, String path, int width, int height) {
    Page page = window(width, height);
    page.navigate(address + path + "#token=" + Tokens.as(role));
    return page;
  }

  public String address(String path) {
    return address + path;
  }

  public void nothingWentWrong() {
    assertThat(errors).isEmpty();
  }

  /** Keeps a picture of a page to look at, in target/screenshots. */
  public static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target", "screenshots", name + ".png")));
  }

  public static void hasNoAccessibilityViolation(Page page) {
    AxeResults results = new AxeBuilder(page).analyze();
    assertThat(results.getViolations())
        .as("what axe found")
        .extracting(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
        .isEmpty();
  }

  public static void fitsItsWindow(Page page) {
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .as("pixels that stick out to the right")
        .isEqualTo(0);
  }

  @Override
  public void close() {
    chromium.contexts().forEach(BrowserContext::close);
  }
}
