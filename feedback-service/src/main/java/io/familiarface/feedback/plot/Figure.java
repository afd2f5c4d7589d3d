package io.familiarface.feedback.plot;

/** A chart with what it answers above it and how to read it below. */
public record Figure(String title, Chart chart, String caption) {}
