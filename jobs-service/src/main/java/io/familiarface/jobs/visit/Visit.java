package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.jobs.agreement.Terms;
import io.familiarface.rest.Ids;
import io.familiarface.rest.time.Instants;
import io.familiarface.technicianchange.CompletedVisit;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.OptimisticLock;

/** One coming of one technician to one customer: planned, and then what became of it. */
@Entity
public class Visit {
  @Id UUID id;
  String externalId;
  UUID agreementId;
  UUID customerId;

  @OptimisticLock(excluded = true)
  LocalDate slotOn;

  boolean generated;

  /**
   * Whether anybody has said at what time of its day; else it may be at any, and takes nobody's.
   */
  boolean timeSaid;

  Instant scheduledAt;
  LocalDate scheduledOn;

  /** For how long from then on whoever comes may arrive; null while nobody has said it. */
  Integer windowMinutes;

  @Enumerated(EnumType.STRING)
  VisitState state;

  UUID technicianId;
  UUID plannedTechnicianId;

  @Enumerated(EnumType.STRING)
  ChangeReason changeReason;

  @Enumerated(EnumType.STRING)
  Permanence permanence;

  Boolean customerTold;
  Instant customerToldAt;

  /** Told within the notice period: the change counts as unannounced. */
  boolean toldLate;

  Boolean introduced;
  Instant introducedAt;
  Instant arrivedAt;

  /**
   * Whether somebody has said why whoever comes does so then, though a rule speaks against it; why,
   * the audit trail has.
   */
  boolean overridden;

  /** Empty for a visit without a list. */
  @Convert(converter = Checklist.Column.class)
  @ColumnTransformer(write = "cast(? as jsonb)")
  List<ChecklistItem> checklist = List.of();

  Instant completedAt;
  Boolean onTime;
  Instant missedAt;

  @Enumerated(EnumType.STRING)
  MissedReason missedReason;

  /** What the last line of an import said of it. */
  @OptimisticLock(excluded = true)
  Long lineFingerprint;

  @Version long version;

  protected Visit() {}

  private static Visit create(
      Agreement agreement, Schedule schedule, boolean generated, UUID technicianId) {
    Visit visit = new Visit();
    visit.id = Ids.next();
    visit.agreementId = agreement.id();
    visit.customerId = agreement.customerId();
    visit.generated = generated;
    visit.state = VisitState.PLANNED;
    visit.plannedTechnicianId = technicianId;
    visit.technicianId = technicianId;
    visit.windowMinutes = agreement.windowMinutes();
    visit.checklist = Checklist.toDo(agreement.checklist());
    visit.move(schedule);
    return visit;
  }

  /** A visit that follows from the agreement's rule, with the technician who usually comes then. */
  public static Visit generated(Agreement agreement, Schedule schedule, UUID technicianId) {
    Visit visit = create(agreement, schedule, true, technicianId);
    visit.timeSaid = agreement.visitTime() != null;
    return visit;
  }

  /** A visit that somebody asked for. */
  static Visit requested(
      Agreement agreement, String externalId, Schedule schedule, UUID technicianId) {
    Visit visit = create(agreement, schedule, false, technicianId);
    visit.externalId = externalId;
    return visit;
  }

  void move(Schedule schedule) {
    move(schedule, true);
  }

  /**
   * @param timed whether somebody has said the time; else it is that day alone
   */
  void move(Schedule schedule, boolean timed) {
    slotOn = schedule.slotOn();
    scheduledAt = schedule.at();
    scheduledOn = schedule.on();
    timeSaid = timed;
    overridden = false;
  }

  /** Whether somebody has given it another window or checklist than the terms that made it. */
  public boolean hasOwn(Terms terms) {
    return hasOwnWindow(terms) || hasOwnChecklist(terms);
  }

  private boolean hasOwnWindow(Terms terms) {
    return !Objects.equals(windowMinutes, terms.windowMinutes());
  }

  private boolean hasOwnChecklist(Terms terms) {
    return !checklist.equals(Checklist.toDo(terms.checklist()));
  }

  /**
   * Takes on what somebody gave the visit in whose place it is.
   *
   * @param replaced null for none
   * @param terms those that made it
   */
  public void keepOwn(Visit replaced, Terms terms) {
    if (replaced != null && replaced.hasOwnWindow(terms)) {
      windowMinutes = replaced.windowMinutes;
    }
    if (replaced != null && replaced.hasOwnChecklist(terms)) {
      checklist = replaced.checklist;
    }
  }

