package io.familiarface.risk.simulation;

/**
 * What the world's law saw at a visit.
 *
 * @param causes the values that the effects are multiplied with
 * @param left whether they left before the next visit
 */
public record OracleObservation(long at, double[] causes, boolean left) {}
