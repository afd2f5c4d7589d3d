package io.familiarface.jobs.agreement;

/** An agreement came into being, in the running transaction: its first visits want planning. */
public record AgreementSigned(Agreement agreement) {}