  /** Somebody else comes, or the planned technician after all. */
  public void assign(Substitution substitution) {
    if (!Objects.equals(technicianId, substitution.technicianId())) {
      arrivedAt = null;
      overridden = false;
    }
    technicianId = substitution.technicianId();
    if (Objects.equals(technicianId, plannedTechnicianId)) {
      changeReason = null;
      permanence = null;
      setNotice(Notice.UNKNOWN);
    } else {
      changeReason = substitution.reason();
      permanence = substitution.permanence();
      setNotice(substitution.notice());
    }
  }

  /**
   * Whoever comes does so though a rule speaks against it.
   *
   * @param why null if none does, as far as anybody has said
   */
  public void override(String why) {
    overridden |= why != null;
  }

  /** Who takes over for good with this visit; empty if nobody does. */
  public Optional<Substitution> handOver() {
    return isHandOver()
        ? Optional.of(new Substitution(technicianId, changeReason, permanence, notice()))
        : Optional.empty();
  }

  /**
   * Whether whoever was to take over with it has yet to: it was missed, or somebody else than they,
   * or whoever usually comes, does so this once.
   */
  boolean leavesToLater(Substitution handOver) {
    if (state == VisitState.MISSED) {
      return true;
    }
    return technicianId != null
        && permanence != Permanence.FOR_GOOD
        && !technicianId.equals(plannedTechnicianId)
        && !technicianId.equals(handOver.technicianId());
  }

  /**
   * Another technician has become the usual one: takes over unless somebody else was chosen.
   *
   * @return whether that changes this visit
   */
  boolean replanFor(UUID usual) {
    if (Objects.equals(plannedTechnicianId, usual)) {
      return false;
    }
    UUID comes = Objects.equals(technicianId, plannedTechnicianId) ? usual : technicianId;
    plannedTechnicianId = usual;
    assign(new Substitution(comes, changeReason, permanence, notice()));
    return true;
  }

  /** Whether whoever usually comes does. */
  boolean isOwn() {
    return technicianId != null && technicianId.equals(plannedTechnicianId);
  }

  void setNotice(Notice notice) {
    toldLate = toldLate && notice.equals(notice());
    customerTold = notice.customerTold();
    customerToldAt = notice.customerToldAt();
    introduced = notice.introduced();
    introducedAt = notice.introducedAt();
  }

  /** Whoever comes, or came, was introduced; what else is known of it stays. */
  void introduce(Instant at) {
    introduced = null;
    introducedAt = Instants.toMicros(at);
  }

  boolean isToldInTime() {
    return !toldLate && Boolean.TRUE.equals(notice().toldBefore(scheduledAt));
  }

  /** Whether it is known when they were told, or that it was too late for the time it had. */
  boolean isTellingJudged() {
    return customerToldAt != null || toldLate;
  }

  /** Lets what the customer knows of a visit to come count by when they were told. */
  public void judgeTelling(NoticePeriod period) {
    toldLate = period.isLate(notice(), scheduledAt);
  }

  void arrive(Instant at) {
    arrivedAt = Instants.toMicros(at);
  }

  /** Refuses a day before the one for which the visit is planned. */
  void requireArrivalFrom(LocalDate day) {
    if (day.isBefore(scheduledOn)) {
      throw JobsProblem.BEFORE_THE_VISIT.at(
          "/arrivedAt",
          "The visit is planned for %s. Reschedule it first if it takes place earlier."
              .formatted(scheduledOn));
    }
  }

  /** Whether whoever came arrived as was said; null where that, or the arrival, is unknown. */
  Boolean arrivedOnTime() {
    ArrivalWindow window = timeSaid ? ArrivalWindow.of(scheduledAt, windowMinutes) : null;
    return window == null || arrivedAt == null ? null : Boolean.valueOf(window.isKeptBy(arrivedAt));
  }

  void complete(Instant at, Boolean wasOnTime) {
    state = VisitState.COMPLETED;
    completedAt = Instants.toMicros(at);
    onTime = wasOnTime;
  }

  void miss(Instant at, MissedReason reason) {
    state = VisitState.MISSED;
    missedAt = Instants.toMicros(at);
    missedReason = reason;
  }

  /** Of one that is not to be: what the customer knew of it before says nothing of that. */
  void forgetTelling() {
    setNotice(notice().untold());
  }

  /** Whether it was clear before its day that nobody would come. */
  boolean isCalledOff(CompanyCalendar calendar) {
    return state == VisitState.MISSED && calendar.dayOf(missedAt).isBefore(scheduledOn);
  }

