package io.familiarface.feedback.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.feedback.words.ReasonView;
import io.familiarface.feedback.words.Rounding;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A follow-up as it is read. */
@Schema(name = "FollowUp", description = "A call to make to a customer.")
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder("id")
record FollowUpView(
    UUID id,
    WhoToCall customer,
    @JsonUnwrapped About about,
    @JsonUnwrapped FollowUpProgress progress,
    @JsonUnwrapped AtStake atStake) {

  private static final int REASONS_SHOWN = 3;

  @Schema(name = "WhoToCall")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record WhoToCall(
      UUID id,
      @Schema(examples = "C0001") String externalId,
      String name,
      String preferredName,
      String branch) {}

  /** What the call is about. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record About(
      @Schema(
              description =
                  "The flag that it is about; null where something else asks for the call.")
          UUID flagId,
      @Schema(examples = "RAISED") String flagState,
      @Schema(description = "The business time of what raised the flag.") Instant raisedAt,
      @Schema(description = "Why this customer is called, heaviest first.") List<Why> reasons,
      @Schema(description = "What to ask, in words for the telephone.") List<String> questions,
      @Schema(
              description =
                  "Whether the customer may be asked for a referral: nothing is open, and their last"
                      + " word was good.")
          boolean mayAskForReferral,
      @Schema(description = "The visit that it is about, if it is about one.") UUID visitId,
      @Schema(description = "The case that it is about, if it is about one.") UUID complaintId,
      @Schema(description = "What the customer said, if it is about that.") UUID feedbackId,
      @Schema(description = "Null if the customer's next visit is as usual.")
          ComingChange comingChange) {}

  @Schema(name = "WhyToCall")
  record Why(
      @Schema(examples = "PROMISE_BROKEN") String code,
      @Schema(examples = "Carlos Diaz came on 7 Jul 2025 although Ben Ortiz was promised.")
          String text) {}

  /** What may be lost. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record AtStake(
      @Schema(
              description = "That the customer leaves within the horizon, as of now.",
              examples = "0.41")
          BigDecimal probability,
      @Schema(
              description =
                  "The probability times what the customer's running agreements bring in a year."
                      + " Where a price is unknown, the company's median stands for it; null while"
                      + " no price is known at all.")
          Money expectedLoss,
      @Schema(
              description =
                  "The probability times the visits a year of the customer's running agreements,"
                      + " which counts while no price is known.",
              examples = "4.9")
          BigDecimal visitsAtStake,
      @Schema(
              description =
                  "By what calls that are due on one day are ordered: by what may be lost, or, once"
                      + " it is known what calling changes, by what a call is expected to keep.")
          CallOrder orderedBy,
      @Schema(
              description =
                  "What a call is expected to keep in a year; null while it is not known what"
                      + " calling changes.")
          Money expectedToKeep) {}

  /**
   * @param why what it is about, in a sentence; null where it is about a flag
   */
  static FollowUpView of(
      FollowUpRow row,
      String why,
      List<ReasonView> reasons,
      ComingChange comingChange,
      boolean referral) {
    return new FollowUpView(
        row.id(),
        row.customer(),
        row.flag() == null
            ? about(row, why, comingChange, referral)
            : about(row, row.flag(), reasons, comingChange),
        row.progress(),
        new AtStake(
            Rounding.probability(row.probability()),
            row.loss().money(),
            Rounding.to(1, row.loss().visitsAtStake()),
            row.loss().orderedBy(),
            row.loss().expectedToKeep()));
  }

  private static About about(
      FollowUpRow row,
      FollowUpRow.FlagRow flag,
      List<ReasonView> reasons,
      ComingChange comingChange) {
    return new About(
        row.flagId(),
        flag.state(),
        flag.raisedAt(),
        why(flag.reasonCodes(), reasons),
        CallQuestions.about(flag.reasonCodes()),
        false,
        row.visitId(),
        row.complaintId(),
        row.feedbackId(),
        comingChange);
  }

  private static About about(
      FollowUpRow row, String why, ComingChange comingChange, boolean referral) {
    FollowUpKind kind = row.progress().kind();
    return new About(
        null,
        null,
        null,
        List.of(new Why(kind.name(), why)),
        CallQuestions.about(kind, referral),
        referral,
        row.visitId(),
        row.complaintId(),
        row.feedbackId(),
        comingChange);
  }

  /** What raised the flag comes before what only adds to it. */
  private static List<Why> why(List<String> raisedBy, List<ReasonView> reasons) {
    List<ReasonView> raising =
        reasons.stream().filter(reason -> raisedBy.contains(reason.code())).toList();
    return (raising.isEmpty() ? reasons : raising)
        .stream()
            .limit(REASONS_SHOWN)
            .map(reason -> new Why(reason.code(), reason.text()))
            .toList();
  }
}
