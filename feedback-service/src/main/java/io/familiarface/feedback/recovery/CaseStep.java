package io.familiarface.feedback.recovery;

/** What somebody does to mend what a customer complained of. */
public enum CaseStep {
  /** Find out what happened, how big the damage is and whose fault it was. */
  ASSESSMENT,
  /** Apologise in person and promise what will change. */
  APOLOGY,
  /** Ask what the customer wants, and agree on what will be done. */
  REMEDY,
  /** Allow a remedy that is worth more than whoever agreed on it may give. */
  APPROVAL,
  /** Do what was agreed. */
  DELIVERY,
  /** Ask the customer how they are. */
  CHECK_IN,
  /** Put the customer's own word, or their silence, on record. */
  CLOSURE,
  /** The customer comes back with it. */
  REOPENING
}
