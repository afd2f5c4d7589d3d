package io.familiarface.feedback.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What is to be done next, by when, and whose it is if not the owner's. Every step makes another.
 *
 * @param step null once the case has ended
 * @param dueAt null once the case has ended
 * @param escalatedAt when it was given to somebody else for being late
 * @param escalatedTo whose it is and not the owner's: it was late, or is to be approved; null for
 *     nobody, and once it has been given to somebody by hand
 */
@Embeddable
public record NextStep(
    @Column(name = "next_step") @Enumerated(EnumType.STRING) CaseStep step,
    Instant dueAt,
    Instant escalatedAt,
    String escalatedTo) {
  /** Of a case that has ended. */
  static final NextStep NONE = new NextStep(null, null);

  NextStep(CaseStep step, Instant dueAt) {
    this(step, dueAt, null, null);
  }

  NextStep by(Instant otherDueAt) {
    return new NextStep(step, otherDueAt, escalatedAt, escalatedTo);
  }

  NextStep givenTo(String whose) {
    return new NextStep(step, dueAt, escalatedAt, whose);
  }

  NextStep escalated(String to, Instant at) {
    return new NextStep(step, dueAt, at, to);
  }
}
