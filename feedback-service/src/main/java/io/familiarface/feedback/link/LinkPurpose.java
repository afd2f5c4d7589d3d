package io.familiarface.feedback.link;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What whoever has the link may do. */
@Schema(name = "LinkPurpose")
enum LinkPurpose {
  /** See where their case stands, and answer. */
  CASE,
  /** Say how satisfied they are. */
  FEEDBACK
}
