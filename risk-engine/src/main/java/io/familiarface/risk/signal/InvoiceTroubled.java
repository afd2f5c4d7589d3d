package io.familiarface.risk.signal;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** An invoice is overdue, or the customer disputes it. */
public record InvoiceTroubled(UUID invoiceId, Instant at, InvoiceTrouble trouble)
    implements Signal {

  public InvoiceTroubled {
    Objects.requireNonNull(invoiceId, "invoiceId");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(trouble, "trouble");
  }

  @Override
  public SignalKind kind() {
    return SignalKind.INVOICE_TROUBLED;
  }

  @Override
  public SignalKey key() {
    return SignalKey.of("invoice", invoiceId, "trouble");
  }
}
