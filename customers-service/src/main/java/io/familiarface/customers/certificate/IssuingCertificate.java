package io.familiarface.customers.certificate;

import io.familiarface.customers.CompanyDay;
import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.customer.NamedCustomer;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** A customer is given a certificate, within what the company gives away. */
@ApplicationScoped
public class IssuingCertificate {
  private final Customers customers;
  private final NamedCustomer named;
  private final Certificates certificates;
  private final CertificateSettings settings;
  private final Caller caller;
  private final AuditTrail audit;
  private final Clock clock;
  private final CompanyDay day;

  IssuingCertificate(
      Customers customers,
      NamedCustomer named,
      Certificates certificates,
      CertificateSettings settings,
      Caller caller,
      AuditTrail audit,
      Clock clock,
      CompanyDay day) {
    this.customers = customers;
    this.named = named;
    this.certificates = certificates;
    this.settings = settings;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
    this.day = day;
  }

  @Transactional
  Certificate issue(NewCertificate details) {
    UUID holder = named.require(details.customerId(), details.customerExternalId(), "customerId");
    requireWorth(details);
    LocalDate validUntil = validUntil(details.validUntil());
    customers.lock(Ref.of(holder));
    if (certificates.isTaken(details.externalId())) {
      throw Certificates.taken(details.externalId());
    }
    requireFewEnough(holder);
    var certificate =
        Certificate.issue(holder, details, validUntil, caller.name(), clock.instant());
    certificates.write(certificate);
    audit.changed(
        "certificate.issued",
        "certificate",
        certificate.id,
        holder,
        null,
        certificate.view(day.today()));
    return certificate;
  }

  private void requireWorth(NewCertificate details) {
    switch (details.kind()) {
      case AMOUNT -> {
        only(details.amount(), "/amount", details.percent(), details.gift());
        BigDecimal amount = details.amount().amount();
        if (amount.signum() <= 0 || amount.compareTo(settings.mostAmount()) > 0) {
          throw CommonProblem.INVALID_REQUEST.at(
              "/amount/amount",
              "A certificate is worth more than 0 and at most " + settings.mostAmount() + ".");
        }
      }
      case PERCENT -> {
        only(details.percent(), "/percent", details.amount(), details.gift());
        if (details.percent() > settings.mostPercent()) {
          throw CommonProblem.INVALID_REQUEST.at(
              "/percent", "A certificate is for at most " + settings.mostPercent() + " per cent.");
        }
      }
      default -> only(details.gift(), "/gift", details.amount(), details.percent());
    }
  }

  private static void only(Object worth, String pointer, Object other, Object another) {
    if (worth == null) {
      throw CommonProblem.INVALID_REQUEST.at(pointer, "Say what this certificate is worth.");
    }
    if (other != null || another != null) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/kind", "A certificate has one worth: that of its kind, and no other.");
    }
  }

  private LocalDate validUntil(LocalDate given) {
    LocalDate today = day.today();
    if (given == null) {
      return today.plusDays(settings.validForDays());
    }
    LocalDate last = today.plusDays(settings.validForDaysAtMost());
    if (given.isBefore(today) || given.isAfter(last)) {
      throw CommonProblem.INVALID_REQUEST.at(
          "/validUntil", "A certificate is valid until some day from today to " + last + ".");
    }
    return given;
  }

  private void requireFewEnough(UUID holder) {
    if (certificates.openOf(holder, day.today()) >= settings.mostOpen()) {
      throw CustomersProblem.TOO_MANY_CERTIFICATES.because(
          "This customer holds %d certificates that nobody has redeemed; that is the most."
              .formatted(settings.mostOpen()));
    }
  }
}
