package io.familiarface.feedback.given;

import io.familiarface.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** How a customer sees us, in her own numbers. */
@ApplicationScoped
public class Satisfaction {
  private final Sql sql;

  Satisfaction(Sql sql) {
    this.sql = sql;
  }

  /**
   * @param average of all she gave by then, 1 to 5; null without any
   * @param last the newest; null without any
   */
  public record Csat(Double average, Integer last) {}

  public Csat of(UUID customer, Instant asOf) {
    return sql.first(
            """
            select avg(csat)::float8 as average, (array_agg(csat order by at desc, id desc))[1] as last
            from feedback where customer_id = ? and at <= ? and csat is not null
            """,
            row -> {
              Integer last = row.integer("last");
              return new Csat(last == null ? null : row.number("average"), last);
            },
            customer,
            asOf)
        .orElseThrow();
  }
}
