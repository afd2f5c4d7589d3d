package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Polling;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceClient;
import io.familiarface.standalone.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** An owner has nothing but a spreadsheet of the last nine months, and wants to see it in. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpreadsheetStoryTest {
  private static final int MANY = 150;
  private static final int VISITS_OF_MANY = 20;

  private final MonthlyVisitDays months = new MonthlyVisitDays();
  private RunningSystem system;
  private Path folder;
  private Path list;
  private ImportingDocument page;

  @BeforeAll
  void the_company_opens(@TempDir Path folder) throws IOException {
    system = RunningSystem.startEmpty();
    this.folder = folder;
    list = folder.resolve("visits.csv");
    var lines = new StringBuilder("date,customer,technician,reason,told,introduced\n");
    for (int number = 1; number <= 9; number++) {
      lines.append(months.day(number)).append(",Dorothy's Gifts,").append(who(number)).append('\n');
    }
    Files.writeString(list, lines);
  }

  @AfterAll
  void the_company_closes() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  @Order(1)
  void a_dry_run_shows_how_it_is_understood_and_changes_nothing() {
    CommandResult result = CommandResult.by("import", list, "--dry-run", "--data", system.folder());

    assertThat(result.exitCode()).as(result.toString()).isZero();
    assertThat(result.output()).contains("9 lines of visits");
    assertThat(customers()).isEmpty();
  }

  @Test
  @Order(2)
  void it_comes_in_and_she_whom_nobody_had_noticed_is_flagged() {
    CommandResult result = CommandResult.by("import", list, "--data", system.folder());
    system.settle();

    assertThat(result.exitCode()).as(result.toString()).isZero();
    JsonNode flagged =
        system.as("manager", Service.FEEDBACK).get("/v1/risks?flagged=true").json().path("items");
    assertThat(Json.texts(flagged, "customerId")).containsExactly(customers().get(0));
    assertThat(result.output())
        .containsPattern(" 1\\. Dorothy's Gifts +\\d+ %  flagged\\R +\\p{Lu}")
        .contains("1 flag stands.");
  }

  @Test
  @Order(3)
  void the_same_list_once_more_doubles_nothing() {
    CommandResult result = CommandResult.by("import", list, "--data", system.folder());

    assertThat(result.exitCode()).as(result.toString()).isZero();
    assertThat(customers()).hasSize(1);
    assertThat(visits()).isEqualTo(9);
  }

  @Test
  @Order(4)
  void the_list_on_the_page_on_importing_comes_in_over_http_as_it_stands() throws Exception {
    assumeTrue(hasCurl(), "the commands of the page need curl");
    page = new ImportingDocument(RunningSystem.root().resolve("docs/importing.md"), system, folder);

    List<JsonNode> answers = page.run(page.commands().get(0));

    assertThat(answers).extracting(a -> a.path("state").asText()).containsOnly("DONE");
    assertThat(answers)
        .extracting(a -> a.path("dryRun").asBoolean())
        .containsExactly(true, false, false);
    assertThat(answers.get(0).path("sent").isMissingNode() || answers.get(0).path("sent").isNull())
        .isTrue();
    assertThat(answers.get(1).at("/sent/lines/VISITS/created").asInt()).isEqualTo(4);
    assertThat(answers.get(2).path("id")).isEqualTo(answers.get(1).path("id"));
    assertThat(customers()).hasSize(2);

    JsonNode again = page.run(page.commands().get(0)).get(1);
    assertThat(again.at("/sent/lines/VISITS/created").asInt()).isZero();
    assertThat(again.at("/sent/lines/VISITS/unchanged").asInt()).isEqualTo(4);
    assertThat(customers()).hasSize(2);

    JsonNode withClients = page.run(page.commands().get(1)).get(0);
    assertThat(withClients.at("/report/clients/found").asInt()).isOne();
    assertThat(withClients.at("/sent/lines/CUSTOMERS/updated").asInt()).isOne();
    assertThat(customers()).hasSize(2);
  }

  @Test
  @Order(5)
  void the_lines_on_the_page_on_importing_come_in_as_they_stand_and_only_once() throws Exception {
    assumeTrue(page != null, "the commands of the page need curl");
    assertThat(page.commands()).hasSize(3);
    assertThat(page.files()).allMatch(name -> String.join(" ", page.commands()).contains(name));

    assertThat(statuses()).hasSize(11).containsOnly("CREATED");
    assertThat(statuses()).hasSize(11).containsOnly("UNCHANGED");
    JsonNode unpriced = system.as("manager", Service.JOBS).get("/v1/agreements/ext:A000018").json();
    assertThat(unpriced.path("price").isNull()).isTrue();
    assertThat(unpriced.path("recurrenceGuessed").asBoolean()).isTrue();
  }

  @Test
  @Order(6)
  void a_service_that_is_killed_in_the_middle_of_an_import_costs_nothing_and_doubles_nothing()
      throws Exception {
    Path large = folder.resolve("large.csv");
    var lines = new StringBuilder("date,customer,technician\n");
    for (int visit = 0; visit < VISITS_OF_MANY; visit++) {
      for (int customer = 0; customer < MANY; customer++) {
        lines.append(LocalDate.of(2025, 1, 6).plusWeeks(2L * visit));
        lines.append(",Customer ").append(customer).append(",Technician ").append(customer % 9);
        lines.append('\n');
      }
    }
    Files.writeString(large, lines);
    long before = visits();
    int customersBefore = customers().size();

    var importing =
        CompletableFuture.supplyAsync(
            () -> CommandResult.by("import", large, "--data", system.folder()));
    Polling.until(Duration.ofMinutes(2), () -> visits() > before || importing.isDone());
    system.kill(Service.JOBS);
    importing.get(2, TimeUnit.MINUTES);
    CommandResult again = CommandResult.by("import", large, "--data", system.folder());

    assertThat(again.exitCode()).as(again.toString()).isZero();
    assertThat(visits()).isEqualTo(before + MANY * VISITS_OF_MANY);
    assertThat(customers()).hasSize(customersBefore + MANY);
  }

  @Test
  @Order(7)
  void whoever_drifted_away_long_before_is_neither_flagged_nor_called() throws IOException {
    Path gone = folder.resolve("gone.csv");
    var lines = new StringBuilder("date,customer,technician,reason\n");
    String[] who = {
      "Ann Lee", "Ann Lee", "Ann Lee", "Ann Lee", "Bo Fox,Ann sick", "Cy Hale,Ann sick"
    };
    for (int visit = 0; visit < who.length; visit++) {
      lines.append(LocalDate.now().minusMonths(26 - visit)).append(",Drifted Away,");
      lines.append(who[visit]).append('\n');
      // Others are still visited: without them it would only be an old list.
      lines.append(LocalDate.now().minusMonths(6 - visit)).append(",Still Here,Ann Lee,\n");
    }
    Files.writeString(gone, lines);

    CommandResult result = CommandResult.by("import", gone, "--data", system.folder());
    system.settle();

    assertThat(result.exitCode()).as(result.toString()).isZero();
    ServiceClient manager = system.as("manager", Service.FEEDBACK);
    String id = customerNamed("Drifted Away");
    JsonNode risk = manager.get("/v1/customers/" + id + "/risk").json();
    assertThat(risk.path("standing").asText()).isEqualTo("LAPSED");
    assertThat(risk.path("flagged").asBoolean()).isFalse();
    assertThat(risk.at("/continuity/visits").asInt()).isEqualTo(6);
    assertThat(manager.get("/v1/flags?customerId=" + id).json().path("items")).isEmpty();
    assertThat(manager.get("/v1/follow-ups?customerId=" + id).json().path("items")).isEmpty();
    assertThat(Json.texts(manager.get("/v1/risks?limit=500").json().path("items"), "customerId"))
        .isNotEmpty()
        .doesNotContain(id);
  }

  @Test
  @Order(8)
  void the_list_of_clients_fills_in_telephone_e_mail_and_address() throws IOException {
    Path visits = folder.resolve("of-clients.csv");
    Files.writeString(
        visits, "date,customer,technician\n%s,Flo Reed,Ann Lee\n".formatted(months.day(9)));
    Path clients = folder.resolve("clients-of-them.csv");
    Files.writeString(
        clients,
        """
        Display Name,Mobile Number,Email,Street Address,City,State,Zip
        Flo Reed,802-555-0177,flo@example.com,9 Oak Street,Stowe,VT,05672
        """);

    CommandResult result =
        CommandResult.by("import", visits, "--clients", clients, "--data", system.folder());

    assertThat(result.exitCode()).as(result.toString()).isZero();
    JsonNode flo =
        system
            .as("manager", Service.CUSTOMERS)
            .get("/v1/customers/" + customerNamed("Flo Reed"))
            .json();
    assertThat(flo.path("phone").asText()).isEqualTo("+18025550177");
    assertThat(flo.path("email").asText()).isEqualTo("flo@example.com");
    assertThat(flo.at("/address/line1").asText()).isEqualTo("9 Oak Street");
    assertThat(flo.at("/address/postalCode").asText()).isEqualTo("05672");
  }

  private String customerNamed(String name) {
    JsonNode found =
        system
            .as("manager", Service.CUSTOMERS)
            .get("/v1/customers?name=" + name.replace(" ", "%20"))
            .json()
            .path("items");
    assertThat(found).hasSize(1);
    return found.get(0).path("id").asText();
  }

  private List<String> statuses() throws Exception {
    return page.run(page.commands().get(2)).stream()
        .map(answer -> answer.path("status").asText(answer.toString()))
        .toList();
  }

  private static boolean hasCurl() throws InterruptedException {
    try {
      return new ProcessBuilder("curl", "--version").start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static String who(int number) {
    return switch (number) {
      case 1, 2 -> "Alan Reyes,,,";
      case 3 -> "Bill Novak,Alan left,no,no";
      case 6 -> "Carl Dunn,Bill sick,no,no";
      default -> "Bill Novak,,,";
    };
  }

  private List<String> customers() {
    return Json.texts(
        system.as("manager", Service.CUSTOMERS).get("/v1/customers?limit=500").json().path("items"),
        "id");
  }

  private long visits() {
    long visits = 0;
    for (String cursor = ""; cursor != null; ) {
      JsonNode page =
          system
              .as("manager", Service.JOBS)
              .get("/v1/visits?state=COMPLETED&limit=500" + cursor)
              .json();
      visits += page.path("items").size();
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.get("nextCursor").asText() : null;
    }
    return visits;
  }
}
