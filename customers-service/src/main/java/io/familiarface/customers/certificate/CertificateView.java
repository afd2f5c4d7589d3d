package io.familiarface.customers.certificate;

import io.familiarface.rest.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A certificate as others see it.
 *
 * @param code as it is printed, in groups of four
 * @param customerId who was given it
 * @param validUntil the last day on which it is redeemed
 * @param redemption null as long as nobody has brought it
 */
public record CertificateView(
    UUID id,
    String externalId,
    String code,
    CertificateKind kind,
    Money amount,
    Integer percent,
    String gift,
    UUID customerId,
    boolean transferable,
    LocalDate validUntil,
    CertificateState state,
    Instant issuedAt,
    String issuedBy,
    Redemption redemption) {

  /**
   * Who brought it.
   *
   * @param by who took it in
   * @param broughtBy who had passed it on; null when the holder came
   * @param referralId the referral that this is
   */
  public record Redemption(
      Instant at, String by, UUID customerId, UUID broughtBy, UUID referralId) {}
}
