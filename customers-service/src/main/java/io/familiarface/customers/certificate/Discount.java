package io.familiarface.customers.certificate;

import io.familiarface.database.RoundTrip;
import io.familiarface.database.RoundTrip.Rows;
import io.familiarface.rest.Money;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.core.mapper.reflect.ColumnName;

/**
 * What a redeemed certificate takes off what its redeemer has to pay: a percentage of one invoice,
 * or an amount.
 */
public record Discount(
    UUID certificateId,
    @ColumnName("redeemer_id") UUID customerId,
    Integer percent,
    @Nested Money amount,
    Instant redeemedAt) {

  /** Those of several customers, to a round trip that binds {@code :customers}. */
  public static Rows<Discount> ofCustomers(RoundTrip trip) {
    return trip.query(
        """
        select id as certificate_id, redeemer_id, percent, amount, currency, redeemed_at
        from certificate
        where redeemer_id = any(:customers) and kind in ('AMOUNT', 'PERCENT')
        order by redeemed_at, id""",
        Discount.class);
  }
}
