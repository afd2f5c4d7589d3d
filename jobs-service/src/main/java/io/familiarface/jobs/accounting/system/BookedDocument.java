package io.familiarface.jobs.accounting.system;

import io.familiarface.jobs.accounting.DocumentView;
import java.math.BigDecimal;

/**
 * A document as the accounting system says that it holds it.
 *
 * @param number what it is called there
 * @param total negative where none was named
 * @param customer under which id the customer is kept there
 * @param id under which id it is kept there; null if that was not said
 */
record BookedDocument(String number, BigDecimal total, String customer, String id) {

  /** Whether it is the one that was sent: then it is booked, now or by an earlier attempt. */
  AccountingSystem.Answer booked(String system, DocumentView sent, String customer) {
    if (!number.equals(sent.number())) {
      return refused(
          "%s booked it as '%s': void that there, and let it choose no numbers of its own.",
          system, number);
    }
    BigDecimal asked = sent.amounts().total().amount();
    if (total.compareTo(asked) != 0) {
      return refused(
          "%s holds this number over %s instead of %s: void it there, or give that one another number.",
          system, total.toPlainString(), asked.toPlainString());
    }
    if (!this.customer.equals(customer)) {
      return refused(
          "%s holds a document with this number for customer %s over %s: give that one another number, or void it.",
          system, this.customer, total.toPlainString());
    }
    if (id == null) {
      throw SystemUnavailable.because(system + " did not say under which id it booked.");
    }
    return AccountingSystem.Answer.done(id);
  }

  private static AccountingSystem.Answer refused(String why, Object... of) {
    return AccountingSystem.Answer.refused(why.formatted(of));
  }
}
