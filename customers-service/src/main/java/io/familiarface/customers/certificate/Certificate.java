package io.familiarface.customers.certificate;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.rest.Ids;
import io.familiarface.rest.Money;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

@Entity
class Certificate {

  @Id UUID id;
  @Version long version;
  String externalId;
  String code;

  @Enumerated(EnumType.STRING)
  CertificateKind kind;

  BigDecimal amount;
  String currency;
  Integer percent;
  String gift;
  UUID customerId;
  boolean transferable;
  LocalDate validUntil;
  Instant issuedAt;
  String issuedBy;
  Instant redeemedAt;
  String redeemedBy;
  UUID redeemerId;
  UUID referralId;

  protected Certificate() {}

  static Certificate issue(
      UUID holder, NewCertificate details, LocalDate validUntil, String caller, Instant at) {
    var certificate = new Certificate();
    certificate.id = Ids.next();
    certificate.externalId = details.externalId();
    certificate.code = CertificateCode.next().text();
    certificate.kind = details.kind();
    if (details.amount() != null) {
      certificate.amount = details.amount().amount();
      certificate.currency = details.amount().currency();
    }
    certificate.percent = details.percent();
    certificate.gift = details.gift();
    certificate.customerId = holder;
    certificate.transferable = Boolean.TRUE.equals(details.transferable());
    certificate.validUntil = validUntil;
    certificate.issuedAt = Instants.toMicros(at);
    certificate.issuedBy = caller;
    return certificate;
  }

  /**
   * Whether somebody may redeem it today.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 with the reason why not
   */
  void requireRedeemable(UUID redeemer, LocalDate today) {
    if (redeemedAt != null) {
      throw CustomersProblem.ALREADY_REDEEMED.because(
          "This certificate was redeemed at " + redeemedAt + ".");
    }
    if (today.isAfter(validUntil)) {
      throw CustomersProblem.CERTIFICATE_EXPIRED.because(
          "This certificate was valid until " + validUntil + ".");
    }
    if (transferable && redeemer.equals(customerId)) {
      throw CustomersProblem.CERTIFICATE_OF_THEIR_OWN.because(
          "This certificate is to be passed on: somebody else redeems it.");
    }
    if (!transferable && !redeemer.equals(customerId)) {
      throw CustomersProblem.CERTIFICATE_NOT_TRANSFERABLE.because(
          "This certificate is for customer " + customerId + " alone.");
    }
  }

  void redeem(UUID redeemer, UUID referral, String caller, Instant at) {
    redeemedAt = Instants.toMicros(at);
    redeemedBy = caller;
    redeemerId = redeemer;
    referralId = referral;
  }

  CertificateView view(LocalDate today) {
    return new CertificateView(
        id,
        externalId,
        new CertificateCode(code).toString(),
        kind,
        amount == null ? null : new Money(amount, currency),
        percent,
        gift,
        customerId,
        transferable,
        validUntil,
        state(today),
        issuedAt,
        issuedBy,
        redeemedAt == null
            ? null
            : new CertificateView.Redemption(
                redeemedAt, redeemedBy, redeemerId, transferable ? customerId : null, referralId));
  }

  private CertificateState state(LocalDate today) {
    if (redeemedAt != null) {
      return CertificateState.REDEEMED;
    }
    return today.isAfter(validUntil) ? CertificateState.EXPIRED : CertificateState.OPEN;
  }
}
