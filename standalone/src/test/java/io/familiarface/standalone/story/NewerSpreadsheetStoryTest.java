package io.familiarface.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Polling;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.ServiceResponse;
import io.familiarface.standalone.command.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A company with many at risk brings its list in, works on, and brings a newer list. It counts all
 * that is there, so it comes before whoever else shares the system.
 */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(SharedSystem.class)
@Order(1)
@TestMethodOrder(OrderAnnotation.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewerSpreadsheetStoryTest {
  private static final int AT_RISK = 12;
  private static final int VISITS_EACH = 9;
  private static final Pattern LIKELY =
      Pattern.compile("(?m)^ *(\\d+)\\. (Customer \\d+) +(\\d+) %  flagged\\R((?: {7}\\S.*\\R)+)");

  private final MonthlyVisitDays months = new MonthlyVisitDays();
  private RunningSystem system;
  private Path list;

  @BeforeAll
  void the_company_opens(RunningSystem running, @TempDir Path folder) {
    system = running;
    list = folder.resolve("visits.csv");
  }

  @Test
  @Order(1)
  void ten_of_twelve_are_named_with_their_reasons_and_all_flags_are_counted() throws IOException {
    Files.writeString(list, "date,customer,technician,reason,told,introduced\n" + lines(""));

    CommandResult result = importList();

    assertThat(customers()).hasSize(AT_RISK);
    List<MatchResult> named = LIKELY.matcher(result.output()).results().toList();
    assertThat(named).as(result.output()).hasSize(10);
    for (int place = 1; place <= 10; place++) {
      assertThat(named.get(place - 1).group(1)).isEqualTo(String.valueOf(place));
      assertThat(named.get(place - 1).group(4)).isNotBlank();
    }
    assertThat(named).extracting(each -> each.group(2)).doesNotHaveDuplicates();
    assertThat(named)
        .extracting(each -> -Integer.parseInt(each.group(3)))
        .as("the most likely first")
        .isSorted();
    assertThat(result.output()).contains(AT_RISK + " flags stand.");
  }

  @Test
  @Order(2)
  void the_same_is_said_over_http() {
    ServiceResponse answer =
        system
            .as("manager", Service.JOBS)
            .post("/v1/history/import", "text/csv", "date,customer,technician\n" + aLine());

    JsonNode leaving = answer.json().path("leaving");
    assertThat(leaving.path("flags").asInt()).as(answer.toString()).isEqualTo(AT_RISK);
    assertThat(leaving.path("mostLikely")).hasSize(10);
    assertThat(leaving.path("mostLikely"))
        .allSatisfy(likely -> assertThat(likely.path("reason").asText()).isNotBlank());
  }

  @Test
  @Order(3)
  void a_newer_list_with_a_new_column_and_a_visit_completed_here_doubles_nothing()
      throws IOException {
    LocalDate between = months.day(9).plusDays(14);
    completeHere(between);
    assertThat(visits()).isEqualTo(AT_RISK * VISITS_EACH + 1);

    Files.writeString(
        list,
        "date,customer,technician,reason,told,introduced,program,phone\n"
            + lines(",Rodents,802-555-0%1$03d")
            + between
            + ",Customer 0,Bill Novak,,,,Rodents,802-555-0000\n");
    importList();

    assertThat(customers()).hasSize(AT_RISK);
    assertThat(agreements()).hasSize(AT_RISK).allMatch(a -> programOf(a).equals("Rodents"));
    assertThat(visits()).isEqualTo(AT_RISK * VISITS_EACH + 1);
  }

  @Test
  @Order(4)
  void an_import_that_is_killed_in_the_middle_and_started_again_loses_nothing() throws Exception {
    var large = new StringBuilder("date,customer,technician\n");
    for (int visit = 0; visit < 20; visit++) {
      for (int customer = 0; customer < 150; customer++) {
        large.append(LocalDate.of(2025, 1, 6).plusWeeks(2L * visit));
        large.append(",Other ").append(customer).append(",Technician ").append(customer % 9);
        large.append('\n');
      }
    }
    Files.writeString(list, large);
    long before = visits();

    Process importing =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.familiarface.standalone.command.Familiar",
                "import",
                list.toString(),
                "--data",
                system.folder().toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Polling.until(Duration.ofMinutes(2), () -> visits() > before || !importing.isAlive());
    importing.destroyForcibly().waitFor();
    importList();

    assertThat(visits()).isEqualTo(before + 3_000);
    assertThat(customers()).hasSize(AT_RISK + 150);
    assertThat(agreements()).hasSize(AT_RISK + 150);
  }

  private CommandResult importList() {
    CommandResult result = CommandResult.by("import", list, "--data", system.folder());
    assertThat(result.exitCode()).as(result.toString()).isZero();
    return result;
  }

  /** Twelve customers who were sent one stranger after the other. */
  private String lines(String more) {
    var lines = new StringBuilder();
    for (int customer = 0; customer < AT_RISK; customer++) {
      for (int number = 1; number <= VISITS_EACH; number++) {
        lines.append(months.day(number)).append(",Customer ").append(customer).append(',');
        lines.append(who(number)).append(more.formatted(customer)).append('\n');
      }
    }
    return lines.toString();
  }

  private String aLine() {
    return months.day(1) + ",Customer 0,Alan Reyes\n";
  }

  private static String who(int number) {
    return switch (number) {
      case 1, 2 -> "Alan Reyes,,,";
      case 3 -> "Bill Novak,Alan left,no,no";
      case 6 -> "Carl Dunn,Bill sick,no,no";
      default -> "Bill Novak,,,";
    };
  }

  /** A visit that only we know of, until the other system tells of it too. */
  private void completeHere(LocalDate day) {
    var jobs = system.as("manager", Service.JOBS);
    String customer =
        customers().stream()
            .filter(each -> each.path("name").asText().equals("Customer 0"))
            .map(each -> each.path("id").asText())
            .findFirst()
            .orElseThrow();
    String agreement =
        jobs.get("/v1/agreements?customerId=" + customer).json().at("/items/0/id").asText();
    String at = day + "T15:00:00Z";
    ServiceResponse made =
        jobs.post(
            "/v1/visits",
            "application/json",
            Json.of("agreementId", agreement, "scheduledAt", at).toString());
    ServiceResponse done =
        jobs.post(
            "/v1/visits/" + made.json().path("id").asText() + "/completion",
            "application/json",
            Json.of("completedAt", day + "T16:10:00Z").toString());
    assertThat(done.isSuccess()).as(made + " " + done).isTrue();
  }

  private List<JsonNode> customers() {
    return all(Service.CUSTOMERS, "/v1/customers?limit=500");
  }

  private List<JsonNode> agreements() {
    return all(Service.JOBS, "/v1/agreements?limit=500");
  }

  private static String programOf(JsonNode agreement) {
    return agreement.path("program").asText();
  }

  private long visits() {
    return all(Service.JOBS, "/v1/visits?state=COMPLETED&limit=500").size();
  }

  private List<JsonNode> all(Service service, String path) {
    List<JsonNode> all = new ArrayList<>();
    for (String cursor = ""; cursor != null; ) {
      JsonNode page = system.as("manager", service).get(path + cursor).json();
      page.path("items").forEach(all::add);
      cursor = page.hasNonNull("nextCursor") ? "&cursor=" + page.get("nextCursor").asText() : null;
    }
    return all;
  }
}
