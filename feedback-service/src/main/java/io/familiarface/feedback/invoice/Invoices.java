package io.familiarface.feedback.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.history.MergedCustomers;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.neighbour.OutsideTransaction;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
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
   * Refuses a remedy that names what is no invoice of this customer. A number that jobs-service
   * does not know may be one of the time before it, and who makes something good need not wait
   * until a neighbour is back: such a number is looked at again when the remedy is credited.
   *
   * @param number null when none is named
   */
  public void requireTheirs(String number, UUID customer) {
    if (number != null && find(number).filter(found -> !isInvoiceOf(found, customer)).isPresent()) {
      throw FeedbackProblem.NOT_THEIR_INVOICE.at(
          "/invoice",
          "%s is no invoice of this customer. Look for theirs in jobs-service with"
                  .formatted(number)
              + " GET /v1/accounting/documents, or leave it out: then it is taken from that of the"
              + " visit, or from the newest.");
    }
  }

  private Optional<JsonNode> find(String number) {
    return OutsideTransaction.ask(
            List.of("jobs", "accounting/documents", number), () -> askFor(number))
        .filter(found -> number.equals(found.path("number").textValue()));
  }

  private Optional<JsonNode> askFor(String number) {
    try {
      return neighbours.ask("jobs", FeedbackProblem.NEIGHBOUR_AWAY, () -> jobs.document(number));
    } catch (HttpProblem away) {
      return Optional.empty();
    }
  }

  private boolean isInvoiceOf(JsonNode found, UUID customer) {
    UUID owner = UUID.fromString(found.path("customerId").asText());
    // jobs-service may not have heard yet that two customers are one.
    return "INVOICE".equals(found.path("kind").textValue())
        && merged.survivors(List.of(owner)).getOrDefault(owner, owner).equals(customer);
  }
}
