package io.familiarface.jobs.notice;

import io.familiarface.jobs.visit.ArrivalWindow;
import io.familiarface.jobs.visit.Permanence;
import io.familiarface.jobs.visit.ToldHow;
import io.familiarface.jobs.visit.VisitState;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A notice as the table holds it, with the names that its text needs. */
record NoticeRow(
    UUID id,
    UUID visitId,
    UUID projectId,
    Integer step,
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
    Instant scheduledAt,
    Integer windowMinutes,
    boolean timeSaid,
    VisitState visitState,
    Permanence permanence,
    Instant madeAt,
    Instant dueAt,
    UUID introductionId,
    UUID introduceAtVisitId,
    Instant introduceAt,
    boolean introduceTimeSaid,
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

  /** Whether we do not come, and there is no visit of which anything can be recorded. */
  boolean isOff() {
    return visitState == VisitState.MISSED;
  }

  /** Whether there is a visit that is marked told with it. */
  boolean marksVisit() {
    return visitId != null && !isOff();
  }

  boolean isOtherTechnician() {
    return !Objects.equals(technicianId, knownTechnicianId);
  }

  boolean isMoved() {
    return !scheduledAt.equals(knownAt) || timeSaid != knownTimeSaid;
  }

  ArrivalWindow knownWindow() {
    return ArrivalWindow.of(knownAt, knownWindowMinutes);
  }

  ArrivalWindow window() {
    return ArrivalWindow.of(scheduledAt, windowMinutes);
  }

  /** Whether it is within another window than was said; before any was, there is no other. */
  boolean isOtherWindow() {
    return knownWindowMinutes != null && !knownWindowMinutes.equals(windowMinutes);
  }

  NoticeState shownAt(Instant now) {
    boolean untold = state == NoticeState.OPEN || state == NoticeState.FAILED;
    return untold && dueAt.isBefore(now) ? NoticeState.LATE : state;
  }
}
