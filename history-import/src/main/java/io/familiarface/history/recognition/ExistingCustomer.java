package io.familiarface.history.recognition;

import io.familiarface.history.line.CustomerLine;
import io.familiarface.history.value.ContactKeys;
import io.familiarface.history.value.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
    contactKeys = ContactKeys.of(line.phone(), line.email(), line.address());
    keyMade = key == null || Names.isKey("c-", key);
  }

  List<ExistingVisit> visits() {
    return agreements.stream().flatMap(agreement -> agreement.visits.stream()).toList();
  }
}
