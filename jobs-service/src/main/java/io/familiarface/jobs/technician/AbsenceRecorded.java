package io.familiarface.jobs.technician;

/** Somebody will be away; whoever has planned on them plans anew, in the running transaction. */
public record AbsenceRecorded(Absence absence) {}
