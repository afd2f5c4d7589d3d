package io.familiarface.jobs.accounting;

/** A number of a series without gaps, which begins anew each year. */
record DocumentNumber(String series, int year, int sequence) {
  /** Such as INV-2026-000017: at most 21 characters, as QuickBooks takes them. */
  String text() {
    return "%s-%d-%06d".formatted(series, year, sequence);
  }
}
