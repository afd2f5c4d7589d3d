package io.familiarface.technicianchange;

/** Whether somebody comes instead of the usual technician for good or for once. */
public enum Permanence {
  FOR_GOOD,
  THIS_VISIT,
  /** Nobody said: settled by what happens next, see {@link UsualTechnician}. */
  UNKNOWN
}
