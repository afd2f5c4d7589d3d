package io.familiarface.feedback.feedback;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** How a customer sees us, in the numbers they gave. */
@ApplicationScoped
public class Satisfaction {
  private final Database database;

  Satisfaction(Database database) {
    this.database = database;
  }

  /**
   * @param average of all given by then, 1 to 5; null without any
   * @param last the newest; null without any
   */
  public record Csat(Double average, Integer last) {}

  public Csat of(UUID customer, Instant asOf) {
    return database
        .sql(
            """
            select avg(csat)::float8 as average,
                   (array_agg(csat order by at desc, id desc))[1] as last
            from feedback where customer_id = :customer and at <= :asOf and csat is not null
            """)
        .bind("customer", customer)
        .bind("asOf", asOf)
        .one(Csat.class);
  }
}
