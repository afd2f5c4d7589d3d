package io.familiarface.feedback.continuity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.feedback.report.ContinuityView;
import io.familiarface.risk.continuity.Continuity;
import io.familiarface.risk.reason.Wording;
import io.familiarface.risk.signal.VisitCompleted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many faces a customer has seen, and the measures beside it. */
@Schema(
    name = "CustomerContinuity",
    description = "How many different technicians came to a customer within a window.")
@JsonPropertyOrder({"customerId", "window", "from", "until", "faces"})
@JsonInclude(JsonInclude.Include.ALWAYS)
record CustomerContinuityView(
    UUID customerId,
    @Schema(examples = "P12M") String window,
    @Schema(description = "Visits after this instant count.") Instant from,
    @Schema(description = "Visits up to this instant count.") Instant until,
    @Schema(description = "How many different technicians came.", examples = "4") int faces,
    @JsonUnwrapped ContinuityView measures,
    @Schema(description = "Who came, most visits first.") List<Face> met,
    @Schema(examples = "4 technicians in 10 visits within 12 months.") String text) {

  /** A technician who came. */
  @Schema(name = "Face")
  record Face(
      UUID technicianId,
      @Schema(examples = "Ben Ortiz") String name,
      int visits,
      Instant firstAt,
      Instant lastAt) {}

  /**
   * @param visits within the window, in the order of time
   */
  static CustomerContinuityView of(
      UUID customer,
      Window window,
      Instant from,
      Instant until,
      List<VisitCompleted> visits,
      Wording wording) {
    Continuity continuity =
        Continuity.of(visits.stream().map(VisitCompleted::technicianId).toList());
    return new CustomerContinuityView(
        customer,
        window.length().toString(),
        from,
        until,
        continuity.technicians(),
        ContinuityView.of(continuity),
        met(visits, wording),
        "%d %s in %d %s within %s."
            .formatted(
                continuity.technicians(),
                continuity.technicians() == 1 ? "technician" : "technicians",
                continuity.visits(),
                continuity.visits() == 1 ? "visit" : "visits",
                window.words()));
  }

  private static List<Face> met(List<VisitCompleted> visits, Wording wording) {
    Map<UUID, List<VisitCompleted>> byTechnician = new LinkedHashMap<>();
    for (VisitCompleted visit : visits) {
      byTechnician.computeIfAbsent(visit.technicianId(), id -> new ArrayList<>()).add(visit);
    }
    return byTechnician.entrySet().stream()
        .map(
            each ->
                new Face(
                    each.getKey(),
                    wording.technicianName().apply(each.getKey()),
                    each.getValue().size(),
                    each.getValue().get(0).at(),
                    each.getValue().get(each.getValue().size() - 1).at()))
        .sorted(Comparator.comparing(Face::visits).reversed().thenComparing(Face::firstAt))
        .toList();
  }
}
