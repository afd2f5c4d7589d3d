package io.familiarface.jobs.accounting.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.jobs.accounting.DocumentKind;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What we write as UBL passes the schema and the business rules of EN 16931 and Peppol. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UblRulesTest {
  private static List<String> errors(ExportedDocument document) throws Exception {
    StringWriter xml = new StringWriter();
    try (UblFormat ubl = new UblFormat(xml, new DocumentFormatsTest.Settings())) {
      ubl.write(document);
    }
    return UblRules.errors(xml.toString());
  }

  @Test
  void an_invoice_with_tax() throws Exception {
    assertThat(errors(DocumentFormatsTest.invoice(1))).isEmpty();
  }

  @Test
  void an_invoice_without_tax() throws Exception {
    assertThat(
            errors(
                DocumentFormatsTest.document(
                    1, DocumentKind.INVOICE, "89.00", "0", "Smith & Sons <Ltd>")))
        .isEmpty();
  }

  @Test
  void a_price_with_tax_in_it() throws Exception {
    assertThat(
            errors(DocumentFormatsTest.document(1, DocumentKind.INVOICE, "83.18", "0.07", "Grace")))
        .isEmpty();
  }

  @Test
  void credit_memos_with_and_without_tax() throws Exception {
    assertThat(errors(DocumentFormatsTest.memo(2))).isEmpty();
    assertThat(
            errors(
                DocumentFormatsTest.document(
                    2, DocumentKind.CREDIT_MEMO, "10.00", "0", "Dorothy's Gifts")))
        .isEmpty();
  }

  @Test
  void several_lines_at_several_rates() throws Exception {
    assertThat(errors(DocumentFormatsTest.several(1, DocumentKind.INVOICE))).isEmpty();
    assertThat(errors(DocumentFormatsTest.several(2, DocumentKind.CREDIT_MEMO))).isEmpty();
  }

  @Test
  void the_rules_do_find_what_is_wrong() throws Exception {
    ExportedDocument noName =
        DocumentFormatsTest.document(1, DocumentKind.INVOICE, "89.00", "0.06", "");
    assertThat(errors(noName)).isNotEmpty();
  }

  @Test
  void the_rules_of_peppol_do_find_an_address_that_is_none() throws Exception {
    StringWriter xml = new StringWriter();
    try (UblFormat ubl = new UblFormat(xml, new DocumentFormatsTest.Settings())) {
      ubl.write(DocumentFormatsTest.invoice(1));
    }
    assertThat(UblRules.errors(xml.toString().replace("7300010000001", "7300010000002")))
        .isNotEmpty();
  }
}
