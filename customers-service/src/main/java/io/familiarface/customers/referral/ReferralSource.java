package io.familiarface.customers.referral;

/** Where the referral comes from. */
public enum ReferralSource {
  /** Somebody redeemed a certificate that another customer had passed on. */
  CERTIFICATE,
  FOLLOW_UP,
  VISIT,
  HANDOUT,
  CALL,
  OTHER
}
