package io.familiarface.customers.trait;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
    description =
        "PRIORITY: what matters most; EXPECTATION: what they count on; SENSITIVITY: "
            + "what makes it worse; PREFERENCE: how they like it; CARE: what to look out for.")
public enum Category {
  PRIORITY,
  EXPECTATION,
  SENSITIVITY,
  PREFERENCE,
  CARE
}
