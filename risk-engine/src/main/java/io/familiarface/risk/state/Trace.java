package io.familiarface.risk.state;

import java.util.UUID;

/**
 * A thing that happened and can be pointed at: a missed visit, a surprise, a bad mood, a low mark,
 * a reopened case.
 *
 * @param degree how much, where that matters, else 0
 */
public record Trace(UUID id, long at, int degree) {

  void write(StateWriter out) {
    out.id(id);
    out.time(at);
    out.count(degree);
  }

  static Trace read(StateReader in) {
    return new Trace(in.id(), in.time(), in.count());
  }
}
