package io.familiarface.customers.handout;

import io.familiarface.customers.certificate.CertificateView;
import io.familiarface.customers.certificate.HeldCertificates;
import io.familiarface.customers.customer.Customers;
import io.familiarface.customers.letter.Letters;
import io.familiarface.customers.letter.Placeholder;
import io.familiarface.customers.letter.TemplateKind;
import io.familiarface.rest.Ref;
import io.familiarface.rest.audit.AuditTrail;
import io.familiarface.rest.security.Caller;
import io.familiarface.rest.time.BusinessTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A handout is made for one customer, with the certificates they hold, and handed over. */
@ApplicationScoped
class HandingOut {
  private final Customers customers;
  private final Handouts handouts;
  private final HeldCertificates certificates;
  private final Letters letters;
  private final BusinessTime time;
  private final Caller caller;
  private final AuditTrail audit;

  HandingOut(
      Customers customers,
      Handouts handouts,
      HeldCertificates certificates,
      Letters letters,
      BusinessTime time,
      Caller caller,
      AuditTrail audit) {
    this.customers = customers;
    this.handouts = handouts;
    this.certificates = certificates;
    this.letters = letters;
    this.time = time;
    this.caller = caller;
    this.audit = audit;
  }

  @Transactional
  Handout make(Ref customer, NewHandout details) {
    UUID customerId = customers.lock(customer);
    var recipient = customers.view(customerId).orElseThrow(() -> customers.unknown(customer));
    List<CertificateView> held = certificates.openOf(customerId);
    var letter =
        letters.write(
            details.template(),
            TemplateKind.HANDOUT,
            details.language() == null ? recipient.language() : details.language(),
            recipient,
            language -> Map.of(Placeholder.CERTIFICATES, lines(held, language)));
    var handout =
        Handout.make(customerId, handouts.nextOf(customerId), letter, caller.name(), time.now());
    handouts.persistAndFlush(handout);
    audit.changed("handout.made", "handout", handout.id, customerId, null, HandoutView.of(handout));
    return handout;
  }

  @Transactional
  Handout acknowledge(Ref customer, int n, NewAcknowledgement details) {
    UUID customerId = customers.lock(customer);
    Handout handout = handouts.get(customerId, n);
    var before = HandoutView.of(handout);
    String by = details.handedBy() == null ? caller.name() : details.handedBy();
    handout.acknowledge(by, time.ofFact(details.at(), "/at"));
    handouts.flush();
    audit.changed(
        "handout.acknowledged", "handout", handout.id, customerId, before, HandoutView.of(handout));
    return handout;
  }

  @Transactional
  String page(Ref customer, int n) {
    return handouts.get(customers.idOf(customer), n).page;
  }

  private static String lines(List<CertificateView> held, Locale language) {
    return held.stream().map(one -> line(one, language)).collect(Collectors.joining("\n"));
  }

  /** Without words, which a template may have in any language. */
  private static String line(CertificateView certificate, Locale language) {
    String worth =
        switch (certificate.kind()) {
          case AMOUNT ->
              certificate.amount().amount().toPlainString() + " " + certificate.amount().currency();
          case PERCENT -> certificate.percent() + " %";
          default -> certificate.gift().replaceAll("\\s+", " ");
        };
    return "- "
        + worth
        + " · "
        + certificate.code()
        + " → "
        + Letters.inWords(certificate.validUntil(), language);
  }
}
