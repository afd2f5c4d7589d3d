package io.familiarface.feedback.followup;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.patch.MergePatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody takes a call, gives it to somebody else, or moves it to another day. */
@ApplicationScoped
class PlanningFollowUp {
  private final FollowUpStore followUps;
  private final MergePatch patches;
  private final BusinessCalendar calendar;
  private final AuditTrail audit;
  private final Clock clock;

  PlanningFollowUp(
      FollowUpStore followUps,
      MergePatch patches,
      BusinessCalendar calendar,
      AuditTrail audit,
      Clock clock) {
    this.followUps = followUps;
    this.patches = patches;
    this.calendar = calendar;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  void plan(UUID id, String ifMatch, JsonNode patch) {
    FollowUp before = followUps.lock(id).orElseThrow(() -> Refusal.noSuch(id));
    ETags.requireMatch(ifMatch, before.revision());
    FollowUpPatch present = new FollowUpPatch(before.owner(), before.dueOn());
    FollowUpPatch wanted = patches.apply(present, patch);
    if (wanted.equals(present)) {
      return;
    }
    Refusal.unlessOpen(before);
    LocalDate dueOn =
        wanted.dueOn().equals(before.dueOn())
            ? before.dueOn()
            : DueDates.checked(wanted.dueOn(), calendar.dayOf(clock.instant()));
    followUps.save(before.planned(wanted.owner(), dueOn));
    audit.changed("follow-up.planned", "follow-up", id, before.customerId(), present, wanted);
  }
}
