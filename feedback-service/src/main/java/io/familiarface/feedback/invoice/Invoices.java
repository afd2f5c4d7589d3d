package io.familiarface.feedback.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.history.MergedCustomers;
import io.familiarface.rest.Money;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.neighbour.OutsideTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Finds the invoice that somebody speaks of: jobs-service, which makes them, is asked. */
@ApplicationScoped
public class Invoices {
  private final InvoicesApi jobs;
  private final Neighbours neighbours;
  private final MergedCustomers merged;

  Invoices(@RestClient InvoicesApi jobs, Neighbours neighbours, MergedCustomers merged) {
    this.jobs = jobs;
    this.neighbours = neighbours;
    this.merged = merged;
  }

  /**
   * Refuses what can't be taken from the invoice that a remedy names.
   *
   * @param number null when it names none
   * @param amount null when it is about no money
   */
  public void requireCreditable(String number, UUID customer, Money amount) {
    if (number == null) {
      return;
    }
    JsonNode invoice =
        find(number)
            .filter(found -> isInvoiceOf(found, number, customer))
            .orElseThrow(
                () ->
                    FeedbackProblem.UNKNOWN_INVOICE.at(
                        "/invoice",
                        "The customer has no invoice %s. Look for it in jobs-service with"
                                .formatted(number)
                            + " GET /v1/accounting/documents, or leave it out: then it is taken"
                            + " from that of the visit, or from the newest."));
    if (amount == null) {
      return;
    }
    String currency = invoice.path("total").path("currency").asText();
    if (!amount.currency().equals(currency)) {
      throw FeedbackProblem.MORE_THAN_THE_INVOICE.at(
          "/amount/currency", "%s is in %s.".formatted(number, currency));
    }
    BigDecimal left = money(invoice, "total").subtract(money(invoice, "credited"));
    if (amount.amount().compareTo(left) > 0) {
      throw FeedbackProblem.MORE_THAN_THE_INVOICE.at(
          "/amount/amount",
          "Of %s, %s %s can still be credited. Give no more than that, or leave the invoice out:"
                  .formatted(number, left.toPlainString(), currency)
              + " then the rest is taken from the customer's others.");
    }
  }

  private Optional<JsonNode> find(String number) {
    return OutsideTransaction.ask(
        List.of("jobs", "accounting/documents", number),
        () -> neighbours.ask("jobs", FeedbackProblem.NEIGHBOUR_AWAY, () -> jobs.document(number)));
  }

  private boolean isInvoiceOf(JsonNode found, String number, UUID customer) {
    if (!number.equals(found.path("number").textValue())
        || !"INVOICE".equals(found.path("kind").textValue())) {
      return false;
    }
    UUID owner = UUID.fromString(found.path("customerId").asText());
    // jobs-service may not have heard yet that two customers are one.
    return merged.survivors(List.of(owner)).getOrDefault(owner, owner).equals(customer);
  }

  private static BigDecimal money(JsonNode invoice, String field) {
    return new BigDecimal(invoice.path(field).path("amount").asText("0"));
  }
}
