package io.familiarface.rest.logging;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;

/**
 * A control character in a message is shown as an escape: it can't begin a line that is forged. An
 * error that one of our own classes logs is shown without its words, see {@link WithoutWords}.
 */
@LoggingFilter(name = "one-line")
public final class OneLine implements Filter {
  @Override
  public boolean isLoggable(LogRecord record) {
    if (record.getMessage() != null) {
      ExtLogRecord known = ExtLogRecord.wrap(record);
      String message = known.getFormattedMessage();
      String shown = escaped(message);
      if (!shown.equals(message)) {
        if (record instanceof ExtLogRecord same) {
          same.setMessage(shown, FormatStyle.NO_FORMAT);
        } else {
          record.setMessage(shown);
          record.setParameters(null);
        }
      }
    }
    if (isOurs(record)) {
      record.setThrown(WithoutWords.of(record.getThrown()));
    }
    if (hasForeignLines(record.getThrown())) {
      record.setThrown(new Escaped(record.getThrown(), 0));
    }
    return true;
  }

  /** Where we log an error, it is about what somebody sent. */
  private static boolean isOurs(LogRecord record) {
    return record.getLoggerName() != null
        && record.getLoggerName().startsWith("io.familiarface.")
        && !(record.getThrown() instanceof WithoutWords);
  }

  private static boolean hasForeignLines(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0;
        cause != null && depth < WithoutWords.DEEPEST;
        depth++, cause = cause.getCause()) {
      String said = cause.toString();
      if (said != null && !escaped(said).equals(said)) {
        return true;
      }
    }
    return false;
  }

  static String escaped(String text) {
    if (text.codePoints().noneMatch(OneLine::breaksOut)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (breaksOut(c)) {
                escaped.append(String.format("\\u%04x", c));
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  private static boolean breaksOut(int c) {
    return c != '\t' && (Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
  }

  /** The same error with its words on one line. */
  private static final class Escaped extends Throwable {
    private static final long serialVersionUID = 1L;

    private final String words;

    Escaped(Throwable error, int depth) {
      super(null, causeOf(error, depth), false, true);
      words = escaped(String.valueOf(error));
      setStackTrace(error.getStackTrace());
    }

    private static Throwable causeOf(Throwable error, int depth) {
      boolean more = error.getCause() != null && depth < WithoutWords.DEEPEST;
      return more ? new Escaped(error.getCause(), depth + 1) : null;
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
