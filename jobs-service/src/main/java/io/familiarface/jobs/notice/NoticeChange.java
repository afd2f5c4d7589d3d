package io.familiarface.jobs.notice;

import io.familiarface.jobs.visit.Telling;
import io.familiarface.rest.Ids;
import java.time.Instant;
import java.util.UUID;

/**
 * What the change of one visit makes of its notice.
 *
 * @param knownTechnicianId who came as far as the customer knew before, {@code knownAt} when, and
 *     {@code knownWindow} within how many minutes from then on; null where nobody has said that
 * @param knownTimed whether they knew a time of the day
 * @param dueAt until when the customer has to be told
 * @param askedForTime whether the customer asked for the time
 * @param telling that the customer was told, for {@link NoticeNeed#TOLD}
 * @param toldBy who told them, as far as it is known
 * @param replaced the visit in whose place this one is, of which they may have to be told still;
 *     null for none
 * @param anew whether they were told of a change just made, and not of one made before
 */
record NoticeChange(
    UUID id,
    NoticeNeed need,
    UUID visitId,
    UUID replaced,
    UUID customerId,
    UUID knownTechnicianId,
    Instant knownAt,
    boolean knownTimed,
    Integer knownWindow,
    UUID technicianId,
    Instant scheduledAt,
    boolean timed,
    Integer windowMinutes,
    Instant madeAt,
    Instant dueAt,
    boolean askedForTime,
    Telling telling,
    String toldBy,
    boolean anew) {

  NoticeChange {
    id = id == null ? Ids.next() : id;
  }

  /** Two changes in one transaction are one: from what was known before the first. */
  NoticeChange followedBy(NoticeChange later) {
    boolean tells =
        need == NoticeNeed.TELL || need == NoticeNeed.TAKE_BACK || need == NoticeNeed.OFF;
    return new NoticeChange(
        later.id,
        later.need == NoticeNeed.NONE
                || later.need == NoticeNeed.TAKE_BACK && need == NoticeNeed.TELL
            ? need
            : later.need,
        visitId,
        replaced == null ? later.replaced : replaced,
        customerId,
        tells ? knownTechnicianId : later.knownTechnicianId,
        tells && !later.askedForTime ? knownAt : later.knownAt,
        tells && !later.askedForTime ? knownTimed : later.knownTimed,
        tells && !later.askedForTime ? knownWindow : later.knownWindow,
        later.technicianId,
        later.scheduledAt,
        later.timed,
        later.windowMinutes,
        later.madeAt,
        later.dueAt,
        askedForTime || later.askedForTime,
        later.telling,
        later.toldBy,
        later.anew || anew);
  }
}
