package io.familiarface.customers.conduct;

import java.util.List;
import java.util.UUID;

/**
 * Where a company stands with letting a customer go.
 *
 * @param lettingGo the last one; null when nobody has proposed it
 * @param missing what the policy asks for and is not there yet, by now; empty when it is met
 */
public record LettingGoStanding(
    UUID customerId, LettingGoView lettingGo, List<LettingGoPolicy.Missing> missing) {}
