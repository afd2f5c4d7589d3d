package io.familiarface.customers.certificate;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.database.Database;
import io.familiarface.database.UniqueViolation;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The certificates there are. */
@ApplicationScoped
class Certificates implements PanacheRepositoryBase<Certificate, UUID> {
  private static final String EXTERNAL = "ext:";

  private final Database database;

  Certificates(Database database) {
    this.database = database;
  }

  /** Which certificate is meant, and who holds it. */
  public record Held(UUID id, UUID customerId) {}

  /** Looks for a certificate by what was typed: its code, or ext: and the key of another system. */
  Held held(String typed) {
    return key(typed)
        .flatMap(
            key ->
                database
                    .sql(
                        "select id, customer_id from certificate where %s = :key".formatted(key[0]))
                    .bind("key", key[1])
                    .first(Held.class))
        .orElseThrow(
            () ->
                CustomersProblem.NO_SUCH_CERTIFICATE.because(
                    "There is no certificate with this code. Look at it again: it has sixteen"
                        + " letters and digits, and none of I, L, O and U."));
  }

  private static Optional<String[]> key(String typed) {
    return typed.startsWith(EXTERNAL)
        ? Optional.of(new String[] {"external_id", typed.substring(EXTERNAL.length())})
        : CertificateCode.typed(typed).map(code -> new String[] {"code", code.text()});
  }

  /** As it is now, and stays until the transaction ends. */
  Certificate locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  long openOf(UUID customerId, LocalDate today) {
    return database
        .sql(
            """
            select count(*) from certificate
            where customer_id = :customer and redeemed_at is null and valid_until >= :today""")
        .bind("customer", customerId)
        .bind("today", today)
        .one(Long.class);
  }

  Page<CertificateView> page(
      UUID holder, CertificateFilter filter, LocalDate today, PageRequest page) {
    var list =
        database
            .list("select id from certificate")
            .where("customer_id = :holder", "holder", holder)
            .where("external_id = :externalId", "externalId", filter.externalId);
    if (filter.state != null) {
      list.where(condition(filter.state));
      if (filter.state != CertificateState.REDEEMED) {
        list.bind("today", today);
      }
    }
    page.after().ifPresent(key -> list.before("issued_at, id", key.instant(0), key.uuid(1)));
    List<UUID> ids = list.list(UUID.class, "issued_at desc, id desc", page.limit() + 1);
    return Page.of(
        list("id in ?1 order by issuedAt desc, id desc", ids),
        page,
        certificate -> Key.of(certificate.issuedAt, certificate.id),
        certificate -> certificate.view(today));
  }

  private static String condition(CertificateState state) {
    return switch (state) {
      case OPEN -> "redeemed_at is null and valid_until >= :today";
      case REDEEMED -> "redeemed_at is not null";
      case EXPIRED -> "redeemed_at is null and valid_until < :today";
    };
  }

  boolean isTaken(String externalId) {
    return externalId != null && count("externalId", externalId) > 0;
  }

  /** Writes a certificate now, so that the version is the one that a later reader sees. */
  void write(Certificate certificate) {
    try {
      persistAndFlush(certificate);
    } catch (RuntimeException e) {
      throw UniqueViolation.isCauseOf(e) ? taken(certificate.externalId) : e;
    }
  }

  static RuntimeException taken(String externalId) {
    return CommonProblem.externalIdTaken("certificate", externalId);
  }
}
