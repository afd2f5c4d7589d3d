package io.familiarface.jobs.notice;

import io.familiarface.jobs.visit.ToldHow;
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
    UUID technicianId,
    String technicianName,
    String introduction,
    String photoTag,
    Instant scheduledAt,
    Integer windowMinutes,
    Instant madeAt,
    Instant dueAt,
    UUID introductionId,
    UUID introduceAtVisitId,
    Instant introduceAt,
    Instant sentAt,
    Instant toldAt,
    ToldHow toldHow,
    String toldBy,
    String failure,
    long version) {

  boolean isOtherTechnician() {
    return !Objects.equals(technicianId, knownTechnicianId);
  }

  boolean isMoved() {
    return !scheduledAt.equals(knownAt);
  }

  NoticeState shownAt(Instant now) {
    boolean untold = state == NoticeState.OPEN || state == NoticeState.FAILED;
    return untold && dueAt.isBefore(now) ? NoticeState.LATE : state;
  }
}
