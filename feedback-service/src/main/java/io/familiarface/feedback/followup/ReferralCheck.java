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
  private static final String CONTENT =
      """
      select c.id from unnest(cast(:customers as uuid[])) as c (id)
      where not exists (select 1 from %s f where f.customer_id = c.id
          and f.state in ('RAISED', 'ACKNOWLEDGED', 'ACTED'))
        and not exists (select 1 from %s k where k.customer_id = c.id and k.next_step is not null)
        and (select coalesce(w.csat >= 4, w.nps >= 9, w.kind = 'PRAISE') and not w.call_me
             from %s w where w.customer_id = c.id order by w.at desc, w.id desc limit 1)
      """
          .formatted(CustomerFlags.ROWS, Complaints.CASES, FeedbackRepository.ROWS);

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
