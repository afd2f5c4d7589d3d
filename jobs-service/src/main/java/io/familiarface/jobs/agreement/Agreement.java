package io.familiarface.jobs.agreement;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.customer.CustomerRef;
import io.familiarface.rest.Ids;
import io.familiarface.rest.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;

/** What a customer signed: a programme of visits by a rule, at a price, by somebody usual. */
@Entity
public class Agreement {
  @Id UUID id;
  String externalId;
  UUID customerId;
  String customerExternalId;
  String program;
  String recurrence;

  /** How often to come was found out from the dates of visits; nobody has said it. */
  boolean recurrenceGuessed;

  BigDecimal visitIntervalDays;
  LocalDate startsOn;

  /** The last day that the rule can ask for; null while it has no end. */
  LocalDate endsOn;

  /** Null while nobody has said at what time of the day. */
  LocalTime visitTime;

  /** For how long from then on whoever comes may arrive; null while nobody has said it. */
  Integer windowMinutes;

  /** What is to be done at each visit. */
  @JdbcTypeCode(SqlTypes.ARRAY)
  List<String> checklist;

  BigDecimal priceAmount;

  @JdbcTypeCode(SqlTypes.CHAR)
  String priceCurrency;

  UUID startingTechnicianId;
  UUID usualTechnicianId;
  Instant usualSince;

  /** Who comes for good from the first visit since {@code nextFrom} on, while none is planned. */
  UUID nextTechnicianId;

  /**
   * Since when whoever usually came is gone. It stays once a visit hands over: one that is planned
   * before that visit hands over in its place.
   */
  Instant nextFrom;

  LocalDate plannedUntil;
  LocalDate pausedFrom;
  LocalDate pausedUntil;
  Instant cancelledAt;

  /** What the last line of an import said of it. */
  @OptimisticLock(excluded = true)
  Long lineFingerprint;

  @Version long version;

  // Parsed once for as long as this row is in hand: imports ask for it at every line.
  @Transient Recurrence rule;

  protected Agreement() {}

  static Agreement create(
      String externalId,
      CustomerRef customer,
      LocalDate startsOn,
      UUID technicianId,
      Terms terms,
      LocalDate plannedUntil) {
    Agreement agreement = new Agreement();
    agreement.id = Ids.next();
    agreement.externalId = externalId;
    agreement.customerId = customer.id();
    agreement.customerExternalId = customer.externalId();
    agreement.startsOn = startsOn;
    agreement.startingTechnicianId = technicianId;
    agreement.usualTechnicianId = technicianId;
    agreement.plannedUntil = plannedUntil;
    agreement.updateTerms(terms);
    return agreement;
  }

  void updateTerms(Terms terms) {
    program = terms.program();
    recurrence = terms.recurrence();
    visitTime = terms.visitAt();
    windowMinutes = terms.windowMinutes();
    checklist = terms.checklist();
    Money price = terms.price();
    priceAmount = price == null ? null : price.amount().setScale(2, RoundingMode.UNNECESSARY);
    priceCurrency = price == null ? null : price.currency();
    reckonRule();
  }

  private void reckonRule() {
    rule = Recurrence.of(recurrence, startsOn);
    visitIntervalDays = rule.intervalDays();
    endsOn = rule.endsOn().orElse(null);
  }

  public Terms terms() {
    return new Terms(
        program, recurrence, visitTime, windowMinutes, List.copyOf(checklist), price());
  }

  /** Null while nobody has said it: unknown, never nothing. */
  Money price() {
    return priceAmount == null ? null : new Money(priceAmount, priceCurrency);
  }

  public Recurrence rule() {
    if (rule == null) {
      rule = Recurrence.known(recurrence, startsOn, visitIntervalDays);
    }
    return rule;
  }

  /** Corrects what an import said before: the first day and who came first. */
  void correctStart(LocalDate startsOn, UUID technicianId) {
    if (Objects.equals(usualTechnicianId, startingTechnicianId)) {
      usualTechnicianId = technicianId;
    }
    this.startsOn = startsOn;
    this.startingTechnicianId = technicianId;
    reckonRule();
  }

