package io.familiarface.jobs.agreement;

/**
 * What visits are made by changed, in the running transaction: those to come follow.
 *
 * @param before the terms by which the rule has made those that there are
 */
public record AgreementReplanned(Agreement agreement, Terms before) {}
