package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** The trouble with an invoice is over. */
public record InvoiceSettled(UUID invoiceId, Instant at) implements Signal {

  public InvoiceSettled {
    Objects.requireNonNull(invoiceId, "invoiceId");
    Objects.requireNonNull(at, "at");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.INVOICE_SETTLED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("invoice", invoiceId, "settled");
  }
}
