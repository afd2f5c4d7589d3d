package io.familiarface.customers.customer;

/** How somebody likes to be reached. */
public enum PreferredChannel {
  PHONE,
  TEXT_MESSAGE,
  EMAIL,
  LETTER
}
