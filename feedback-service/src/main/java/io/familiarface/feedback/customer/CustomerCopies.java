package io.familiarface.feedback.customer;

import static io.familiarface.feedback.sql.Sql.column;

import io.familiarface.feedback.sql.Row;
import io.familiarface.feedback.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The local copies of customers. */
@ApplicationScoped
public class CustomerCopies {
  private final Sql sql;

  CustomerCopies(Sql sql) {
    this.sql = sql;
  }

  public Optional<CustomerCopy> byId(UUID id) {
    return sql.first("select * from customer_copy where id = ?", CustomerCopies::read, id);
  }

  public Optional<CustomerCopy> byExternalId(String externalId) {
    return sql.first(
        "select * from customer_copy where external_id = ? order by revision desc",
        CustomerCopies::read,
        externalId);
  }

  List<CustomerCopy> byIds(Collection<UUID> ids) {
    return sql.list(
        "select * from customer_copy where id = any(?)",
        CustomerCopies::read,
        (Object) ids.toArray(UUID[]::new));
  }

  List<CustomerCopy> byExternalIds(Collection<String> externalIds) {
    return sql.list(
        "select * from customer_copy where external_id = any(?) order by revision",
        CustomerCopies::read,
        (Object) externalIds.toArray(String[]::new));
  }

  void store(Collection<CustomerCopy> copies) {
    sql.change(
        """
        insert into customer_copy
          (id, external_id, name, preferred_name, branch, status, created_at, revision)
        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                             ?::timestamptz[], ?::bigint[])
        on conflict (id) do update set
          external_id = excluded.external_id, name = excluded.name,
          preferred_name = excluded.preferred_name, branch = excluded.branch,
          status = excluded.status, created_at = excluded.created_at,
          revision = excluded.revision
        where customer_copy.revision < excluded.revision
        """,
        column(copies, CustomerCopy::id),
        column(copies, CustomerCopy::externalId),
        column(copies, CustomerCopy::name),
        column(copies, CustomerCopy::preferredName),
        column(copies, CustomerCopy::branch),
        column(copies, CustomerCopy::status),
        column(copies, CustomerCopy::createdAt),
        column(copies, CustomerCopy::revision));
  }

  void erase(UUID id) {
    sql.change("delete from customer_copy where id = ?", id);
  }

  private static CustomerCopy read(Row row) throws SQLException {
    return new CustomerCopy(
        row.uuid("id"),
        row.text("external_id"),
        row.text("name"),
        row.text("preferred_name"),
        row.text("branch"),
        row.text("status"),
        row.instant("created_at"),
        row.longNumber("revision"));
  }
}