  /** Stands for another day of the rule than before, or for none. */
  public void standFor(LocalDate slot) {
    slotOn = slot;
  }

  /** Gives the slot back, so that the rule may fill it again. */
  public void withdraw() {
    state = VisitState.WITHDRAWN;
    slotOn = null;
  }

  boolean wasLastToldBy(long fingerprint) {
    return lineFingerprint != null && lineFingerprint == fingerprint;
  }

  public VisitSnapshot snapshot() {
    return new VisitSnapshot(
        externalId,
        scheduledAt,
        timeSaid,
        windowMinutes,
        state,
        technicianId,
        plannedTechnicianId,
        changeReason,
        permanence,
        notice(),
        arrivedAt,
        checklist,
        onTime,
        missedReason);
  }

  /**
   * Made by the rule and touched by nobody: may be moved, taken over or withdrawn with the rule.
   */
  public boolean isUntouched() {
    return isWhereTheRulePutIt() && Objects.equals(technicianId, plannedTechnicianId);
  }

  /** Made by the rule, and touched by nobody but for who comes. */
  public boolean isWhereTheRulePutIt() {
    return generated
        && externalId == null
        && state == VisitState.PLANNED
        && arrivedAt == null
        && Objects.equals(slotOn, scheduledOn);
  }

  /** Only a visit that is still planned can be changed; the others have become facts. */
  public void requirePlanned() {
    switch (state) {
      case PLANNED -> {}
      case COMPLETED ->
          throw JobsProblem.ALREADY_COMPLETED.because(
              "This visit was completed at %s.".formatted(completedAt));
      case MISSED ->
          throw JobsProblem.ALREADY_MISSED.because(
              "This visit was missed at %s. Plan a new one.".formatted(missedAt));
      case WITHDRAWN ->
          throw JobsProblem.VISIT_WITHDRAWN.because(
              "This visit was withdrawn with its agreement or its plan.");
    }
  }

  /** It is clear that we do not come. */
  public boolean isMissedByUs() {
    return state == VisitState.MISSED && missedReason != null && missedReason.isOurs();
  }

  /** Somebody may still come: until the end of its window, or of its day at no particular time. */
  public boolean isAhead(CompanyCalendar calendar) {
    return timeSaid
        ? scheduledAt
            .plus(Objects.requireNonNullElse(windowMinutes, 0), ChronoUnit.MINUTES)
            .isAfter(calendar.now())
        : !scheduledOn.isBefore(calendar.today());
  }

  /** Somebody may have come by now: from its time, or all its day at no particular time. */
  public boolean isDue(CompanyCalendar calendar) {
    return timeSaid ? !scheduledAt.isAfter(calendar.now()) : !scheduledOn.isAfter(calendar.today());
  }

  public boolean isPlanned() {
    return state == VisitState.PLANNED;
  }

  public boolean isHandOver() {
    return technicianId != null
        && permanence == Permanence.FOR_GOOD
        && (state == VisitState.PLANNED || state == VisitState.COMPLETED);
  }

  /** When the customer met, or is to meet, whoever came: told after that is told too late. */
  public Instant instant() {
    return completedAt != null ? completedAt : scheduledAt;
  }

  /** As the one rule of technician changes reads it. */
  CompletedVisit<UUID> asCompleted() {
    return new Substitution(technicianId, changeReason, permanence, notice())
        .asCompleted(plannedTechnicianId, instant());
  }

  public Notice notice() {
    return new Notice(customerTold, customerToldAt, introduced, introducedAt);
  }

  /** What counts of it: told too late is not told. */
  Notice countedNotice() {
    return toldLate ? notice().untold() : notice();
  }

  public UUID id() {
    return id;
  }

  public String externalId() {
    return externalId;
  }

  public UUID agreementId() {
    return agreementId;
  }

  public UUID customerId() {
    return customerId;
  }

  public LocalDate slotOn() {
    return slotOn;
  }

  public Instant scheduledAt() {
    return scheduledAt;
  }

  public boolean timeSaid() {
    return timeSaid;
  }

  public LocalDate scheduledOn() {
    return scheduledOn;
  }

  public Integer windowMinutes() {
    return windowMinutes;
  }

  public VisitState state() {
    return state;
  }

  public UUID technicianId() {
    return technicianId;
  }

  public UUID plannedTechnicianId() {
    return plannedTechnicianId;
  }

  public ChangeReason changeReason() {
    return changeReason;
  }

  public Permanence permanence() {
    return permanence;
  }

  public Instant completedAt() {
    return completedAt;
  }

  public long version() {
    return version;
  }
}
