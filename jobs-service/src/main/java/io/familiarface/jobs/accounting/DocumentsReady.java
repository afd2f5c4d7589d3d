package io.familiarface.jobs.accounting;

import java.util.List;
import java.util.UUID;

/** These documents may go to accounting from now on, if the running transaction commits. */
public record DocumentsReady(List<UUID> documentIds) {}
