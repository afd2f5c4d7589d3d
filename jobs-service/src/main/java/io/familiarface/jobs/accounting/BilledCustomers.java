package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.jobs.customer.CustomerCopies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The lock before all others of accounting: whoever changes documents, cases or credits of
 * customers first locks their rows here, in the order of their ids (ADR 16). So an invoice is never
 * made ready past a case that is just being opened.
 */
@ApplicationScoped
class BilledCustomers {
  private static final String LOCK =
      """
      select customer_id from accounting_customer where customer_id = any(:customers)
      order by customer_id for no key update""";

  private final Database database;

  BilledCustomers(Database database) {
    this.database = database;
  }

  void lock(Collection<UUID> customers) {
    locking(customers).send();
  }

  /**
   * As {@link #lock}, one of whom another service tells that may not have heard of a merge.
   *
   * @return who that is now, who is locked
   */
  UUID lockSurvivor(UUID customer) {
    RoundTrip trip = locking(List.of(customer));
    Rows<UUID> survivor = CustomerCopies.survivor(trip, customer);
    trip.send();
    return survivor.first().map(this::lockSurvivor).orElse(customer);
  }

  private RoundTrip locking(Collection<UUID> customers) {
    return database
        .roundTrip()
        .update(
            """
            insert into accounting_customer (customer_id)
            select one from unnest(cast(:customers as uuid[])) as one order by one
            on conflict do nothing""")
        .update(LOCK)
        .bind("customers", customers.stream().distinct().sorted().toList());
  }

  /** As {@link #lock}, the customers of documents, as far as there are such. */
  void lockOwnersOf(Collection<String> numbers) {
    database
        .sql(
            """
            select customer_id from accounting_customer
            where customer_id in (
              select customer_id from accounting_document where number = any(:numbers))
            order by customer_id for no key update""")
        .bind("numbers", numbers)
        .list(UUID.class);
  }

  /** Locks the customer of a document; false if there is no such document. */
  boolean lockOwnerOf(String number) {
    return database
        .sql(
            """
            select customer_id from accounting_customer
            where customer_id = (select customer_id from accounting_document where number = :number)
            for no key update""")
        .bind("number", number)
        .exists();
  }

  /** All that was one's is the other's. */
  void move(@Observes CustomerMerged merged) {
    lock(List.of(merged.from(), merged.into()));
    database
        .roundTrip()
        .update("update visit_to_invoice set customer_id = :into where customer_id = :from")
        .update(
            """
            update accounting_document set customer_id = :into, version = version + 1
            where customer_id = :from""")
        .update("update customer_case set customer_id = :into where customer_id = :from")
        .update("update remedy_credit set customer_id = :into where customer_id = :from")
        .update("update certificate_discount set customer_id = :into where customer_id = :from")
        .bind("from", merged.from())
        .bind("into", merged.into())
        .send();
  }
}
