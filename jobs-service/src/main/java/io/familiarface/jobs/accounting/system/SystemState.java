package io.familiarface.jobs.accounting.system;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Who speaks with the accounting system now, and how often that was done: one at a time, of all
 * copies of this service together.
 */
@ApplicationScoped
class SystemState implements OAuthTokens.RefreshTokens {
  private final Database database;

  SystemState(Database database) {
    this.database = database;
  }

  /** Whether nobody else speaks with it until then; also for who has it already. */
  @Transactional(TxType.REQUIRES_NEW)
  boolean take(Instant now, Instant until) {
    return database
            .sql(
                """
                update accounting_system set taken_until = :until
                where taken_until is null or taken_until < :now""")
            .bind("now", now)
            .bind("until", until)
            .update()
        == 1;
  }

  @Transactional(TxType.REQUIRES_NEW)
  void extend(Instant until) {
    database.sql("update accounting_system set taken_until = :until").bind("until", until).update();
  }

  @Transactional(TxType.REQUIRES_NEW)
  void release() {
    database.sql("update accounting_system set taken_until = null").update();
  }

  private record Spent(int calls, int callsToday) {}

  /**
   * Counts a call.
   *
   * @throws SystemUnavailable when as many were made as may be
   */
  @Transactional(TxType.REQUIRES_NEW)
  void spend(Instant now, int perMinute, int perDay) {
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Spent before =
        database
            .sql(
                """
                select case when calls_minute = :minute then calls else 0 end as calls,
                  case when calls_day = :day then calls_today else 0 end as calls_today
                from accounting_system for update""")
            .bind("minute", minute)
            .bind("day", day)
            .one(Spent.class);
    if (before.callsToday() >= perDay) {
      throw SystemUnavailable.busy(
          "As many calls were made today as the accounting system allows.",
          Duration.between(now, day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    }
    if (before.calls() >= perMinute) {
      throw SystemUnavailable.busy(
          "As many calls were made this minute as the accounting system allows.",
          Duration.between(now, minute.plus(1, ChronoUnit.MINUTES)));
    }
    database
        .sql(
            """
            update accounting_system set calls_minute = :minute, calls = :calls, calls_day = :day,
              calls_today = :today""")
        .bind("minute", minute)
        .bind("calls", before.calls() + 1)
        .bind("day", day)
        .bind("today", before.callsToday() + 1)
        .update();
  }

  private record PaymentsUntil(Instant paymentsUntil) {}

  /** Up to when payments were asked for; null: never. */
  @Transactional
  Instant paymentsUntil() {
    return database
        .sql("select payments_until from accounting_system")
        .one(PaymentsUntil.class)
        .paymentsUntil();
  }

  @Transactional(TxType.REQUIRES_NEW)
  void paymentsUntil(Instant until) {
    database
        .sql("update accounting_system set payments_until = :until")
        .bind("until", until)
        .update();
  }

  private record Refresh(String refreshToken) {}

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public String current(String configured) {
    Optional<Refresh> known =
        database
            .sql("select refresh_token from accounting_system where configured = :configured")
            .bind("configured", SealedToken.fingerprint(configured))
            .first(Refresh.class);
    return known.map(kept -> SealedToken.open(configured, kept.refreshToken())).orElse(configured);
  }

  @Override
  @Transactional(TxType.REQUIRES_NEW)
  public void replace(String configured, String next) {
    database
        .sql("update accounting_system set configured = :configured, refresh_token = :next")
        .bind("configured", SealedToken.fingerprint(configured))
        .bind("next", SealedToken.seal(configured, next))
        .update();
  }
}
