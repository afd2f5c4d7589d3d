package io.familiarface.rest.transport;

import io.familiarface.rest.problem.CommonProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses at once what would only wait for a connection to the database, so that what is accepted
 * is answered about as soon as ever. Long polls hold neither thread nor connection and are not
 * counted; nor is what an operator asks under {@code /q/}.
 */
@Singleton
class LoadShedding {
  /** Not all come back in the same second. */
  private static final int LONGEST_WAIT_SECONDS = 3;

  private final int atOnce;
  private final AtomicInteger running = new AtomicInteger();

  LoadShedding(
      @ConfigProperty(name = "familiar.load-shedding.requests-at-once") int requestsAtOnce) {
    this.atOnce = requestsAtOnce;
  }

  /** Whether the request may go on; if not, it has been answered. */
  boolean admits(RoutingContext call) {
    String address = call.request().uri();
    if (address.startsWith("/q/") || address.startsWith("/v1/feeds/")) {
      return true;
    }
    if (running.incrementAndGet() > atOnce) {
      running.decrementAndGet();
      refuse(call);
      return false;
    }
    call.addEndHandler(ended -> running.decrementAndGet());
    return true;
  }

  private static void refuse(RoutingContext call) {
    int seconds = ThreadLocalRandom.current().nextInt(1, LONGEST_WAIT_SECONDS + 1);
    call.response().putHeader("Retry-After", Integer.toString(seconds));
    VertxProblems.send(
        call,
        CommonProblem.UNAVAILABLE,
        "More is asked at once than can be answered. Nothing was changed; try again when"
            + " Retry-After says.");
  }
}
