package io.familiarface.customers.certificate;

import io.familiarface.customers.CompanyDay;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a customer holds and can still be redeemed. */
@ApplicationScoped
public class HeldCertificates {
  private final Certificates certificates;
  private final CompanyDay day;

  HeldCertificates(Certificates certificates, CompanyDay day) {
    this.certificates = certificates;
    this.day = day;
  }

  /** The open ones, in the order in which they were issued. */
  public List<CertificateView> openOf(UUID customerId) {
    LocalDate today = day.today();
    return certificates
        .list(
            "customerId = ?1 and redeemedAt is null and validUntil >= ?2 order by issuedAt, id",
            customerId,
            today)
        .stream()
        .map(certificate -> certificate.view(today))
        .toList();
  }
}
