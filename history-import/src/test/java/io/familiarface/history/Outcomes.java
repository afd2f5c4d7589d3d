package io.familiarface.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.history.file.UnreadableHistory;
import io.familiarface.history.report.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of a file, in lines that a person compares with what is right. */
final class Outcomes {
  /** These say the same of nearly every case. */
  private static final Set<Note> USUAL =
      EnumSet.of(Note.NO_PRICE, Note.CADENCE_UNKNOWN, Note.LAPSED);

  private final Reading reading;
  private final List<String> lines = new ArrayList<>();

  private Outcomes(Reading reading) {
    this.reading = reading;
  }

  /** One line for the counts, and one for each thing that results or stays out. */
  static List<String> of(Path file, HistoryOptions options) {
    try {
      return new Outcomes(Reading.of(file, options)).lines();
    } catch (UnreadableHistory e) {
      return List.of("refused: " + e.getMessage());
    }
  }

  private List<String> lines() {
    if (!reading.report().isClear()) {
      reading.report().questions().forEach(question -> lines.add("asks: " + question));
      return lines;
    }
    lines.add(
        "V%d C%d T%d"
            .formatted(
                reading.visits().size(), reading.customers().size(), reading.technicians().size()));
    reading.customers().forEach(c -> lines.add("customer " + customer(c)));
    reading.technicians().forEach(t -> lines.add("technician " + t.get("name").asText()));
    reading.agreements().forEach(a -> lines.add("agreement " + agreement(a)));
    reading.visits().forEach(v -> lines.add("visit " + visit(v)));
    reading.cancellations().forEach(c -> lines.add("cancellation " + c.get("reason").asText()));
    reading.report().similarCustomers().groups().forEach(it -> lines.add("similar " + it));
    reading.report().sameName().forEach(it -> lines.add("of one name " + it));
    reading.report().notes().stream()
        .filter(it -> !USUAL.contains(it.note()))
        .forEach(it -> it.examples().forEach(e -> lines.add("%s %s".formatted(it.note(), e))));
    reading
        .report()
        .rejected()
        .forEach(
            it ->
                lines.add(
                    "rejected line %d, %s \"%s\": %s"
                        .formatted(it.line(), it.column(), it.value(), it.why())));
    return lines;
  }

  private static String customer(JsonNode customer) {
    JsonNode home = customer.path("address");
    return joined(
        " | ",
        customer.path("name"),
        customer.path("kind"),
        customer.path("phone"),
        customer.path("email"),
        home.path("line1"),
        home.path("line2"),
        home.path("city"),
        home.path("region"),
        home.path("postalCode"),
        home.path("country"));
  }

  private String agreement(JsonNode agreement) {
    return joined(
            " | ",
            agreement.path("program"),
            agreement.path("recurrence"),
            agreement.at("/price/amount"),
            agreement.at("/price/currency"))
        + " | "
        + name(reading.customers(), agreement.path("customerExternalId"));
  }

  private String visit(JsonNode visit) {
    String agreement = visit.get("agreementExternalId").asText();
    String customer =
        reading.agreements().stream()
            .filter(a -> a.get("externalId").asText().equals(agreement))
            .map(a -> name(reading.customers(), a.get("customerExternalId")))
            .findFirst()
            .orElseThrow();
    String id = visit.get("externalId").asText();
    return joined(
            " | ", visit.path("scheduledAt"), visit.path("outcome"), visit.path("missedReason"))
        + " | %s | %s%s"
            .formatted(
                customer,
                name(reading.technicians(), visit.path("technicianExternalId")),
                id.startsWith(agreement.split("\\.")[0] + ".") ? "" : " | id " + id);
  }

  private static String name(List<JsonNode> all, JsonNode key) {
    Map<String, String> names =
        all.stream()
            .collect(
                Collectors.toMap(
                    it -> it.get("externalId").asText(), it -> it.get("name").asText()));
    return names.getOrDefault(key.asText(), "nobody");
  }

  private static String joined(String between, JsonNode... values) {
    return List.of(values).stream()
        .filter(value -> !value.isMissingNode() && !value.isNull())
        .map(JsonNode::asText)
        .collect(Collectors.joining(between));
  }

  /** Writes them beside the files in a folder, to be compared by hand before they are kept. */
  public static void main(String[] folder) throws IOException {
    for (String name : CasesTest.files().toList()) {
      Files.write(Path.of(folder[0], name + ".txt"), CasesTest.outcomes(name));
    }
  }
}
