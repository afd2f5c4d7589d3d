package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Which copy of this service sends the mail of a day. Each step is a transaction by itself, so that
 * no connection is held while the mail server is waited for.
 */
@ApplicationScoped
class DailyMailClaims {
  /** Longer than a mail server is waited for; after it a claim is that of a copy that has died. */
  private static final Duration CLAIM = Duration.ofMinutes(30);

  private final Database database;
  private final Clock clock;

  DailyMailClaims(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Whether the mail of the day is the caller's to send: it is not sent, and nobody is at it. */
  boolean take(LocalDate day) {
    Instant now = clock.instant();
    return database
            .sql(
                """
                insert into daily_mail as mail (day, claimed_until) values (:day, :until)
                on conflict (day) do update set claimed_until = excluded.claimed_until
                where mail.sent_at is null and mail.claimed_until <= :now
                """)
            .bind("day", day)
            .bind("until", now.plus(CLAIM))
            .bind("now", now)
            .update()
        > 0;
  }

  /** The mail was not sent: whoever looks next tries again. */
  void giveBack(LocalDate day) {
    database
        .sql("update daily_mail set claimed_until = :now where day = :day and sent_at is null")
        .bind("day", day)
        .bind("now", clock.instant())
        .update();
  }

  /** The mail server has taken it. */
  void markSent(LocalDate day) {
    database
        .sql("update daily_mail set sent_at = :now where day = :day")
        .bind("day", day)
        .bind("now", clock.instant())
        .update();
  }
}
