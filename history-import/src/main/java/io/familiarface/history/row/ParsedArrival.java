package io.familiarface.history.row;

import java.time.LocalTime;

/**
 * When somebody was to arrive at the latest, and did. Null is what the line doesn't say.
 *
 * @param windowMinutes for how long from the time of the visit on
 */
public record ParsedArrival(Integer windowMinutes, LocalTime at) {}
