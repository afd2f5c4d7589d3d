package io.familiarface.jobs.cancellation;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Agreements;
import io.familiarface.jobs.cancellation.CancellingAgreement.Ending;
import io.familiarface.jobs.visit.Visits;
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
  private final Visits visits;
  private final CompanyCalendar calendar;
  private final Map<String, Agreement> knownAgreements = new HashMap<>();
  private final Map<UUID, Cancellation> known = new HashMap<>();

  /** Those of this chunk that have not ended their agreements yet. */
  private final List<Ending> ended = new ArrayList<>();

  ImportingCancellations(
      CancellingAgreement cancelling,
      Cancellations cancellations,
      Agreements agreements,
      Visits visits,
      CompanyCalendar calendar) {
    this.cancelling = cancelling;
    this.cancellations = cancellations;
    this.agreements = agreements;
    this.visits = visits;
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
    ended.clear();
    knownAgreements.putAll(
        agreements.byExternalIds(Importer.keys(chunk, CancellationLine::agreementExternalId)));
    known.putAll(cancellations.of(knownAgreements.values().stream().map(Agreement::id).toList()));
  }

  /** Ends the agreements of the chunk at once, and tells of them in the order of their lines. */
  @Override
  public void flush() {
    if (!ended.isEmpty()) {
      cancelling.end(
          ended, visits.plannedIn(ended.stream().map(ending -> ending.agreement().id()).toList()));
      ended.clear();
    }
  }

  @Override
  public Optional<UUID> lastToldBy(CancellationLine line) {
    return Optional.ofNullable(knownAgreements.get(line.agreementExternalId()))
        .map(Agreement::id)
        .filter(agreement -> wasLastToldBy(known.get(agreement), line));
  }

  private static boolean wasLastToldBy(Cancellation cancellation, CancellationLine line) {
    return cancellation != null
        && Objects.equals(cancellation.lineFingerprint, Fingerprint.of(line));
  }

  @Override
  public LineResult apply(CancellationLine line) {
    Agreement agreement = knownAgreements.get(line.agreementExternalId());
    if (agreement == null) {
      throw Agreements.unknown(line.agreementExternalId());
    }
    long fingerprint = Fingerprint.of(line);
    Cancellation cancellation = known.get(agreement.id());
    Instant at = Instants.toMicros(line.cancelledAt());
    if (Instants.isFuture(at, calendar.now())) {
      throw JobsProblem.IN_THE_FUTURE.at(
          "/cancelledAt", "A cancellation comes in when it has happened.");
    }
    if (cancellation == null) {
      Cancellation made = cancelling.create(agreement, at, line.reason(), line.words(), null);
      made.lineFingerprint = fingerprint;
      cancellations.persist(made);
      known.put(agreement.id(), made);
      ended.add(new Ending(agreement, made, null));
      return LineResult.created(agreement.id());
    }
    flush();
    cancellation.lineFingerprint = fingerprint;
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
