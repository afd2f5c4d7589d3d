package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.rest.Fingerprint;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads visits of another system, a chunk at a time; one instance a request. What a line leaves out
 * is not said, and stays as it is here.
 */
@RequestScoped
class ImportingVisits implements Importer<VisitLine> {
  private final Visits visits;
  private final VisitLineReferences references;
  private final UsualTechnicians usualTechnicians;
  private final Slots slots;
  private final VisitPublisher publisher;
  private final CompanyCalendar calendar;
  private final Event<VisitCompleted> completed;

  /** New ones that are not written yet. */
  private final Map<UUID, Visit> added = new LinkedHashMap<>();

  ImportingVisits(
      Visits visits,
      VisitLineReferences references,
      UsualTechnicians usualTechnicians,
      Slots slots,
      VisitPublisher publisher,
      CompanyCalendar calendar,
      Event<VisitCompleted> completed) {
    this.visits = visits;
    this.references = references;
    this.usualTechnicians = usualTechnicians;
    this.slots = slots;
    this.publisher = publisher;
    this.calendar = calendar;
    this.completed = completed;
  }

  @Override
  public Class<VisitLine> lineType() {
    return VisitLine.class;
  }

  @Override
  public String externalId(VisitLine line) {
    return line.externalId();
  }

  @Override
  public int chunk() {
    return 400;
  }

  @Override
  public List<String> touches(VisitLine line) {
    return List.of(line.externalId(), line.agreementExternalId());
  }

  @Override
  public void prepare(List<VisitLine> lines) {
    added.clear();
    references.load(lines);
  }

  /** Those that lines before have brought: one of them is to be changed, or asked for. */
  private void writeAdded() {
    visits.writeAdded();
    added.clear();
  }

  /** One that is to be changed though a line before in this chunk may have brought it. */
  private Visit written(Visit visit) {
    if (visits.isPersistent(visit)) {
      return visit;
    }
    writeAdded();
    Visit written = visits.findById(visit.id);
    references.put(written);
    return written;
  }

  @Override
  public Optional<UUID> lastToldBy(VisitLine line) {
    return references
        .visit(line.externalId())
        .filter(visit -> visit.wasLastToldBy(Fingerprint.of(line)))
        .map(visit -> visit.id);
  }

  /** A line, and what it says of the visit itself, with its references resolved. */
  private record Said(VisitLine line, VisitSnapshot imported, long fingerprint) {

    /** Whether the other system says of the checklist what is not so here; then it is. */
    boolean updateChecklist(Visit visit) {
      return ImportedFacts.takeOver(visit, line.checklist(), line.checklistDone());
    }
  }

  @Override
  public LineResult apply(VisitLine line) {
    Optional<Visit> known = references.visit(line.externalId());
    Agreement agreement = references.agreement(line.agreementExternalId());
    VisitSnapshot imported = resolved(line);
    requireConsistent(line, agreement, imported);
    Said said = new Said(line, imported, Fingerprint.of(line));
    boolean wasCompleted = known.isPresent() && known.get().state == VisitState.COMPLETED;
    LineResult result =
        known.isPresent()
            ? correct(written(known.get()), agreement, said)
            : create(agreement, said);
    if (!wasCompleted) {
      references.visit(line.externalId()).ifPresent(this::tellOfCompletion);
    }
    return result;
  }

  private void tellOfCompletion(Visit visit) {
    if (visit.state == VisitState.COMPLETED) {
      completed.fire(new VisitCompleted(visit.id, visit.agreementId, visit.completedAt, true));
    }
  }

  private LineResult create(Agreement agreement, Said said) {
    VisitSnapshot imported = said.imported();
    Optional<Visit> match =
        VisitMatching.find(imported, references.withoutExternalId(agreement.id()), calendar);
    if (match.isPresent() && !match.get().isUntouched()) {
      return recognise(match.get(), agreement, said);
    }
    LocalDate slot = slots.nearest(agreement, imported.scheduledAt()).orElse(null);
    Optional<Visit> holder = holder(agreement, slot);
    if (holder.isPresent() && holder.get().isUntouched()) {
      return adopt(holder.get(), agreement, said);
    }
    LocalDate free = holder.isPresent() ? null : slot;
    Visit visit =
        Visit.requested(agreement, null, slots.schedule(free, imported.scheduledAt()), null);
    ImportedFacts.takeOver(
        visit, withWindow(agreement, imported), slots.schedule(free, imported.scheduledAt()));
    said.updateChecklist(visit);
    visit.lineFingerprint = said.fingerprint();
    added.put(visit.id, visit);
    visits.add(visit);
    references.put(visit);
    publisher.created(visit, "visit.imported");
    followHandOver(agreement, visit, Optional.empty());
    return LineResult.created(visit.id);
  }

