package io.familiarface.feedback.flag;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The most that people did about a flag. */
@Schema(name = "FlagDeed")
enum FlagDeed {
  NOTHING,
  ACKNOWLEDGED,
  ACTED
}
