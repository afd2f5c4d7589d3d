package io.familiarface.customers.customer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/**
 * All files of a customer are being collected, for the export of what we hold of them. Fired in a
 * transaction: whoever keeps pictures or documents adds them, one by one.
 */
public final class CustomerFiles {
  private final UUID customerId;
  private final Taker taker;

  /** Takes one file after the other. */
  @FunctionalInterface
  public interface Taker {
    void take(String name, byte[] content) throws IOException;
  }

  public CustomerFiles(UUID customerId, Taker taker) {
    this.customerId = customerId;
    this.taker = taker;
  }

  public UUID customerId() {
    return customerId;
  }

  /**
   * Adds a file.
   *
   * @param name with its folder, such as {@code handouts/1.html}; no two have the same
   */
  public void add(String name, byte[] content) {
    try {
      taker.take(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