  /** What to say to a customer of one to come is as agreed; of a past one, nobody knows. */
  private static VisitSnapshot withWindow(Agreement agreement, VisitSnapshot imported) {
    return imported.outcome() == VisitState.PLANNED
        ? imported.orWindow(agreement.windowMinutes())
        : imported;
  }

  /** The rule had already made this very visit: it gets its name and its facts. */
  private LineResult adopt(Visit visit, Agreement agreement, Said said) {
    VisitSnapshot imported = said.imported();
    VisitSnapshot before = visit.snapshot();
    // Who comes to a visit yet to come, the rule has said; who came to a past one, it can't know.
    VisitSnapshot known =
        imported.outcome() == VisitState.PLANNED
            ? VisitMatching.merge(visit, imported)
            : imported.orWindow(visit.windowMinutes);
    ImportedFacts.takeOver(visit, known, slots.schedule(visit.slotOn, imported.scheduledAt()));
    said.updateChecklist(visit);
    visit.lineFingerprint = said.fingerprint();
    references.put(visit);
    publisher.changed(visit, "visit.imported", before);
    followHandOver(agreement, visit, Optional.empty());
    return LineResult.created(visit.id);
  }

  /** It was planned or written down here too: it gets its name, and what was said here stays. */
  private LineResult recognise(Visit visit, Agreement agreement, Said said) {
    VisitSnapshot imported = said.imported();
    Optional<Substitution> handOver = visit.handOver();
    VisitSnapshot before = visit.snapshot();
    VisitSnapshot merged = VisitMatching.merge(visit, imported);
    visit.lineFingerprint = said.fingerprint();
    update(visit, merged, slots.schedule(visit.slotOn, merged.scheduledAt()));
    said.updateChecklist(visit);
    references.put(visit);
    publisher.changed(visit, "visit.imported", before);
    followHandOver(agreement, visit, handOver);
    return LineResult.updated(visit.id);
  }

  /** A visit that was completed here was completed when it was said, not when it was planned. */
  private static boolean update(Visit visit, VisitSnapshot imported, Schedule schedule) {
    Instant completedAt = visit.completedAt;
    boolean stays = visit.scheduledAt.equals(imported.scheduledAt());
    boolean changed = ImportedFacts.takeOver(visit, imported, schedule);
    if (changed && stays && completedAt != null && visit.completedAt != null) {
      visit.complete(completedAt, visit.onTime);
    }
    return changed;
  }

  private LineResult correct(Visit visit, Agreement agreement, Said said) {
    VisitSnapshot imported = said.imported();
    if (!visit.agreementId.equals(agreement.id())) {
      throw JobsProblem.CONTRADICTION.at(
          "/agreementExternalId",
          "Visit %s belongs to another agreement.".formatted(imported.externalId()));
    }
    if (imported.outcome() == VisitState.PLANNED && !visit.isPlanned()) {
      throw JobsProblem.CONTRADICTION.at(
          "/outcome",
          "Visit %s has been; it can't be planned again.".formatted(imported.externalId()));
    }
    Optional<Substitution> handOver = visit.handOver();
    VisitSnapshot before = visit.snapshot();
    VisitSnapshot merged = VisitMatching.mergeKnown(visit, imported, calendar);
    Schedule schedule =
        visit.scheduledAt.equals(merged.scheduledAt())
            ? slots.schedule(visit.slotOn, merged.scheduledAt())
            : slots.schedule(slotAfterMoving(visit, agreement, merged), merged.scheduledAt());
    visit.lineFingerprint = said.fingerprint();
    boolean changed = update(visit, merged, schedule);
    if (!said.updateChecklist(visit) && !changed) {
      return LineResult.unchanged(visit.id);
    }
    references.put(visit);
    publisher.changed(visit, "visit.imported", before);
    followHandOver(agreement, visit, handOver);
    return LineResult.updated(visit.id);
  }

