package io.familiarface.risk.state;

import java.util.UUID;

/**
 * A thing that happened and can be pointed at: a missed visit, a surprise, a bad mood, a low mark,
 * a reopened case.
 *
 * @param degree how much, where that matters, else 0
 */
public record DatedReference(UUID id, long at, int degree) {

  void write(StateWriter out) {
    out.id(id);
    out.time(at);
    out.count(degree);
  }

  static DatedReference read(StateReader in) {
    return new DatedReference(in.id(), in.time(), in.count());
  }
}
