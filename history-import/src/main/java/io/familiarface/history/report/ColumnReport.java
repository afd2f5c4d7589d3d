package io.familiarface.history.report;

import io.familiarface.history.column.Field;
import java.util.List;

/**
 * How one column was understood.
 *
 * @param header as the company wrote it
 * @param how such as the order of its dates, or blank
 * @param blank cells that are empty or say "unknown"
 * @param unreadable cells with something that means nothing to us; taken as unknown, or the line is
 *     rejected where it can't do without
 * @param meanings words and what they were taken for, most frequent first
 */
public record ColumnReport(
    Field field,
    String header,
    String how,
    long understood,
    long blank,
    long unreadable,
    List<String> meanings,
    List<String> unreadableExamples) {}
