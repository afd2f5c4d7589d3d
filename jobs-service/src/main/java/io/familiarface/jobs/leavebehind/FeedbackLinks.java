package io.familiarface.jobs.leavebehind;

import io.familiarface.rest.neighbour.Neighbours;
import io.familiarface.rest.problem.CommonProblem;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * A customer's own page to say how a visit was, as what goes out to them names it; asked of
 * feedback-service outside of any transaction, the same whoever asks first.
 */
@ApplicationScoped
public class FeedbackLinks {
  private final Neighbours neighbours;
  private final LinksApi links;

  FeedbackLinks(Neighbours neighbours, @RestClient LinksApi links) {
    this.neighbours = neighbours;
    this.links = links;
  }

  /**
   * Empty when feedback-service makes none just now: a page without a link is better than none.
   *
   * @param asks whether the customer is asked for feedback by it, so that silence is one
   */
  public Optional<FeedbackLink> of(UUID visitId, UUID customerId, boolean asks) {
    LinksApi.Wanted wanted = new LinksApi.Wanted(customerId, "FEEDBACK", visitId, asks);
    try {
      return neighbours
          .ask(
              "feedback",
              CommonProblem.UNAVAILABLE,
              () -> links.make(Neighbours.key("leave-behind", wanted), wanted))
          .filter(answer -> answer.path("url").isTextual())
          .map(
              answer ->
                  new FeedbackLink(
                      URI.create(answer.path("url").textValue()),
                      answer.path("expiresAt").isTextual()
                          ? Instant.parse(answer.path("expiresAt").textValue())
                          : null));
    } catch (HttpProblem e) {
      return Optional.empty();
    }
  }
}
