package io.familiarface.feedback.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.feedback.FeedbackProblem;
import io.familiarface.feedback.history.MergedCustomers;
import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.neighbour.OutsideTransaction;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Finds the invoice that somebody speaks of: jobs-service, which makes them, is asked. */
@ApplicationScoped
public class Invoices {
  /** Of jobs-service; another system's may look like anything else. */
  private static final Pattern OURS = Pattern.compile("(INV|CM)-[0-9]{4}-[0-9]{6,}");

  private final InvoicesApi jobs;
  private final Neighbours neighbours;
  private final MergedCustomers merged;

  Invoices(@RestClient InvoicesApi jobs, Neighbours neighbours, MergedCustomers merged) {
    this.jobs = jobs;
    this.neighbours = neighbours;
    this.merged = merged;
  }

  /**
   * A number as it is written, whoever copied it: without blanks around, and ours in capitals.
   *
   * @param typed null for none
   */
  public static String spelled(String typed) {
    if (typed == null) {
      return null;
    }
    String number = typed.strip();
    String capitals = number.toUpperCase(Locale.ROOT);
    return OURS.matcher(capitals).matches() ? capitals : number;
  }

  /**
   * Refuses a remedy that names what is no invoice of this customer. A number that jobs-service
   * does not know is a slip if it is one of its series, and else may be of the time before it. Who
   * makes something good need not wait until a neighbour is back: the number is looked at again
   * when the remedy is credited.
   *
   * @param number null when none is named
   */
  public void requireTheirs(String number, UUID customer) {
    if (number != null && !mayBeTheirs(number, find(number), customer)) {
      throw FeedbackProblem.NOT_THEIR_INVOICE.at(
          "/invoice",
          "%s is no invoice of this customer. Look for theirs in jobs-service with"
                  .formatted(number)
              + " GET /v1/accounting/documents, or leave it out: then it is taken from that of the"
              + " visit, or from the newest.");
    }
  }

  private boolean mayBeTheirs(String number, Answer answer, UUID customer) {
    return answer.away
        || answer
            .document
            .filter(found -> number.equals(found.path("number").textValue()))
            .map(found -> isInvoiceOf(found, customer))
            .orElseGet(() -> !OURS.matcher(number).matches());
  }

  private record Answer(boolean away, Optional<JsonNode> document) {}

  private Answer find(String number) {
    return OutsideTransaction.ask(
        List.of("jobs", "accounting/documents", number), () -> askFor(number));
  }

  private Answer askFor(String number) {
    try {
      return new Answer(
          false,
          neighbours.ask("jobs", FeedbackProblem.NEIGHBOUR_AWAY, () -> jobs.document(number)));
    } catch (HttpProblem away) {
      return new Answer(true, Optional.empty());
    }
  }

  private boolean isInvoiceOf(JsonNode found, UUID customer) {
    UUID owner = UUID.fromString(found.path("customerId").asText());
    // jobs-service may not have heard yet that two customers are one.
    return "INVOICE".equals(found.path("kind").textValue())
        && merged.survivors(List.of(owner)).getOrDefault(owner, owner).equals(customer);
  }
}
