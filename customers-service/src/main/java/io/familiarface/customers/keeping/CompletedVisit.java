package io.familiarface.customers.keeping;

import java.time.Instant;
import java.util.UUID;

/**
 * Who came, and what the customer knew of it before.
 *
 * @param permanence null when nobody said; then the newcomer does not become the usual technician
 * @param askedForByCustomer the customer herself wanted somebody else
 * @param toldBefore true only when it is known that she was told before the visit
 * @param introducedBefore true only when it is known that the two had met before the visit
 */
public record CompletedVisit(
    UUID id,
    UUID agreementId,
    Instant at,
    UUID technicianId,
    Permanence permanence,
    boolean askedForByCustomer,
    boolean toldBefore,
    boolean introducedBefore) {}
