package io.familiarface.jobs.visit;

import io.familiarface.jobs.JobsProblem;
import io.familiarface.rest.time.Instants;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the customer knew before somebody else came. Null is unknown and stays unknown; "no" is only
 * what somebody stated.
 */
public record Notice(
    @Schema(description = "null: unknown.") Boolean customerTold,
    Instant customerToldAt,
    @Schema(description = "null: unknown.") Boolean introduced,
    Instant introducedAt) {
  public static final Notice UNKNOWN = new Notice(null, null, null, null);

  public Notice {
    requireConsistent(customerTold, customerToldAt, "/customerTold", "customerToldAt");
    requireConsistent(introduced, introducedAt, "/introduced", "introducedAt");
    customerToldAt = Instants.toMicros(customerToldAt);
    introducedAt = Instants.toMicros(introducedAt);
  }

  private static void requireConsistent(Boolean stated, Instant at, String pointer, String other) {
    if (Boolean.FALSE.equals(stated) && at != null) {
      throw JobsProblem.CONTRADICTION.at(
          pointer, "It can't be false while " + other + " says when. Send one of the two.");
    }
  }

  /** Told before the visit: true, false if stated or too late, null if nobody knows. */
  public Boolean toldBefore(Instant visit) {
    return before(customerTold, customerToldAt, visit);
  }

  public Boolean introducedBefore(Instant visit) {
    return before(introduced, introducedAt, visit);
  }

  private static Boolean before(Boolean stated, Instant at, Instant visit) {
    return at == null ? stated : Boolean.valueOf(at.isBefore(visit));
  }

  /** As if nobody had told the customer. */
  Notice untold() {
    return new Notice(false, null, introduced, introducedAt);
  }

  /** This notice with what was said since; what was known before stays. */
  Notice and(Instant toldAt, Instant introducedOn) {
    return new Notice(
        toldAt == null ? customerTold : null,
        toldAt == null ? customerToldAt : toldAt,
        introducedOn == null ? introduced : null,
        introducedOn == null ? introducedAt : introducedOn);
  }
}
