package io.familiarface.history.recognition;

import io.familiarface.history.line.CustomerLine;
import io.familiarface.history.value.ContactKeys;
import io.familiarface.history.value.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A customer who is held. */
final class ExistingCustomer {
  final CustomerLine line;

  /** Null where nobody has given one: no line can name this customer. */
  final String key;

  final Set<String> contactKeys;

  /** Whether the key is not the company's own. */
  final boolean keyMade;

  final List<ExistingAgreement> agreements = new ArrayList<>();
  ImportedCustomer match;

  ExistingCustomer(CustomerLine line) {
    this.line = line;
    key = line.externalId();
    contactKeys =
        ContactKeys.of(
            all(line.phone(), line.otherPhones()),
            all(line.email(), line.otherEmails()),
            line.address());
    keyMade = key == null || Names.isKey("c-", key);
  }

  private static List<String> all(String first, List<String> others) {
    return Stream.concat(Stream.ofNullable(first), Stream.ofNullable(others).flatMap(List::stream))
        .toList();
  }

  List<ExistingVisit> visits() {
    return agreements.stream().flatMap(agreement -> agreement.visits.stream()).toList();
  }
}
