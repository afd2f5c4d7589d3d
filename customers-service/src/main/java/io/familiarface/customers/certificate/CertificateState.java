package io.familiarface.customers.certificate;

/** Where a certificate stands today. */
public enum CertificateState {
  OPEN,
  REDEEMED,
  EXPIRED
}
