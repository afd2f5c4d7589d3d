package io.familiarface.jobs.project;

/** How much care a whole job asks for; the first contact says it. */
public enum CareLevel {
  NORMAL,
  RAISED,
  HIGH
}
