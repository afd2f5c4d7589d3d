package io.familiarface.customers.trait;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an expectation. */
@Schema(
    description =
        "What became of an expectation: ACCEPTED, we said that we meet it; "
            + "DECLINED_UP_FRONT, we said at the start that we can't; OPEN, nobody has "
            + "answered it yet.")
public enum Standing {
  /** We said that we meet it. */
  ACCEPTED,
  /** We said at the start that we can't meet it. */
  DECLINED_UP_FRONT,
  /** Nobody has answered it yet. */
  OPEN
}
