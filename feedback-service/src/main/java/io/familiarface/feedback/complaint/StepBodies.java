package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.familiarface.feedback.invoice.Invoices;
import io.familiarface.feedback.recovery.ClosedBy;
import io.familiarface.feedback.recovery.Fault;
import io.familiarface.feedback.recovery.Remedy;
import io.familiarface.feedback.recovery.RemedyKind;
import io.familiarface.rest.Money;
import io.familiarface.rest.NullOrNotBlank;
import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.risk.signal.Mood;
import io.familiarface.risk.signal.Severity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The bodies of the steps of a case. {@code by} is the caller and {@code at} is now if left out.
 */
final class StepBodies {
  private StepBodies() {}

  private static Money toCents(Money money) {
    return money == null ? null : new Money(money.amount().setScale(2), money.currency());
  }

  /** Who took a step, and when. */
  interface Taken {
    /** Null for the caller. */
    default String takenBy() {
      return null;
    }

    /** Null for now. */
    Instant at();

    /** What goes on record. */
    default ObjectNode details(ObjectMapper json) {
      return json.valueToTree(this);
    }

    /** Refuses what its fields alone do not show to be wrong. */
    default void check() {}
  }

  @Schema(
      name = "NewAssessment",
      description = "What was found out.",
      example =
          """
          {"cause":"DAMAGE","fault":"OURS","damage":"A scratch of 40 cm in the oak floor of the hall.","severity":"HIGH"}\
          """)
  record NewAssessment(
      @NotBlank @Size(max = 50) @Schema(description = "A code of the company's own list.", examples = "DAMAGE")
          String cause,
      @NotNull @Schema(description = "Whose fault it was.") Fault fault,
      @NullOrNotBlank
          @Size(min = 1, max = 100) @Schema(description = "Whose fault it was, if a supplier's; with fault SUPPLIER only.")
          String supplier,
      @NullOrNotBlank
          @Size(min = 1, max = 4000) @Schema(description = "What is broken, and how badly.")
          String damage,
      @Schema(description = "As before if left out.") Severity severity,
      @NullOrNotBlank @Size(min = 1, max = 100) @Schema(description = "Who looked into it.")
          String by,
      Instant at)
      implements Taken {
    @Override
    public void check() {
      if (supplier != null && fault != Fault.SUPPLIER) {
        throw CommonProblem.INVALID_REQUEST.at(
            "/supplier", "A supplier is named where the fault is theirs: SUPPLIER.");
      }
    }

    @Override
    public String takenBy() {
      return by;
    }
  }

  @Schema(
      name = "NewApology",
      description = "Who apologised, and what will change.",
      example =
          """
          {"by":"Pat","words":"We scratched your floor, and I am sorry.","promisedChange":"Nobody works on wood without mats any more."}\
          """)
  record NewApology(
      @NullOrNotBlank @Size(min = 1, max = 100) @Schema(description = "Who apologised, in person.")
          String by,
      @NotBlank @Size(max = 4000) @Schema(description = "What was said.") String words,
      @NotBlank @Size(max = 4000) @Schema(
              description =
                  "What will be done differently from now on; the customer reads it on their own page.")
          String promisedChange,
      Instant at)
      implements Taken {
    @Override
    public String takenBy() {
      return by;
    }
  }

  @Schema(
      name = "NewRemedy",
      description = "What the customer asked for, and what was agreed.",
      example =
          """
          {"askedFor":"That the board is replaced.","kind":"CREDIT","amount":{"amount":"80.00","currency":"USD"},"words":"We pay for the new board."}\
          """)
  record NewRemedy(
      @NotBlank @Size(max = 4000) @Schema(description = "What the customer asked for.")
          String askedFor,
      @NotNull RemedyKind kind,
      @Valid @Schema(
              description =
                  "What it is worth; needed unless the kind is REDO or OTHER: what these are worth"
                      + " counts towards the limits of roles, and nothing is credited for it.")
          Money amount,
      @NullOrNotBlank
          @Size(min = 1, max = 100) @Schema(description = "The number of the invoice that it is about.")
          String invoice,
      @NullOrNotBlank
          @Size(min = 1, max = 4000) @Schema(
              description = "What was agreed, in words that the customer reads on their own page.")
          String words,
      @NullOrNotBlank @Size(min = 1, max = 100) String by,
      Instant at)
      implements Taken {

    NewRemedy {
      invoice = Invoices.spelled(invoice);
    }

    @Override
    public String takenBy() {
      return by;
    }

    /** As it is stored and shown; null for none. */
    Money worth() {
      return toCents(amount);
    }

    @Override
    public ObjectNode details(ObjectMapper json) {
      ObjectNode details = Taken.super.details(json);
      return details.set("amount", json.valueToTree(worth()));
    }

    @Override
    public void check() {
      if (kind.isMoney() && amount == null) {
        throw CommonProblem.INVALID_REQUEST.at("/amount", "Say how much it is worth.");
      }
      if (amount != null && amount.amount().signum() == 0) {
        throw CommonProblem.INVALID_REQUEST.at("/amount/amount", "Give more than nothing.");
      }
    }
  }

