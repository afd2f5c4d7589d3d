package io.familiarface.jobs.calendar;

/**
 * One entry of a calendar.
 *
 * @param uid the same for ever, in every calendar that shows it
 * @param sequence higher after each change
 * @param cancelled to be struck out by who has it
 */
record CalendarEvent(
    String uid,
    long sequence,
    boolean cancelled,
    CalendarTime time,
    String summary,
    String location,
    String description) {}
