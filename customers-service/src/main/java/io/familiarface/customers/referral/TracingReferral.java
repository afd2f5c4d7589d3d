package io.familiarface.customers.referral;

import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Somebody came with a certificate that a customer had passed on. */
@ApplicationScoped
public class TracingReferral {
  private final Referrals referrals;
  private final Caller caller;
  private final AuditTrail audit;

  TracingReferral(Referrals referrals, Caller caller, AuditTrail audit) {
    this.referrals = referrals;
    this.caller = caller;
    this.audit = audit;
  }

  /**
   * The referral that brought a customer: made now, unless they had been brought before. In the
   * running transaction, which has locked both customers.
   *
   * @param giver who passed the certificate on
   * @param newcomer who came with it
   */
  public UUID brought(UUID giver, UUID newcomer, String name, Instant at) {
    return referrals
        .thatBrought(newcomer)
        .map(known -> known.id)
        .orElseGet(() -> record(giver, newcomer, name, at));
  }

  private UUID record(UUID giver, UUID newcomer, String name, Instant at) {
    var details =
        new NewReferral(
            null, giver, null, name, null, null, null, ReferralSource.CERTIFICATE, at, null);
    var referral = Referral.create(giver, details, caller.name(), at);
    var became =
        new NewReferralState(
            ReferralState.BECAME_CUSTOMER, newcomer, null, null, null, null, null, at);
    referral.move(became, newcomer, caller.name(), at);
    referrals.write(referral);
    audit.changed(
        "referral.traced", "referral", referral.id, giver, null, ReferralView.of(referral));
    return referral.id;
  }
}
