package io.familiarface.jobs.accounting.system;

import io.familiarface.jobs.accounting.export.ExportedDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An accounting system, spoken to by its own interface. Each method throws {@link
 * SystemUnavailable} when it is to be asked again later with the same id, and {@link
 * RequestRefused} when that would be of no use.
 */
interface AccountingSystem {
  /** How many documents or customers go in one request. */
  int batch();

  int callsPerMinute();

  int callsPerDay();

  /** The customer who is called so there, by the system's id. */
  Optional<String> findCustomer(String name);

  /**
   * @param requestId the same each time it is asked for the same
   * @return by our ids; one without an id was not made, for these words
   */
  Map<UUID, Answer> addCustomers(String requestId, List<NamedCustomer> customers);

  /**
   * @param requestId the same each time it is asked for the same
   * @param customers the system's ids of those whom the documents are for, by ours
   * @return an answer for each document, by our ids
   */
  Map<UUID, Answer> book(
      String requestId, List<ExportedDocument> documents, Map<UUID, String> customers);

  /** What was paid, of what has changed since then. */
  List<TheirPayment> payments(Instant since);

  /** Customers are told apart by their names there. */
  record NamedCustomer(UUID id, String name) {}

  /**
   * @param externalId the system's id; null if it refused
   * @param words why it refused; null if it did not
   */
  record Answer(String externalId, String words) {
    static Answer done(String externalId) {
      return new Answer(externalId, null);
    }

    static Answer refused(String words) {
      return new Answer(null, words);
    }

    boolean isDone() {
      return externalId != null;
    }
  }
}
