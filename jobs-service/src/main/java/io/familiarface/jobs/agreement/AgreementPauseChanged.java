package io.familiarface.jobs.agreement;

/**
 * A pause began, moved or ended, in the running transaction: only the visits in it are concerned.
 */
public record AgreementPauseChanged(Agreement agreement) {}
