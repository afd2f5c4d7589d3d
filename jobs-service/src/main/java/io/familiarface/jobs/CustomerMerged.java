package io.familiarface.jobs;

import java.util.UUID;

/**
 * One customer has become part of another; whoever keeps anything of the first gives it to the
 * second, in the running transaction.
 */
public record CustomerMerged(UUID from, UUID into) {}
