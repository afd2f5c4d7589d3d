package io.familiarface.customers.interaction;

import java.util.List;
import java.util.UUID;

/**
 * How far somebody has been walked through what happens.
 *
 * @param firstContact the first talk of all; null when there was none
 * @param explained what they were told of, in the order in which it was
 * @param notYetExplained what nobody has explained yet, in the company's order
 */
public record WalkThroughView(
    UUID customerId,
    InteractionView firstContact,
    List<ExplainedStep> explained,
    List<WalkThroughStep> notYetExplained) {}
