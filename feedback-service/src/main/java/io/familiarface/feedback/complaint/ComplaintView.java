package io.familiarface.feedback.complaint;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.familiarface.feedback.recovery.CaseState;
import io.familiarface.feedback.recovery.CaseStep;
import io.familiarface.feedback.recovery.RecoveryCase;
import io.familiarface.feedback.recovery.Remedy;
import io.familiarface.feedback.recovery.RemedyKind;
import io.familiarface.rest.Money;
import io.familiarface.risk.signal.Severity;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.PropagateNull;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * A complaint as it is read.
 *
 * @param next null once it has ended
 * @param remedy null until one is agreed
 */
@Schema(name = "Complaint")
record ComplaintView(
    UUID id,
    String externalId,
    @Nested @JsonUnwrapped About about,
    CaseState state,
    @Schema(description = "What is to be done next; null once the case has ended.") @Nested
        Next next,
    Severity severity,
    String cause,
    String words,
    String owner,
    @Schema(description = "1, and one more each time the customer came back with it.") int round,
    @Schema(description = "What was agreed; null until it is.") @Nested("remedy_")
        AgreedRemedy remedy,
    @Nested @JsonUnwrapped Course course,
    String recordedBy,
    Instant recordedAt) {

  /** Whose complaint it is, and of what. */
  record About(
      UUID customerId,
      UUID visitId,
      UUID projectId,
      @Schema(description = "The number of the step of that project; null for none.")
          Integer projectStep,
      @Schema(description = "Whose material or work it was; null if not a supplier's.")
          String supplier) {}

  /** When it came, and whether and when it was mended. */
  record Course(
      Instant receivedAt,
      Instant resolvedAt,
      Instant reopenedAt,
      @Schema(
              description =
                  "Whether the customer says so; null is not known, or that they came back with it.")
          Boolean customerSatisfied) {

    Course {
      customerSatisfied =
          ComplaintDetails.isSettled(resolvedAt, reopenedAt) ? customerSatisfied : null;
    }
  }

  /** What is to be done next, by when, and whose task it is. */
  @Schema(name = "NextStep")
  record Next(
      @PropagateNull @ColumnName("next_step") CaseStep step,
      Instant dueAt,
      @ColumnName("next_owner") @Schema(description = "Whose task it is.") String owner,
      @Schema(description = "When it went to somebody else for being late.") Instant escalatedAt) {

    static Next of(Complaint complaint) {
      RecoveryCase recovery = complaint.recovery;
      return recovery.next().step() == null
          ? null
          : new Next(
              recovery.next().step(),
              recovery.next().dueAt(),
              complaint.nextOwner(),
              recovery.next().escalatedTo() == null ? null : recovery.next().escalatedAt());
    }
  }

  /** What company and customer agreed on. */
  @Schema(name = "AgreedRemedy")
  record AgreedRemedy(
      @PropagateNull RemedyKind kind,
      @Nested Money amount,
      String invoice,
      String agreedBy,
      @Schema(
              description =
                  "What is agreed in all, with this, the rounds before and the customer's other cases"
                      + " of the last days (30 unless configured): the limits of roles are for that."
                      + " Null where it is not about money.")
          @Nested("total_")
          Money total,
      @Schema(
              description =
                  "What whoever agreed on it may give in all: above it somebody else has to approve."
                      + " Null for any amount.")
          @Nested("limit_")
          Money limit) {

    static AgreedRemedy of(Remedy remedy) {
      return remedy == null || remedy.kind() == null
          ? null
          : new AgreedRemedy(
              remedy.kind(),
              remedy.money(),
              remedy.invoice(),
              remedy.agreedBy(),
              remedy.money(remedy.total()),
              remedy.money(remedy.limit()));
    }
  }

  static ComplaintView of(Complaint complaint) {
    ComplaintDetails details = complaint.details;
    return new ComplaintView(
        complaint.id,
        complaint.externalId,
        new About(
            complaint.customerId,
            details.visitId(),
            complaint.projectId,
            complaint.projectStep,
            complaint.supplier),
        complaint.recovery.state(),
        Next.of(complaint),
        details.severity(),
        details.cause(),
        details.words(),
        complaint.owner,
        complaint.recovery.round(),
        AgreedRemedy.of(complaint.recovery.remedy()),
        new Course(
            details.receivedAt(),
            details.resolvedAt(),
            details.reopenedAt(),
            details.customerSatisfied()),
        complaint.recordedBy,
        complaint.recordedAt);
  }
}
