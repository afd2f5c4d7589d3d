package io.familiarface.history.recognition;

import io.familiarface.history.line.AgreementLine;
import io.familiarface.history.line.CancellationLine;
import io.familiarface.history.line.CustomerLine;
import io.familiarface.history.line.MatchHints;
import io.familiarface.history.line.PlannedLine;
import io.familiarface.history.line.VisitLine;
import io.familiarface.history.value.Names;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that a file says of the customers of one name, and all that is held of them. */
final class NameGroup {
  final List<ImportedCustomer> imported = new ArrayList<>();
  final List<ExistingCustomer> existing = new ArrayList<>();
  final Set<String> existingKeys = new HashSet<>();
  private final Map<String, ExistingCustomer> existingCustomers = new HashMap<>();
  private final Map<String, ExistingAgreement> existingAgreements = new HashMap<>();
  private ImportedAgreement lastAgreement;

  /** Takes the next line of a plan, in which a customer's agreements and visits follow them. */
  void add(PlannedLine planned) {
    long origin = planned.origin();
    if (planned.line() instanceof CustomerLine line) {
      imported.add(new ImportedCustomer(origin, line, (MatchHints.ForCustomer) planned.hints()));
    } else if (planned.line() instanceof AgreementLine line) {
      var hints = (MatchHints.ForAgreement) planned.hints();
      lastAgreement = new ImportedAgreement(origin, line, hints.programGiven());
      imported.get(imported.size() - 1).agreements.add(lastAgreement);
    } else if (planned.line() instanceof VisitLine line) {
      var hints = (MatchHints.ForVisit) planned.hints();
      lastAgreement.visits.add(new ImportedVisit(origin, line, hints, lastAgreement));
    } else if (planned.line() instanceof CancellationLine line) {
      lastAgreement.cancellation = new ImportedAgreement.Cancellation(origin, line);
    }
  }

  /** Takes what is held, each after the one that it refers to. */
  void add(ListedItem item, ZoneId zone) {
    String key = null;
    if (item instanceof ListedItem.Customer customer) {
      var held = new ExistingCustomer(customer.line());
      existing.add(held);
      existingCustomers.put(customer.id(), held);
      key = held.key;
    } else if (item instanceof ListedItem.Agreement agreement) {
      var held = new ExistingAgreement(agreement, zone);
      existingCustomers.get(agreement.customerId()).agreements.add(held);
      existingAgreements.put(agreement.id(), held);
      key = held.key;
    } else if (item instanceof ListedItem.Visit visit) {
      key = visit.line().externalId();
      ExistingAgreement agreement = existingAgreements.get(visit.agreementId());
      if (agreement != null) {
        agreement.visits.add(new ExistingVisit(visit, agreement, zone));
      }
    }
    if (key != null) {
      existingKeys.add(key);
    }
  }

  /** The first key, of those made of this one, that nothing has. */
  String free(String key) {
    String free = key;
    for (int n = 2; !existingKeys.add(free); n++) {
      free = Names.under(key, String.valueOf(n));
    }
    return free;
  }
}
