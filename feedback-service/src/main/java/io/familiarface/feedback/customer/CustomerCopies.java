package io.familiarface.feedback.customer;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.audit.PersonKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The local copies of customers. */
@ApplicationScoped
public class CustomerCopies implements PersonKeys {
  /** For a list of another package that joins it: what a customer is called, and the branch. */
  public static final String TABLE = "customer_copy";

  /** What another package may join. */
  public static final String NAMES =
      "(select id, external_id, name, preferred_name, branch from customer_copy)";

  /** When a customer last came to the company themselves, which another package may join. */
  public static final String LAST_INBOUND =
      "(select id, last_inbound_at from customer_copy where last_inbound_at is not null)";

  /** The id of whoever has {@code :externalId} by what was told last. */
  static final String ID_BY_EXTERNAL_ID =
      "select id from customer_copy where external_id = :externalId order by revision desc limit 1";

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

  @Override
  public Optional<UUID> personWithKey(String externalId) {
    return byExternalId(externalId).map(CustomerCopy::id);
  }

  /** Asks for whoever has an external id with the round trip. */
  RoundTrip.Rows<CustomerCopy> byExternalId(String externalId, RoundTrip trip) {
    return trip.bind("externalId", externalId)
        .query(
            """
            select * from customer_copy where external_id = :externalId
            order by revision desc limit 1
            """,
            CustomerCopy.class);
  }

  /** Asks for those of some ids with the round trip. */
  RoundTrip.Rows<CustomerCopy> byIds(Collection<UUID> ids, RoundTrip trip) {
    return trip.bind("copyIds", ids)
        .query("select * from customer_copy where id = any(:copyIds)", CustomerCopy.class);
  }

  List<CustomerCopy> byExternalIds(Collection<String> externalIds) {
    return database
        .sql("select * from customer_copy where external_id = any(:ids) order by revision")
        .bind("ids", externalIds)
        .list(CustomerCopy.class);
  }

  void store(Collection<CustomerCopy> copies) {
    RoundTrip trip = database.roundTrip();
    store(copies, trip);
    trip.send();
  }

  /** Stores them, with the round trip, unless a newer revision is there. */
  void store(Collection<CustomerCopy> copies, RoundTrip trip) {
    if (copies.isEmpty()) {
      return;
    }
    trip.bindColumn("copyIds", copies, CustomerCopy::id)
        .bindColumn("copyExternalIds", copies, CustomerCopy::externalId)
        .bindColumn("copyNames", copies, CustomerCopy::name)
        .bindColumn("copyPreferredNames", copies, CustomerCopy::preferredName)
        .bindColumn("copyBranches", copies, CustomerCopy::branch)
        .bindColumn("copyStatuses", copies, CustomerCopy::status)
        .bindColumn("copyCreatedAts", copies, CustomerCopy::createdAt)
        .bindColumn("copyLastInboundAts", copies, CustomerCopy::lastInboundAt)
        .bindColumn("copyRevisions", copies, CustomerCopy::revision)
        .update(
            """
            insert into customer_copy
              (id, external_id, name, preferred_name, branch, status, created_at,
               last_inbound_at, revision)
            select * from unnest(
              cast(:copyIds as uuid[]), cast(:copyExternalIds as text[]), cast(:copyNames as text[]),
              cast(:copyPreferredNames as text[]), cast(:copyBranches as text[]),
              cast(:copyStatuses as text[]), cast(:copyCreatedAts as timestamptz[]),
              cast(:copyLastInboundAts as timestamptz[]), cast(:copyRevisions as bigint[]))
            on conflict (id) do update set
              external_id = excluded.external_id, name = excluded.name,
              preferred_name = excluded.preferred_name, branch = excluded.branch,
              status = excluded.status, created_at = excluded.created_at,
              last_inbound_at = excluded.last_inbound_at, revision = excluded.revision
            where customer_copy.revision < excluded.revision
            """);
  }

  List<UUID> ids() {
    return database.sql("select id from customer_copy").list(UUID.class);
  }

  void erase(UUID id) {
    database.sql("delete from customer_copy where id = :id").bind("id", id).update();
  }
}
