package io.familiarface.risk.state;

import io.familiarface.risk.signal.Answer;
import io.familiarface.risk.signal.ChangeReason;
import io.familiarface.technicianchange.Permanence;
import java.util.UUID;

/** A technician change that happened: who came in whose place, and how it was done. */
public record TechnicianChange(
    UUID visitId,
    long at,
    UUID usual,
    UUID came,
    ChangeReason reason,
    Permanence permanence,
    Answer told,
    Answer introduced) {

  /** Whether it is known that the customer was not told before. */
  public boolean untold() {
    return told == Answer.NO;
  }

  /** Whether it is known that the two had not met before. */
  public boolean notIntroduced() {
    return introduced == Answer.NO;
  }

  void write(StateWriter out) {
    out.id(visitId);
    out.time(at);
    out.id(usual);
    out.id(came);
    out.choice(reason);
    out.choice(permanence);
    out.choice(told);
    out.choice(introduced);
  }

  static TechnicianChange read(StateReader in) {
    return new TechnicianChange(
        in.id(),
        in.time(),
        in.id(),
        in.id(),
        in.choice(ChangeReason.values()),
        in.choice(Permanence.values()),
        in.choice(Answer.values()),
        in.choice(Answer.values()));
  }
}
