package io.familiarface.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.history.line.LineJson;
import io.familiarface.history.line.PlannedLine;
import io.familiarface.history.plan.HistoryPlan;
import io.familiarface.history.plan.HistoryReader;
import io.familiarface.history.report.HistoryReport;
import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A file that was read, with everything in memory, as only a test may. */
public record Reading(HistoryReport report, Map<Destination, List<JsonNode>> lines) {
  public static final HistoryOptions OPTIONS =
      HistoryOptions.in(ZoneId.of("America/New_York"))
          .withClock(Clock.fixed(Instant.parse("2025-12-01T15:00:00Z"), ZoneId.of("UTC")));

  public static Path file(String name) {
    return resource("/files/" + name);
  }

  public static Path resource(String name) {
    try {
      return Path.of(Reading.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Reading of(String name) {
    return of(file(name), OPTIONS);
  }

  public static Reading of(Path file, HistoryOptions options) {
    try (HistoryPlan plan = new HistoryReader(options).read(file, Progress.SILENT)) {
      Map<Destination, List<JsonNode>> lines = new EnumMap<>(Destination.class);
      for (Destination destination : Destination.values()) {
        lines.put(destination, new ArrayList<>());
      }
      for (PlannedLine technician : plan.technicians()) {
        add(lines, technician);
      }
      for (var planned = plan.lines(); planned.hasNext(); ) {
        add(lines, planned.next().value());
      }
      return new Reading(plan.report(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(Map<Destination, List<JsonNode>> lines, PlannedLine planned)
      throws IOException {
    lines
        .get(planned.line().destination())
        .add(new ObjectMapper().readTree(LineJson.write(planned.line())));
  }

  List<JsonNode> customers() {
    return lines.get(Destination.CUSTOMERS);
  }

  List<JsonNode> technicians() {
    return lines.get(Destination.TECHNICIANS);
  }

  List<JsonNode> agreements() {
    return lines.get(Destination.AGREEMENTS);
  }

  List<JsonNode> visits() {
    return lines.get(Destination.VISITS);
  }

  List<JsonNode> cancellations() {
    return lines.get(Destination.CANCELLATIONS);
  }

  /** One field of each line, "-" where it is unknown. */
  static List<String> each(List<JsonNode> lines, String field) {
    return lines.stream()
        .map(line -> line.path(field).asText("-"))
        .map(t -> t.isEmpty() ? "-" : t)
        .toList();
  }

  /** Who came to each visit, by name. */
  List<String> whoCame(List<JsonNode> visits) {
    return visits.stream()
        .map(visit -> visit.get("technicianExternalId"))
        .flatMap(
            key ->
                technicians().stream()
                    .filter(t -> t.get("externalId").equals(key))
                    .map(t -> t.get("name").asText()))
        .toList();
  }

  List<JsonNode> visitsOf(String customer) {
    String key =
        customers().stream()
            .filter(c -> c.get("name").asText().equals(customer))
            .findFirst()
            .orElseThrow()
            .get("externalId")
            .asText();
    return visits().stream()
        .filter(v -> v.get("agreementExternalId").asText().startsWith(key + "."))
        .toList();
  }

  long counted(Note note) {
    return report.notes().stream()
        .filter(counted -> counted.note() == note)
        .mapToLong(Notes.Counted::count)
        .sum();
  }

  List<String> rejected() {
    return report.rejected().stream().map(r -> "line " + r.line() + ": " + r.why()).toList();
  }

  Stream<String> externalIds() {
    return lines.values().stream()
        .flatMap(List::stream)
        .filter(line -> line.has("externalId"))
        .map(line -> line.get("externalId").asText());
  }
}
