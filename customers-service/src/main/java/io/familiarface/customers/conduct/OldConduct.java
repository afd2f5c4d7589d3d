package io.familiarface.customers.conduct;

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

/** What happened so long ago that nobody needs to know it any more. */
@Singleton
class OldConduct extends AgedRows {
  private final RetentionSettings settings;

  OldConduct(
      RetentionSettings settings,
      Database database,
      AuditTrail audit,
      Event<CustomerChanged> changed,
      Clock clock) {
    super("conduct_entry", "conduct", database, audit, changed, clock);
    this.settings = settings;
  }

  @Override
  public String kind() {
    return "CONDUCT";
  }

  @Override
  public Optional<Period> keptFor() {
    return settings.conduct();
  }
}
