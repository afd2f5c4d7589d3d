package io.familiarface.customers.customer;

import io.familiarface.customers.search.SearchDocument;
import io.familiarface.database.RoundTrip;
import io.familiarface.rest.LastTrip;
import io.familiarface.rest.TransactionBuffer;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** By what the customers changed in this transaction are found, written together at its end. */
@Singleton
class PendingDocuments extends TransactionBuffer<PendingDocuments.Pending> {

  PendingDocuments(LastTrip lastTrip) {
    super(lastTrip);
  }

  record Pending(UUID customerId, SearchDocument document) {}

  void add(Pending one) {
    addToTransaction(one);
  }

  @Override
  protected void write(List<Pending> added, RoundTrip trip) {
    Map<UUID, SearchDocument> last = new LinkedHashMap<>();
    added.forEach(one -> last.put(one.customerId, one.document));
    // Sorted, so that two transactions with the same new words do not wait for each other.
    Set<String> words = new TreeSet<>();
    last.values().forEach(document -> words.addAll(document.words()));
    trip.update(
            """
            insert into customer_search (customer_id, text)
            select * from unnest(cast(:foundIds as uuid[]), cast(:foundTexts as text[]))
            on conflict (customer_id) do update set text = excluded.text
            where customer_search.text <> excluded.text""")
        .update(
            """
            insert into search_word (word) select unnest(cast(:foundWords as text[]))
            on conflict do nothing""")
        .bind("foundIds", last.keySet())
        .bind("foundTexts", last.values().stream().map(SearchDocument::text).toList())
        .bind("foundWords", words);
  }
}
