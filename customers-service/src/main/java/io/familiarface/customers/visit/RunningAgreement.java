package io.familiarface.customers.visit;

import java.util.UUID;

/** An agreement that runs, and the technician whom the customer knows as theirs. */
public record RunningAgreement(UUID agreementId, String program, UUID usualTechnicianId) {}
