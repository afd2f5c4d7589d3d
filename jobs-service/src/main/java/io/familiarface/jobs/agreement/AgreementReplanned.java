package io.familiarface.jobs.agreement;

import java.time.LocalTime;

/**
 * The rule or the time of day changed, in the running transaction: visits to come move with it.
 *
 * @param visitTimeBefore the time of day of those that the rule has made
 */
public record AgreementReplanned(Agreement agreement, LocalTime visitTimeBefore) {}
