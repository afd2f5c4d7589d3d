package io.familiarface.history.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.familiarface.history.known.About;
import java.math.BigDecimal;

/** The lines that the services take, but for what is about them. Null is left out: unknown. */
final class ImportLines {
  private ImportLines() {}

  @JsonInclude(Include.NON_NULL)
  record Technician(String externalId, String name) {}

  @JsonInclude(Include.NON_NULL)
  record Customer(
      String externalId,
      String kind,
      String name,
      String email,
      String phone,
      Where address,
      String branch,
      String createdAt,
      About about) {}

  record Money(String amount, String currency) {
    static Money of(BigDecimal amount, String currency) {
      return new Money(amount.toPlainString(), currency);
    }
  }

  @JsonInclude(Include.NON_NULL)
  record Agreement(
      String externalId,
      String customerExternalId,
      String program,
      String recurrence,
      Boolean recurrenceGuessed,
      String startsOn,
      Money price,
      String technicianExternalId,
      About about) {}

  @JsonInclude(Include.NON_NULL)
  record Visit(
      String externalId,
      String agreementExternalId,
      String scheduledAt,
      String outcome,
      String technicianExternalId,
      String plannedTechnicianExternalId,
      String changeReason,
      String permanence,
      String customerToldAt,
      String introducedAt,
      Boolean customerTold,
      Boolean introduced,
      String missedReason,
      About about) {}

  @JsonInclude(Include.NON_NULL)
  record Cancellation(
      String agreementExternalId, String cancelledAt, String reason, String words, About about) {}
}
