package io.familiarface.jobs.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * One entry of a calendar.
 *
 * @param uid the same for ever, in every calendar that shows it
 * @param sequence higher after each change
 * @param length null for all of the day, which nobody is kept free for
 * @param cancelled to be struck out by who has it
 */
record CalendarEvent(
    String uid,
    long sequence,
    boolean cancelled,
    Instant start,
    Duration length,
    String summary,
    String location,
    String description) {}
