package io.familiarface.jobs.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
  private final Document invoice = invoice("89.00", "6.23");
  private final List<Document> memos = new ArrayList<>();

  static Document invoice(String net, String tax) {
    Document invoice =
        Document.invoice(
            new DocumentNumber("INV", 2026, 17),
            UUID.randomUUID(),
            List.of(line("Monthly rodent control", "0.07", net, tax)),
            "USD",
            DAY,
            DAY.plusDays(30));
    invoice.issue(false, NOW);
    return invoice;
  }

  private static InvoiceLine line(String program, String rate, String net, String tax) {
    return new InvoiceLine(
        program,
        program,
        new TaxedAmount(new BigDecimal(rate), new BigDecimal(net), new BigDecimal(tax)));
  }

  private Document credit(String amount) {
    return credit(invoice, amount);
  }

  private Document credit(Document of, String amount) {
    Document memo =
        of.credit(
            new DocumentNumber("CM", 2026, 3), new BigDecimal(amount), memos, "We came late.", DAY);
    memos.add(memo);
    return memo;
  }

  @Test
  void it_has_a_number_of_its_series_and_year() {
    assertThat(invoice.number).isEqualTo("INV-2026-000017");
    assertThat(invoice.total).isEqualTo("95.23");
    assertThat(invoice.state).isEqualTo(DocumentState.READY);
  }

  @Test
  void a_credit_takes_its_share_of_the_tax_and_names_the_invoice() {
    Document memo = credit("10.00");
    assertThat(memo.credits).isEqualTo("INV-2026-000017");
    assertThat(memo.number).isEqualTo("CM-2026-000003");
    assertThat(memo.tax).isEqualTo("0.65");
    assertThat(memo.net).isEqualTo("9.35");
    assertThat(invoice.owed()).isEqualTo("85.23");
  }

  @Test
  void credits_of_all_of_it_give_back_all_the_tax() {
    BigDecimal tax = BigDecimal.ZERO;
    for (String part : new String[] {"31.74", "31.74", "31.75"}) {
      tax = tax.add(credit(part).tax);
    }
    assertThat(tax).isEqualTo(invoice.tax);
    assertThat(invoice.creditable()).isZero();
    assertThat(invoice.state).isEqualTo(DocumentState.PAID);
  }

  @Test
  void a_credit_is_shared_among_the_rates_of_its_invoice() {
    Document several =
        Document.invoice(
            new DocumentNumber("INV", 2026, 18),
            UUID.randomUUID(),
            List.of(
                line("Drying", "0.07", "100.00", "7.00"),
                line("Report", "0", "93.00", "0.00"),
                line("Cleaning", "0.07", "100.00", "7.00")),
            "USD",
            DAY,
            DAY.plusDays(30));
    several.issue(false, NOW);
    assertThat(several.total).isEqualTo("307.00");
    Document first = credit(several, "30.70");
    assertThat(first.lines)
        .extracting(line -> line.amount().amount().add(line.tax().amount().amount()).toString())
        .containsExactly("21.40", "9.30");
    assertThat(first.lines).extracting(DocumentLine::program).containsExactly("Drying", "Report");
    assertThat(first.tax).isEqualTo("1.40");
    Document rest = credit(several, "276.30");
    assertThat(rest.tax).isEqualTo("12.60");
    assertThat(several.isSettled()).isTrue();
  }

  @Test
  void what_is_paid_in_parts_is_paid_when_nothing_is_owed() {
    invoice.exported(UUID.randomUUID(), NOW);
    invoice.pay(new BigDecimal("95.00"));
    assertThat(invoice.state).isEqualTo(DocumentState.EXPORTED);
    invoice.pay(new BigDecimal("0.23"));
    assertThat(invoice.state).isEqualTo(DocumentState.PAID);
  }

  @Test
  void of_a_plan_the_first_part_that_is_not_paid_is_due() {
    invoice.payIn(
        List.of(
            new Instalment(DAY.plusDays(10), invoice.money(new BigDecimal("50.00"))),
            new Instalment(DAY.plusDays(40), invoice.money(new BigDecimal("45.23")))));
    assertThat(invoice.instalmentDueOn).isEqualTo(DAY.plusDays(10));
    invoice.overdue(NOW);
    invoice.pay(new BigDecimal("50.00"));
    assertThat(invoice.instalmentDueOn).isEqualTo(DAY.plusDays(40));
    assertThat(invoice.overdueSince).isNull();
    invoice.pay(new BigDecimal("45.23"));
    assertThat(invoice.state).isEqualTo(DocumentState.PAID);
  }

  @Test
  void a_case_holds_it_and_its_end_lifts_the_hold() {
    assertThat(invoice.dispute(true, NOW)).isTrue();
    assertThat(invoice.state).isEqualTo(DocumentState.HELD);
    assertThat(invoice.dispute(true, NOW)).isFalse();
    assertThat(invoice.dispute(false, NOW)).isTrue();
    assertThat(invoice.state).isEqualTo(DocumentState.READY);
  }

  @Test
  void one_that_has_gone_out_keeps_its_state_and_is_disputed() {
    invoice.exported(UUID.randomUUID(), NOW);
    invoice.dispute(true, NOW);
    assertThat(invoice.state).isEqualTo(DocumentState.EXPORTED);
    assertThat(invoice.disputedSince).isEqualTo(NOW);
  }

  @Test
  void what_accounting_refuses_goes_out_again() {
    invoice.exported(UUID.randomUUID(), NOW);
    invoice.rejected("No such customer");
    assertThat(invoice.state).isEqualTo(DocumentState.REJECTED);
    assertThat(invoice.words).isEqualTo("No such customer");
    invoice.exported(UUID.randomUUID(), NOW);
    assertThat(invoice.state).isEqualTo(DocumentState.EXPORTED);
    invoice.accepted();
    assertThat(invoice.state).isEqualTo(DocumentState.ACCEPTED);
    assertThat(invoice.words).isNull();
  }
}
