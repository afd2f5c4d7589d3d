package io.familiarface.history.report;

import io.familiarface.history.value.Text;

/**
 * A line of the file that does not come in, or not all of it.
 *
 * @param line from 1, as an editor counts
 * @param why and what to do, in one or two sentences
 */
public record RejectedLine(long line, String column, String value, String why) {
  public RejectedLine {
    column = shown(column);
    value = shown(value);
    why = shown(why);
  }

  private static String shown(String text) {
    return text == null ? null : Text.shown(text);
  }
}
