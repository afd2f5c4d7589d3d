package io.familiarface.customers.certificate;

import io.familiarface.customers.CompanyDay;
import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.CustomerView;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.customer.NamedCustomer;
import io.familiarface.customers.referral.TracingReferral;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody brings a certificate. It is redeemed once: whoever redeems it has locked its holder, so
 * of two at the same instant the second sees that it was.
 */
@ApplicationScoped
class RedeemingCertificate {
  private final Customers customers;
  private final NamedCustomer named;
  private final Certificates certificates;
  private final TracingReferral referrals;
  private final Caller caller;
  private final AuditTrail audit;
  private final Event<CustomerChanged> changed;
  private final Clock clock;
  private final CompanyDay day;

  RedeemingCertificate(
      Customers customers,
      NamedCustomer named,
      Certificates certificates,
      TracingReferral referrals,
      Caller caller,
      AuditTrail audit,
      Event<CustomerChanged> changed,
      Clock clock,
      CompanyDay day) {
    this.customers = customers;
    this.named = named;
    this.certificates = certificates;
    this.referrals = referrals;
    this.caller = caller;
    this.audit = audit;
    this.changed = changed;
    this.clock = clock;
    this.day = day;
  }

  @Transactional
  Certificate redeem(String code, NewRedemption details) {
    var held = certificates.held(code);
    UUID redeemer = named.require(details.customerId(), details.customerExternalId(), "customerId");
    Set<UUID> concerned = new HashSet<>(Set.of(held.customerId()));
    concerned.add(redeemer);
    customers.lock(concerned);
    Certificate certificate = certificates.locked(held.id());
    Instant now = clock.instant();
    LocalDate today = day.today();
    certificate.requireRedeemable(redeemer, today);
    CertificateView before = certificate.view(today);
    UUID referral =
        certificate.transferable
            ? referrals.brought(certificate.customerId, redeemer, nameOf(redeemer), now)
            : null;
    certificate.redeem(redeemer, referral, caller.name(), now);
    certificates.flush();
    audit.changed(
        "certificate.redeemed",
        "certificate",
        certificate.id,
        redeemer,
        before,
        certificate.view(today));
    if (certificate.kind != CertificateKind.GIFT) {
      // Accounting takes it off what they have to pay.
      changed.fire(CustomerChanged.at(now, redeemer));
    }
    return certificate;
  }

  private String nameOf(UUID customer) {
    return customers.view(customer).map(CustomerView::name).orElse(null);
  }
}