  /** From the visit at {@code since} on, {@code technicianId} is the one who usually comes. */
  public void setUsual(UUID technicianId, Instant since) {
    if (nextTechnicianId != null && !Objects.equals(technicianId, usualTechnicianId)) {
      // Whoever was to take over was to do so from somebody else.
      nextTechnicianId = null;
      nextFrom = null;
    }
    usualTechnicianId = technicianId;
    usualSince = since;
  }

  /**
   * Hands over with the first visit since an instant, though none is planned yet. In the place of
   * somebody who was to take over: since when that was to be, for who usually comes is gone then.
   */
  public void handOver(UUID technicianId, Instant from) {
    if (nextTechnicianId == null) {
      nextFrom = from;
    }
    nextTechnicianId = technicianId;
  }

  /** Who takes over with the first visit that is planned; empty if nobody is to. */
  public Optional<UUID> nextTechnicianId() {
    return Optional.ofNullable(nextTechnicianId);
  }

  /** Since when whoever usually came is gone; null if nobody took over, or is to, for that. */
  public Instant nextFrom() {
    return nextFrom;
  }

  /** The visit that hands over is planned. */
  public void handedOver() {
    nextTechnicianId = null;
  }

  /** Since when whoever usually came is gone, though the visit that handed over is withdrawn. */
  public void goneSince(Instant from) {
    nextFrom = from;
  }

  /** Whoever usually came does so again, or others than who took over come. */
  public void nobodyIsGone() {
    nextFrom = null;
  }

  public void plannedUntil(LocalDate day) {
    plannedUntil = day;
  }

  public void cancel(Instant at) {
    cancelledAt = at;
  }

  public boolean isCancelledBy(Instant instant) {
    return cancelledAt != null && !cancelledAt.isAfter(instant);
  }

  /** Whether the customer wants nobody to come on a day. */
  public boolean isPausedOn(LocalDate day) {
    return pausedFrom != null
        && !day.isBefore(pausedFrom)
        && (pausedUntil == null || !day.isAfter(pausedUntil));
  }

  /** Whether it is paused until somebody says otherwise, and not over by a day. */
  boolean isPausedWithoutEnd(LocalDate day) {
    return isActive()
        && pausedFrom != null
        && pausedUntil == null
        && (endsOn == null || !endsOn.isBefore(day));
  }

  /** Whether a pause is on, or yet to come. */
  boolean hasPauseSince(LocalDate day) {
    return pausedFrom != null && (pausedUntil == null || !pausedUntil.isBefore(day));
  }

  /** The last day of the pause on record; null if there is none, or none is known. */
  public LocalDate pausedUntil() {
    return pausedUntil;
  }

  public boolean isActive() {
    return cancelledAt == null;
  }

  void requireActive() {
    if (!isActive()) {
      throw JobsProblem.ALREADY_CANCELLED.because(
          "This agreement was cancelled at %s. Sign a new one.".formatted(cancelledAt));
    }
  }

  public UUID id() {
    return id;
  }

  public String externalId() {
    return externalId;
  }

  public UUID customerId() {
    return customerId;
  }

  public LocalDate startsOn() {
    return startsOn;
  }

  public LocalTime visitTime() {
    return visitTime;
  }

  /** For how many minutes from then on whoever comes may arrive; null while nobody has said it. */
  public Integer windowMinutes() {
    return windowMinutes;
  }

  /** What is to be done at each visit. */
  public List<String> checklist() {
    return List.copyOf(checklist);
  }

  public UUID startingTechnicianId() {
    return startingTechnicianId;
  }

  public UUID usualTechnicianId() {
    return usualTechnicianId;
  }

  public Instant usualSince() {
    return usualSince;
  }

  public LocalDate plannedUntil() {
    return plannedUntil;
  }

  public Instant cancelledAt() {
    return cancelledAt;
  }

  public long version() {
    return version;
  }
}
