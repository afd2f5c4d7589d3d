package io.familiarface.customers.conduct;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Every time that somebody was to be let go. */
@ApplicationScoped
class LettingsGo implements PanacheRepositoryBase<LettingGo, UUID> {

  /** The last one; those before it were undone. */
  Optional<LettingGo> last(UUID customerId) {
    return find("customerId = ?1 order by proposedAt desc, id desc", customerId)
        .firstResultOptional();
  }

  /** The one that stands: proposed, or let go. */
  Optional<LettingGo> standing(UUID customerId) {
    return last(customerId).filter(one -> one.state != LettingGoState.UNDONE);
  }
}
