package io.familiarface.jobs.technician;

import java.util.UUID;

/**
 * Somebody's last day is known, or another one than before; whoever has planned on them plans anew,
 * in the running transaction.
 *
 * @param id of what is planned then
 */
public record DepartureRecorded(UUID id, Technician technician) {}
