package io.familiarface.jobs.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.familiarface.jobs.Company.today;
import static io.familiarface.rest.testing.Api.as;
import static io.familiarface.rest.testing.Api.etag;
import static io.familiarface.rest.testing.Api.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.familiarface.jobs.Company;
import io.familiarface.pages.testing.Browser;
import io.familiarface.rest.testing.ServiceUnderTest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceUnderTest.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class BoardPageTest {
  private static final LocalDate DAY = today().plusDays(9);

  @Inject Company company;

  @TestHTTPResource("")
  String address;

  private Browser browser;
  private String branch;
  private String ann;
  private String ben;
  private String dorothy;
  private String agreement;

  @BeforeEach
  void open() {
    branch = company.key("branch");
    ann = technician("Ann Kowalski");
    ben = technician("Ben Ortiz");
    dorothy =
        company.customer(
            "Dorothy",
            "[]",
            """
            [{"id":"%s","kind":"SAME_TECHNICIAN","text":"Always Ann.","madeBy":"Ann",
              "madeAt":"2025-01-06T09:00:00Z","technicianId":"%s","state":"STANDING"}]\
            """
                .formatted(UUID.randomUUID(), ann));
    agreement = company.monthlyAgreement(dorothy, ann, DAY);
    browser = Browser.open(address.replaceAll("/$", ""));
  }

  private String technician(String name) {
    String id = company.technician(name);
    String path = "/v1/technicians/" + id;
    json("manager", "{\"branch\":\"%s\"}".formatted(branch))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    return id;
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.nothingWentWrong();
      browser.close();
    }
  }

  private Page board(int width, int height) {
    Page page = browser.signedIn("csr", "/board/?from=" + DAY + "&branch=" + branch, width, height);
    assertThat(dorothy(page)).isVisible();
    return page;
  }

  private static Locator dorothy(Page page) {
    return page.locator("button.visit").filter(new Locator.FilterOptions().setHasText("Dorothy"));
  }

  private static Locator row(Page page, String technician) {
    return page.locator("tr").filter(new Locator.FilterOptions().setHasText(technician));
  }

  /** On the rows of the two, by name. */
  private static Locator introductions(Page page) {
    return page.locator("td .introduction");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  @Test
  void a_visit_is_dragged_to_somebody_else_who_goes_once_the_cost_is_seen() {
    Page page = board(1400, 900);
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board");
    int column = DAY.getDayOfWeek().getValue() - 1;
    dorothy(page).dragTo(row(page, "Ben Ortiz").locator("td").nth(column));
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("It breaks “Always Ann”.");
    assertThat(row(page, "Ann Kowalski")).containsText("Dorothy");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-cost");
    button(page, "Send Ben Ortiz").click();
    assertThat(row(page, "Ben Ortiz")).containsText("breaks a promise, not told");
    assertThat(page.locator(".summary")).containsText("1 change nobody was told of");
  }

  @Test
  void what_was_pressed_and_could_not_be_done_is_said_and_can_be_pressed_again() {
    Page page = board(1400, 900);
    page.route("**/v1/board?*", Route::abort);
    button(page, "Next week").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("The service cannot be reached.");
    page.unroute("**/v1/board?*");
    button(page, "Next week").click();
    LocalDate next = DAY.with(DayOfWeek.MONDAY).plusWeeks(1);
    assertThat(page).hasURL(Pattern.compile(".*from=%s&.*".formatted(next)));
    assertThat(page.getByRole(AriaRole.ALERT)).isHidden();
  }

  @Test
  void a_visit_is_dragged_to_another_day_once_the_cost_is_seen() {
    Page page = board(1400, 900);
    boolean sunday = DAY.getDayOfWeek() == DayOfWeek.SUNDAY;
    int column = DAY.getDayOfWeek().getValue() - 1 + (sunday ? -1 : 1);
    LocalDate to = sunday ? DAY.minusDays(1) : DAY.plusDays(1);
    dorothy(page).dragTo(row(page, "Ann Kowalski").locator("td").nth(column));
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("It breaks no promise.");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-move");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move to")).click();
    assertThat(row(page, "Ann Kowalski").locator("td").nth(column)).containsText("Dorothy");
    String path = "/v1/board?from=%s&days=1&branch=%s".formatted(to, branch);
    as("csr").get(path).then().body("technicians[0].days[0].visits", hasSize(1));
  }

  @Test
  void a_visit_at_no_time_in_particular_is_dragged_to_another_day_and_stays_so() {
    String edith =
        company
            .visitsToCome(company.agreementWithoutTime(company.customer("Edith"), ann, DAY))
            .get(0);
    Page page = board(1400, 900);
    boolean sunday = DAY.getDayOfWeek() == DayOfWeek.SUNDAY;
    int column = DAY.getDayOfWeek().getValue() - 1 + (sunday ? -1 : 1);
    Locator card =
        page.getByRole(AriaRole.BUTTON).filter(new Locator.FilterOptions().setHasText("Edith"));
    assertThat(card).containsText("any time");
    card.dragTo(row(page, "Ann Kowalski").locator("td").nth(column));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Move to")).click();
    assertThat(row(page, "Ann Kowalski").locator("td").nth(column)).containsText("Edith");
    as("csr").get("/v1/visits/" + edith).then().body("anyTime", equalTo(true));
  }

  @Test
  void one_drag_takes_a_visit_to_somebody_else_on_another_day_once_the_cost_is_seen() {
    Page page = board(1400, 900);
    boolean sunday = DAY.getDayOfWeek() == DayOfWeek.SUNDAY;
    int column = DAY.getDayOfWeek().getValue() - 1 + (sunday ? -1 : 1);
    dorothy(page).dragTo(row(page, "Ben Ortiz").locator("td").nth(column));
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("It breaks “Always Ann”.");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-send-and-move");
    page.getByLabel("The customer asked for that time").check();
    button(page, "See what it would cost").click();
    button(page, "Send Ben Ortiz").click();
    assertThat(row(page, "Ben Ortiz").locator("td").nth(column)).containsText("Dorothy");
    as("csr")
        .get("/v1/notices?visitId=" + company.visitsToCome(agreement).get(0))
        .then()
        .body("items.changes", contains(List.of("TECHNICIAN")));
  }

  @Test
  void an_introduction_is_on_both_rows_and_done_when_somebody_says_so() {
    List<String> visits = company.visitsToCome(agreement);
    company
        .assign(
            visits.get(1),
            "{\"technicianId\":\"%s\",\"reason\":\"LEFT_COMPANY\",\"permanence\":\"FOR_GOOD\"}"
                .formatted(ben))
        .then()
        .statusCode(200);
    json(
            "csr",
            "{\"visitId\":\"%s\",\"jointVisitId\":\"%s\"}".formatted(visits.get(1), visits.get(0)))
        .post("/v1/introductions")
        .then()
        .statusCode(201);
    Page page = board(1400, 900);
    move(visits.get(0), DAY.plusDays(60));
    page.reload();
    needed(page);
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("No visit before that");
    button(page, "Close").click();
    String today =
        company
            .visitsToCome(company.agreementWithoutTime(dorothy, ann, Company.today().minusDays(2)))
            .get(0);
    json(
            "manager",
            "{\"scheduledAt\":\"%s\",\"anyTime\":true}".formatted(Company.at(Company.today(), 0)))
        .post("/v1/visits/" + today + "/reschedule")
        .then()
        .statusCode(201);
    page.reload();
    needed(page);
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("At which visit they meet");
    button(page, "Close").click();
    move(visits.get(0), DAY);
    move(today, DAY.plusDays(61));
    page.reload();
    needed(page);
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-introduction-needed");
    button(page, "Arrange it").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("The introduction is arranged.");
    assertThat(introductions(page))
        .containsText(
            new String[] {
              "introduces Ben Ortiz at Dorothy", "with Ann Kowalski at Dorothy, to be introduced"
            });
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Ann Kowalski introduces Ben Ortiz to Dorothy"))
        .click();
    button(page, "Drop it").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Say why");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-introduction");
    button(page, "They have met").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Ben Ortiz is introduced.");
    assertThat(introductions(page)).containsText(new String[] {"done", "done"});
    as("csr")
        .get("/v1/introductions?visitId=" + visits.get(1))
        .then()
        .body("items[0].state", equalTo("DONE"));
  }

  @Test
  void two_visits_of_one_technician_at_the_same_time_are_one_thing_to_decide() {
    company.monthlyAgreement(company.customer("Harold"), ann, DAY);
    Page page = board(1400, 900);
    // Of all in the shared database those of Ann alone.
    page.route(
        "**/v1/visits/conflicts*",
        route ->
            route.resume(
                new Route.ResumeOptions()
                    .setUrl(route.request().url() + "&technicianId=" + ann + "&until=" + DAY)));
    page.reload();
    Locator pair =
        page.locator("section")
            .filter(new Locator.FilterOptions().setHasText("Visits that a rule speaks against"))
            .locator("li");
    assertThat(pair).hasCount(1);
    assertThat(pair).containsText("Ann Kowalski is to be at another visit then");
    assertThat(pair).containsText("Dorothy");
    assertThat(pair).containsText("Harold");
  }

  private static void move(String visit, LocalDate day) {
    json("csr", "{\"scheduledAt\":\"%s\"}".formatted(Company.at(day, 10)))
        .post("/v1/visits/" + visit + "/reschedule")
        .then()
        .statusCode(201);
  }

  private static void needed(Page page) {
    page.getByRole(
            AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Ben Ortiz is yet to be introduced to Dorothy"))
        .click();
  }

  @Test
  void a_plan_is_seen_with_what_it_costs_and_accepted() {
    json("csr", "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%<s\"}".formatted(DAY))
        .post("/v1/technicians/" + ann + "/absences")
        .then()
        .statusCode(201);
    String plans = "/v1/plans?technicianId=" + ann;
    while (!"PROPOSED".equals(as("csr").get(plans).path("items[0].state"))) {
      Thread.onSpinWait();
    }
    Page page = board(1400, 900);
    assertThat(page.locator(".summary")).containsText("1 visit needs somebody to go");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ann Kowalski is away"))
        .click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("Dorothy");
    assertThat(dialog).containsText("It breaks");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-plan");
    button(page, "Do as chosen").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Done as planned: 1 visit.");
    as("csr").get(plans).then().body("items[0].state", equalTo("ACCEPTED"));
  }

  @Test
  void a_plan_shows_steps_of_projects_and_agreements_at_rest_beside_the_visits() {
    String edith = company.monthlyAgreement(company.promisedCustomer("Edith", ann), ann, DAY);
    json("csr", "{\"from\":\"%s\"}".formatted(today().plusDays(1)))
        .post("/v1/agreements/" + edith + "/pause")
        .then()
        .statusCode(201);
    String project =
        json("csr", "{\"customerId\":\"%s\",\"title\":\"Cellar\"}".formatted(dorothy))
            .post("/v1/projects")
            .path("id");
    json(
            "csr",
            "{\"title\":\"Drying\",\"startsOn\":\"%s\",\"technicianId\":\"%s\"}"
                .formatted(DAY.plusDays(1), ann))
        .post("/v1/projects/" + project + "/steps")
        .then()
        .statusCode(201);
    json("manager", "{\"lastDayOn\":\"%s\"}".formatted(DAY))
        .post("/v1/technicians/" + ann + "/departure")
        .then()
        .statusCode(202);
    String plans = "/v1/plans?technicianId=" + ann;
    while (!"PROPOSED".equals(as("csr").get(plans).path("items[0].state"))) {
      Thread.onSpinWait();
    }
    Page page = board(1400, 900);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ann Kowalski leaves"))
        .click();
    Locator dialog = page.getByRole(AriaRole.DIALOG);
    assertThat(dialog).containsText("3 to decide");
    assertThat(dialog).containsText("works on it: Drying");
    assertThat(
            dialog
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("comes once the pause ends")))
        .containsText("It breaks 1 promise.");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-plan-beside");
    dialog.getByRole(AriaRole.CHECKBOX).first().uncheck();
    button(page, "Do as chosen").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Done as planned: 2.");
    as("csr").get(plans).then().body("items[0].undecided", equalTo(1));
  }

  @Test
  void a_plan_whose_visits_have_changed_is_made_anew() {
    json("csr", "{\"kind\":\"SICK\",\"from\":\"%s\",\"to\":\"%<s\"}".formatted(DAY))
        .post("/v1/technicians/" + ann + "/absences")
        .then()
        .statusCode(201);
    String plans = "/v1/plans?technicianId=" + ann;
    while (!"PROPOSED".equals(as("csr").get(plans).path("items[0].state"))) {
      Thread.onSpinWait();
    }
    String visit = company.visitsToCome(agreement).get(0);
    json("csr", "{}").post("/v1/visits/" + visit + "/told").then().statusCode(201);
    Page page = board(1400, 900);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ann Kowalski is away"))
        .click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("something has changed since");
    assertThat(button(page, "Do as chosen")).hasCount(0);
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-plan-stale");
    button(page, "Make it anew").click();
    assertThat(button(page, "Do as chosen")).isVisible();
    assertThat(page.getByRole(AriaRole.DIALOG)).not().containsText("something has changed since");
    as("csr").get(plans).then().body("items[0].state", equalTo("PROPOSED"));
  }

  @Test
  void who_does_not_work_at_that_time_is_sent_all_the_same_with_a_reason() {
    String path = "/v1/technicians/" + ben;
    json(
            "manager",
            "{\"workingHours\":[{\"day\":\"%s\",\"from\":\"13:00\",\"to\":\"17:00\"}]}"
                .formatted(DAY.getDayOfWeek()))
        .header("If-Match", etag(path))
        .patch(path)
        .then()
        .statusCode(200);
    Page page = board(1400, 900);
    int column = DAY.getDayOfWeek().getValue() - 1;
    dorothy(page).dragTo(row(page, "Ben Ortiz").locator("td").nth(column));
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("at that time");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-override");
    page.getByLabel("Sent all the same, because").fill("They offered to begin early.");
    button(page, "See what it would cost").click();
    button(page, "Send Ben Ortiz").click();
    assertThat(row(page, "Ben Ortiz").locator("td").nth(column)).containsText("Dorothy");
    String visit = company.visitsToCome(agreement).get(0);
    as("admin")
        .get("/v1/audit?action=visit.sent-all-the-same&person=" + dorothy)
        .then()
        .body("items[0].entityId", equalTo(visit))
        .body("items[0].after", containsString("They offered to begin early."));
  }

  @Test
  void on_a_telephone_a_visit_is_opened_and_somebody_else_is_chosen() {
    Page page = board(390, 844);
    Browser.fitsItsWindow(page);
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-telephone");
    dorothy(page).click();
    page.getByLabel("Send somebody else")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(0));
    page.getByLabel("Why").selectOption("VACATION");
    button(page, "See what it would cost").click();
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("It breaks");
    Browser.hasNoAccessibilityViolation(page);
    Browser.picture(page, "board-telephone-cost");
    button(page, "Send Ben Ortiz").click();
    assertThat(row(page, "Ben Ortiz")).containsText("Dorothy");
  }
}
