package io.familiarface.history.recognition;

import io.familiarface.history.report.Note;
import io.familiarface.history.report.Notes;
import io.familiarface.history.value.ContactKeys;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongBiFunction;

/**
 * Finds the customers of a file, all of one name, among those held. Their keys depend on what else
 * was in the file, so it goes by what tells people apart: the company's ids, then telephone, e-mail
 * and home, then the visits they share. Where nothing tells, somebody must say; nobody is guessed.
 */
final class CustomerMatcher {
  private final VisitMatcher visits;
  private final Notes notes;

  CustomerMatcher(VisitMatcher visits, Notes notes) {
    this.visits = visits;
    this.notes = notes;
  }

  void match(List<ImportedCustomer> imported, List<ExistingCustomer> existing) {
    byMost(imported, existing, (o, t) -> isKnownKey(o, t) ? 1 : 0);
    byMost(
        imported,
        existing,
        (o, t) -> o.hints.contactKeys().stream().filter(t.contactKeys::contains).count());
    for (ImportedCustomer customer : imported) {
      if (customer.match != null) {
        visits.match(customer.visits(), customer.match.visits());
      }
    }
    byMost(imported, existing, (o, t) -> visits.shared(o.visits(), t.visits()));
    theRest(imported, existing);
    withoutKey(imported);
    for (ImportedCustomer customer : imported) {
      if (customer.match != null) {
        visits.match(customer.visits(), customer.match.visits());
      }
    }
    visits.match(
        imported.stream().flatMap(customer -> customer.visits().stream()).toList(),
        existing.stream().flatMap(customer -> customer.visits().stream()).toList());
  }

  /** A key made of the name alone is whoever's was first; any other key is one customer's. */
  private static boolean isKnownKey(ImportedCustomer imported, ExistingCustomer existing) {
    return existing.key != null
        && (existing.key.equals(imported.hints.spareKey())
            || (imported.hints.idGiven() && existing.key.equals(imported.key())));
  }

  private static boolean mayBeOne(ImportedCustomer imported, ExistingCustomer existing) {
    return imported.match == null
        && existing.match == null
        && (!imported.hints.idGiven() || existing.keyMade || imported.key().equals(existing.key));
  }

  /** Of equally much in common, the same key decides. */
  private static void byMost(
      List<ImportedCustomer> imported,
      List<ExistingCustomer> existing,
      ToLongBiFunction<ImportedCustomer, ExistingCustomer> common) {
    BestPairs.pair(
        imported,
        existing,
        (o, t) -> {
          long has = mayBeOne(o, t) ? 2 * common.applyAsLong(o, t) : 0;
          return has > 0 && o.key().equals(t.key) ? has + 1 : has;
        },
        CustomerMatcher::pair);
  }

  /** Whoever alone is left on both sides is the same: a new telephone number is no new customer. */
  private void theRest(List<ImportedCustomer> imported, List<ExistingCustomer> existing) {
    List<ImportedCustomer> open =
        imported.stream().filter(customer -> customer.match == null).toList();
    for (ImportedCustomer customer : open) {
      List<ExistingCustomer> possible =
          existing.stream().filter(t -> mayBeOne(customer, t)).toList();
      if (possible.isEmpty()) {
        continue;
      }
      ExistingCustomer only = possible.get(0);
      boolean other = ContactKeys.contradict(customer.hints.contactKeys(), only.contactKeys);
      if (other && only.key == null) {
        continue;
      }
      if (open.size() > 1 || possible.size() > 1 || (other && existing.size() > 1)) {
        customer.undecided =
            "%s: this name is held for %d (%s), and neither phone, e-mail, address nor a visit tells which is meant. Fill in one that is held, or the customer id that is held."
                .formatted(
                    customer.name(),
                    existing.size(),
                    String.join(", ", existing.stream().map(CustomerMatcher::key).toList()));
        continue;
      }
      if (other) {
        notes.add(
            Note.TAKEN_FOR_SAME,
            customer.origin,
            "%s, now with %s instead of %s (%s)"
                .formatted(
                    customer.name(),
                    words(customer.hints.contactKeys()),
                    words(only.contactKeys),
                    only.key));
      }
      pair(customer, only);
    }
  }

  /** Entered by hand, and not by an import: a second one must not be made beside. */
  private static void withoutKey(List<ImportedCustomer> imported) {
    for (ImportedCustomer customer : imported) {
      if (customer.match != null && customer.match.key == null) {
        customer.undecided =
            "%s is held without an external id, so that no line can name this customer: give the one who is held the external id %s, then import again."
                .formatted(customer.name(), customer.key());
      }
    }
  }

  private static String key(ExistingCustomer existing) {
    return existing.key == null ? "one without an external id" : existing.key;
  }

  private static String words(Set<String> contactKeys) {
    return String.join(", ", contactKeys.stream().sorted().toList());
  }

  private static void pair(ImportedCustomer imported, ExistingCustomer existing) {
    imported.match = existing;
    existing.match = imported;
  }
}
