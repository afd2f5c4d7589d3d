package io.familiarface.feedback.flag;

import io.familiarface.risk.state.FlagState;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a flag has come: what history decides, and in between what people did about it. */
@Schema(name = "FlagState")
public enum CustomerFlagState {
  RAISED,
  ACKNOWLEDGED,
  ACTED,
  CLEARED,
  KEPT,
  LOST,
  /** History was corrected, and now there was never a reason for it. */
  WITHDRAWN;

  /** Whether the customer stands flagged. */
  public boolean open() {
    return this == RAISED || this == ACKNOWLEDGED || this == ACTED;
  }

  /** What the engine had said of it. */
  FlagState told() {
    return switch (this) {
      case RAISED, ACKNOWLEDGED, ACTED -> FlagState.RAISED;
      case CLEARED -> FlagState.CLEARED;
      case KEPT -> FlagState.KEPT;
      case LOST -> FlagState.LOST;
      case WITHDRAWN -> throw new IllegalStateException("never raised, as it turned out");
    };
  }

  /** Where history says a flag is, keeping what people did about one that is still open. */
  CustomerFlagState after(FlagState history) {
    return switch (history) {
      case RAISED -> open() ? this : RAISED;
      case CLEARED -> CLEARED;
      case KEPT -> KEPT;
      case LOST -> LOST;
    };
  }
}
