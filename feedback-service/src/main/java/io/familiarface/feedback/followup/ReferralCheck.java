package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.feedback.FeedbackRepository;
import io.familiarface.feedback.flag.CustomerFlags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Who may be asked for a referral: nothing is open between the company and them, and the last thing
 * they said was good.
 */
@ApplicationScoped
class ReferralCheck {
  /**
   * What a customer said last, by whichever way it came: feedback, how a case ended for them, how
   * they were when asked since, or a call in which they named what went wrong. What was said in
   * words alone is neither good nor bad.
   */
  private static final String CONTENT =
      """
      select c.id from unnest(cast(:customers as uuid[])) as c (id)
      where not exists (select 1 from %1$s f where f.customer_id = c.id
          and f.state in ('RAISED', 'ACKNOWLEDGED', 'ACTED'))
        and not exists (select 1 from %2$s k where k.customer_id = c.id and k.next_step is not null)
        and (select last.good from (
            (select w.at, w.kind not in ('CONCERN', 'COMPLAINT') and not w.call_me
                and coalesce(w.csat >= 4, w.nps >= 9, w.kind = 'PRAISE') as good
              from %3$s w where w.customer_id = c.id order by w.at desc, w.id desc limit 1)
            union all
            (select k.resolved_at, k.state = 'CLOSED' and k.customer_satisfied
              from %4$s k where k.customer_id = c.id
                and (k.state = 'LOST' or k.customer_satisfied is not null)
              order by k.resolved_at desc limit 1)
            union all
            (select k.at, coalesce(k.trust >= 4, k.mood in ('CALM', 'GRATEFUL'))
              from %5$s k where k.customer_id = c.id
                and (k.trust is not null or k.mood is not null)
              order by k.at desc limit 1)
            union all
            (select u.at, false from %6$s u where u.customer_id = c.id
                and u.outcome = 'REACHED' and u.cause is not null
              order by u.at desc limit 1)
          ) last (at, good) order by last.at desc, last.good limit 1)
      """
          .formatted(
              CustomerFlags.ROWS,
              Complaints.CASES,
              FeedbackRepository.ROWS,
              Complaints.ROWS,
              Complaints.CHECK_INS,
              FollowUps.CALLED);

  private final Database database;

  ReferralCheck(Database database) {
    this.database = database;
  }

  Set<UUID> mayBeAsked(Collection<UUID> customers) {
    return customers.isEmpty()
        ? Set.of()
        : Set.copyOf(database.sql(CONTENT).bind("customers", customers).list(UUID.class));
  }
}
