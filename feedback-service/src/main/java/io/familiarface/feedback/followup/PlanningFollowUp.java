package io.familiarface.feedback.followup;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.etag.ETags;
import io.familiarface.rest.patch.MergePatch;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.security.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Somebody takes a call, gives it to somebody else, or moves it to another day. */
@ApplicationScoped
class PlanningFollowUp {
  private final FollowUps followUps;
  private final MergePatch patches;
  private final BusinessCalendar calendar;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;

  PlanningFollowUp(
      FollowUps followUps,
      MergePatch patches,
      BusinessCalendar calendar,
      AuditTrail audit,
      Caller caller,
      Clock clock) {
    this.followUps = followUps;
    this.patches = patches;
    this.calendar = calendar;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  @Transactional
  void plan(UUID id, String ifMatch, JsonNode patch) {
    FollowUp followUp = followUps.lock(id);
    ETags.requireMatch(ifMatch, followUp.id, followUp.version);
    FollowUpPatch present = new FollowUpPatch(followUp.owner, followUp.dueOn);
    FollowUpPatch wanted = patches.apply(present, patch);
    if (wanted.equals(present)) {
      return;
    }
    followUp.mustBeOpen();
    if (!caller.is(Role.MANAGER) && !caller.is(Role.ADMIN)) {
      followUp.mustNotBeTaken(caller.name());
    }
    if (!wanted.dueOn().equals(followUp.dueOn)) {
      DueDates.check(wanted.dueOn(), calendar.dayOf(clock.instant()));
    }
    followUp.plan(wanted.owner(), wanted.dueOn());
    audit.changed("follow-up.planned", "follow-up", id, followUp.customerId, present, wanted);
  }
}
