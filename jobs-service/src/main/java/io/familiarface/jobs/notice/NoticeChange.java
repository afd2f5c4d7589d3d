package io.familiarface.jobs.notice;

import io.familiarface.rest.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * What the change of one visit makes of its notice.
 *
 * @param knownTechnicianId who came as far as the customer knew before, and {@code knownAt} when
 * @param dueAt until when the customer has to be told
 * @param toldAt when the customer was, for {@link NoticeNeed#TOLD}
 */
record NoticeChange(
    UUID id,
    NoticeNeed need,
    UUID visitId,
    UUID customerId,
    UUID knownTechnicianId,
    Instant knownAt,
    UUID technicianId,
    Instant scheduledAt,
    Instant madeAt,
    Instant dueAt,
    Instant toldAt) {

  NoticeChange {
    id = id == null ? Ids.next() : id;
  }

  /** Two changes in one transaction are one: from what was known before the first. */
  NoticeChange followedBy(NoticeChange later) {
    boolean tells = need == NoticeNeed.TELL || need == NoticeNeed.TAKE_BACK;
    return new NoticeChange(
        later.id,
        later.need == NoticeNeed.TAKE_BACK && need == NoticeNeed.TELL ? need : later.need,
        visitId,
        customerId,
        tells ? knownTechnicianId : later.knownTechnicianId,
        tells ? knownAt : later.knownAt,
        later.technicianId,
        later.scheduledAt,
        later.madeAt,
        later.dueAt,
        later.toldAt);
  }
}
