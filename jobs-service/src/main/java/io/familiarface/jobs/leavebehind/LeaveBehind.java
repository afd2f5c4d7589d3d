package io.familiarface.jobs.leavebehind;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What stays with a customer after a visit: who was there, how to tell us how it was, and whom to
 * call.
 *
 * @param missing what could not be had just now, for whoever prints it; empty when nothing is
 */
@Schema(name = "LeaveBehind")
record LeaveBehind(
    UUID visitId,
    UUID customerId,
    @Schema(description = "As the customer likes to be called; null if nobody knows.")
        String customer,
    LocalDate on,
    @Schema(examples = "Monday 6 January 2025, 10:00") String companyTime,
    @Schema(
            examples = "between 10:00 and 12:00",
            description = "When we said that we arrive; null if nobody has said it.")
        String agreedTime,
    @Schema(examples = "10:20", description = "When we arrived; null if nobody knows.")
        String arrivalTime,
    String program,
    @Schema(description = "What was to be done, and was not.") List<String> leftUndone,
    String technician,
    @Schema(description = "Two sentences about who was there.") String introduction,
    String company,
    String mission,
    @Schema(description = "The number where somebody answers.") String hotline,
    @Schema(description = "This customer's own page; null if none could be made just now.")
        FeedbackLink feedbackLink,
    List<Certificate> certificates,
    List<String> missing) {

  /** A certificate that the customer holds. */
  @Schema(name = "LeaveBehindCertificate")
  record Certificate(
      String code,
      @Schema(examples = "10 per cent") String worth,
      boolean transferable,
      LocalDate validUntil) {}
}
