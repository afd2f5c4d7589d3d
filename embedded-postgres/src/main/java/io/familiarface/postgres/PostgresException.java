package io.familiarface.postgres;

/** PostgreSQL could not be brought to do what was asked; the message says what to do next. */
public final class PostgresException extends RuntimeException {
  PostgresException(String message) {
    super(message);
  }

  PostgresException(String message, Throwable cause) {
    super(message, cause);
  }
}
