package io.familiarface.jobs.training;

/** Skills with people, or with the work. */
enum TrainingKind {
  SOFT,
  TECHNICAL
}
