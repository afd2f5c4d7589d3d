package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentPayment;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.accounting.EarnedAmount;
import io.familiarface.jobs.accounting.OutgoingDocuments;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Documents with whom they are for, one after the other in bounded memory; read some at a time, by
 * key, so that no transaction stays open while a slow reader reads.
 */
@ApplicationScoped
public class DocumentStream {
  private static final int AT_A_TIME = 100;

  private final OutgoingDocuments documents;
  private final Exports exports;
  private final CustomerCopies customers;

  DocumentStream(OutgoingDocuments documents, Exports exports, CustomerCopies customers) {
    this.documents = documents;
    this.exports = exports;
    this.customers = customers;
  }

  /** Those with these ids, in the order of their issue. */
  public List<ExportedDocument> withIds(Collection<UUID> ids) {
    return withBuyers(documents.withIds(ids));
  }

  /** The document named in a path. */
  ExportedDocument get(String number) {
    return withBuyers(List.of(documents.get(number))).get(0);
  }

  Iterator<ExportedDocument> issued(LocalDate from, LocalDate to) {
    return new Pages(last -> documents.issued(from, to, last, AT_A_TIME));
  }

  /** What would go out now. */
  Iterator<ExportedDocument> waiting() {
    return new Pages(last -> documents.waiting(last, AT_A_TIME));
  }

  /** What went to accounting of those issued in these days; null: without that end. */
  Iterator<ExportedDocument> sent(LocalDate from, LocalDate to) {
    return new Pages(last -> documents.sent(from, to, last, AT_A_TIME));
  }

  Iterator<ExportedDocument> ofExport(UUID export) {
    List<UUID> ids = exports.documentsOf(export);
    Iterator<List<UUID>> chunks = chunks(ids).iterator();
    return new Pages(
        last -> chunks.hasNext() ? documents.withIds(chunks.next()) : List.<DocumentView>of());
  }

  private static List<List<UUID>> chunks(List<UUID> ids) {
    return IntStream.range(0, (ids.size() + AT_A_TIME - 1) / AT_A_TIME)
        .mapToObj(n -> ids.subList(n * AT_A_TIME, Math.min(ids.size(), (n + 1) * AT_A_TIME)))
        .toList();
  }

  private final class Pages implements Iterator<ExportedDocument> {
    private final Function<DocumentView, List<DocumentView>> next;
    private Iterator<ExportedDocument> page = List.<ExportedDocument>of().iterator();
    private DocumentView last;
    private boolean ended;

    /**
     * @param next what comes after a document; null: the first
     */
    Pages(Function<DocumentView, List<DocumentView>> next) {
      this.next = next;
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && !ended) {
        List<DocumentView> read = next.apply(last);
        ended = read.isEmpty();
        if (!ended) {
          last = read.get(read.size() - 1);
          page = withBuyers(read).iterator();
        }
      }
      return page.hasNext();
    }

    @Override
    public ExportedDocument next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.next();
    }
  }

  private List<ExportedDocument> withBuyers(List<DocumentView> read) {
    Map<UUID, CustomerState> known =
        customers.known(
            read.stream().map(DocumentView::customerId).collect(Collectors.toUnmodifiableSet()));
    Map<UUID, List<DocumentPayment>> payments =
        documents.paymentsOf(read.stream().map(DocumentView::id).toList());
    Map<UUID, List<EarnedAmount>> earned = documents.earnedOf(read);
    return read.stream()
        .map(
            document ->
                new ExportedDocument(
                    document,
                    Buyer.of(document.customerId(), known.get(document.customerId())),
                    payments.getOrDefault(document.id(), List.of()),
                    earned.get(document.id())))
        .toList();
  }
}
