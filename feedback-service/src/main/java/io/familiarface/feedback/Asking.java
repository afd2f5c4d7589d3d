package io.familiarface.feedback;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks another service what must be known now: found, not found, or honestly no answer. */
public final class Asking {
  private Asking() {}

  /**
   * @param service the name of the service asked, for the words of the refusal
   * @throws RuntimeException a 503 problem when the service does not answer in time or fails
   */
  public static <T> Optional<T> of(String service, Supplier<T> question) {
    try {
      return Optional.ofNullable(question.get());
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() == 404) {
        return Optional.empty();
      }
      throw away(service);
    } catch (ProcessingException e) {
      throw away(service);
    }
  }

  private static RuntimeException away(String service) {
    return FeedbackProblem.NEIGHBOUR_AWAY
        .start()
        .withDetail(
            service + " does not answer, and this service has not heard of it yet. Try again soon.")
        .withHeader("Retry-After", 2)
        .build();
  }
}
