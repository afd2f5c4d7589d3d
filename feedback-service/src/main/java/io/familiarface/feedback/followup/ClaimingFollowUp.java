package io.familiarface.feedback.followup;

import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/**
 * Somebody takes a call in hand: from then on nobody else does. It is free again after a try that
 * reached nobody, and when it is given to somebody else.
 */
@ApplicationScoped
class ClaimingFollowUp {
  private final FollowUps followUps;
  private final AuditTrail audit;
  private final Caller caller;
  private final Clock clock;

  ClaimingFollowUp(FollowUps followUps, AuditTrail audit, Caller caller, Clock clock) {
    this.followUps = followUps;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  void claim(UUID id) {
    FollowUp followUp = followUps.lock(id);
    followUp.mustBeOpen();
    FollowUpProgress before = FollowUpProgress.of(followUp);
    if (followUp.claim(caller.name(), clock.instant())) {
      followUps.flush();
      audit.changed(
          "follow-up.claimed",
          "follow-up",
          id,
          followUp.customerId,
          before,
          FollowUpProgress.of(followUp));
    }
  }
}
