package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentPayment;
import io.familiarface.jobs.accounting.DocumentSelection;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.accounting.EarnedAmount;
import io.familiarface.jobs.accounting.OutgoingDocuments;
import io.familiarface.jobs.customer.CustomerCopies;
import io.familiarface.jobs.customer.CustomerState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Documents with whom they are for, one after the other in bounded memory; read some at a time, by
 * key, so that no transaction stays open while a slow reader reads.
 */
@ApplicationScoped
public class DocumentStream {
  private static final int AT_A_TIME = 500;

  private final OutgoingDocuments documents;
  private final CustomerCopies customers;

  DocumentStream(OutgoingDocuments documents, CustomerCopies customers) {
    this.documents = documents;
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

  Iterator<ExportedDocument> of(DocumentSelection selection) {
    return new Pages(selection);
  }

  private final class Pages implements Iterator<ExportedDocument> {
    private final DocumentSelection selection;
    private Iterator<ExportedDocument> page = List.<ExportedDocument>of().iterator();
    private DocumentView last;
    private boolean ended;

    Pages(DocumentSelection selection) {
      this.selection = selection;
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext() && !ended) {
        List<DocumentView> read = documents.list(selection, last, AT_A_TIME);
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
