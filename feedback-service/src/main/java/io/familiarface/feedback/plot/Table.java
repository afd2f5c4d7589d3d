package io.familiarface.feedback.plot;

import java.util.List;

/**
 * A table of words and figures.
 *
 * @param rows the first of each names it; all as long as the header
 */
public record Table(String caption, List<String> header, List<List<String>> rows) {}
