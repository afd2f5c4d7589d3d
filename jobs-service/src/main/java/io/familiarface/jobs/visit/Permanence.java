package io.familiarface.jobs.visit;

/** Whether another technician comes from now on or this once. */
public enum Permanence {
  FOR_GOOD,
  THIS_VISIT;

  io.familiarface.technicianchange.Permanence asRule() {
    return io.familiarface.technicianchange.Permanence.valueOf(name());
  }
}
