package io.familiarface.feedback.voice;

/**
 * In what a technician was sent to a customer. Who is not expected hears worse, whoever they are;
 * so they are compared with others who came in the same way.
 */
enum Circumstances {
  EXPECTED,
  STRANGER_ANNOUNCED,
  STRANGER_UNANNOUNCED,
  /** They worked at a step of a project. */
  PROJECT_STEP
}
