package io.familiarface.jobs.accounting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a customer is to be charged for.
 *
 * @param agreementId null where it is of none
 * @param visitId null unless it is for one visit that was made
 * @param lines at least one
 */
record InvoiceDraft(
    UUID customerId,
    UUID agreementId,
    UUID visitId,
    List<Line> lines,
    String currency,
    LocalDate issuedOn) {

  /**
   * @param program what tax and account go by
   * @param price as agreed, with or without tax as the company has it
   */
  record Line(String description, String program, BigDecimal price) {}
}
