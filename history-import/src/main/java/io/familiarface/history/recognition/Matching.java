package io.familiarface.history.recognition;

import io.familiarface.history.Destination;
import io.familiarface.history.report.Notes;
import java.time.ZoneId;
import java.util.List;

/** Finds the customers, agreements and visits of one name, and refuses what nobody can tell. */
final class Matching {
  private final UnsentListener unsent;
  private final CustomerMatcher customers;
  private final AgreementMatcher agreements;

  Matching(ZoneId zone, TechnicianMatcher technicians, Notes notes, UnsentListener unsent) {
    this.unsent = unsent;
    this.customers = new CustomerMatcher(new VisitMatcher(technicians), notes);
    this.agreements = new AgreementMatcher(notes, zone);
  }

  /** Those of the group that can be told, with what is recognised of each. */
  List<ImportedCustomer> match(NameGroup group) {
    customers.match(group.imported, group.existing);
    for (ImportedCustomer customer : group.imported) {
      if (customer.undecided != null) {
        refuse(customer);
        continue;
      }
      if (customer.match != null) {
        agreements.match(customer);
      }
      if (group.existing.size() > 1 && !customer.hints.idGiven()) {
        refuseNameOnly(customer, group.existing.size());
      }
    }
    return group.imported.stream().filter(customer -> customer.undecided == null).toList();
  }

  /** A line with nothing but a name may be of any of those who have it. */
  private void refuseNameOnly(ImportedCustomer customer, int ofThisName) {
    for (ImportedAgreement agreement : customer.agreements) {
      List<ImportedVisit> unclear =
          agreement.newVisits().stream().filter(visit -> visit.hints.nameOnly()).toList();
      for (ImportedVisit visit : unclear) {
        unsent.refuse(
            Destination.VISITS,
            visit.origin,
            visit.key(),
            "There are %d customers of this name, and the line has no phone, e-mail or address to tell which: fill one in, or a customer id."
                .formatted(ofThisName));
      }
      agreement.visits.removeAll(unclear);
    }
  }

  private void refuse(ImportedCustomer customer) {
    String why = customer.undecided;
    unsent.refuse(Destination.CUSTOMERS, customer.origin, customer.key(), why);
    for (ImportedAgreement agreement : customer.agreements) {
      unsent.refuse(Destination.AGREEMENTS, agreement.origin, agreement.key(), why);
      agreement.visits.forEach(v -> unsent.refuse(Destination.VISITS, v.origin, v.key(), why));
      if (agreement.cancellation != null) {
        unsent.refuse(
            Destination.CANCELLATIONS, agreement.cancellation.origin(), agreement.key(), why);
      }
    }
  }
}
