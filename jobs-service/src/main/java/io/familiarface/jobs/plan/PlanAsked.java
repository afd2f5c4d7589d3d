package io.familiarface.jobs.plan;

import java.util.UUID;

/** A plan waits to be solved, once the running transaction has committed. */
record PlanAsked(UUID planId) {}