  @Schema(
      name = "NewApproval",
      description = "Whether the remedy may be given.",
      example =
          """
          {}\
          """)
  record NewApproval(
      @Schema(description = "Yes if left out. After a no, another remedy is to be agreed.")
          Boolean approved,
      @Valid @Schema(
              description =
                  "What the remedy is worth, as whoever decides has seen it: of another worth it is"
                      + " not decided on. Left out: whatever it is worth by now.")
          Money amount,
      @NullOrNotBlank @Size(min = 1, max = 4000) @Schema(description = "Why.") String words,
      Instant at)
      implements Taken {

    NewApproval {
      approved = approved == null || approved;
    }

    @Override
    public ObjectNode details(ObjectMapper json) {
      ObjectNode details = Taken.super.details(json);
      return details.set("amount", json.valueToTree(toCents(amount)));
    }

    boolean isOf(Remedy remedy) {
      return amount == null
          || remedy.amount() != null
              && remedy.currency().equals(amount.currency())
              && remedy.amount().compareTo(amount.amount()) == 0;
    }
  }

  @Schema(
      name = "NewDelivery",
      description = "That what was agreed has been done.",
      example =
          """
          {"words":"The credit was given."}\
          """)
  record NewDelivery(
      @NullOrNotBlank @Size(min = 1, max = 4000) @Schema(description = "What was done.")
          String words,
      @NullOrNotBlank @Size(min = 1, max = 100) @Schema(description = "Who did it.") String by,
      Instant at)
      implements Taken {
    @Override
    public String takenBy() {
      return by;
    }
  }

  @Schema(
      name = "NewCheckIn",
      description = "What the customer answered when they were asked how they are.",
      example =
          """
          {"mood":"CALM","trust":4,"words":"The new board looks fine."}\
          """)
  record NewCheckIn(
      @Schema(description = "How they felt.") Mood mood,
      @Min(1) @Max(5) @Schema(description = "How far they trust us again, 1 to 5.") Integer trust,
      @NullOrNotBlank @Size(min = 1, max = 4000) @Schema(description = "What they said.")
          String words,
      @Schema(
              description =
                  "False when nobody was reached; true if left out. A try before the check-in is due"
                      + " is on record, but counts for no silence.")
          Boolean answered,
      @NullOrNotBlank @Size(min = 1, max = 100) @Schema(description = "Who asked.") String by,
      Instant at)
      implements Taken {
    @Override
    public String takenBy() {
      return by;
    }

    NewCheckIn {
      answered = answered == null || answered;
    }

    @Override
    public void check() {
      boolean said = mood != null || trust != null || words != null;
      if (!said && answered) {
        throw CommonProblem.INVALID_REQUEST.at(
            "", "Say how they felt, how far they trust us, or what they said; or answered: false.");
      }
      if ((mood != null || trust != null) && !answered) {
        throw CommonProblem.INVALID_REQUEST.at(
            "/answered", "Who answered nothing has no mood and no trust on record.");
      }
    }
  }

  @Schema(
      name = "NewClosure",
      description =
          "How it ended: by the customer's own word, or by the silence that the check-ins show.",
      example =
          """
          {"by":"CUSTOMER","satisfied":true,"words":"It is all good again."}\
          """)
  record NewClosure(
      @NotNull @Schema(description = "Whose word, or silence, ends it.") ClosedBy by,
      @Schema(
              description =
                  "Whether it is good again, by the customer's word; LOST if not. Left out where"
                      + " they are silent.")
          Boolean satisfied,
      @NullOrNotBlank @Size(min = 1, max = 4000) @Schema(description = "Their own words.")
          String words,
      Instant at)
      implements Taken {
    @Override
    public ObjectNode details(ObjectMapper json) {
      ObjectNode details = Taken.super.details(json);
      return details.set("closedBy", details.get("by"));
    }

    @Override
    public void check() {
      if (by == ClosedBy.CUSTOMER && satisfied == null) {
        throw CommonProblem.INVALID_REQUEST.at("/satisfied", "Say whether it is good again.");
      }
      if (by == ClosedBy.SILENCE && satisfied != null) {
        throw CommonProblem.INVALID_REQUEST.at(
            "/satisfied", "Who is silent has not said whether it is good again: leave this out.");
      }
      if (by == ClosedBy.CUSTOMER && (words == null || words.isBlank())) {
        throw CommonProblem.INVALID_REQUEST.at("/words", "Write down what the customer said.");
      }
    }
  }

  @Schema(
      name = "NewReopening",
      description = "That the customer came back with it.",
      example =
          """
          {"words":"The board creaks."}\
          """)
  record NewReopening(
      @NotBlank @Size(max = 4000) @Schema(description = "What they said.") String words,
      @NullOrNotBlank @Size(min = 1, max = 100) @Schema(description = "Who took it in.") String by,
      Instant at)
      implements Taken {
    @Override
    public String takenBy() {
      return by;
    }
  }
}
