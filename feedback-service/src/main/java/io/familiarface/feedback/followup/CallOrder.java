package io.familiarface.feedback.followup;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what calls are put in order. */
@Schema(name = "CallOrder")
public enum CallOrder {
  /** By what may be lost: how likely the customer is to leave, times what they bring. */
  RISK,
  /** By what a call is expected to keep: what calling is known to change, times what they bring. */
  EFFECT
}
