package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.feedback.assessment.CustomerRisks;
import io.familiarface.feedback.flag.CustomerFlags;
import io.familiarface.feedback.jobs.BackfillDetector;
import io.familiarface.rest.feed.FollowedFeeds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * The flags for which nobody has been asked to call yet. One whose call was held back waits again
 * when it is known what became of its customer: while the experiment runs it is held back again.
 */
@ApplicationScoped
class WaitingFlags {
  /** Events; more than that is a history coming in, of which the end is not known yet. */
  private static final int TOO_FAR_BEHIND = 500;

  private static final String MOST_FIRST =
      """
      with %1$s
      select f.id, f.customer_id, a.currency as loss_currency,
             coalesce(r.probability, f.probability) * a.visits_a_year as visits_at_stake,
             coalesce(r.probability, f.probability)
               * case when a.currency is null then a.visits_a_year else a.value_a_year end
               as expected_loss,
             %5$s * case when a.currency is null then a.visits_a_year else a.value_a_year end
               as priority,
             :order as ordered_by
      from %2$s f
      left join %3$s r on r.customer_id = f.customer_id
      left join usual on true
      cross join lateral (%4$s) a
      where f.state in ('RAISED', 'ACKNOWLEDGED')
        and not exists (
          select 1 from follow_up u
          where u.flag_id = f.id and (u.state <> 'HELD_BACK' or u.opened_at > :watchedSince))
      order by %5$s * coalesce(a.value_a_year, a.visits_a_year) desc, f.raised_at, f.id
      limit :limit
      """
          .formatted(
              ExpectedLosses.USUAL,
              CustomerFlags.ROWS,
              CustomerRisks.PROBABILITIES,
              ExpectedLosses.yearOf("f.customer_id"),
              ExpectedLosses.gainOf("coalesce(r.probability, f.probability)"));

  private final Database database;
  private final BackfillDetector backfill;
  private final FollowedFeeds feeds;
  private final FollowUpSettings settings;
  private final CallEffects effects;
  private final HoldOut holdOut;

  WaitingFlags(
      Database database,
      BackfillDetector backfill,
      FollowedFeeds feeds,
      FollowUpSettings settings,
      CallEffects effects,
      HoldOut holdOut) {
    this.database = database;
    this.backfill = backfill;
    this.feeds = feeds;
    this.settings = settings;
    this.effects = effects;
    this.holdOut = holdOut;
  }

  /**
   * Where a call is expected to keep most first, once it is known what calling changes; else the
   * greatest expected loss. Of equal ones the oldest flag. The loss is the probability times what
   * the customer's running agreements bring in a year; where a price is unknown, the median of the
   * thousand newest agreements of the company stands for it. While not one price is known, visits
   * count. Amounts in different currencies are compared as they stand.
   */
  List<WaitingFlag> mostFirst(Instant now, int limit) {
    return ExpectedLosses.bind(database.sql(MOST_FIRST), effects.gains())
        .bind("now", now)
        .bind("watchedSince", now.minus(holdOut.watched()))
        .bind("limit", limit)
        .list(WaitingFlag.class);
  }

  /** Whether a history is still coming in: a flag of today may be none of tomorrow. */
  boolean historyIsComingIn() {
    return backfill.isRunning(settings.quietAfterHistory())
        || feeds.status().stream().anyMatch(feed -> feed.behind() > TOO_FAR_BEHIND);
  }
}
