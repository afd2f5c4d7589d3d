package io.familiarface.jobs.accounting.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import io.familiarface.jobs.accounting.DocumentKind;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** What we write as UBL passes the schema and the business rules of EN 16931. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class UblRulesTest {
  private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES =
      new ValidationExecutorSetRegistry<>();

  static {
    EN16931Validation.initEN16931(RULES);
  }

  private static List<String> errors(ExportedDocument document) throws Exception {
    StringWriter xml = new StringWriter();
    try (UblFormat ubl = new UblFormat(xml, new DocumentFormatsTest.Settings())) {
      ubl.write(document);
    }
    DVRCoordinate rules =
        document.document().isInvoice()
            ? EN16931Validation.VID_UBL_INVOICE_1316
            : EN16931Validation.VID_UBL_CREDIT_NOTE_1316;
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    ValidationResultList result =
        ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(),
            RULES.getOfID(rules),
            ValidationSourceXML.create(
                "document",
                parsers
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml.toString())))),
            Locale.ENGLISH);
    return result.getAllErrors().stream().map(error -> error.getErrorText(Locale.ENGLISH)).toList();
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
}
