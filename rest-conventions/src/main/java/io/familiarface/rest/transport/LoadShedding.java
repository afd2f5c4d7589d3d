package io.familiarface.rest.transport;

import io.familiarface.rest.problem.CommonProblem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses at once what would only wait, so that what is accepted is answered about as soon as ever.
 * Two lines are kept short: that of the requests that run, which wait for a connection to the
 * database; and that of those which an event loop finds waiting together when it looks, since on a
 * busy machine it looks seldom and each would wait for all before it. Long polls hold neither
 * thread nor connection and are not counted; nor is what an operator asks under {@code /q/}.
 */
@Singleton
class LoadShedding {
  /** Not all come back in the same second. */
  private static final int LONGEST_WAIT_SECONDS = 3;

  private final int atOnce;
  private final Turns turns;
  private final AtomicInteger admitted = new AtomicInteger();
  private final ThreadLocal<Batch> found = ThreadLocal.withInitial(Batch::new);

  LoadShedding(
      @ConfigProperty(name = "familiar.load-shedding.requests-at-once") int requestsAtOnce,
      Turns turns) {
    this.atOnce = requestsAtOnce;
    this.turns = turns;
  }

  /** Goes on with a request when its turn comes, or has refused it. */
  void admit(RoutingContext call, Runnable work) {
    String address = call.request().uri();
    if (address.startsWith("/q/") || address.startsWith("/v1/feeds/")) {
      work.run();
      return;
    }
    if (!found.get().admits(call, atOnce * 4 / 5)) {
      refuse(call);
      return;
    }
    if (admitted.incrementAndGet() > atOnce) {
      admitted.decrementAndGet();
      refuse(call);
      return;
    }
    call.addEndHandler(ended -> admitted.decrementAndGet());
    turns.take(call, work);
  }

  /** How many requests run by now. */
  int running() {
    return admitted.get();
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

  /** What one event loop finds when it looks once at its connections; of its thread alone. */
  private static final class Batch {
    private int size;

    boolean admits(RoutingContext call, int atMost) {
      if (size == 0) {
        // Comes after what was found together.
        call.vertx().getOrCreateContext().runOnContext(done -> size = 0);
      }
      return ++size <= atMost;
    }
  }
}
