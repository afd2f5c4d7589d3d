package io.familiarface.jobs.accounting;

import io.familiarface.rest.bulk.Importer;
import io.familiarface.rest.bulk.LineResult;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads payments as a bank or an accounting system lists them; one instance a request. */
@RequestScoped
class ImportingPayments implements Importer<NewPayment> {
  private final Payments payments;
  private final RecordingPayment recording;
  private final BilledCustomers customers;
  private final Map<String, Payments.Row> known = new HashMap<>();

  ImportingPayments(Payments payments, RecordingPayment recording, BilledCustomers customers) {
    this.payments = payments;
    this.recording = recording;
    this.customers = customers;
  }

  @Override
  public Class<NewPayment> lineType() {
    return NewPayment.class;
  }

  @Override
  public String externalId(NewPayment payment) {
    return payment.reference();
  }

  @Override
  public String keyField() {
    return "reference";
  }

  @Override
  public void prepare(List<NewPayment> chunk) {
    known.clear();
    customers.lockOwnersOf(Importer.keys(chunk, NewPayment::document));
    payments
        .withReferences(Importer.keys(chunk, NewPayment::reference))
        .forEach(row -> known.put(row.reference(), row));
  }

  @Override
  public LineResult apply(NewPayment payment) {
    Amounts.requireMoreThanNothing(payment.amount());
    Payments.Row before = known.get(payment.reference());
    if (before != null) {
      if (before.says(payment)) {
        return LineResult.unchanged(before.id());
      }
      throw RecordingPayment.alreadyRecorded(before);
    }
    PaymentView made = recording.recordNew(payment);
    known.put(payment.reference(), rowOf(made));
    return LineResult.created(made.id());
  }

  private static Payments.Row rowOf(PaymentView made) {
    return new Payments.Row(
        made.id(),
        made.document(),
        made.amount().amount(),
        made.amount().currency(),
        made.paidOn(),
        made.reference(),
        made.recordedBy(),
        made.recordedAt());
  }
}
