package io.familiarface.history.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.history.Destination;
import io.familiarface.history.Progress;
import io.familiarface.history.plan.HistoryPlan;
import io.familiarface.history.recognition.ListedItem;
import io.familiarface.history.recognition.Recognition;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.spool.LineFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sends a plan to the services, collection after collection, some thousand lines at a time. May be
 * stopped anywhere and run again: what is held is compared, and only what is new is sent.
 */
public final class HistorySender {
  private static final int LINES_AT_ONCE = 2_000;

  /** A visit may have been scheduled, or completed, at any time of its day. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Services services;
  private final ServiceClient client;
  private final ObjectMapper json = new ObjectMapper();

  public HistorySender(Services services) {
    this.services = services;
    this.client = new ServiceClient(services.bearer());
  }

  /**
   * Sends everything.
   *
   * @throws SendingStopped when it could not go on; the message says what to do
   * @throws IllegalStateException when the plan has open questions
   */
  public SendReport send(HistoryPlan plan, Progress progress) throws IOException {
    if (!plan.report().isClear()) {
      throw new IllegalStateException("The questions of the report must be answered first.");
    }
    try (RejectedLines refused = plan.refusedLines()) {
      SendReport report = new SendReport(refused);
      try (Recognition recognition = new Recognition(plan, report.notes(), report)) {
        progress.at("Comparing with what is held", 0, 1);
        readExisting(recognition, plan);
        Map<Destination, LineFile> lines = recognition.recognise();
        progress.at("Comparing with what is held", 1, 1);
        for (Destination destination : Destination.values()) {
          new Run(destination, lines.get(destination), report, progress).send();
        }
      }
      return report;
    }
  }

  private void readExisting(Recognition recognition, HistoryPlan plan) throws IOException {
    CollectionReader reader = new CollectionReader(client);
    reader.forEach(
        collection(Destination.TECHNICIANS),
        item -> recognition.add(ListedItem.Technician.of(item)));
    reader.forEach(
        collection(Destination.CUSTOMERS), item -> recognition.add(ListedItem.Customer.of(item)));
    reader.forEach(
        collection(Destination.AGREEMENTS), item -> recognition.add(ListedItem.Agreement.of(item)));
    reader.forEach(collection(Destination.VISITS), timeOf(plan), recognition::addVisit);
  }

  /** Of the visits, only those of the file's time: the others are none of its business. */
  private static String timeOf(HistoryPlan plan) {
    return plan.lastVisit().isBefore(plan.firstVisit())
        ? ""
        : "&from=%s&to=%s"
            .formatted(plan.firstVisit().minus(A_DAY), plan.lastVisit().plus(A_DAY).plusSeconds(1));
  }

  private URI collection(Destination destination) {
    URI service = destination.isAtCustomersService() ? services.customers() : services.jobs();
    return service.resolve("/v1/" + destination.words());
  }

  /** One collection being sent. */
  private final class Run {
    private final Destination destination;
    private final LineFile lines;
    private final long all;
    private final SendReport report;
    private final Progress progress;
    private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(1 << 19);
    private final List<Long> origins = new ArrayList<>(LINES_AT_ONCE);

    Run(Destination destination, LineFile lines, SendReport report, Progress progress) {
      this.destination = destination;
      this.lines = lines;
      this.all = lines.count() + report.of(destination).all();
      this.report = report;
      this.progress = progress;
    }

    void send() throws IOException {
      step();
      try (LineFile.Reader reader = lines.read()) {
        for (LineFile.Line line = reader.next(); line != null; line = reader.next()) {
          chunk.write(line.json());
          chunk.write('\n');
          origins.add(line.origin());
          if (origins.size() == LINES_AT_ONCE) {
            flush();
          }
        }
      }
      if (!origins.isEmpty()) {
        flush();
      }
    }

    private void flush() {
      URI uri = URI.create(collection(destination) + "/import");
      int answered = 0;
      try (InputStream body = client.importLines(uri, chunk.toByteArray());
          MappingIterator<JsonNode> answers = json.readerFor(JsonNode.class).readValues(body)) {
        while (answers.hasNextValue()) {
          take(answers.nextValue());
          answered++;
        }
      } catch (IOException e) {
        throw new SendingStopped(
            "The answer of %s broke off (%s). Run the same command again.".formatted(uri, e), e);
      }
      if (answered != origins.size()) {
        throw new SendingStopped(
            "%s answered for %d of %d lines. Run the same command again."
                .formatted(uri, answered, origins.size()));
      }
      chunk.reset();
      origins.clear();
      step();
    }

    private void take(JsonNode answer) {
      String status = answer.path("status").asText();
      if (!status.equals("REJECTED")) {
        report.count(destination, status);
        return;
      }
      report.refuse(
          destination,
          origins.get(answer.path("line").asInt() - 1),
          answer.path("externalId").asText(null),
          why(answer.path("problem")));
    }

    private void step() {
      long done = report.of(destination).all();
      progress.at("Sending " + destination.words(), Math.min(done, all), all);
    }
  }

  private static String why(JsonNode problem) {
    StringBuilder why = new StringBuilder(problem.path("title").asText("Refused"));
    if (problem.hasNonNull("detail")) {
      why.append(": ").append(problem.get("detail").asText());
    }
    for (JsonNode violation : problem.path("violations")) {
      String where = violation.path("pointer").asText(violation.path("field").asText());
      why.append(" (")
          .append(where)
          .append(' ')
          .append(violation.path("message").asText())
          .append(')');
    }
    return why.toString();
  }
}
