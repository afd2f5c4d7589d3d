package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads visits of another system, a chunk at a time; one instance an import. */
final class VisitLines implements Importer<VisitLine> {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final Visits visits;
  private final VisitChunk chunk;
  private final HandOvers handOvers;
  private final Slots slots;
  private final VisitNews news;
  private final CompanyCalendar calendar;

  VisitLines(
      Visits visits,
      VisitChunk chunk,
      HandOvers handOvers,
      Slots slots,
      VisitNews news,
      CompanyCalendar calendar) {
    this.visits = visits;
    this.chunk = chunk;
    this.handOvers = handOvers;
    this.slots = slots;
    this.news = news;
    this.calendar = calendar;
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
  public void prepare(List<VisitLine> lines) {
    chunk.load(lines);
  }

  @Override
  public LineResult apply(VisitLine line) {
    Agreement agreement = chunk.agreement(line.agreementExternalId());
    VisitRecord told = recordOf(line);
    mustMakeSense(line, agreement, told);
    Optional<Visit> known = chunk.visit(line.externalId());
    return known.isPresent() ? correct(known.get(), agreement, told) : takeIn(agreement, told);
  }

  private LineResult takeIn(Agreement agreement, VisitRecord told) {
    Optional<Visit> same = SameVisit.of(told, chunk.unnamed(agreement.id()), calendar);
    if (same.isPresent() && !same.get().isUntouched()) {
      return recognise(same.get(), agreement, told);
    }
    LocalDate slot = slots.nearest(agreement, told.scheduledAt()).orElse(null);
    Optional<Visit> holder = chunk.holder(agreement.id(), slot);
    if (holder.isPresent() && holder.get().isUntouched()) {
      return adopt(holder.get(), agreement, told);
    }
    LocalDate free = holder.isPresent() ? null : slot;
    Visit visit = Visit.asked(agreement, null, slots.schedule(free, told.scheduledAt()), null);
    visit.become(told, slots.schedule(free, told.scheduledAt()));
    visits.add(visit);
    chunk.remember(visit);
    news.added(visit, "visit.imported");
    followHandOver(agreement, visit, false);
    return LineResult.created(visit.id());
  }

  /** The rule had already made this very visit: it gets its name and its facts. */
  private LineResult adopt(Visit visit, Agreement agreement, VisitRecord told) {
    VisitRecord before = visit.record();
    visit.become(told, slots.schedule(visit.slotOn(), told.scheduledAt()));
    chunk.remember(visit);
    news.changed(visit, "visit.imported", before);
    followHandOver(agreement, visit, false);
    return LineResult.created(visit.id());
  }

  /** It was planned or written down here too: it gets its name, and what was said here stays. */
  private LineResult recognise(Visit visit, Agreement agreement, VisitRecord told) {
    boolean wasHandOver = visit.isHandOver();
    VisitRecord before = visit.record();
    VisitRecord both = SameVisit.both(visit, told);
    become(visit, both, slots.schedule(visit.slotOn(), both.scheduledAt()));
    chunk.remember(visit);
    news.changed(visit, "visit.imported", before);
    followHandOver(agreement, visit, wasHandOver);
    return LineResult.updated(visit.id());
  }

  /** A visit that was completed here was completed when it was said, not when it was planned. */
  private static boolean become(Visit visit, VisitRecord told, Schedule schedule) {
    Instant completedAt = visit.completedAt();
    boolean stays = visit.scheduledAt().equals(told.scheduledAt());
    boolean isNews = visit.become(told, schedule);
    if (isNews && stays && completedAt != null && visit.completedAt() != null) {
      visit.complete(completedAt, told.onTime());
    }
    return isNews;
  }

  private LineResult correct(Visit visit, Agreement agreement, VisitRecord told) {
    if (!visit.agreementId().equals(agreement.id())) {
      throw JobsProblem.CONTRADICTION.at(
          "/agreementExternalId",
          "Visit %s belongs to another agreement.".formatted(told.externalId()));
    }
    if (told.outcome() == VisitState.PLANNED && !visit.isPlanned()) {
      throw JobsProblem.CONTRADICTION.at(
          "/outcome", "Visit %s has been; it can't be planned again.".formatted(told.externalId()));
    }
    boolean wasHandOver = visit.isHandOver();
    VisitRecord before = visit.record();
    Schedule schedule =
        visit.scheduledAt().equals(told.scheduledAt())
            ? slots.schedule(visit.slotOn(), told.scheduledAt())
            : slots.schedule(slotAfterMoving(visit, agreement, told), told.scheduledAt());
    if (!become(visit, told, schedule)) {
      return LineResult.unchanged(visit.id());
    }
    chunk.remember(visit);
    news.changed(visit, "visit.imported", before);
    followHandOver(agreement, visit, wasHandOver);
    return LineResult.updated(visit.id());
  }

  private LocalDate slotAfterMoving(Visit visit, Agreement agreement, VisitRecord told) {
    LocalDate slot = slots.nearest(agreement, told.scheduledAt()).orElse(null);
    return chunk.holder(agreement.id(), slot).filter(holder -> holder != visit).isPresent()
        ? visit.slotOn()
        : slot;
  }

  /** History mostly comes in order, so that a hand-over is mostly the last one yet. */
  private void followHandOver(Agreement agreement, Visit visit, boolean wasHandOver) {
    boolean isHandOver = visit.isHandOver();
    boolean comesForGood =
        isHandOver && !Objects.equals(visit.technicianId(), agreement.usualTechnicianId());
    if (wasHandOver || comesForGood) {
      handOvers.follow(agreement, visit.scheduledAt());
    } else if (isHandOver
        && (agreement.usualSince() == null
            || agreement.usualSince().isBefore(visit.scheduledAt()))) {
      agreement.usuallyComes(visit.technicianId(), visit.scheduledAt());
    }
  }

  private void mustMakeSense(VisitLine line, Agreement agreement, VisitRecord told) {
    boolean been = told.outcome() != VisitState.PLANNED;
    if (told.outcome() == VisitState.WITHDRAWN) {
      throw JobsProblem.CONTRADICTION.at(
          "/outcome", "A visit comes in as COMPLETED, MISSED or PLANNED.");
    }
    if (been && told.scheduledAt().isAfter(calendar.now().plus(CLOCKS_DIFFER))) {
      throw JobsProblem.IN_THE_FUTURE.at(
          "/scheduledAt", "This visit is yet to come: its outcome can only be PLANNED.");
    }
    if (!been && agreement.isCancelledBy(told.scheduledAt())) {
      throw JobsProblem.ALREADY_CANCELLED.because(
          "Agreement %s was cancelled at %s; nothing is planned after that."
              .formatted(line.agreementExternalId(), agreement.cancelledAt()));
    }
    if (told.outcome() == VisitState.COMPLETED && told.technicianId() == null) {
      throw JobsProblem.NOBODY_ASSIGNED.because(
          "A completed visit was made by somebody: give technicianExternalId.");
    }
    if (told.technicianId() != null && told.outcome() != VisitState.MISSED) {
      chunk
          .technician(line.technicianExternalId())
          .mustNotHaveLeftBy(calendar.dayOf(told.scheduledAt()), "/technicianExternalId");
    }
  }

  private VisitRecord recordOf(VisitLine line) {
    return new VisitRecord(
        line.externalId(),
        CompanyCalendar.stored(line.scheduledAt()),
        line.outcome(),
        technicianId(line.technicianExternalId()),
        technicianId(line.plannedTechnicianExternalId()),
        line.changeReason(),
        line.permanence(),
        line.notice(),
        line.onTime(),
        line.missedReason());
  }

  private UUID technicianId(String externalId) {
    return externalId == null ? null : chunk.technician(externalId).id();
  }
}
