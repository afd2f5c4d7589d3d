package io.familiarface.jobs.visit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether another technician comes from now on or this once. */
@Schema(description = "Whether another technician comes from now on or this once.")
public enum Permanence {
  FOR_GOOD,
  THIS_VISIT;

  io.familiarface.technicianchange.Permanence asRule() {
    return io.familiarface.technicianchange.Permanence.valueOf(name());
  }
}
