package io.familiarface.rest.audit;

import java.util.UUID;

/** One line of the audit trail; the states are JSON, null for none. */
record AuditEntry(
    UUID id,
    String actor,
    String action,
    String entityType,
    UUID entityId,
    UUID personId,
    String before,
    String after) {}
