package io.familiarface.jobs.notice;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.visit.ArrivalWindow;
import io.familiarface.jobs.visit.Permanence;
import io.familiarface.jobs.visit.ToldHow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * A notice as the table holds it, with the names that its text needs.
 *
 * @param knownUntil the last day of a step as far as the customer knows, {@code untilOn} as it is
 * @param technicianLeft whether whoever is to come is gone by then
 * @param knownMeetingAt when they meet whoever comes, as they were told; null for never
 * @param calledOff that we do not come, and there is no visit of which anything can be recorded
 */
record NoticeRow(
    UUID id,
    UUID visitId,
    UUID projectId,
    Integer step,
    LocalDate knownUntil,
    LocalDate untilOn,
    UUID customerId,
    String customerExternalId,
    String customerName,
    String customerPreferredName,
    NoticeState state,
    UUID knownTechnicianId,
    String knownTechnicianName,
    Instant knownAt,
    boolean knownTimeSaid,
    Integer knownWindowMinutes,
    UUID technicianId,
    String technicianName,
    String introduction,
    String photoTag,
    boolean technicianLeft,
    Instant scheduledAt,
    Integer windowMinutes,
    boolean timeSaid,
    boolean calledOff,
    Instant knownMeetingAt,
    boolean knownMeetingTimeSaid,
    Permanence permanence,
    Instant madeAt,
    Instant dueAt,
    UUID introductionId,
    UUID introduceAtVisitId,
    Instant introduceAt,
    boolean introduceTimeSaid,
    boolean introduceDone,
    Instant sentAt,
    Instant toldAt,
    ToldHow toldHow,
    String toldBy,
    String failure,
    long version) {

  /** How they like to be called; null if nobody knows. */
  String customerCalled() {
    return customerPreferredName != null ? customerPreferredName : customerName;
  }

  /** Whether there is a visit that is marked told with it. */
  boolean marksVisit() {
    return visitId != null && !calledOff;
  }

  /** Refuses one that has been sent, or told. */
  void requireUnsent() {
    if (state == NoticeState.SENT) {
      throw JobsProblem.ALREADY_TOLD.because("The letter was sent at %s.".formatted(sentAt));
    }
    requireUntold();
  }

  /** Refuses one that somebody has told the customer; what was sent may still be told. */
  void requireUntold() {
    if (state == NoticeState.TOLD) {
      throw JobsProblem.ALREADY_TOLD.because(
          "The customer was told at %s. There is nothing left to tell.".formatted(toldAt));
    }
  }

  boolean isOtherTechnician() {
    return !Objects.equals(technicianId, knownTechnicianId);
  }

  boolean isMoved() {
    return !scheduledAt.equals(knownAt)
        || timeSaid != knownTimeSaid
        || !Objects.equals(untilOn, knownUntil);
  }

  ArrivalWindow knownWindow() {
    return knownTimeSaid ? ArrivalWindow.of(knownAt, knownWindowMinutes) : null;
  }

  ArrivalWindow window() {
    return timeSaid ? ArrivalWindow.of(scheduledAt, windowMinutes) : null;
  }

  /** Whether it is within another window than was said; before any was, there is no other. */
  boolean isOtherWindow() {
    return knownWindowMinutes != null && !knownWindowMinutes.equals(windowMinutes);
  }

  /**
   * Whether they meet whoever comes at another time than they were told, or don't. Of the first
   * meeting with somebody new they are told with who comes.
   */
  boolean isOtherMeeting() {
    if (calledOff || introduceDone || isOtherTechnician() && knownMeetingAt == null) {
      return false;
    }
    return !Objects.equals(knownMeetingAt, introduceAt)
        || knownMeetingAt != null && knownMeetingTimeSaid != introduceTimeSaid;
  }

  /** Whether they have to be told when they meet whoever comes. */
  boolean tellsOfMeeting() {
    return introduceAt != null && !introduceDone && (isOtherTechnician() || isOtherMeeting());
  }

  NoticeState shownAt(Instant now) {
    boolean untold = state == NoticeState.OPEN || state == NoticeState.FAILED;
    return untold && dueAt.isBefore(now) ? NoticeState.LATE : state;
  }
}
