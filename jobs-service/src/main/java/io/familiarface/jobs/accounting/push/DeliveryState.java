package io.familiarface.jobs.accounting.push;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of a push. */
@Schema(
    description =
        "PENDING: to be sent, or to be tried again; DELIVERED; DEAD: given up until "
            + "somebody has it sent again.")
enum DeliveryState {
  /** Still to be sent, or to be tried again. */
  PENDING,
  DELIVERED,
  /** Given up; somebody may have it sent again. */
  DEAD
}
