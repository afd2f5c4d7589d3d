package io.familiarface.risk.advice;

import io.familiarface.risk.signal.Signal;
import io.familiarface.risk.whatif.HypotheticalVisit;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that could be tried.
 *
 * @param happenings what it makes happen at once
 * @param visit how the next visit then goes, or null when none is looked at
 * @param technicianId who should come, where the idea is about that, else null
 * @param visitAt when, where the idea is about that, else null
 */
record AdviceCandidate(
    Action action,
    String text,
    List<Signal> happenings,
    HypotheticalVisit visit,
    UUID technicianId,
    Instant visitAt) {

  static AdviceCandidate aboutVisit(Action action, String text, HypotheticalVisit visit) {
    return new AdviceCandidate(
        action, text, List.of(), visit, visit.technicianId(), visit.scheduledAt());
  }

  static AdviceCandidate atOnce(
      Action action, String text, List<Signal> happenings, HypotheticalVisit asPlanned) {
    return new AdviceCandidate(action, text, happenings, asPlanned, null, null);
  }

  /** Doing nothing. */
  static AdviceCandidate asPlanned(HypotheticalVisit visit) {
    return new AdviceCandidate(null, "", List.of(), visit, null, null);
  }
}
