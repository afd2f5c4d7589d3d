package io.familiarface.feedback.followup;

import io.familiarface.database.Database;
import io.familiarface.feedback.complaint.Complaints;
import io.familiarface.feedback.flag.CustomerFlags;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Who may be asked for a referral: nothing is open between the company and them, no flag, no case
 * and no call in which they are to be heard, and the last thing they said was good.
 */
@ApplicationScoped
class ReferralCheck {
  private static final String CONTENT =
      """
      select c.id from unnest(cast(:customers as uuid[])) as c (id)
      where not exists (select 1 from %s f where f.customer_id = c.id
          and f.state in ('RAISED', 'ACKNOWLEDGED', 'ACTED'))
        and not exists (select 1 from %s k where k.customer_id = c.id and k.next_step is not null)
        and not exists (select 1 from follow_up u where u.customer_id = c.id and u.state = 'OPEN'
          and u.kind in ('CALL_ME', 'UNHAPPY', 'CASE_ANSWER'))
        and (select last.good from (%s) last order by last.at desc, last.good limit 1)
      """
          .formatted(CustomerFlags.ROWS, Complaints.CASES, CustomerWords.JUDGED);

  private final Database database;
  private final CallPolicySettings policy;

  ReferralCheck(Database database, CallPolicySettings policy) {
    this.database = database;
    this.policy = policy;
  }

  Set<UUID> mayBeAsked(Collection<UUID> customers) {
    return customers.isEmpty()
        ? Set.of()
        : Set.copyOf(
            database
                .sql(CONTENT)
                .bind("customers", customers)
                .bind("since", Instant.EPOCH)
                .bind("lowMark", policy.lowSatisfaction())
                .list(UUID.class));
  }
}
