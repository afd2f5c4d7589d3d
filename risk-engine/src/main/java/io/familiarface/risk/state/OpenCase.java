package io.familiarface.risk.state;

import io.familiarface.risk.signal.Severity;
import java.util.UUID;

/** A complaint that waits for us. */
public record OpenCase(UUID complaintId, long since, Severity severity) {

  /** Against a case of medium severity. */
  public double gravity() {
    return switch (severity) {
      case LOW -> 0.6;
      case MEDIUM -> 1.0;
      case HIGH -> 1.5;
    };
  }

  void write(StateWriter out) {
    out.id(complaintId);
    out.time(since);
    out.choice(severity);
  }

  static OpenCase read(StateReader in) {
    return new OpenCase(in.id(), in.time(), in.choice(Severity.values()));
  }
}
