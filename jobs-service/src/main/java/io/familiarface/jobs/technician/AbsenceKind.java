package io.familiarface.jobs.technician;

/** Why somebody is away. It stays in this house: others learn only that a technician is absent. */
public enum AbsenceKind {
  SICK,
  VACATION,
  TRAINING,
  OTHER
}
