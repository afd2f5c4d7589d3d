package io.familiarface.risk.backtest;

/** A back-test that cannot be run as asked; the message says what to ask instead. */
public final class BackTestRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackTestRefused(String message) {
    super(message);
  }
}
