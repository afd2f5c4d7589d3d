package io.familiarface.jobs.accounting.push;

import java.time.Duration;

/**
 * What a receiver made of a message.
 *
 * @param status null if it did not answer
 * @param error why it counts as not delivered; null if it was
 * @param retryAfter how long the receiver asked to be left alone; zero if it did not
 */
record WebhookOutcome(Integer status, String error, Duration retryAfter) {
  static WebhookOutcome failed(String error) {
    return new WebhookOutcome(null, error, Duration.ZERO);
  }

  boolean isDelivered() {
    return error == null;
  }

  boolean isGone() {
    return status != null && status == 410;
  }
}
