package io.familiarface.risk.state;

import io.familiarface.risk.signal.PromiseKind;
import java.util.UUID;

/**
 * A promise that was broken.
 *
 * @param madeAt when it was given, 0 when that is not known
 * @param named the technician it names, or null
 * @param visitId the visit that broke it, or null
 * @param came who came on that visit, or null
 * @param times how often this promise had been broken by then
 */
public record PromiseBreach(
    UUID promiseId,
    PromiseKind promise,
    long madeAt,
    UUID named,
    long at,
    UUID visitId,
    UUID came,
    int times) {

  void write(StateWriter out) {
    out.id(promiseId);
    out.choice(promise);
    out.timeOrNone(madeAt);
    out.id(named);
    out.time(at);
    out.id(visitId);
    out.id(came);
    out.count(times);
  }

  static PromiseBreach read(StateReader in) {
    return new PromiseBreach(
        in.id(),
        in.choice(PromiseKind.values()),
        in.timeOrNone(),
        in.id(),
        in.time(),
        in.id(),
        in.id(),
        in.count());
  }
}
