package io.familiarface.customers.visit;

import java.util.UUID;

/** An agreement that runs, and the technician whom the customer knows as hers. */
public record RunningAgreement(UUID agreementId, String program, UUID usualTechnicianId) {

  static RunningAgreement from(AgreementCopy agreement) {
    return new RunningAgreement(agreement.id, agreement.program, agreement.usualTechnicianId);
  }
}
