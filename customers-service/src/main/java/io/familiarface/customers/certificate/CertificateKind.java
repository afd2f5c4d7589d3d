package io.familiarface.customers.certificate;

/** What a certificate is worth. */
public enum CertificateKind {
  AMOUNT,
  PERCENT,
  /** Something of a partner's, such as a dessert at a restaurant. */
  GIFT
}
