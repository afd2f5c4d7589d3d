package io.familiarface.feedback.testing;

import io.familiarface.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Looks at what is stored. */
@ApplicationScoped
public class Database {
  private final Sql sql;

  Database(Sql sql) {
    this.sql = sql;
  }

  /** The signals of a customer that stand, in words that compare. */
  public List<String> signals(UUID customer) {
    return sql.list(
        """
        select key || ' ' || kind || ' ' || data::text as line from signal
        where customer_id = ? and at is not null order by key
        """,
        row -> row.text("line"),
        customer);
  }

  /** The engine's state of a customer, with the first and last business time in it. */
  public String state(UUID customer) {
    return sql.first(
            """
            select concat_ws(' ', encode(state, 'hex'), first_at, last_at) as line
            from customer_risk where customer_id = ?
            """,
            row -> row.text("line"),
            customer)
        .orElse("nothing");
  }

  /** The flags of a customer. */
  public List<String> flags(UUID customer) {
    return sql.list(
        """
        select state || ' ' || raised_at || ' ' || version as line from flag
        where customer_id = ? order by raised_at
        """,
        row -> row.text("line"),
        customer);
  }

  public int count(String table, UUID customer) {
    return sql.first(
            "select count(*)::int as n from " + table + " where customer_id = ?",
            row -> row.integer("n"),
            customer)
        .orElseThrow();
  }

  public boolean isCalculating() {
    return number("select count(*) as n from calculation where state = 'RUNNING'") > 0;
  }

  /** The one number called n that a query answers. */
  public long number(String query, Object... parameters) {
    return sql.first(query, row -> row.longNumber("n"), parameters).orElseThrow();
  }

  public void change(String statement, Object... parameters) {
    sql.change(statement, parameters);
  }
}
