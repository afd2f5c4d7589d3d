package io.familiarface.customers.letter;

import io.familiarface.customers.customer.Customers;
import io.familiarface.rest.Ref;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;

/** Shows how a letter would look. The transaction ends before the PDF is made. */
@ApplicationScoped
class PreviewingTemplate {
  private final LetterTemplates templates;
  private final Letters letters;
  private final Customers customers;

  PreviewingTemplate(LetterTemplates templates, Letters letters, Customers customers) {
    this.templates = templates;
    this.letters = letters;
    this.customers = customers;
  }

  @Transactional
  String page(Ref template, Ref customer) {
    var recipient =
        customers.view(customers.idOf(customer)).orElseThrow(() -> customers.unknown(customer));
    var samples =
        Map.of(
            Placeholder.CERTIFICATES, "10 % · 0000-0000-0000-0000",
            Placeholder.APPROVED_BY, "…");
    return letters.write(templates.get(template), recipient, samples).page();
  }
}
