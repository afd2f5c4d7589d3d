package io.familiarface.jobs.accounting;

import io.familiarface.database.Database;
import io.familiarface.jobs.customer.CustomerState;
import io.familiarface.jobs.customer.DiscountsTold;
import io.familiarface.rest.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes what redeemed certificates are worth off what their redeemers have to pay, by credit memos
 * on invoices that are not paid; the newest first. What finds none waits for the next invoice.
 */
@ApplicationScoped
class PlacingDiscounts {
  private static final String REASON = "Certificate redeemed";
  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  private final Database database;
  private final BilledCustomers customers;
  private final Documents documents;
  private final CreditingDocument crediting;

  PlacingDiscounts(
      Database database,
      BilledCustomers customers,
      Documents documents,
      CreditingDocument crediting) {
    this.database = database;
    this.customers = customers;
    this.documents = documents;
    this.crediting = crediting;
  }

  /**
   * A certificate that is not used up.
   *
   * @param percent of one invoice; null of an amount
   * @param openAmount what is left of the amount; null of a percentage
   */
  record Open(
      UUID certificateId,
      UUID customerId,
      Integer percent,
      String currency,
      BigDecimal openAmount) {

    /** How much of an invoice it takes off: never more than is still to be paid of it. */
    BigDecimal off(Document invoice) {
      BigDecimal worth =
          percent == null
              ? openAmount
              : invoice
                  .total
                  .multiply(PERCENT)
                  .multiply(BigDecimal.valueOf(percent))
                  .setScale(Money.decimals(invoice.currency), RoundingMode.HALF_UP);
      return worth.min(invoice.owed());
    }

    boolean concerns(Document invoice) {
      return invoice.owed().signum() > 0 && (currency == null || currency.equals(invoice.currency));
    }
  }

  /** Each certificate once, however often it is told. */
  void take(@Observes DiscountsTold told) {
    List<CustomerState.Discount> news = new ArrayList<>(told.discounts());
    Set<UUID> known = known(news.stream().map(CustomerState.Discount::certificateId).toList());
    news.removeIf(one -> known.contains(one.certificateId()));
    if (!news.isEmpty()) {
      customers.lock(List.of(told.customerId()));
      news.forEach(one -> insert(told.customerId(), one));
      placeOpenOf(List.of(told.customerId()));
    }
  }

  private Set<UUID> known(Collection<UUID> certificates) {
    return new HashSet<>(
        database
            .sql(
                """
                select certificate_id from certificate_discount
                where certificate_id = any(:certificates)""")
            .bind("certificates", certificates)
            .list(UUID.class));
  }

  private void insert(UUID customer, CustomerState.Discount discount) {
    boolean isAmount = discount.percent() == null;
    database
        .sql(
            """
            insert into certificate_discount (certificate_id, customer_id, percent, amount,
              currency, open_amount, redeemed_at)
            values (:certificate, :customer, cast(:percent as int), cast(:amount as numeric),
              :currency, cast(:amount as numeric), :at)
            on conflict do nothing""")
        .bind("certificate", discount.certificateId())
        .bind("customer", customer)
        .bind("percent", discount.percent())
        .bind("amount", isAmount ? discount.amount().amount() : null)
        .bind("currency", isAmount ? discount.amount().currency() : null)
        .bind("at", discount.redeemedAt())
        .update();
  }

  /** Places what is open of these customers, who are locked. */
  void placeOpenOf(Collection<UUID> some) {
    database
        .sql(
            """
            select certificate_id, customer_id, percent, currency, open_amount
            from certificate_discount where open and customer_id = any(:customers)
            order by redeemed_at, certificate_id""")
        .bind("customers", some)
        .list(Open.class)
        .forEach(this::place);
  }

  private void place(Open discount) {
    List<Document> invoices = new ArrayList<>(documents.unsettledOf(discount.customerId()));
    invoices.removeIf(invoice -> !discount.concerns(invoice));
    Open left = discount;
    for (int i = invoices.size() - 1; i >= 0 && left != null; i--) {
      Document invoice = invoices.get(i);
      BigDecimal off = left.off(invoice);
      if (off.signum() > 0) {
        crediting.credit(invoice, off, REASON, null);
      }
      left = rest(left, off);
    }
    if (left != discount) {
      store(discount.certificateId(), left);
    }
  }

  /** Null when it is used up: a percentage after one invoice. */
  private static Open rest(Open before, BigDecimal off) {
    if (before.percent() != null || off.compareTo(before.openAmount()) == 0) {
      return null;
    }
    return new Open(
        before.certificateId(),
        before.customerId(),
        null,
        before.currency(),
        before.openAmount().subtract(off));
  }

  private void store(UUID certificate, Open left) {
    database
        .sql(
            """
            update certificate_discount set open = :open,
              open_amount = case when amount is null then null else cast(:left as numeric) end
            where certificate_id = :certificate""")
        .bind("certificate", certificate)
        .bind("open", left != null)
        .bind("left", left == null ? BigDecimal.ZERO : left.openAmount())
        .update();
  }
}
