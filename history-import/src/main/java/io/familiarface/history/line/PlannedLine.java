package io.familiarface.history.line;

/**
 * One line of a plan.
 *
 * @param origin the line of the company's file that it comes from, from 1
 * @param hints null where nothing is to be recognised by them
 */
public record PlannedLine(long origin, ImportLine line, MatchHints hints) {}
