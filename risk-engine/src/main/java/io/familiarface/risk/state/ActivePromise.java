package io.familiarface.risk.state;

import io.familiarface.risk.signal.PromiseKind;
import java.util.UUID;

/**
 * A promise that still binds us, kept so far or broken already.
 *
 * @param timesBroken how often
 */
public record ActivePromise(
    UUID promiseId, PromiseKind promise, long madeAt, UUID technicianId, int timesBroken) {

  public boolean broken() {
    return timesBroken > 0;
  }

  boolean aboutTechnician() {
    return promise == PromiseKind.SAME_TECHNICIAN;
  }

  ActivePromise brokenOnceMore() {
    return new ActivePromise(promiseId, promise, madeAt, technicianId, timesBroken + 1);
  }

  void write(StateWriter out) {
    out.id(promiseId);
    out.choice(promise);
    out.time(madeAt);
    out.id(technicianId);
    out.count(timesBroken);
  }

  static ActivePromise read(StateReader in) {
    return new ActivePromise(
        in.id(), in.choice(PromiseKind.values()), in.time(), in.id(), in.count());
  }
}
