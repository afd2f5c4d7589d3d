package io.familiarface.jobs.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.accounting.Taxation.PriceBasis;
import io.familiarface.jobs.accounting.Taxation.PricedAt;
import io.familiarface.jobs.accounting.Taxation.RoundingPer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever happens to a customer, in whatever order: the documents add up to what was agreed, in
 * each currency.
 */
class LedgerPropertyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

  private static final List<BigDecimal> RATES =
      List.of(new BigDecimal("0.0725"), BigDecimal.ZERO, new BigDecimal("0.19"));

  enum What {
    VISIT,
    PROJECT,
    REMEDY,
    PAYMENT,
    CANCELLATION,
    CASE_OPENED,
    CASE_ENDED,
    EXPORT
  }

  record Happening(What what, String currency, int cents, int which) {
    BigDecimal amount() {
      return BigDecimal.valueOf(cents, 2);
    }
  }

  @Provide
  Arbitrary<List<Happening>> life() {
    return Combinators.combine(
            Arbitraries.of(What.class),
            Arbitraries.of("USD", "EUR"),
            Arbitraries.integers().between(1, 30_000),
            Arbitraries.integers().between(0, 50))
        .as(Happening::new)
        .list()
        .ofMaxSize(60);
  }

  /** What the documents of one customer come to, and what was agreed beside. */
  private static final class Ledger {
    final Taxation taxation;
    final UUID customer = UUID.randomUUID();
    final List<Document> invoices = new ArrayList<>();
    final List<Document> memos = new ArrayList<>();
    final List<PlacingRemedies.Open> waiting = new ArrayList<>();
    final Map<String, BigDecimal> agreed = new HashMap<>();
    final Map<String, BigDecimal> paid = new HashMap<>();

    Ledger(Taxation taxation) {
      this.taxation = taxation;
    }

    void happens(Happening one) {
      switch (one.what()) {
        case VISIT -> visit(one);
        case PROJECT -> project(one);
        case REMEDY -> remedy(one);
        case PAYMENT -> pay(one);
        case CANCELLATION -> cancel(one);
        case CASE_OPENED -> invoices.forEach(invoice -> invoice.dispute(true, NOW));
        case CASE_ENDED -> invoices.forEach(invoice -> invoice.dispute(false, NOW));
        case EXPORT -> export();
      }
    }

    private void visit(Happening one) {
      invoice(one.currency(), List.of(new PricedAt(one.amount(), RATES.get(0))));
    }

    /** Lines at several rates, two of them at the same. */
    private void project(Happening one) {
      List<PricedAt> lines = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        lines.add(
            new PricedAt(
                one.amount().add(BigDecimal.valueOf((one.which() * i) % 7, 2)),
                RATES.get(i % RATES.size())));
      }
      invoice(one.currency(), lines);
    }

    private void invoice(String currency, List<PricedAt> prices) {
      List<InvoiceLine> lines =
          taxation.of(prices, currency).stream()
              .map(amount -> new InvoiceLine("P", "P", amount))
              .toList();
      Document invoice =
          Document.invoice(
              new DocumentNumber("INV", 2026, invoices.size() + 1),
              customer,
              lines,
              currency,
              DAY,
              DAY.plusDays(30));
      invoice.issue(false, NOW);
      invoices.add(invoice);
      agreed.merge(currency, InvoiceLine.sum(lines).total(), BigDecimal::add);
      List<PlacingRemedies.Open> before = List.copyOf(waiting);
      waiting.clear();
      before.forEach(this::place);
    }

    private void remedy(Happening one) {
      agreed.merge(one.currency(), one.amount().negate(), BigDecimal::add);
      place(open(one.amount(), one.currency()));
    }

    private PlacingRemedies.Open open(BigDecimal amount, String currency) {
      return new PlacingRemedies.Open(
          UUID.randomUUID(), 1, customer, null, null, currency, amount, NOW);
    }

    private void place(PlacingRemedies.Open remedy) {
      BigDecimal left = remedy.openAmount();
      for (CreditPart part : CreditPart.of(remedy, in(remedy.currency()))) {
        credit(part.invoice(), part.amount());
        left = left.subtract(part.amount());
      }
      if (left.signum() > 0) {
        waiting.add(open(left, remedy.currency()));
      }
    }

    private List<Document> in(String currency) {
      return invoices.stream().filter(each -> each.currency.equals(currency)).toList();
    }

    private void credit(Document invoice, BigDecimal amount) {
      memos.add(
          invoice.credit(
              new DocumentNumber("CM", 2026, memos.size() + 1),
              amount,
              memosOf(invoice),
              "Remedy",
              DAY));
    }

    List<Document> memosOf(Document invoice) {
      return memos.stream().filter(memo -> memo.credits.equals(invoice.number)).toList();
    }

    private void pay(Happening one) {
      chosen(one)
          .ifPresent(
              invoice -> {
                BigDecimal amount = one.amount().min(invoice.owed());
                if (amount.signum() > 0) {
                  invoice.pay(amount);
                  paid.merge(invoice.currency, amount, BigDecimal::add);
                }
              });
    }

    /** It is agreed that a visit costs nothing after all. */
    private void cancel(Happening one) {
      chosen(one)
          .filter(invoice -> invoice.creditable().signum() > 0)
          .ifPresent(
              invoice -> {
                BigDecimal amount = invoice.creditable();
                agreed.merge(invoice.currency, amount.negate(), BigDecimal::add);
                credit(invoice, amount);
              });
    }

    private void export() {
      UUID export = UUID.randomUUID();
      invoices.stream()
          .filter(invoice -> invoice.state == DocumentState.READY)
          .forEach(invoice -> invoice.exported(export, NOW));
    }

    private Optional<Document> chosen(Happening one) {
      return invoices.isEmpty()
          ? Optional.empty()
          : Optional.of(invoices.get(one.which() % invoices.size()));
    }

    BigDecimal documents(String currency) {
      BigDecimal asked = sum(in(currency));
      BigDecimal given =
          sum(memos.stream().filter(memo -> memo.currency.equals(currency)).toList());
      return asked.subtract(given);
    }

    BigDecimal waiting(String currency) {
      return waiting.stream()
          .filter(remedy -> remedy.currency().equals(currency))
          .map(PlacingRemedies.Open::openAmount)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<Document> documents) {
      return documents.stream().map(each -> each.total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }

  @Property
  void documents_add_up_to_what_was_agreed_in_each_currency(
      @ForAll("life") List<Happening> life, @ForAll PriceBasis basis, @ForAll RoundingPer per) {
    Ledger ledger = new Ledger(new Taxation(List.of(), basis, RoundingMode.HALF_UP, per));
    life.forEach(ledger::happens);
    for (String currency : List.of("USD", "EUR")) {
      BigDecimal agreed = ledger.agreed.getOrDefault(currency, BigDecimal.ZERO);
      assertThat(ledger.documents(currency).subtract(ledger.waiting(currency)))
          .isEqualByComparingTo(agreed);
    }
    for (Document invoice : ledger.invoices) {
      List<Document> memos = ledger.memosOf(invoice);
      assertThat(Ledger.sum(memos)).isEqualByComparingTo(invoice.credited);
      assertThat(invoice.credited).isLessThanOrEqualTo(invoice.total);
      BigDecimal tax =
          memos.stream().map(memo -> memo.tax).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(tax).isLessThanOrEqualTo(invoice.tax);
      assertThat(memos).allSatisfy(memo -> assertThat(memo.tax.signum()).isNotNegative());
      for (BigDecimal rate : RATES) {
        assertThat(at(rate, memos)).isLessThanOrEqualTo(at(rate, List.of(invoice)));
      }
      assertThat(invoice.net.add(invoice.tax)).isEqualByComparingTo(invoice.total);
      assertThat(invoice.isSettled()).isEqualTo(invoice.owed().signum() == 0);
    }
    assertThat(ledger.memos)
        .allSatisfy(memo -> assertThat(memo.net.add(memo.tax)).isEqualByComparingTo(memo.total));
    BigDecimal owed =
        ledger.invoices.stream().map(Document::owed).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(owed.signum()).isNotNegative();
  }

  /** Net and tax of the lines at a rate. */
  private static BigDecimal at(BigDecimal rate, List<Document> documents) {
    return documents.stream()
        .flatMap(document -> document.lines.stream())
        .filter(line -> line.tax().rate().compareTo(rate) == 0)
        .map(line -> line.amount().amount().add(line.tax().amount().amount()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
