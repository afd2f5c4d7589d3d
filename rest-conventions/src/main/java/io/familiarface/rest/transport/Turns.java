package io.familiarface.rest.transport;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A few requests are worked on at a time, the others wait in the order in which they came. More
 * would be answered no sooner: at every step each would wait for a processor among all others, and
 * so would the event loops, which are to refuse at once what is too much. Whatever takes long, such
 * as an import, or a request whose body is slow to come, leaves its place to the next and goes on
 * beside it.
 */
@Singleton
class Turns {
  private final int atOnce;
  private final long longMillis;
  private final Queue<Turn> waiting = new ArrayDeque<>();
  private int working;

  /**
   * @param workingAtOnce twice as many as there are processors, if not said: one waits for the
   *     database while another is worked on
   * @param longAfter how long a place is kept at most
   */
  Turns(
      @ConfigProperty(name = "familiar.load-shedding.working-at-once")
          Optional<Integer> workingAtOnce,
      @ConfigProperty(name = "familiar.load-shedding.long-after") Duration longAfter) {
    this.atOnce = workingAtOnce.orElse(2 * Runtime.getRuntime().availableProcessors());
    this.longMillis = longAfter.toMillis();
  }

  /** Goes on with a request, now or on its own event loop once there is a place. */
  void take(RoutingContext call, Runnable work) {
    Turn turn = new Turn(call, Vertx.currentContext(), work);
    synchronized (this) {
      if (working == atOnce) {
        waiting.add(turn);
        return;
      }
      working++;
    }
    turn.begin();
  }

  /** Gives a place that has become free to whoever has waited longest and is still there. */
  private void passOn() {
    Turn next;
    synchronized (this) {
      do {
        next = waiting.poll();
      } while (next != null && next.call.response().closed());
      if (next == null) {
        working--;
        return;
      }
    }
    Turn turn = next;
    turn.context.runOnContext(free -> turn.begin());
  }

  private final class Turn {
    private final RoutingContext call;
    private final Context context;
    private final Runnable work;
    private final AtomicBoolean over = new AtomicBoolean();

    Turn(RoutingContext call, Context context, Runnable work) {
      this.call = call;
      this.context = context;
      this.work = work;
    }

    void begin() {
      long timer = call.vertx().setTimer(longMillis, late -> end());
      call.addEndHandler(
          answered -> {
            call.vertx().cancelTimer(timer);
            end();
          });
      try {
        work.run();
      } catch (RuntimeException | Error failure) {
        // Out of the router's sight, where one had to wait: nobody else would answer it.
        call.fail(failure);
      }
    }

    private void end() {
      if (over.compareAndSet(false, true)) {
        passOn();
      }
    }
  }
}
