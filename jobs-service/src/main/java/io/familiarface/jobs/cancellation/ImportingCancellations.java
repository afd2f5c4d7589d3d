package io.familiarface.jobs.cancellation;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.agreement.Agreements.Named;
import io.familiarface.rest.Fingerprint;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads cancellations of another system, a chunk at a time; one instance a request. */
@RequestScoped
class ImportingCancellations implements Importer<CancellationLine> {
  private final CancellingAgreement cancelling;
  private final Cancellations cancellations;
  private final Agreements agreements;
  private final CompanyCalendar calendar;
  private final Map<String, Named> knownAgreements = new HashMap<>();

  /** What the last line said of those whose agreements have ended; null if none did. */
  private final Map<UUID, Long> known = new HashMap<>();

  /** Those of this chunk that have not ended their agreements yet. */
  private final List<Cancellation> made = new ArrayList<>();

  ImportingCancellations(
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
  public Class<CancellationLine> lineType() {
    return CancellationLine.class;
  }

  @Override
  public String externalId(CancellationLine line) {
    return line.agreementExternalId();
  }

  @Override
  public String keyField() {
    return "agreementExternalId";
  }

  @Override
  public List<String> touches(CancellationLine line) {
    return List.of(line.agreementExternalId());
  }

  @Override
  public void prepare(List<CancellationLine> chunk) {
    knownAgreements.clear();
    known.clear();
    made.clear();
    knownAgreements.putAll(
        agreements.named(Importer.keys(chunk, CancellationLine::agreementExternalId)));
    cancellations
        .known(knownAgreements.values().stream().map(Named::id).toList())
        .forEach(one -> known.put(one.agreementId(), one.lineFingerprint()));
  }

  /** Ends the agreements of the chunk at once, and tells of them in the order of their lines. */
  @Override
  public void flush() {
    if (!made.isEmpty()) {
      cancelling.end(List.copyOf(made));
      made.clear();
    }
  }

  @Override
  public Optional<UUID> lastToldBy(CancellationLine line) {
    return Optional.ofNullable(knownAgreements.get(line.agreementExternalId()))
        .map(Named::id)
        .filter(agreement -> Objects.equals(known.get(agreement), Fingerprint.of(line)));
  }

  @Override
  public LineResult apply(CancellationLine line) {
    Named agreement = knownAgreements.get(line.agreementExternalId());
    if (agreement == null) {
      throw Agreements.unknown(line.agreementExternalId());
    }
    Instant at = Instants.toMicros(line.cancelledAt());
    if (Instants.isFuture(at, calendar.now())) {
      throw JobsProblem.IN_THE_FUTURE.at(
          "/cancelledAt", "A cancellation comes in when it has happened.");
    }
    if (known.containsKey(agreement.id())) {
      return correct(agreement.id(), line, at);
    }
    Cancellation cancellation =
        cancelling.create(
            agreement.id(), agreement.startsOn(), at, line.reason(), line.words(), null);
    cancellation.lineFingerprint = Fingerprint.of(line);
    known.put(agreement.id(), cancellation.lineFingerprint);
    made.add(cancellation);
    return LineResult.created(agreement.id());
  }

  private LineResult correct(UUID agreementId, CancellationLine line, Instant at) {
    // A line before in this chunk may have brought it.
    flush();
    Agreement agreement = agreements.findById(agreementId);
    Cancellation cancellation = cancellations.findById(agreementId);
    cancellation.lineFingerprint = Fingerprint.of(line);
    known.put(agreementId, cancellation.lineFingerprint);
    return correct(agreement, cancellation, line, at);
  }

  private LineResult correct(
      Agreement agreement, Cancellation cancellation, CancellationLine line, Instant at) {
    boolean knowsNoMore = line.words() == null && line.reason() == CancellationReason.OTHER;
    boolean sameDay = calendar.dayOf(at).equals(calendar.dayOf(cancellation.cancelledAt));
    String words = line.words() == null ? cancellation.words : line.words();
    if ((knowsNoMore && sameDay) || cancellation.isSame(at, line.reason(), words)) {
      return LineResult.unchanged(agreement.id());
    }
    CancellationReason reason = knowsNoMore ? cancellation.reason : line.reason();
    cancelling.correct(agreement, cancellation, at, reason, words);
    return LineResult.updated(agreement.id());
  }
}
