package io.familiarface.jobs.agreement;

/** The rule or the time of day changed, in the running transaction: visits to come move with it. */
public record AgreementReplanned(Agreement agreement) {}
