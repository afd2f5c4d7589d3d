package io.familiarface.feedback.customer;

import java.time.Instant;
import java.util.UUID;

/**
 * What this service knows of a customer without asking: enough to name them, to sort lists, and not
 * to think them silent.
 *
 * @param lastInboundAt when they last came to the company themselves; null for never, or not told
 */
public record CustomerCopy(
    UUID id,
    String externalId,
    String name,
    String preferredName,
    String branch,
    String status,
    Instant createdAt,
    Instant lastInboundAt,
    long revision) {

  /** Older than anything the feed will say: a copy that was asked for, not told. */
  static final long ASKED_FOR = -1;

  /** Whether the company has ended the relation, and asks nothing of them any more. */
  public boolean isLetGo() {
    return "LET_GO".equals(status);
  }

  /** How they like to be called. */
  public String calledName() {
    return preferredName == null || preferredName.isBlank() ? name : preferredName;
  }
}
