package io.familiarface.feedback.followup;

import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/** A flag for which nobody has been asked to call yet. */
record WaitingFlag(UUID id, UUID customerId, @Nested ExpectedLoss loss) {}
