package io.familiarface.customers.conduct;

import io.familiarface.customers.customer.RetentionRule;
import io.familiarface.customers.customer.RetentionSettings;
import io.familiarface.customers.privacy.ErasingCustomer;
import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whoever was let go and has not come back is erased after a while. */
@ApplicationScoped
class CustomersLetGoLongAgo implements RetentionRule {
  private final RetentionSettings settings;
  private final Database database;
  private final ErasingCustomer erasing;

  CustomersLetGoLongAgo(RetentionSettings settings, Database database, ErasingCustomer erasing) {
    this.settings = settings;
    this.database = database;
    this.erasing = erasing;
  }

  @Override
  public String kind() {
    return "CUSTOMERS_LET_GO";
  }

  @Override
  public Optional<Period> keptFor() {
    return settings.letGo();
  }

  @Override
  public Due due(Instant before) {
    return database
        .sql(
            """
            select count(*) as count, min(approved_at) as oldest_at
            from (select approved_at from letting_go where state = 'LET_GO' and approved_at < :before
              order by approved_at limit :most) as aged\
            """)
        .bind("before", before)
        .bind("most", MOST_COUNTED)
        .one(Due.class);
  }

  @Override
  public int forget(Instant before, int most) {
    List<UUID> customers =
        database
            .sql(
                """
                select customer_id from letting_go where state = 'LET_GO' and approved_at < :before
                order by approved_at limit :most\
                """)
            .bind("before", before)
            .bind("most", most)
            .list(UUID.class);
    customers.forEach(customer -> erasing.eraseByAge(customer));
    return customers.size();
  }
}
