package io.familiarface.jobs.agreement;

/**
 * What visits are made by changed, in the running transaction: those to come follow.
 *
 * @param before the terms by which the rule has made those that there are
 * @param askedBy who wanted it so; null if nobody has said
 */
public record AgreementReplanned(Agreement agreement, Terms before, AskedBy askedBy) {}
