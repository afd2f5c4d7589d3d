package io.familiarface.jobs.cancellation;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads cancellations of another system, a chunk at a time; one instance an import. */
final class CancellationLines implements Importer<CancellationLines.Line> {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  @Schema(name = "CancellationLine")
  record Line(
      @Schema(examples = "A000017") @NotBlank @Size(max = 100) String agreementExternalId,
      @Schema(examples = "2025-11-03T16:00:00Z") @NotNull Instant cancelledAt,
      @Schema(examples = "TECHNICIAN_CHANGES") @NotNull CancellationReason reason,
      @Size(max = 4000) String words) {}

  private final CancellingAgreement cancelling;
  private final Cancellations cancellations;
  private final Agreements agreements;
  private final CompanyCalendar calendar;
  private final Map<String, Agreement> knownAgreements = new HashMap<>();
  private final Map<UUID, Cancellation> known = new HashMap<>();

  CancellationLines(
      CancellingAgreement cancelling,
      Cancellations cancellations,
      Agreements agreements,
      CompanyCalendar calendar) {
    this.cancelling = cancelling;
    this.cancellations = cancellations;
    this.agreements = agreements;
    this.calendar = calendar;
  }

  @Override
  public Class<Line> lineType() {
    return Line.class;
  }

  @Override
  public String externalId(Line line) {
    return line.agreementExternalId();
  }

  @Override
  public void prepare(List<Line> chunk) {
    knownAgreements.clear();
    known.clear();
    knownAgreements.putAll(
        agreements.byExternalIds(
            chunk.stream().map(Line::agreementExternalId).distinct().toList()));
    known.putAll(cancellations.of(knownAgreements.values().stream().map(Agreement::id).toList()));
  }

  @Override
  public LineResult apply(Line line) {
    Agreement agreement = knownAgreements.get(line.agreementExternalId());
    if (agreement == null) {
      throw Agreements.unknown(line.agreementExternalId());
    }
    Instant at = CompanyCalendar.stored(line.cancelledAt());
    if (at.isAfter(calendar.now().plus(CLOCKS_DIFFER))) {
      throw JobsProblem.IN_THE_FUTURE.at(
          "/cancelledAt", "A cancellation comes in when it has happened.");
    }
    Cancellation cancellation = known.get(agreement.id());
    if (cancellation == null) {
      known.put(agreement.id(), cancelling.cancel(agreement, at, line.reason(), line.words()));
      return LineResult.created(agreement.id());
    }
    boolean knowsNoMore = line.words() == null && line.reason() == CancellationReason.OTHER;
    boolean sameDay = calendar.dayOf(at).equals(calendar.dayOf(cancellation.cancelledAt()));
    String words = line.words() == null ? cancellation.words() : line.words();
    if ((knowsNoMore && sameDay) || cancellation.says(at, line.reason(), words)) {
      return LineResult.unchanged(agreement.id());
    }
    CancellationReason reason = knowsNoMore ? cancellation.reason() : line.reason();
    cancelling.correct(agreement, cancellation, at, reason, words);
    return LineResult.updated(agreement.id());
  }
}
