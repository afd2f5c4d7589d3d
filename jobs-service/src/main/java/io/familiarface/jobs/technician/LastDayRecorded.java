package io.familiarface.jobs.technician;

/** Somebody's last day is known by a departure, of which a plan is asked for by itself. */
public record LastDayRecorded(Technician technician) {}
