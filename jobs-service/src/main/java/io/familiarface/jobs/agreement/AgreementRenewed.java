package io.familiarface.jobs.agreement;

/** Fired when an agreement goes on beyond its end. */
public record AgreementRenewed(Agreement agreement) {}
