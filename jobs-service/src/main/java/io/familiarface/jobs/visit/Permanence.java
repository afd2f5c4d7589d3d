package io.familiarface.jobs.visit;

/** Whether another technician comes from now on or this once. */
public enum Permanence {
  FOR_GOOD,
  THIS_VISIT
}
