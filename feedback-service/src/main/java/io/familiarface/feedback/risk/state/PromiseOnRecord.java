package io.familiarface.feedback.risk.state;

import io.familiarface.feedback.risk.signal.PromiseKind;
import java.util.UUID;

/** A promise that still binds us, kept so far or broken already. */
public record PromiseOnRecord(
    UUID promiseId, PromiseKind promise, long madeAt, UUID technicianId, boolean broken) {

  PromiseOnRecord asBroken() {
    return new PromiseOnRecord(promiseId, promise, madeAt, technicianId, true);
  }

  void write(StateWriter out) {
    out.id(promiseId);
    out.choice(promise);
    out.time(madeAt);
    out.id(technicianId);
    out.count(broken ? 1 : 0);
  }

  static PromiseOnRecord read(StateReader in) {
    return new PromiseOnRecord(
        in.id(), in.choice(PromiseKind.values()), in.time(), in.id(), in.count() == 1);
  }
}
