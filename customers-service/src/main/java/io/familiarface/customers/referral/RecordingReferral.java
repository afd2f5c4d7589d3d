package io.familiarface.customers.referral;

import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.customer.NamedCustomer;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Somebody was asked for a referral; later, what became of it. */
@ApplicationScoped
class RecordingReferral {
  private final Customers customers;
  private final NamedCustomer named;
  private final Referrals referrals;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;

  RecordingReferral(
      Customers customers,
      NamedCustomer named,
      Referrals referrals,
      BusinessTime time,
      Caller caller,
      AuditTrail audit) {
    this.customers = customers;
    this.named = named;
    this.referrals = referrals;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
  }

  @Transactional
  Referral record(NewReferral details) {
    UUID giver =
        named.require(details.byCustomerId(), details.byCustomerExternalId(), "byCustomerId");
    customers.lock(Ref.of(giver));
    requireFree(details.externalId());
    var askedAt = time.ofFact(details.askedAt(), "/askedAt");
    var referral = Referral.create(giver, details, caller.name(), askedAt);
    referrals.write(referral);
    audit.changed(
        "referral.recorded", "referral", referral.id, giver, null, ReferralView.of(referral));
    return referral;
  }

  @Transactional
  Referral move(Ref ref, NewReferralState step) {
    UUID newcomer =
        named.find(step.customerId(), step.customerExternalId(), "customerId").orElse(null);
    UUID giver = referrals.giverOf(ref);
    Set<UUID> concerned = new HashSet<>(Set.of(giver));
    if (newcomer != null) {
      concerned.add(newcomer);
    }
    customers.lock(concerned);
    Referral referral = referrals.get(ref);
    var before = ReferralView.of(referral);
    referral.move(step, newcomer, caller.name(), time.ofFact(step.at(), "/at"));
    referrals.write(referral);
    audit.changed(
        "referral.moved", "referral", referral.id, giver, before, ReferralView.of(referral));
    return referral;
  }

  private void requireFree(String externalId) {
    if (externalId != null
        && referrals.find(new Ref(Optional.empty(), Optional.of(externalId))).isPresent()) {
      throw Referrals.taken(externalId);
    }
  }
}
