package io.familiarface.jobs.accounting.system;

/** Which accounting system documents are booked in. */
enum SystemKind {
  NONE,
  QUICKBOOKS,
  XERO
}
