package io.familiarface.rest.idempotency;

import jakarta.enterprise.context.RequestScoped;

/** The body of a request with an idempotency key, byte by byte as it came. */
@RequestScoped
class SentBody {
  private byte[] bytes = {};

  void set(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }
}
