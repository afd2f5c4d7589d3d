package io.familiarface.customers.referral;

import io.familiarface.customers.CustomersProblem;
import io.familiarface.database.Database;
import io.familiarface.database.UniqueViolation;
import io.familiarface.rest.Ref;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The referrals there are. */
@ApplicationScoped
public class Referrals implements PanacheRepositoryBase<Referral, UUID> {
  private static final String NEWEST_FIRST = "asked_at desc, id desc";

  private final Database database;

  Referrals(Database database) {
    this.database = database;
  }

  Page<ReferralView> page(UUID giver, ReferralFilter filter, PageRequest page) {
    var list =
        database
            .list("select * from referral")
            .where("by_customer_id = :giver", "giver", giver)
            .where("external_id = :externalId", "externalId", filter.externalId)
            .where("state = :state", "state", filter.state)
            .where("source = :source", "source", filter.source);
    page.after().ifPresent(key -> list.before("asked_at, id", key.instant(0), key.uuid(1)));
    return Page.of(
        list.list(ReferralView.class, NEWEST_FIRST, page.limit() + 1),
        page,
        referral -> Key.of(referral.askedAt(), referral.id()),
        UnaryOperator.identity());
  }

  /** How many came to what, for those asked in the period. */
  List<ReferralSummary.Line> summary(ReferralSummary.By by, Instant from, Instant to) {
    return database
        .sql(
            """
            select %s as key, count(*) as asked,
              count(*) filter (where given_at is not null) as given,
              count(*) filter (where contacted_at is not null) as contacted,
              count(*) filter (where state = 'BECAME_CUSTOMER') as became_customer,
              count(*) filter (where state = 'DECLINED') as declined
            from referral where asked_at >= :from and asked_at < :to
            group by 1 order by became_customer desc, asked desc, 1 limit 500\
            """
                .formatted(by.column()))
        .bind("from", from)
        .bind("to", to)
        .list(ReferralSummary.Line.class);
  }

  /** Who brought this customer, if somebody did. */
  Optional<Referral> thatBrought(UUID customerId) {
    return find("customerId = ?1 and state = 'BECAME_CUSTOMER'", customerId).firstResultOptional();
  }

  Optional<Referral> find(Ref ref) {
    return ref.id()
        .flatMap(this::findByIdOptional)
        .or(() -> ref.externalId().flatMap(key -> find("externalId", key).firstResultOptional()));
  }

  /** Who recommended us: to be locked before the referral is read. */
  UUID giverOf(Ref ref) {
    boolean isId = ref.id().isPresent();
    return database
        .sql(
            "select by_customer_id from referral where %s = :key"
                .formatted(isId ? "id" : "external_id"))
        .bind("key", isId ? ref.id().get() : ref.externalId().orElseThrow())
        .first(UUID.class)
        .orElseThrow(() -> unknown(ref));
  }

  Referral get(Ref ref) {
    return find(ref).orElseThrow(() -> unknown(ref));
  }

  private static RuntimeException unknown(Ref ref) {
    return CustomersProblem.NO_SUCH_REFERRAL.because(
        "There is no referral " + ref + ". Look for it with GET /v1/referrals.");
  }

  /** Writes a referral now, so that the version is the one that a later reader sees. */
  void write(Referral referral) {
    try {
      persistAndFlush(referral);
    } catch (RuntimeException e) {
      throw UniqueViolation.isCauseOf(e) ? taken(referral.externalId) : e;
    }
  }

  static RuntimeException taken(String externalId) {
    return CommonProblem.externalIdTaken("referral", externalId);
  }
}
