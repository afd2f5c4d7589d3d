package io.familiarface.customers.referral;

import java.time.Instant;
import java.util.UUID;

/**
 * A referral as others see it.
 *
 * @param byCustomerId who recommended us
 * @param decidedAt when they became a customer or declined
 * @param customerId who they are with us
 */
public record ReferralView(
    UUID id,
    String externalId,
    UUID byCustomerId,
    ReferralSource source,
    Instant askedAt,
    String askedBy,
    String name,
    String phone,
    String email,
    String note,
    ReferralState state,
    Instant givenAt,
    Instant contactedAt,
    String contactedBy,
    Instant decidedAt,
    String decidedBy,
    UUID customerId) {

  static ReferralView of(Referral referral) {
    return new ReferralView(
        referral.id,
        referral.externalId,
        referral.byCustomerId,
        referral.source,
        referral.askedAt,
        referral.askedBy,
        referral.name,
        referral.phone,
        referral.email,
        referral.note,
        referral.state,
        referral.givenAt,
        referral.contactedAt,
        referral.contactedBy,
        referral.decidedAt,
        referral.decidedBy,
        referral.customerId);
  }
}
