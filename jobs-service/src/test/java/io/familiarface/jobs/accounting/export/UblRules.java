package io.familiarface.jobs.accounting.export;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/** The schema of UBL and the business rules of EN 16931. */
final class UblRules {
  private static final ValidationExecutorSetRegistry<IValidationSourceXML> RULES =
      new ValidationExecutorSetRegistry<>();

  static {
    EN16931Validation.initEN16931(RULES);
  }

  private UblRules() {}

  /** What an invoice or a credit note breaks, in words. */
  static List<String> errors(String xml) throws Exception {
    DVRCoordinate rules =
        xml.contains("<Invoice ")
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
                parsers.newDocumentBuilder().parse(new InputSource(new StringReader(xml)))),
            Locale.ENGLISH);
    return result.getAllErrors().stream().map(error -> error.getErrorText(Locale.ENGLISH)).toList();
  }
}
