package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentLine;
import io.familiarface.jobs.accounting.DocumentPayment;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.accounting.EarnedAmount;
import io.familiarface.rest.Money;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A journal for hledger: each document and each payment is a transaction that balances, and each
 * month in which something is earned that was invoiced in advance.
 */
final class HledgerFormat implements DocumentWriter {
  private static final String DEFERRED = "liabilities:deferred income";
  private static final String RECEIVABLE = "assets:receivable:";

  private final Writer out;
  private final ExportSettings settings;

  HledgerFormat(Writer out, ExportSettings settings) {
    this.out = out;
    this.settings = settings;
  }

  @Override
  public void write(ExportedDocument exported) throws IOException {
    DocumentView document = exported.document();
    String customer = RECEIVABLE + plain(exported.buyer().key());
    begin(document.issuedOn(), document.number(), exported.buyer().name());
    post(
        customer, exported.signed(document.amounts().total().amount()), document.amounts().total());
    Map<String, BigDecimal> incomes = new LinkedHashMap<>();
    for (DocumentLine line : document.lines()) {
      incomes.merge(income(line), exported.signed(line.amount().amount()), BigDecimal::add);
    }
    if (exported.isPrepaid()) {
      post(
          DEFERRED,
          exported.signed(document.amounts().net().amount()).negate(),
          document.amounts().net());
    } else {
      for (Map.Entry<String, BigDecimal> each : incomes.entrySet()) {
        post(each.getKey(), each.getValue().negate(), document.amounts().net());
      }
    }
    if (document.amounts().tax().amount().signum() != 0) {
      post(
          "liabilities:sales tax",
          exported.signed(document.amounts().tax().amount()).negate(),
          document.amounts().tax());
    }
    out.write('\n');
    if (exported.isPrepaid()) {
      for (EarnedAmount month : exported.earned()) {
        begin(month.on(), document.number(), "Earned of " + document.number());
        post(DEFERRED, month.amount().amount(), month.amount());
        post(income(document.lines().get(0)), month.amount().amount().negate(), month.amount());
        out.write('\n');
      }
    }
    for (DocumentPayment payment : exported.payments()) {
      begin(payment.paidOn(), payment.reference(), "Payment of " + document.number());
      post("assets:bank", payment.amount().amount(), payment.amount());
      post(customer, payment.amount().amount().negate(), payment.amount());
      out.write('\n');
    }
  }

  private String income(DocumentLine line) {
    return "income:" + plain(settings.accountOf(line.bookedAs()));
  }

  private void begin(LocalDate day, String code, String description) throws IOException {
    out.write("%s (%s) %s\n".formatted(day, code(code), plain(description)));
  }

  private void post(String account, BigDecimal amount, Money of) throws IOException {
    out.write("    " + account + "  " + amount.toPlainString() + " " + of.currency() + "\n");
  }

  private static String code(String text) {
    return plain(text).replace('(', '[').replace(')', ']');
  }

  /** Without what ends a name in a journal: comments, bars, several blanks. */
  private static String plain(String text) {
    return text.replaceAll("[;|\\p{Cntrl}]", " ").replaceAll("\\s+", " ").strip();
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
