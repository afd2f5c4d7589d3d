package io.familiarface.feedback.feedback;

import io.familiarface.feedback.assessment.SignalIngestion;
import io.familiarface.feedback.recording.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer says what they think by their own link. What they say by the same link later corrects
 * it, so that two taps are one feedback.
 */
@ApplicationScoped
public class SayingByLink {
  /** Who wrote it down. */
  private static final String CUSTOMER = "customer";

  private final FeedbackRepository repository;
  private final GivingFeedback giving;
  private final SignalIngestion ingestion;
  private final Clock clock;

  SayingByLink(
      FeedbackRepository repository,
      GivingFeedback giving,
      SignalIngestion ingestion,
      Clock clock) {
    this.repository = repository;
    this.giving = giving;
    this.ingestion = ingestion;
    this.clock = clock;
  }

  /**
   * What was said.
   *
   * @param csat null for none, as the two that follow
   * @param words null for none
   */
  public record Said(Integer csat, Integer nps, Integer effort, String words, boolean callMe) {
    public static final Said NOTHING = new Said(null, null, null, null, false);

    /**
     * With what is said now: a mark that is not given again stands, nobody takes a call back, and
     * the words are those of now.
     */
    public Said with(Said now) {
      return new Said(
          now.csat == null ? csat : now.csat,
          now.nps == null ? nps : now.nps,
          now.effort == null ? effort : now.effort,
          now.words,
          callMe || now.callMe);
    }
  }

  /**
   * What is spoken of; each is null where it is about none.
   *
   * @param projectStep the number of a step of that project
   */
  public record Subject(UUID visitId, UUID projectId, Integer projectStep) {}

  /** What was said before. */
  public Said of(UUID feedback) {
    return Optional.ofNullable(feedback)
        .flatMap(repository::findByIdOptional)
        .map(SayingByLink::said)
        .orElse(Said.NOTHING);
  }

  /**
   * Puts it on record; the customer is locked.
   *
   * @param before what was said by the same link; null for nothing
   * @param said what is said now, with all the words that stand
   * @return the id of the feedback
   */
  public UUID say(UUID customer, Subject about, UUID before, Said said) {
    Feedback feedback =
        Optional.ofNullable(before).flatMap(repository::findByIdOptional).orElse(null);
    if (feedback == null) {
      feedback =
          new Feedback(new Origin(null, customer, CUSTOMER, clock.instant()), details(about, said));
      giving.write(feedback);
      return feedback.id;
    }
    FeedbackView was = FeedbackView.of(feedback);
    FeedbackDetails now = corrected(feedback.details, said(feedback).with(said));
    if (feedback.correct(now, said.callMe, clock.instant())) {
      repository.flush();
      giving.record(was, feedback);
      ingestion.ingest(List.of(feedback.toChange()));
    }
    return feedback.id;
  }

  private FeedbackDetails details(Subject about, Said said) {
    return new FeedbackDetails(
        about.visitId,
        about.projectId,
        about.projectStep,
        null,
        clock.instant(),
        kind(said),
        said.csat,
        said.nps,
        said.effort,
        said.words,
        said.callMe);
  }

  private static FeedbackDetails corrected(FeedbackDetails was, Said said) {
    return new FeedbackDetails(
        was.visitId(),
        was.projectId(),
        was.projectStep(),
        was.technicianId(),
        was.at(),
        kind(said),
        said.csat,
        said.nps,
        said.effort,
        said.words,
        said.callMe);
  }

  private static FeedbackKind kind(Said said) {
    return said.callMe ? FeedbackKind.CONCERN : FeedbackKind.SURVEY;
  }

  private static Said said(Feedback feedback) {
    FeedbackDetails details = feedback.details;
    return new Said(
        details.csat(), details.nps(), details.effort(), details.text(), details.callMe());
  }
}
