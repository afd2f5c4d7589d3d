package io.familiarface.jobs.accounting;

/** What a document asks for or gives back, and the series that its number is of. */
public enum DocumentKind {
  INVOICE("INV"),
  /** Gives back what an invoice asked for, or a part of it. */
  CREDIT_MEMO("CM");

  private final String series;

  DocumentKind(String series) {
    this.series = series;
  }

  String series() {
    return series;
  }
}
