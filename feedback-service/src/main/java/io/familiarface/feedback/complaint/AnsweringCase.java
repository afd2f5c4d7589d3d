package io.familiarface.feedback.complaint;

import io.familiarface.rest.Ids;
import io.familiarface.rest.Ref;
import io.familiarface.rest.time.Instants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A customer answers on the page of their case: their words are part of it from then on. */
@ApplicationScoped
public class AnsweringCase {
  /** The same words so soon after are the same answer, sent twice. */
  private static final Duration TWICE = Duration.ofMinutes(10);

  private final Complaints complaints;
  private final CaseAnswers answers;
  private final ComplaintRecorder recorder;
  private final Clock clock;

  AnsweringCase(
      Complaints complaints, CaseAnswers answers, ComplaintRecorder recorder, Clock clock) {
    this.complaints = complaints;
    this.answers = answers;
    this.recorder = recorder;
    this.clock = clock;
  }

  /**
   * Puts the words on record.
   *
   * @return false when the case has so many answers that the rest is to be said by telephone
   */
  public boolean answer(UUID complaintId, String words) {
    Complaint complaint =
        complaints
            .lock(Ref.of(complaintId))
            .orElseThrow(() -> ChangingComplaint.noSuchComplaint(Ref.of(complaintId)));
    Instant now = Instants.toMicros(clock.instant());
    List<CaseAnswerView> before = answers.of(complaint.id);
    if (before.stream().anyMatch(one -> isTheSame(one, words, now))) {
      return true;
    }
    if (complaint.answers >= CaseAnswers.AT_MOST) {
      return false;
    }
    ComplaintView was = ComplaintView.of(complaint);
    complaint.hear();
    complaints.flush();
    CaseAnswerView answer = new CaseAnswerView(Ids.next(), now, words);
    answers.add(complaint.id, answer);
    recorder.answered(was, complaint, answer);
    return true;
  }

  private static boolean isTheSame(CaseAnswerView before, String words, Instant now) {
    return before.words().equals(words) && before.at().plus(TWICE).isAfter(now);
  }
}
