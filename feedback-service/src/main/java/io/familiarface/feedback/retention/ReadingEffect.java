package io.familiarface.feedback.retention;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.followup.FollowUps;
import io.familiarface.feedback.history.Signals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Somebody asks what calling changed. All who were meant to be called count as called, reached or
 * not: whoever answers the telephone is another customer than who does not. A customer counts once
 * in an experiment, from their first call on, when the whole horizon has passed; and not in another
 * one that drew them within it: whoever leaves does so once.
 */
@ApplicationScoped
class ReadingEffect {
  static final int HORIZON_DAYS = 90;

  private static final String UNITS =
      """
      select experiment, customer_id, stratum, held_back, opened_at
      from (
        select drawn.*, lag(opened_at) over (partition by customer_id order by opened_at) as before
        from (
          select distinct on (experiment, customer_id)
            experiment, customer_id, stratum, state = 'HELD_BACK' as held_back, opened_at
          from %s calls order by experiment, customer_id, opened_at) drawn) each
      where coalesce(before <= opened_at - cast(:horizon as interval), true)\
      """
          .formatted(FollowUps.COUNTED);

  private static final String COMPARED =
      """
      select u.experiment, u.stratum, u.held_back, count(*) as customers,
        count(*) filter (where l.cancelled) as cancelled,
        count(*) filter (where w.said > 0) as answered,
        count(w.csat) as marked, coalesce(sum(w.csat), 0)::float8 as marks,
        coalesce(sum(w.csat * w.csat), 0)::float8 as squares
      from (%s) u
      cross join lateral (select exists (
        select 1 from %s s where s.customer_id = u.customer_id
          and s.at > u.opened_at and s.at <= u.opened_at + cast(:horizon as interval)) as cancelled) l
      cross join lateral (
        select count(*) as said, avg(f.csat)::float8 as csat
        from %s f where f.customer_id = u.customer_id
          and f.at > u.opened_at and f.at <= u.opened_at + cast(:horizon as interval)) w
      where u.opened_at <= :ripe
      group by u.experiment, u.stratum, u.held_back
      """
          .formatted(UNITS, Signals.CANCELLATIONS, FeedbackRepository.ROWS);

  private static final String WAITING =
      "select count(*) from (%s) u where u.opened_at > :ripe".formatted(UNITS);

  private final Database database;
  private final Clock clock;

  ReadingEffect(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What has been counted so far. */
  List<EffectRow> rows() {
    return database
        .sql(COMPARED)
        .bind("ripe", clock.instant().minus(Duration.ofDays(HORIZON_DAYS)))
        .bind("horizon", HORIZON_DAYS + " days")
        .list(EffectRow.class);
  }

  EffectView read() {
    Instant now = clock.instant();
    RoundTrip trip =
        database
            .roundTrip()
            .bind("ripe", now.minus(Duration.ofDays(HORIZON_DAYS)))
            .bind("horizon", HORIZON_DAYS + " days");
    RoundTrip.Rows<EffectRow> compared = trip.query(COMPARED, EffectRow.class);
    RoundTrip.Rows<Long> waiting = trip.query(WAITING, Long.class);
    trip.send();
    return CallEffect.of(compared.all(), waiting.first().orElse(0L), now, HORIZON_DAYS);
  }
}
