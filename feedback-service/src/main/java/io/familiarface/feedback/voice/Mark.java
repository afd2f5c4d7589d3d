package io.familiarface.feedback.voice;

import java.time.Instant;
import java.util.UUID;

/**
 * What one customer gave one visit, or one step of a project.
 *
 * @param csat 1 to 5
 */
record Mark(UUID technicianId, Circumstances circumstances, int csat, Instant at) {}
