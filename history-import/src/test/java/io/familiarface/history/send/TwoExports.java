package io.familiarface.history.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.history.HistoryOptions;
import io.familiarface.history.Progress;
import io.familiarface.history.Reading;
import io.familiarface.history.plan.HistoryPlan;
import io.familiarface.history.plan.HistoryReader;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Brings exports in, one after the other, and counts what is held then. */
abstract class TwoExports {
  @TempDir Path folder;
  ImportServer server;

  @BeforeEach
  void start() throws IOException {
    server = new ImportServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  void assertHeld(int customers, int agreements, int visits) {
    assertThat(server.all("customers")).as("customers").hasSize(customers);
    assertThat(server.all("agreements")).as("agreements").hasSize(agreements);
    assertThat(server.all("visits")).as("visits").hasSize(visits);
  }

  String customerWithPhone(String phone) {
    return server.all("customers").stream()
        .filter(customer -> customer.get("phone").asText().equals(phone))
        .map(customer -> customer.get("externalId").asText())
        .findFirst()
        .orElseThrow();
  }

  List<ObjectNode> visitsOf(String customer) {
    return server.all("visits").stream()
        .filter(visit -> visit.get("customerExternalId").asText().equals(customer))
        .toList();
  }

  List<ObjectNode> visitsOfAgreementThatRuns() {
    String runs =
        server.all("agreements").stream()
            .filter(agreement -> !agreement.has("cancelledAt"))
            .map(agreement -> agreement.get("externalId").asText())
            .findFirst()
            .orElseThrow();
    return server.all("visits").stream()
        .filter(visit -> visit.get("agreementExternalId").asText().equals(runs))
        .toList();
  }

  static long counted(SendReport report, Note note) {
    return report.notes().all().stream()
        .filter(counted -> counted.note() == note)
        .mapToLong(Notes.Counted::count)
        .sum();
  }

  SendReport send(String text) throws IOException {
    return send(text, Reading.OPTIONS);
  }

  SendReport send(String text, HistoryOptions options) throws IOException {
    URI uri = server.uri();
    Path file = Files.writeString(folder.resolve("export.csv"), text);
    try (HistoryPlan plan = new HistoryReader(options).read(file, Progress.SILENT)) {
      assertThat(plan.report().rejected()).isEmpty();
      return new HistorySender(new Services(uri, uri, () -> "token")).send(plan, Progress.SILENT);
    }
  }
}
