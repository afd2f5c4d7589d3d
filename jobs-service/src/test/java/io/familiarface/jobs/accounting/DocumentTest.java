package io.familiarface.jobs.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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

  static Document invoice(String net, String tax) {
    Document invoice =
        Document.invoice(
            new DocumentNumber("INV", 2026, 17),
            UUID.randomUUID(),
            "Monthly rodent control",
            new TaxedAmount(new BigDecimal("0.07"), new BigDecimal(net), new BigDecimal(tax)),
            "USD",
            DAY,
            DAY.plusDays(30));
    invoice.issue(false, NOW);
    return invoice;
  }

  private Document credit(String amount) {
    return invoice.credit(
        new DocumentNumber("CM", 2026, 3), new BigDecimal(amount), "We came late.", DAY);
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
