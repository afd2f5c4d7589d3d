package io.familiarface.feedback.customer;

import io.familiarface.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The local copies of customers. */
@ApplicationScoped
public class CustomerCopies {
  /** For a list of another package that joins it: what a customer is called, and the branch. */
  public static final String TABLE = "customer_copy";

  /** What another package may join. */
  public static final String NAMES =
      "(select id, external_id, name, preferred_name, branch from customer_copy)";

  private final Database database;

  CustomerCopies(Database database) {
    this.database = database;
  }

  public Optional<CustomerCopy> byId(UUID id) {
    return database
        .sql("select * from customer_copy where id = :id")
        .bind("id", id)
        .first(CustomerCopy.class);
  }

  public Optional<CustomerCopy> byExternalId(String externalId) {
    return database
        .sql("select * from customer_copy where external_id = :id order by revision desc")
        .bind("id", externalId)
        .first(CustomerCopy.class);
  }

  List<CustomerCopy> byIds(Collection<UUID> ids) {
    return database
        .sql("select * from customer_copy where id = any(:ids)")
        .bind("ids", ids)
        .list(CustomerCopy.class);
  }

  List<CustomerCopy> byExternalIds(Collection<String> externalIds) {
    return database
        .sql("select * from customer_copy where external_id = any(:ids) order by revision")
        .bind("ids", externalIds)
        .list(CustomerCopy.class);
  }

  void store(Collection<CustomerCopy> copies) {
    database
        .sql(
            """
            insert into customer_copy
              (id, external_id, name, preferred_name, branch, status, created_at, revision)
            select * from unnest(
              cast(:ids as uuid[]), cast(:externalIds as text[]), cast(:names as text[]),
              cast(:preferredNames as text[]), cast(:branches as text[]),
              cast(:statuses as text[]), cast(:createdAts as timestamptz[]),
              cast(:revisions as bigint[]))
            on conflict (id) do update set
              external_id = excluded.external_id, name = excluded.name,
              preferred_name = excluded.preferred_name, branch = excluded.branch,
              status = excluded.status, created_at = excluded.created_at,
              revision = excluded.revision
            where customer_copy.revision < excluded.revision
            """)
        .bindColumn("ids", copies, CustomerCopy::id)
        .bindColumn("externalIds", copies, CustomerCopy::externalId)
        .bindColumn("names", copies, CustomerCopy::name)
        .bindColumn("preferredNames", copies, CustomerCopy::preferredName)
        .bindColumn("branches", copies, CustomerCopy::branch)
        .bindColumn("statuses", copies, CustomerCopy::status)
        .bindColumn("createdAts", copies, CustomerCopy::createdAt)
        .bindColumn("revisions", copies, CustomerCopy::revision)
        .update();
  }

  List<UUID> ids() {
    return database.sql("select id from customer_copy").list(UUID.class);
  }

  void erase(UUID id) {
    database.sql("delete from customer_copy where id = :id").bind("id", id).update();
  }
}
