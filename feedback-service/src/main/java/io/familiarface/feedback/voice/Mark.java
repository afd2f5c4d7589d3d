package io.familiarface.feedback.voice;

import java.time.Instant;
import java.util.UUID;

/**
 * What one visit, or one step of a project, was given: however often somebody says so, it counts
 * once.
 *
 * @param csat 1 to 5, on average
 * @param at when it was last said
 */
record Mark(UUID technicianId, Circumstances circumstances, double csat, Instant at) {}
