package io.familiarface.customers.conduct;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Every time that somebody was to be let go. */
@ApplicationScoped
class LettingsGo implements PanacheRepositoryBase<LettingGo, UUID> {

  /**
   * The one that stands, or else the last that was undone. One that was undone can be later than
   * the one that stands, where two customers have become one.
   */
  Optional<LettingGo> last(UUID customerId) {
    return find(
            "customerId = ?1 order by case when state = ?2 then 1 else 0 end, proposedAt desc, id"
                + " desc",
            customerId,
            LettingGoState.UNDONE)
        .firstResultOptional();
  }

  /** The one that stands: proposed, or let go. */
  Optional<LettingGo> standing(UUID customerId) {
    return last(customerId).filter(one -> one.state != LettingGoState.UNDONE);
  }
}
