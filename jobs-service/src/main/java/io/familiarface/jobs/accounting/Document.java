package io.familiarface.jobs.accounting;

import io.familiarface.rest.Ids;
import io.familiarface.rest.Money;
import io.familiarface.rest.time.Instants;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * An invoice or a credit memo. What it says is settled when it is made; only what becomes of it
 * changes: its state, what is credited and paid, whether it is disputed.
 */
@Entity
@Table(name = "accounting_document")
class Document {
  @Id UUID id;
  @Version long version;

  String number;
  String series;
  int year;
  int sequence;

  @Enumerated(EnumType.STRING)
  DocumentKind kind;

  UUID customerId;
  UUID agreementId;
  UUID visitId;
  LocalDate issuedOn;
  LocalDate dueOn;

  @JdbcTypeCode(SqlTypes.CHAR)
  String currency;

  @Column(updatable = false)
  @Convert(converter = LinesJson.class)
  @ColumnTransformer(write = "cast(? as jsonb)")
  List<DocumentLine> lines;

  BigDecimal net;
  BigDecimal tax;
  BigDecimal total;

  /** Of a credit memo: the number of its invoice. */
  String credits;

  String reason;
  UUID complaintId;

  @Enumerated(EnumType.STRING)
  DocumentState state = DocumentState.DRAFT;

  @Convert(converter = InstalmentsJson.class)
  List<Instalment> instalments = List.of();

  BigDecimal credited = BigDecimal.ZERO.setScale(Taxation.SCALE);
  BigDecimal paid = BigDecimal.ZERO.setScale(Taxation.SCALE);

  /** Of a plan: when the first part is due that is not paid yet. */
  LocalDate instalmentDueOn;

  Instant disputedSince;
  Instant overdueSince;
  UUID exportId;
  Instant exportedAt;

  /** Why accounting refused it. */
  String words;

  protected Document() {}

  /**
   * @param lines what is charged for, at least one
   */
  static Document invoice(
      DocumentNumber number,
      UUID customerId,
      List<InvoiceLine> lines,
      String currency,
      LocalDate issuedOn,
      LocalDate dueOn) {
    Document document = create(DocumentKind.INVOICE, number, customerId, lines, currency);
    document.issuedOn = issuedOn;
    document.dueOn = dueOn;
    return document;
  }

  /**
   * Takes so much of what this invoice asks for back, tax included: of each rate its share.
   *
   * @param earlier its other credit memos
   */
  Document credit(
      DocumentNumber number,
      BigDecimal amount,
      Collection<Document> earlier,
      String why,
      LocalDate today) {
    Document memo =
        create(
            DocumentKind.CREDIT_MEMO,
            number,
            customerId,
            CreditShares.of(this, earlier).of(amount),
            currency);
    memo.agreementId = agreementId;
    memo.visitId = visitId;
    memo.issuedOn = today;
    memo.credits = this.number;
    memo.reason = why;
    memo.become(DocumentState.READY);
    credited = credited.add(amount);
    settle();
    return memo;
  }

  private static Document create(
      DocumentKind kind,
      DocumentNumber number,
      UUID customerId,
      List<InvoiceLine> lines,
      String currency) {
    Document document = new Document();
    document.id = Ids.next();
    document.kind = kind;
    document.number = number.text();
    document.series = number.series();
    document.year = number.year();
    document.sequence = number.sequence();
    document.customerId = customerId;
    document.currency = currency;
    TaxedAmount sum = InvoiceLine.sum(lines);
    document.net = sum.net();
    document.tax = sum.tax();
    document.total = sum.total();
    document.lines = lines.stream().map(line -> line.in(currency)).toList();
    return document;
  }

  boolean isInvoice() {
    return kind == DocumentKind.INVOICE;
  }

  /** What may still be credited. */
  BigDecimal creditable() {
    return isInvoice() ? total.subtract(credited) : BigDecimal.ZERO;
  }

  /** What is still to be paid; nothing of a credit memo, or when more was credited since. */
  BigDecimal owed() {
    return DocumentAmounts.owed(kind, total, credited, paid);
  }

  /** In parts, together what is to be paid; none: at once. */
  void payIn(List<Instalment> plan) {
    instalments =
        plan.stream()
            .map(each -> new Instalment(each.dueOn(), money(scaled(each.amount().amount()))))
            .toList();
    instalmentDueOn = nextInstalment();
    overdueSince = null;
  }

  private LocalDate nextInstalment() {
    BigDecimal asked = BigDecimal.ZERO;
    for (Instalment each : instalments) {
      asked = asked.add(each.amount().amount());
      if (asked.compareTo(paid) > 0) {
        return each.dueOn();
      }
    }
    return null;
  }

  private static BigDecimal scaled(BigDecimal amount) {
    return amount.setScale(Taxation.SCALE, RoundingMode.UNNECESSARY);
  }

  void pay(BigDecimal amount) {
    paid = paid.add(amount);
    LocalDate before = instalmentDueOn;
    instalmentDueOn = nextInstalment();
    if (before != null && !before.equals(instalmentDueOn)) {
      overdueSince = null;
    }
    settle();
  }

  private void settle() {
    if (owed().signum() == 0 && state.mayBecome(DocumentState.PAID)) {
      become(DocumentState.PAID);
      overdueSince = null;
      disputedSince = null;
    }
  }

  boolean isSettled() {
    return state == DocumentState.PAID;
  }

  /** A case about it is open, or none is; says whether that is new. */
  boolean dispute(boolean disputed, Instant since) {
    boolean changed = isInvoice() && disputed != (disputedSince != null);
    if (changed) {
      disputedSince = disputed ? Instants.toMicros(since) : null;
      if (state == DocumentState.READY && disputed) {
        become(DocumentState.HELD);
      } else if (state == DocumentState.HELD && !disputed) {
        become(DocumentState.READY);
      }
    }
    return changed;
  }

  /** From draft on, as it is made. */
  void issue(boolean disputed, Instant at) {
    disputedSince = disputed ? Instants.toMicros(at) : null;
    become(disputed ? DocumentState.HELD : DocumentState.READY);
  }

  void overdue(Instant at) {
    overdueSince = Instants.toMicros(at);
  }

  /** Whether it is to go to accounting, for the first time or because it was refused. */
  boolean isUnsent() {
    return exportId == null || state == DocumentState.REJECTED;
  }

  /** It went to accounting; what was paid before stays paid. */
  void exported(UUID export, Instant at) {
    exportId = export;
    exportedAt = Instants.toMicros(at);
    words = null;
    if (state.mayBecome(DocumentState.EXPORTED)) {
      become(DocumentState.EXPORTED);
    }
  }

  void accepted() {
    words = null;
    if (state.mayBecome(DocumentState.ACCEPTED)) {
      become(DocumentState.ACCEPTED);
    }
  }

  void rejected(String why) {
    words = why;
    if (state.mayBecome(DocumentState.REJECTED)) {
      become(DocumentState.REJECTED);
    }
  }

  private void become(DocumentState next) {
    if (!state.mayBecome(next)) {
      throw new IllegalStateException(number + " is " + state + " and can't become " + next);
    }
    state = next;
  }

  Money money(BigDecimal amount) {
    return new Money(amount, currency);
  }
}
