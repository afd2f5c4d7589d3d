package io.familiarface.rest.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged while something runs: a line for each record, with the whole of its error. */
public final class LogCapture extends Handler implements AutoCloseable {
  private final Logger root = LogManager.getLogManager().getLogger("");
  private final StringBuffer text = new StringBuffer();

  public LogCapture() {
    root.addHandler(this);
  }

  @Override
  public void publish(LogRecord record) {
    StringWriter error = new StringWriter();
    if (record.getThrown() != null) {
      record.getThrown().printStackTrace(new PrintWriter(error));
    }
    text.append(record.getLevel())
        .append(" [")
        .append(record.getLoggerName())
        .append("] ")
        .append(ExtLogRecord.wrap(record).getFormattedMessage())
        .append('\n')
        .append(error);
  }

  /** All that was logged so far. */
  public String text() {
    return text.toString();
  }

  @Override
  public void flush() {
    // nothing is kept back
  }

  @Override
  public void close() {
    root.removeHandler(this);
  }
}
