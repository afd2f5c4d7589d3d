package io.familiarface.feedback.followup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.familiarface.feedback.words.ReasonView;
import io.familiarface.feedback.words.Rounding;
import io.familiarface.rest.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A follow-up as it is read. */
@Schema(name = "FollowUp", description = "A call to make to a customer who is likely to leave.")
@JsonInclude(JsonInclude.Include.ALWAYS)
record FollowUpView(
    UUID id,
    @Schema(description = "The flag that it is about.") UUID flagId,
    @Schema(examples = "RAISED") String flagState,
    @Schema(description = "The business time of what raised the flag.") Instant raisedAt,
    WhoToCall customer,
    Kind kind,
    State state,
    @Schema(description = "Who is to call; null while nobody has taken it.", examples = "Maria")
        String owner,
    LocalDate dueOn,
    Instant openedAt,
    @Schema(description = "That she leaves within the horizon, as of now.", examples = "0.41")
        BigDecimal probability,
    @Schema(
            description =
                "The probability times what her running agreements bring in a year, by which calls"
                    + " are ordered. Where a price is unknown, the company's median stands for it;"
                    + " null while no price is known at all.")
        Money expectedLoss,
    @Schema(
            description =
                "The probability times the visits a year of her running agreements, which counts"
                    + " while no price is known.",
            examples = "4.9")
        BigDecimal visitsAtStake,
    @Schema(description = "Why the flag was raised, heaviest first.") List<Why> reasons,
    @Schema(description = "What to ask, in words for the telephone.") List<String> questions,
    @Schema(description = "Null if her next visit is as usual.") ComingChange comingChange,
    @Schema(description = "What came of the newest try; null before the first.")
        TryView lastOutcome,
    Instant closedAt,
    @Schema(description = "Why no call is needed any more; null unless DROPPED.")
        DropReason droppedBecause) {

  private static final int REASONS_SHOWN = 3;

  @Schema(name = "WhoToCall")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record WhoToCall(
      UUID id,
      @Schema(examples = "C0001") String externalId,
      String name,
      String preferredName,
      String branch) {}

  @Schema(name = "WhyToCall")
  record Why(
      @Schema(examples = "PROMISE_BROKEN") String code,
      @Schema(examples = "Carlos Diaz came on 7 Jul 2025 although Ben Ortiz was promised.")
          String text) {}

  static FollowUpView of(ListedFollowUp listed) {
    FollowUp followUp = listed.followUp();
    ListedFollowUp.Customer customer = listed.customer();
    return new FollowUpView(
        followUp.id(),
        followUp.flagId(),
        listed.flag().state(),
        listed.flag().raisedAt(),
        new WhoToCall(
            followUp.customerId(),
            customer.externalId(),
            customer.name(),
            customer.preferredName(),
            customer.branch()),
        followUp.kind(),
        followUp.state(),
        followUp.owner(),
        followUp.dueOn(),
        followUp.openedAt(),
        Rounding.probability(listed.probability()),
        followUp.stake().money(),
        Rounding.to(1, followUp.stake().visits()),
        why(listed.flag()),
        Questions.about(listed.flag().reasonCodes()),
        listed.comingChange(),
        followUp.last() == null ? null : TryView.of(followUp.last()),
        followUp.closedAt(),
        followUp.droppedBecause());
  }

  /** What raised the flag comes before what only adds to it. */
  private static List<Why> why(ListedFollowUp.Flag flag) {
    List<ReasonView> raising =
        flag.reasons().stream()
            .filter(reason -> flag.reasonCodes().contains(reason.code()))
            .toList();
    return (raising.isEmpty() ? flag.reasons() : raising)
        .stream()
            .limit(REASONS_SHOWN)
            .map(reason -> new Why(reason.code(), reason.text()))
            .toList();
  }
}
