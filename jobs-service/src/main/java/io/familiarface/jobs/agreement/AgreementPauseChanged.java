package io.familiarface.jobs.agreement;

/**
 * A pause began, moved or ended, in the running transaction: only the visits in it are concerned.
 *
 * @param askedBy who wanted it so; null if nobody has said
 */
public record AgreementPauseChanged(Agreement agreement, AskedBy askedBy) {}
