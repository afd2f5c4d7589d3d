package io.familiarface.jobs.accounting.system;

import io.familiarface.database.Database;
import io.familiarface.jobs.CustomerMerged;
import io.familiarface.rest.Ids;
import io.familiarface.rest.page.Key;
import io.familiarface.rest.page.Page;
import io.familiarface.rest.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Which documents are to be booked in the accounting system, and which are. */
@ApplicationScoped
class BookingQueue {
  private static final String SELECT =
      """
      select document_id, number as document, state, attempts,
        case when state = 'PENDING' then next_at end as next_at, external_id, words, at
      from booking
      """;

  private final Database database;

  BookingQueue(Database database) {
    this.database = database;
  }

  /** What is sent together, under this id each time. */
  record Batch(UUID id, List<UUID> documents, int attempts) {}

  private record Row(UUID documentId, UUID batchId, int attempts) {}

  /** Puts documents down, each once. */
  void enqueue(Collection<UUID> documents, String documentsTable, Instant now) {
    database
        .sql(
            """
            insert into booking (document_id, number, issued_on, state, next_at, at)
            select id, number, issued_on, 'PENDING', :now, :now from %s d where id = any(:documents)
            on conflict do nothing"""
                .formatted(documentsTable))
        .bind("documents", documents)
        .bind("now", now)
        .update();
  }

  /** What was sent before and is due again, as it was; or else the oldest that are due. */
  Optional<Batch> next(Instant now, int size) {
    List<Row> again =
        database
            .sql(
                """
                select document_id, batch_id, attempts from booking
                where state = 'PENDING' and batch_id = (
                  select batch_id from booking
                  where state = 'PENDING' and batch_id is not null and next_at <= :now
                  order by next_at, issued_on, document_id limit 1)
                order by issued_on, document_id""")
            .bind("now", now)
            .list(Row.class);
    List<Row> rows = again.isEmpty() ? anew(now, size) : again;
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Batch(
                rows.get(0).batchId(),
                rows.stream().map(Row::documentId).toList(),
                rows.get(0).attempts()));
  }

  private List<Row> anew(Instant now, int size) {
    return database
        .sql(
            """
            update booking set batch_id = :batch where document_id in (
              select document_id from booking
              where state = 'PENDING' and batch_id is null and next_at <= :now
              order by next_at, issued_on, document_id limit :size)
            returning document_id, batch_id, attempts""")
        .bind("batch", Ids.next())
        .bind("now", now)
        .bind("size", size)
        .list(Row.class);
  }

  /** They are held again before they were sent: they come back when they are released. */
  void withdraw(Collection<UUID> documents) {
    database
        .sql("delete from booking where document_id = any(:documents) and state = 'PENDING'")
        .bind("documents", documents)
        .update();
  }

  void record(UUID document, BookingState state, String externalId, String words, Instant at) {
    database
        .sql(
            """
            update booking set state = :state, external_id = :externalId, words = :words,
              next_at = null, batch_id = null, at = :at
            where document_id = :document""")
        .bind("document", document)
        .bind("state", state)
        .bind("externalId", externalId)
        .bind("words", words)
        .bind("at", at)
        .update();
  }

  /**
   * The batch is sent again as it is.
   *
   * @param attempts how many were made that count
   */
  void postpone(UUID batch, int attempts, Instant next, String words) {
    database
        .sql(
            """
            update booking set next_at = :next, attempts = :attempts, words = :words
            where batch_id = :batch""")
        .bind("batch", batch)
        .bind("attempts", attempts)
        .bind("next", next)
        .bind("words", words)
        .update();
  }

  void giveUp(UUID batch, String words, Instant at) {
    database
        .sql(
            """
            update booking set state = 'GIVEN_UP', next_at = null, batch_id = null,
              attempts = attempts + 1, words = :words, at = :at
            where batch_id = :batch""")
        .bind("batch", batch)
        .bind("words", words)
        .bind("at", at)
        .update();
  }

  /** Each goes by itself, so that what is wrong with one is found. */
  void split(Collection<UUID> documents) {
    database
        .sql(
            """
            update booking set batch_id = gen_random_uuid()
            where document_id = any(:documents) and state = 'PENDING'""")
        .bind("documents", documents)
        .update();
  }

  /**
   * Sends on their way anew what was refused or given up.
   *
   * @param numbers null: all of it
   */
  List<BookingView> retry(Collection<String> numbers, Instant at) {
    var update =
        database
            .sql(
                """
                update booking set state = 'PENDING', attempts = 0, batch_id = null, next_at = :at,
                  at = :at
                where document_id in (
                  select document_id from booking where state in ('REFUSED', 'GIVEN_UP')%s
                  order by document_id for update)
                returning document_id, number as document, state, attempts, next_at, external_id,
                  words, at"""
                    .formatted(numbers == null ? "" : " and number = any(:numbers)"))
            .bind("at", at);
    return (numbers == null ? update : update.bind("numbers", numbers)).list(BookingView.class);
  }

  Page<BookingView> page(BookingState state, PageRequest page) {
    var list = database.list(SELECT).where("state = :state", "state", state);
    page.after().ifPresent(key -> list.before("at, document_id", key.instant(0), key.uuid(1)));
    return Page.of(
        list.list(BookingView.class, "at desc, document_id desc", page.limit() + 1),
        page,
        view -> Key.of(view.at(), view.documentId()),
        Function.identity());
  }

  private record Known(UUID customerId, String externalId) {}

  Map<UUID, String> customers(Collection<UUID> ids) {
    Map<UUID, String> known = new HashMap<>();
    database
        .sql("select customer_id, external_id from booked_customer where customer_id = any(:ids)")
        .bind("ids", ids)
        .list(Known.class)
        .forEach(each -> known.put(each.customerId(), each.externalId()));
    return known;
  }

  boolean isCustomer(String externalId) {
    return database
        .sql("select 1 from booked_customer where external_id = :externalId")
        .bind("externalId", externalId)
        .exists();
  }

  void insertCustomer(UUID id, String externalId) {
    database
        .sql(
            """
            insert into booked_customer (customer_id, external_id) values (:id, :externalId)
            on conflict do nothing""")
        .bind("id", id)
        .bind("externalId", externalId)
        .update();
  }

  /** Whoever was known there under the one is known under the other, unless that one is too. */
  void move(@Observes CustomerMerged merged) {
    database
        .sql(
            """
            update booked_customer set customer_id = :into where customer_id = :from
              and not exists (select from booked_customer where customer_id = :into)""")
        .bind("from", merged.from())
        .bind("into", merged.into())
        .update();
  }

  /** The number of the document that the system knows by this id. */
  Optional<String> number(String externalId) {
    return database
        .sql("select number from booking where external_id = :externalId")
        .bind("externalId", externalId)
        .first(String.class);
  }
}
