package io.familiarface.jobs.accounting;

import io.familiarface.rest.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was paid in advance for an agreement: earned and not yet earned. */
record DeferralView(
    UUID agreementId,
    UUID customerId,
    @Schema(description = "The number of its invoice.", examples = "INV-2026-000017")
        String document,
    LocalDate from,
    LocalDate to,
    LocalDate asOf,
    @Schema(description = "What was paid of the invoice; earned and unearned add up to it.")
        Money paid,
    @Schema(description = "Up to the end of asOf.") Money earned,
    @Schema(description = "After it.") Money unearned,
    List<Month> months) {

  /**
   * @param month such as 2026-03
   */
  @Schema(name = "DeferralMonth")
  record Month(
      @Schema(examples = "2026-03") String month,
      Money earned,
      @Schema(description = "At the end of the month.") Money unearned) {}
}
