package io.familiarface.feedback.complaint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The orders that can be asked for. */
@Schema(name = "ComplaintOrder")
enum ComplaintOrder {
  received,
  due
}
