package io.familiarface.jobs.visit;

/** How somebody told the customer. */
public enum ToldHow {
  PHONE,
  IN_PERSON
}
