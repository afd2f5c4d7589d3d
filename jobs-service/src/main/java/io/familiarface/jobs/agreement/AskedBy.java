package io.familiarface.jobs.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who wanted it otherwise than it was agreed: the customer, who knows of it then, or we. */
@Schema(
    description =
        "Who wanted it otherwise than was agreed: the CUSTOMER, who knows of it then, "
            + "or we, the COMPANY.")
public enum AskedBy {
  CUSTOMER,
  COMPANY
}
