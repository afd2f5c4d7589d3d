package io.familiarface.history.send;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.history.Destination;
import io.familiarface.history.HistoryPlan;
import io.familiarface.history.Progress;
import io.familiarface.history.known.Recognition;
import io.familiarface.history.report.RejectedLines;
import io.familiarface.history.spool.LineFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sends a plan to the services, collection after collection, some thousand lines at a time. May be
 * stopped anywhere and run again: what is known is compared, and only news is sent.
 */
public final class HistorySender {
  private static final int LINES_AT_ONCE = 2_000;

  /** A visit may have been scheduled, or completed, at any time of its day. */
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Services services;
  private final ServiceCalls calls;
  private final ObjectMapper json = new ObjectMapper();

  public HistorySender(Services services) {
    this.services = services;
    this.calls = new ServiceCalls(services.bearer());
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
      return send(plan, progress, new SendReport(refused));
    }
  }

  private SendReport send(HistoryPlan plan, Progress progress, SendReport report)
      throws IOException {
    try (Recognition recognition = new Recognition(plan, report.notes(), report::refuse)) {
      progress.at("Comparing with what is held", 0, 1);
      hold(recognition, plan);
      Map<Destination, LineFile> lines = recognition.recognise();
      progress.at("Comparing with what is held", 1, 1);
      for (Destination destination : Destination.values()) {
        if (lines.get(destination).count() > 0) {
          new Run(destination, lines.get(destination), report, progress).send();
        }
      }
    }
    return report;
  }

  private void hold(Recognition recognition, HistoryPlan plan) throws IOException {
    Held held = new Held(calls);
    held.forEach(collection(Destination.TECHNICIANS), recognition::holdTechnician);
    held.forEach(collection(Destination.CUSTOMERS), recognition::holdCustomer);
    if (recognition.knowsAnybody()) {
      held.forEach(collection(Destination.AGREEMENTS), recognition::holdAgreement);
      try (LineFile.Reader visits = plan.lines(Destination.VISITS)) {
        held.forEach(collection(Destination.VISITS), timeOf(visits, A_DAY), recognition::holdVisit);
      }
    }
  }

  /** Of the visits, only those of the file's time: the others are none of its business. */
  private String timeOf(LineFile.Reader visits, Duration around) throws IOException {
    Instant from = Instant.MAX;
    Instant to = Instant.MIN;
    for (LineFile.Line line = visits.next(); line != null; line = visits.next()) {
      Instant at = Instant.parse(json.readTree(line.json()).get("scheduledAt").asText());
      from = at.isBefore(from) ? at : from;
      to = at.isAfter(to) ? at : to;
    }
    return to.isBefore(from)
        ? ""
        : "&from=%s&to=%s".formatted(from.minus(around), to.plus(around).plusSeconds(1));
  }

  /** How to compare with what is there; cancellations are few, and the service compares. */
  private Optional<Merge> merge(Destination destination) {
    return switch (destination) {
      case TECHNICIANS -> Optional.of(Merges::technician);
      case CUSTOMERS -> Optional.of(Merges::customer);
      case AGREEMENTS -> Optional.of(Merges::agreement);
      case VISITS -> Optional.of(Merges.visit(technicianIds()));
      case CANCELLATIONS -> Optional.empty();
    };
  }

  private Map<String, String> technicianIds() {
    Map<String, String> ids = new HashMap<>();
    new Held(calls)
        .forEach(
            collection(Destination.TECHNICIANS),
            technician ->
                ids.put(technician.get("id").asText(), technician.path("externalId").asText(null)));
    return ids;
  }

  private URI collection(Destination destination) {
    URI service = destination.isAtCustomersService() ? services.customers() : services.jobs();
    return service.resolve("/v1/" + destination.words());
  }

  /** One collection being sent. */
  private final class Run implements News.Listener {
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
      Optional<Merge> merge = merge(destination);
      try (LineFile.Reader reader = lines.read();
          News news = new News()) {
        if (merge.isPresent()) {
          news.hold(new Held(calls), collection(destination), filter());
        }
        news.among(reader, merge.orElse((own, there) -> Optional.of(own)), this);
      }
      flush();
    }

    private String filter() throws IOException {
      if (destination != Destination.VISITS) {
        return "";
      }
      try (LineFile.Reader reader = lines.read()) {
        return timeOf(reader, Duration.ZERO);
      }
    }

    @Override
    public void send(LineFile.Line line) throws IOException {
      chunk.write(line.json());
      chunk.write('\n');
      origins.add(line.origin());
      if (origins.size() == LINES_AT_ONCE) {
        flush();
      }
    }

    @Override
    public void knownAlready() {
      report.count(destination, "UNCHANGED");
      step();
    }

    private void flush() throws IOException {
      if (origins.isEmpty()) {
        return;
      }
      URI uri = URI.create(collection(destination) + "/import");
      int answered = 0;
      try (InputStream body = calls.importLines(uri, chunk.toByteArray());
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
