package io.familiarface.jobs.accounting;

import static io.familiarface.rest.problem.CommonProblem.INVALID_REQUEST;

import io.familiarface.jobs.CompanyCalendar;
import io.familiarface.jobs.JobsProblem;
import io.familiarface.jobs.accounting.DocumentPublisher.Change;
import io.familiarface.rest.etag.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A customer pays an invoice in parts; the plan goes to accounting with the invoice. */
@ApplicationScoped
class AgreeingInstalments {
  private final Documents documents;
  private final DocumentPublisher publisher;
  private final CompanyCalendar calendar;

  AgreeingInstalments(Documents documents, DocumentPublisher publisher, CompanyCalendar calendar) {
    this.documents = documents;
    this.publisher = publisher;
    this.calendar = calendar;
  }

  @Transactional
  Document agree(String number, String ifMatch, List<Instalment> plan) {
    Document invoice = documents.lock(number);
    ETags.requireMatch(ifMatch, invoice.id, invoice.version);
    if (!invoice.isInvoice()) {
      throw JobsProblem.NOT_AN_INVOICE.because(
          "%s is a credit memo: nobody pays it.".formatted(number));
    }
    requireInOrder(plan);
    requireWhole(invoice, plan);
    if (!plan.equals(invoice.instalments)) {
      Change change = Change.of(invoice);
      invoice.payIn(plan);
      publisher.changed(List.of(change), "document.instalments-agreed", calendar.now());
    }
    return invoice;
  }

  private static void requireInOrder(List<Instalment> plan) {
    LocalDate before = LocalDate.MIN;
    for (int n = 0; n < plan.size(); n++) {
      Instalment each = plan.get(n);
      if (!each.dueOn().isAfter(before)) {
        throw INVALID_REQUEST.at(
            "/instalments/" + n + "/dueOn", "Each part is due after the one before.");
      }
      if (each.amount().amount().signum() == 0) {
        throw INVALID_REQUEST.at("/instalments/" + n + "/amount/amount", "Give more than nothing.");
      }
      before = each.dueOn();
    }
  }

  private static void requireWhole(Document invoice, List<Instalment> plan) {
    if (plan.isEmpty()) {
      return;
    }
    if (plan.stream().anyMatch(each -> !each.amount().currency().equals(invoice.currency))) {
      throw JobsProblem.OTHER_CURRENCY.at(
          "/instalments", "%s is in %s.".formatted(invoice.number, invoice.currency));
    }
    BigDecimal sum =
        plan.stream().map(each -> each.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal due = invoice.creditable();
    if (sum.compareTo(due) != 0) {
      throw JobsProblem.INSTALMENTS_DIFFER.at(
          "/instalments",
          "The parts come to %s; of %s, %s %s is to be paid in all."
              .formatted(sum, invoice.number, due, invoice.currency));
    }
  }
}
