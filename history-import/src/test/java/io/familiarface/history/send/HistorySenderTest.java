package io.familiarface.history.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.history.Destination;
import io.familiarface.history.Progress;
import io.familiarface.history.Reading;
import io.familiarface.history.plan.HistoryPlan;
import io.familiarface.history.plan.HistoryReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Against an HTTP server that answers as imports do; the real services are met by the stories. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HistorySenderTest {
  private ImportServer server;
  private String leftOut;

  @BeforeEach
  void start() throws IOException {
    server = new ImportServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everything_is_created_at_first_and_nothing_is_news_the_second_time() throws IOException {
    SendReport first = send("dorothy-header-in-line-3.csv");
    SendReport second = send("dorothy-header-in-line-3.csv");

    assertThat(first.of(Destination.VISITS)).isEqualTo(new SendReport.Counts(12, 0, 0, 0));
    assertThat(first.of(Destination.CANCELLATIONS)).isEqualTo(new SendReport.Counts(1, 0, 0, 0));
    assertThat(second.of(Destination.VISITS)).isEqualTo(new SendReport.Counts(0, 0, 12, 0));
    assertThat(second.of(Destination.CUSTOMERS)).isEqualTo(new SendReport.Counts(0, 0, 3, 0));
    assertThat(second.of(Destination.TECHNICIANS)).isEqualTo(new SendReport.Counts(0, 0, 6, 0));
  }

  @Test
  void a_run_that_stopped_in_the_middle_goes_on_where_it_was() throws IOException {
    server.stopBefore("/v1/visits/import");
    assertThatThrownBy(() -> send("dorothy-header-in-line-3.csv"))
        .isInstanceOf(SendingStopped.class)
        .hasMessageContaining("run the same command again");

    server.stopBefore("");
    SendReport again = send("dorothy-header-in-line-3.csv");

    assertThat(again.of(Destination.CUSTOMERS)).isEqualTo(new SendReport.Counts(0, 0, 3, 0));
    assertThat(again.of(Destination.VISITS)).isEqualTo(new SendReport.Counts(12, 0, 0, 0));
  }

  @Test
  void a_refused_line_is_named_by_its_line_of_the_companys_file() throws IOException {
    server.refuse("20250602");

    SendReport report = send("dorothy-header-in-line-3.csv");

    assertThat(report.of(Destination.VISITS)).isEqualTo(new SendReport.Counts(11, 0, 0, 1));
    assertThat(report.refused())
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.line()).isEqualTo(9);
              assertThat(refused.why()).contains("Not this one", "/externalId is refused");
            });
    assertThat(report.toString()).contains("line 9 (visits)");
    assertThat(leftOut).contains("9,\"visits\"").contains("Not this one");
  }

  @Test
  void a_busy_service_is_asked_again() throws IOException {
    server.beBusyOnce();

    assertThat(send("dorothy-header-in-line-3.csv").of(Destination.VISITS).created()).isEqualTo(12);
  }

  @Test
  void a_token_that_may_not_is_said_so_at_once() {
    server.forbid();

    assertThatThrownBy(() -> send("dorothy-header-in-line-3.csv"))
        .isInstanceOf(SendingStopped.class)
        .hasMessageContaining("403")
        .hasMessageContaining("admin or manager");
  }

  @Test
  void progress_ends_with_the_whole_of_each_collection() throws IOException {
    List<String> heard = new ArrayList<>();
    send(
        "dorothy-header-in-line-3.csv",
        (step, done, of) -> heard.add(step + " " + done + "/" + of));

    assertThat(heard).contains("Sending visits 12/12", "Sending cancellations 1/1");
  }

  private SendReport send(String file) throws IOException {
    return send(file, Progress.SILENT);
  }

  private SendReport send(String file, Progress progress) throws IOException {
    URI uri = server.uri();
    try (HistoryPlan plan =
        new HistoryReader(Reading.OPTIONS).read(Reading.file(file), Progress.SILENT)) {
      SendReport report =
          new HistorySender(new Services(uri, uri, () -> "token")).send(plan, progress);
      leftOut = Files.readString(plan.rejectedLines());
      return report;
    }
  }
}
