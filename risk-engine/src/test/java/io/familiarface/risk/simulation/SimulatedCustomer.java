package io.familiarface.risk.simulation;

import io.familiarface.risk.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer of a simulated company.
 *
 * @param signals their history in order
 * @param cancelledAt when they left, or null
 * @param truth what drove them at each visit: known to the simulation alone, and to tests that ask
 *     how much could be known at best
 */
public record SimulatedCustomer(
    UUID id,
    double intervalDays,
    List<Signal> signals,
    Instant cancelledAt,
    List<OracleObservation> truth) {}
