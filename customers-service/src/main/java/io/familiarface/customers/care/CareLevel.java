package io.familiarface.customers.care;

/** How much care a customer needs, from the least to the most. */
public enum CareLevel {
  NORMAL,
  RAISED,
  HIGH
}