  private LocalDate slotAfterMoving(Visit visit, Agreement agreement, VisitSnapshot imported) {
    LocalDate slot = slots.nearest(agreement, imported.scheduledAt()).orElse(null);
    return holder(agreement, slot).filter(holder -> holder != visit).isPresent()
        ? visit.slotOn
        : slot;
  }

  /** The visit that stands for this day of the rule, if one does. */
  private Optional<Visit> holder(Agreement agreement, LocalDate slot) {
    return references
        .holder(agreement.id(), slot)
        .map(id -> added.containsKey(id) ? added.get(id) : visits.findById(id));
  }

  /** History mostly comes in order, so that a hand-over is mostly the last one yet. */
  private void followHandOver(Agreement agreement, Visit visit, Optional<Substitution> handOver) {
    boolean isHandOver = visit.isHandOver();
    boolean comesForGood =
        isHandOver && !Objects.equals(visit.technicianId, agreement.usualTechnicianId());
    if (handOver.isPresent() || comesForGood) {
      writeAdded();
      usualTechnicians.follow(agreement, visit, handOver, visit.scheduledAt);
    } else if (isHandOver
        && (agreement.usualSince() == null || agreement.usualSince().isBefore(visit.scheduledAt))) {
      agreement.setUsual(visit.technicianId, visit.scheduledAt);
    }
  }

  private void requireConsistent(VisitLine line, Agreement agreement, VisitSnapshot imported) {
    boolean isPast = imported.outcome() != VisitState.PLANNED;
    if (imported.outcome() == VisitState.WITHDRAWN) {
      throw JobsProblem.CONTRADICTION.at(
          "/outcome", "A visit comes in as COMPLETED, MISSED or PLANNED.");
    }
    if (isPast && Instants.isFuture(imported.scheduledAt(), calendar.now())) {
      throw JobsProblem.IN_THE_FUTURE.at(
          "/scheduledAt", "This visit is yet to come: its outcome can only be PLANNED.");
    }
    if (!isPast && agreement.isCancelledBy(imported.scheduledAt())) {
      throw JobsProblem.ALREADY_CANCELLED.because(
          "Agreement %s was cancelled at %s; nothing is planned after that."
              .formatted(line.agreementExternalId(), agreement.cancelledAt()));
    }
    if (imported.outcome() == VisitState.COMPLETED && imported.technicianId() == null) {
      throw JobsProblem.NOBODY_ASSIGNED.because(
          "A completed visit was made by somebody: give technicianExternalId.");
    }
    requireArrival(line, imported);
    if (imported.technicianId() != null && imported.outcome() != VisitState.MISSED) {
      references
          .technician(line.technicianExternalId())
          .requireNotLeftBy(calendar.dayOf(imported.scheduledAt()), "/technicianExternalId");
    }
  }

  private void requireArrival(VisitLine line, VisitSnapshot imported) {
    Instant arrivedAt = imported.arrivedAt();
    if (arrivedAt != null && Instants.isFuture(arrivedAt, calendar.now())) {
      throw JobsProblem.IN_THE_FUTURE.at("/arrivedAt", "Nobody has arrived then yet.");
    }
    if (arrivedAt != null
        && calendar.dayOf(arrivedAt).isBefore(calendar.dayOf(imported.scheduledAt()))) {
      throw JobsProblem.BEFORE_THE_VISIT.at(
          "/arrivedAt", "The visit was planned for %s.".formatted(imported.scheduledAt()));
    }
    if (line.checklistDone() != null
        && (line.checklist() == null || !line.checklist().containsAll(line.checklistDone()))) {
      throw JobsProblem.CONTRADICTION.at(
          "/checklistDone", "What is done has to be on the checklist of the line.");
    }
  }

  private VisitSnapshot resolved(VisitLine line) {
    return new VisitSnapshot(
        line.externalId(),
        Instants.toMicros(line.scheduledAt()),
        true,
        line.windowMinutes(),
        line.outcome(),
        technicianId(line.technicianExternalId()),
        technicianId(line.plannedTechnicianExternalId()),
        line.changeReason(),
        line.permanence(),
        line.notice(),
        line.arrivedAt() == null ? null : Instants.toMicros(line.arrivedAt()),
        List.of(),
        line.onTime(),
        line.missedReason());
  }

  private UUID technicianId(String externalId) {
    return externalId == null ? null : references.technician(externalId).id();
  }
}
