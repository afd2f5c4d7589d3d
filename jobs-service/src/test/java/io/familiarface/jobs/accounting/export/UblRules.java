package io.familiarface.jobs.accounting.export;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/** The schema of UBL, and the business rules of EN 16931 and of Peppol BIS Billing 3. */
public final class UblRules {
  private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES =
      new ValidationExecutorSetRegistry<>();

  static {
    EN16931Validation.initEN16931(RULES);
    PeppolValidation2026_05.init(RULES);
  }

  private UblRules() {}

  /** What an invoice or a credit note breaks, in words. */
  public static List<String> errors(String xml) throws Exception {
    boolean invoice = xml.contains("<Invoice ");
    List<String> errors = new ArrayList<>();
    errors.addAll(
        errors(
            xml,
            invoice
                ? EN16931Validation.VID_UBL_INVOICE_1316
                : EN16931Validation.VID_UBL_CREDIT_NOTE_1316));
    errors.addAll(
        errors(
            xml,
            invoice
                ? PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3
                : PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3));
    return errors;
  }

  private static List<String> errors(String xml, DVRCoordinate rules) throws Exception {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    ValidationResultList result =
        ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(),
            RULES.getOfID(rules),
            ValidationSourceXML.create(
                "document",
                parsers.newDocumentBuilder().parse(new InputSource(new StringReader(xml)))),
            Locale.ENGLISH);
    return result.getAllErrors().stream().map(error -> error.getErrorText(Locale.ENGLISH)).toList();
  }
}
