package io.familiarface.customers.interaction;

import io.familiarface.customers.customer.AgedRows;
import io.familiarface.customers.customer.CustomerChanged;
import io.familiarface.customers.customer.RetentionSettings;
import io.familiarface.database.Database;
import io.familiarface.rest.audit.AuditTrail;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Period;
import java.util.Optional;

/** Talks of which nobody needs to know any more. */
@Singleton
class OldInteractions extends AgedRows {
  private final RetentionSettings settings;

  OldInteractions(
      RetentionSettings settings,
      Database database,
      AuditTrail audit,
      Event<CustomerChanged> changed,
      Clock clock) {
    super("interaction", "interaction", database, audit, changed, clock);
    this.settings = settings;
  }

  @Override
  public String kind() {
    return "INTERACTIONS";
  }

  @Override
  public Optional<Period> keptFor() {
    return settings.interactions();
  }
}
