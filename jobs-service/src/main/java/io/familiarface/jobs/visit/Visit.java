package io.familiarface.jobs.visit;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.agreement.Agreement;
import io.familiarface.rest.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** One coming of one technician to one customer: planned, and then what became of it. */
@Entity
public class Visit {
  @Id private UUID id;
  private String externalId;
  private UUID agreementId;
  private UUID customerId;
  private LocalDate slotOn;
  private boolean generated;
  private Instant scheduledAt;
  private LocalDate scheduledOn;

  @Enumerated(EnumType.STRING)
  private VisitState state;

  private UUID technicianId;
  private UUID plannedTechnicianId;

  @Enumerated(EnumType.STRING)
  private ChangeReason changeReason;

  @Enumerated(EnumType.STRING)
  private Permanence permanence;

  private Boolean customerTold;
  private Instant customerToldAt;
  private Boolean introduced;
  private Instant introducedAt;
  private Instant completedAt;
  private Boolean onTime;
  private Instant missedAt;

  @Enumerated(EnumType.STRING)
  private MissedReason missedReason;

  @Version private Long version;

  protected Visit() {}

  private Visit(Agreement agreement, Schedule schedule, boolean generated) {
    this.id = Ids.next();
    this.agreementId = agreement.id();
    this.customerId = agreement.customerId();
    this.generated = generated;
    this.state = VisitState.PLANNED;
    move(schedule);
  }

  /** A visit that follows from the agreement's rule, with the technician who usually comes. */
  public static Visit generated(Agreement agreement, Schedule schedule) {
    Visit visit = new Visit(agreement, schedule, true);
    visit.plannedTechnicianId = agreement.usualTechnicianId();
    visit.technicianId = agreement.usualTechnicianId();
    return visit;
  }

  /** A visit that somebody asked for. */
  static Visit asked(Agreement agreement, String externalId, Schedule schedule, UUID usual) {
    Visit visit = new Visit(agreement, schedule, false);
    visit.externalId = externalId;
    visit.plannedTechnicianId = usual;
    visit.technicianId = usual;
    return visit;
  }

  void move(Schedule schedule) {
    slotOn = schedule.slotOn();
    scheduledAt = schedule.at();
    scheduledOn = schedule.on();
  }

  /** Somebody else comes, or the planned technician after all. */
  public void change(TechnicianChange change) {
    technicianId = change.technicianId();
    if (Objects.equals(technicianId, plannedTechnicianId)) {
      changeReason = null;
      permanence = null;
      know(Notice.UNKNOWN);
    } else {
      changeReason = change.reason();
      permanence = change.permanence();
      know(change.notice());
    }
  }

  /**
   * Another technician has become the usual one: takes over unless somebody else was chosen.
   *
   * @return whether that changes this visit
   */
  boolean follow(UUID usual) {
    if (Objects.equals(plannedTechnicianId, usual)) {
      return false;
    }
    UUID comes = Objects.equals(technicianId, plannedTechnicianId) ? usual : technicianId;
    plannedTechnicianId = usual;
    change(new TechnicianChange(comes, changeReason, permanence, notice()));
    return true;
  }

  void know(Notice notice) {
    customerTold = notice.customerTold();
    customerToldAt = notice.customerToldAt();
    introduced = notice.introduced();
    introducedAt = notice.introducedAt();
  }

  void complete(Instant at, Boolean wasOnTime) {
    state = VisitState.COMPLETED;
    completedAt = CompanyCalendar.stored(at);
    onTime = wasOnTime;
  }

  void miss(Instant at, MissedReason reason) {
    state = VisitState.MISSED;
    missedAt = CompanyCalendar.stored(at);
    missedReason = reason;
  }

  /** Gives the slot back, so that the rule may fill it again. */
  public void withdraw() {
    state = VisitState.WITHDRAWN;
    slotOn = null;
  }

  /** Takes over what another system knows; true if that was news. */
  boolean become(VisitRecord told, Schedule schedule) {
    if (Objects.equals(externalId, told.externalId()) && record().equals(told)) {
      return false;
    }
    externalId = told.externalId();
    move(schedule);
    technicianId = told.technicianId();
    plannedTechnicianId = told.plannedTechnicianId();
    changeReason = told.changeReason();
    permanence = told.permanence();
    know(told.notice());
    state = told.outcome();
    completedAt = state == VisitState.COMPLETED ? scheduledAt : null;
    onTime = told.onTime();
    missedAt = state == VisitState.MISSED ? scheduledAt : null;
    missedReason = told.missedReason();
    return true;
  }

  VisitRecord record() {
    return new VisitRecord(
        externalId,
        scheduledAt,
        state,
        technicianId,
        plannedTechnicianId,
        changeReason,
        permanence,
        notice(),
        onTime,
        missedReason);
  }

  /**
   * Made by the rule and touched by nobody: may be moved, taken over or withdrawn with the rule.
   */
  public boolean isUntouched() {
    return generated
        && externalId == null
        && state == VisitState.PLANNED
        && Objects.equals(technicianId, plannedTechnicianId)
        && Objects.equals(slotOn, scheduledOn);
  }

  public boolean isPlanned() {
    return state == VisitState.PLANNED;
  }

  public boolean isHandOver() {
    return permanence == Permanence.FOR_GOOD
        && (state == VisitState.PLANNED || state == VisitState.COMPLETED);
  }

  /** When the customer met, or is to meet, whoever came: told after that is told too late. */
  public Instant instant() {
    return completedAt != null ? completedAt : scheduledAt;
  }

  public Notice notice() {
    return new Notice(customerTold, customerToldAt, introduced, introducedAt);
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

  public LocalDate scheduledOn() {
    return scheduledOn;
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

  Boolean onTime() {
    return onTime;
  }

  Instant missedAt() {
    return missedAt;
  }

  MissedReason missedReason() {
    return missedReason;
  }

  public long version() {
    return version == null ? 0 : version;
  }
}
