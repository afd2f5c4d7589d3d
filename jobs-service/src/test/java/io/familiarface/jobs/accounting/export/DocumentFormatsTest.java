package io.familiarface.jobs.accounting.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.familiarface.jobs.accounting.CreditReason;
import io.familiarface.jobs.accounting.DocumentAmounts;
import io.familiarface.jobs.accounting.DocumentKind;
import io.familiarface.jobs.accounting.DocumentLine;
import io.familiarface.jobs.accounting.DocumentPayment;
import io.familiarface.jobs.accounting.DocumentStanding;
import io.familiarface.jobs.accounting.DocumentState;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.jobs.accounting.EarnedAmount;
import io.familiarface.rest.Money;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentFormatsTest {
  private static final UUID CUSTOMER = UUID.fromString("0199c1d0-7a00-7000-8000-000000000c01");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  private final DocumentFormats formats =
      new DocumentFormats(new ObjectMapper().registerModule(new JavaTimeModule()), new Settings());

  /** The mapping of a company that has named one account and one tax. */
  static final class Settings implements ExportSettings {
    @Override
    public String account() {
      return "200";
    }

    @Override
    public Map<String, String> accounts() {
      return Map.of("Termites", "210");
    }

    @Override
    public Map<String, String> taxCodes() {
      return Map.of("0.06", "Vermont sales tax");
    }

    @Override
    public String untaxed() {
      return "Tax Exempt (0%)";
    }

    @Override
    public Map<String, ElectronicAddress> buyers() {
      return Map.of("C0001", ElectronicAddress.of("0088:7300010000001"));
    }

    @Override
    public Seller seller() {
      return new Seller() {
        @Override
        public String name() {
          return "Green Mountain Pest Control";
        }

        @Override
        public String id() {
          return "VT-4711";
        }

        @Override
        public Optional<String> taxId() {
          return Optional.of("WHT-12345678");
        }

        @Override
        public ElectronicAddress electronicAddress() {
          return ElectronicAddress.of("9959:123456789");
        }

        @Override
        public Optional<String> line1() {
          return Optional.of("1 Main Street");
        }

        @Override
        public Optional<String> city() {
          return Optional.of("Burlington");
        }

        @Override
        public Optional<String> postalCode() {
          return Optional.of("05401");
        }

        @Override
        public String country() {
          return "US";
        }
      };
    }
  }

  private static Money usd(String amount) {
    return new Money(new BigDecimal(amount), "USD");
  }

  static DocumentLine line(String program, String net, String rate) {
    BigDecimal tax =
        new BigDecimal(net).multiply(new BigDecimal(rate)).setScale(2, RoundingMode.HALF_UP);
    return new DocumentLine(
        program,
        program,
        BigDecimal.ONE,
        usd(net),
        new DocumentLine.LineTax(new BigDecimal(rate), new Money(tax, "USD")),
        usd(net));
  }

  private static Money sum(List<DocumentLine> lines, Function<DocumentLine, Money> part) {
    return new Money(
        lines.stream().map(part).map(Money::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
        "USD");
  }

  static ExportedDocument document(int n, DocumentKind kind, String net, String rate, String name) {
    return document(n, kind, List.of(line("Monthly rodent control", net, rate)), name);
  }

  static ExportedDocument document(
      int n, DocumentKind kind, List<DocumentLine> lines, String name) {
    boolean invoice = kind == DocumentKind.INVOICE;
    Money net = sum(lines, DocumentLine::amount);
    Money tax = sum(lines, line -> line.tax().amount());
    Money total = new Money(net.amount().add(tax.amount()), "USD");
    DocumentView view =
        new DocumentView(
            new UUID(5, n),
            (invoice ? "INV" : "CM") + "-2026-%06d".formatted(n),
            kind,
            DocumentState.READY,
            CUSTOMER,
            null,
            null,
            null,
            DAY,
            invoice ? DAY.plusDays(30) : null,
            lines,
            new DocumentAmounts(net, tax, total, usd("0.00"), usd("0.00"), total),
            new CreditReason(
                invoice ? null : "INV-2026-000001", invoice ? null : "We came late.", null),
            List.of(),
            new DocumentStanding(null, null, null, null));
    Buyer buyer =
        new Buyer(CUSTOMER, "C0001", name, "12 Mill Lane", null, "Burlington", "VT", "05401", "US");
    return new ExportedDocument(view, buyer, List.of(), null);
  }

  /** Two of its lines at the same rate, one at none. */
  static ExportedDocument several(int n, DocumentKind kind) {
    return document(
        n,
        kind,
        List.of(
            line("Drying", "240.00", "0.06"),
            line("Report", "93.00", "0"),
            line("Cleaning", "119.90", "0.06"),
            line("Waste", "20.00", "0.09")),
        "Dorothy's Gifts");
  }

  static ExportedDocument invoice(int n) {
    return document(n, DocumentKind.INVOICE, "89.00", "0.06", "Dorothy's Gifts");
  }

  static ExportedDocument memo(int n) {
    return document(n, DocumentKind.CREDIT_MEMO, "10.00", "0.06", "Dorothy's Gifts");
  }

  private byte[] bytes(ExportFormat format, List<ExportedDocument> documents) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      formats.write(format, documents.size(), documents.iterator(), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lines(ExportFormat format, ExportedDocument... documents) {
    return new String(bytes(format, List.of(documents)), StandardCharsets.UTF_8).lines().toList();
  }

  static List<String> filesOf(byte[] zip) throws IOException {
    List<String> files = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      while (in.getNextEntry() != null) {
        files.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void quickbooks_online_has_its_own_columns_to_the_letter() {
    assertThat(lines(ExportFormat.QUICKBOOKS_CSV, invoice(1), memo(2)))
        .containsExactly(
            "*InvoiceNo,*Customer,*InvoiceDate,*DueDate,Terms,Memo,Item(Product/Service),ItemDescription,ItemQuantity,ItemRate,*ItemAmount,Taxable",
            "INV-2026-000001,Dorothy's Gifts,03/02/2026,04/01/2026,,,Monthly rodent control,Monthly rodent control,1,89.00,89.00,Y",
            "CM-2026-000002,Dorothy's Gifts,03/02/2026,03/02/2026,,Credit memo on INV-2026-000001,Monthly rodent control,Monthly rodent control,1,-10.00,-10.00,Y");
  }

  @Test
  void xero_has_its_own_columns_with_asterisks_and_days_first() {
    assertThat(lines(ExportFormat.XERO_CSV, invoice(1), memo(2)))
        .containsExactly(
            "*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,*Description,*Quantity,*UnitAmount,*AccountCode,*TaxType",
            "Dorothy's Gifts,INV-2026-000001,02/03/2026,01/04/2026,Monthly rodent control,1,89.00,200,Vermont sales tax",
            "Dorothy's Gifts,CM-2026-000002,02/03/2026,02/03/2026,Monthly rodent control,1,-10.00,200,Vermont sales tax");
  }

  @Test
  void a_name_that_would_be_a_formula_is_neutralised() {
    for (String name : new String[] {"=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"}) {
      ExportedDocument document = document(1, DocumentKind.INVOICE, "89.00", "0", name);
      for (ExportFormat format : List.of(ExportFormat.QUICKBOOKS_CSV, ExportFormat.XERO_CSV)) {
        assertThat(lines(format, document).get(1)).contains("'" + name);
      }
    }
  }

  @Test
  void quickbooks_gets_at_most_a_hundred_invoices_a_file_and_xero_five_hundred()
      throws IOException {
    List<ExportedDocument> many =
        IntStream.rangeClosed(1, 501).mapToObj(DocumentFormatsTest::invoice).toList();
    assertThat(filesOf(bytes(ExportFormat.QUICKBOOKS_CSV, many)))
        .hasSize(6)
        .allSatisfy(file -> assertThat(file).startsWith("*InvoiceNo,"))
        .allSatisfy(file -> assertThat(file.lines().count()).isLessThanOrEqualTo(101));
    assertThat(filesOf(bytes(ExportFormat.XERO_CSV, many)))
        .hasSize(2)
        .allSatisfy(file -> assertThat(file.lines().count()).isLessThanOrEqualTo(501));
  }

  @Test
  void json_is_a_list_of_documents() throws IOException {
    JsonNode list =
        new ObjectMapper().readTree(bytes(ExportFormat.JSON, List.of(invoice(1), memo(2))));
    assertThat(list).hasSize(2);
    assertThat(list.get(0).path("number").asText()).isEqualTo("INV-2026-000001");
    assertThat(list.get(1).path("credits").asText()).isEqualTo("INV-2026-000001");
    assertThat(list.get(0).path("total").path("amount").asText()).isEqualTo("94.34");
    assertThat(new ObjectMapper().readTree(bytes(ExportFormat.JSON, List.of()))).isEmpty();
  }

  @Test
  void each_document_is_one_file_of_ubl() throws IOException {
    List<String> files = filesOf(bytes(ExportFormat.UBL, List.of(invoice(1), memo(2))));
    assertThat(files).hasSize(2);
    assertThat(files.get(0))
        .contains("<Invoice xmlns=")
        .contains("<cbc:ID>INV-2026-000001</cbc:ID>")
        .contains("<cbc:PayableAmount currencyID=\"USD\">94.34</cbc:PayableAmount>");
    assertThat(files.get(1))
        .contains("<CreditNote xmlns=")
        .contains("<cac:InvoiceDocumentReference><cbc:ID>INV-2026-000001</cbc:ID>");
  }

  @Test
  void a_journal_has_what_is_owed_earned_and_paid() {
    ExportedDocument invoice = invoice(1);
    ExportedDocument paid =
        new ExportedDocument(
            invoice.document(),
            invoice.buyer(),
            List.of(
                new DocumentPayment(
                    invoice.document().id(), usd("50.00"), DAY.plusDays(3), "BANK-(1)")),
            null);
    assertThat(lines(ExportFormat.HLEDGER, paid))
        .containsExactly(
            "2026-03-02 (INV-2026-000001) Dorothy's Gifts",
            "    assets:receivable:C0001  94.34 USD",
            "    income:200  -89.00 USD",
            "    liabilities:sales tax  -5.34 USD",
            "",
            "2026-03-05 (BANK-[1]) Payment of INV-2026-000001",
            "    assets:bank  50.00 USD",
            "    assets:receivable:C0001  -50.00 USD",
            "");
  }

  @Test
  void what_is_invoiced_in_advance_is_deferred_and_earned_by_month() {
    ExportedDocument invoice = invoice(1);
    ExportedDocument prepaid =
        new ExportedDocument(
            invoice.document(),
            invoice.buyer(),
            List.of(),
            List.of(new EarnedAmount(LocalDate.of(2026, 3, 31), usd("7.42"))));
    assertThat(lines(ExportFormat.HLEDGER, prepaid))
        .contains("    liabilities:deferred income  -89.00 USD")
        .containsSequence(
            "2026-03-31 (INV-2026-000001) Earned of INV-2026-000001",
            "    liabilities:deferred income  7.42 USD",
            "    income:200  -7.42 USD");
  }

  @Test
  void hledger_finds_that_the_journal_balances(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(
        isInstalled("hledger"),
        "hledger is not installed on this machine (apt-get install hledger)");
    Path journal = folder.resolve("year.journal");
    Files.write(journal, bytes(ExportFormat.HLEDGER, List.of(invoice(1), memo(2), invoice(3))));
    assertThat(run("hledger", "-f", journal.toString(), "check")).isEmpty();
    assertThat(run("hledger", "-f", journal.toString(), "balance", "assets:receivable", "-N"))
        .contains("178.08 USD");
  }

  private static boolean isInstalled(String program) {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
