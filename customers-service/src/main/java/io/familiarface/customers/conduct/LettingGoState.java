package io.familiarface.customers.conduct;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far letting somebody go has come. */
@Schema(
    description =
        "PROPOSED until a second person agrees, then LET_GO; UNDONE when it was taken back.")
public enum LettingGoState {
  /** Somebody says so; another person has to agree. */
  PROPOSED,
  LET_GO,
  /** Taken back, before the approval or within some days after it. */
  UNDONE
}
