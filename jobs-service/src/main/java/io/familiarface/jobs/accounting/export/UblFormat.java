package io.familiarface.jobs.accounting.export;

import io.familiarface.jobs.accounting.DocumentLine;
import io.familiarface.jobs.accounting.DocumentView;
import io.familiarface.rest.Money;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One document in UBL 2.1, by the rules of EN 16931 and of Peppol BIS Billing 3. */
final class UblFormat implements DocumentWriter {
  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final String BASIC = UBL + "CommonBasicComponents-2";
  private static final String AGGREGATE = UBL + "CommonAggregateComponents-2";
  private static final String BIS_BILLING =
      "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
  private static final String BILLING_PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final Writer out;
  private final ExportSettings settings;

  UblFormat(Writer out, ExportSettings settings) {
    this.out = out;
    this.settings = settings;
  }

  @Override
  public void write(ExportedDocument exported) throws IOException {
    try {
      new Xml(FACTORY.createXMLStreamWriter(out)).document(exported);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }

  /** Elements in the order that the schema asks for. */
  private final class Xml {
    private final XMLStreamWriter xml;

    Xml(XMLStreamWriter xml) {
      this.xml = xml;
    }

    void document(ExportedDocument exported) throws XMLStreamException {
      DocumentView document = exported.document();
      boolean invoice = document.isInvoice();
      String root = invoice ? "Invoice" : "CreditNote";
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("", root, UBL + root + "-2");
      xml.writeDefaultNamespace(UBL + root + "-2");
      xml.writeNamespace("cac", AGGREGATE);
      xml.writeNamespace("cbc", BASIC);
      text("CustomizationID", BIS_BILLING);
      text("ProfileID", BILLING_PROCESS);
      text("ID", document.number());
      text("IssueDate", document.issuedOn().toString());
      if (invoice) {
        text("DueDate", document.dueOn().toString());
      }
      text(invoice ? "InvoiceTypeCode" : "CreditNoteTypeCode", invoice ? "380" : "381");
      text("DocumentCurrencyCode", document.currency());
      text("BuyerReference", exported.buyer().key());
      if (!invoice) {
        begin("BillingReference");
        begin("InvoiceDocumentReference");
        text("ID", document.credit().credits());
        end(2);
      }
      seller(isTaxed(document));
      buyer(exported.buyer());
      if (!invoice) {
        begin("PaymentTerms");
        text("Note", "To be set off against " + document.credit().credits() + ".");
        end(1);
      }
      taxes(document);
      totals(document);
      int number = 0;
      for (DocumentLine line : document.lines()) {
        line(++number, line, invoice, isTaxed(document));
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    }

    private static boolean isTaxed(DocumentView document) {
      return document.lines().stream().anyMatch(line -> line.tax().rate().signum() > 0);
    }

    private void seller(boolean taxed) throws XMLStreamException {
      ExportSettings.Seller seller = settings.seller();
      begin("AccountingSupplierParty");
      begin("Party");
      endpoint(seller.electronicAddress());
      begin("PartyIdentification");
      text("ID", seller.id());
      end(1);
      address(
          seller.line1(),
          Optional.empty(),
          seller.city(),
          seller.postalCode(),
          Optional.empty(),
          seller.country());
      if (taxed) {
        begin("PartyTaxScheme");
        text("CompanyID", seller.taxId().orElse(seller.id()));
        begin("TaxScheme");
        text("ID", "TAX");
        end(2);
      }
      begin("PartyLegalEntity");
      text("RegistrationName", seller.name());
      end(3);
    }

    private void buyer(Buyer buyer) throws XMLStreamException {
      begin("AccountingCustomerParty");
      begin("Party");
      endpoint(settings.addressOf(buyer));
      begin("PartyIdentification");
      text("ID", buyer.key());
      end(1);
      address(
          Optional.ofNullable(buyer.line1()),
          Optional.ofNullable(buyer.line2()),
          Optional.ofNullable(buyer.city()),
          Optional.ofNullable(buyer.postalCode()),
          Optional.ofNullable(buyer.region()),
          buyer.country() == null ? settings.seller().country() : buyer.country());
      begin("PartyLegalEntity");
      text("RegistrationName", buyer.name());
      end(3);
    }

    private void endpoint(ElectronicAddress address) throws XMLStreamException {
      xml.writeStartElement("cbc", "EndpointID", BASIC);
      xml.writeAttribute("schemeID", address.scheme());
      xml.writeCharacters(address.address());
      xml.writeEndElement();
    }

    private void address(
        Optional<String> line1,
        Optional<String> line2,
        Optional<String> city,
        Optional<String> postalCode,
        Optional<String> region,
        String country)
        throws XMLStreamException {
      begin("PostalAddress");
      optional("StreetName", line1);
      optional("AdditionalStreetName", line2);
      optional("CityName", city);
      optional("PostalZone", postalCode);
      optional("CountrySubentity", region);
      begin("Country");
      text("IdentificationCode", country);
      end(2);
    }

    private void taxes(DocumentView document) throws XMLStreamException {
      begin("TaxTotal");
      money("TaxAmount", document.amounts().tax());
      for (TaxSubtotal part : TaxSubtotal.of(document)) {
        begin("TaxSubtotal");
        money("TaxableAmount", part.net());
        money("TaxAmount", part.tax());
        category("TaxCategory", part.rate(), isTaxed(document), true);
        end(1);
      }
      end(1);
    }

    /**
     * What is not taxed is outside of the scope of the tax: O, which has no rate, and stands beside
     * no other. Beside what is taxed it is exempt: E, at zero.
     */
    private void category(String name, BigDecimal rate, boolean othersTaxed, boolean withReason)
        throws XMLStreamException {
      boolean taxed = rate.signum() > 0;
      begin(name);
      text("ID", taxed ? "S" : othersTaxed ? "E" : "O");
      if (taxed || othersTaxed) {
        text("Percent", rate.movePointRight(2).stripTrailingZeros().toPlainString());
      }
      if (!taxed && withReason) {
        text("TaxExemptionReason", othersTaxed ? "Exempt" : "Not subject to tax");
      }
      begin("TaxScheme");
      text("ID", "VAT");
      end(2);
    }

    private void totals(DocumentView document) throws XMLStreamException {
      begin("LegalMonetaryTotal");
      money("LineExtensionAmount", document.amounts().net());
      money("TaxExclusiveAmount", document.amounts().net());
      money("TaxInclusiveAmount", document.amounts().total());
      money("PayableAmount", document.amounts().total());
      end(1);
    }

    private void line(int number, DocumentLine line, boolean invoice, boolean othersTaxed)
        throws XMLStreamException {
      begin(invoice ? "InvoiceLine" : "CreditNoteLine");
      text("ID", Integer.toString(number));
      xml.writeStartElement("cbc", invoice ? "InvoicedQuantity" : "CreditedQuantity", BASIC);
      xml.writeAttribute("unitCode", "C62");
      xml.writeCharacters(line.quantity().toPlainString());
      end(1);
      money("LineExtensionAmount", line.amount());
      begin("Item");
      text("Name", line.description());
      category("ClassifiedTaxCategory", line.tax().rate(), othersTaxed, false);
      end(1);
      begin("Price");
      money("PriceAmount", line.unitPrice());
      end(2);
    }

    private void begin(String name) throws XMLStreamException {
      xml.writeStartElement("cac", name, AGGREGATE);
    }

    private void end(int elements) throws XMLStreamException {
      for (int i = 0; i < elements; i++) {
        xml.writeEndElement();
      }
    }

    private void text(String name, String text) throws XMLStreamException {
      xml.writeStartElement("cbc", name, BASIC);
      xml.writeCharacters(text);
      xml.writeEndElement();
    }

    private void optional(String name, Optional<String> text) throws XMLStreamException {
      if (text.isPresent() && !text.get().isBlank()) {
        text(name, text.get());
      }
    }

    private void money(String name, Money money) throws XMLStreamException {
      xml.writeStartElement("cbc", name, BASIC);
      xml.writeAttribute("currencyID", money.currency());
      xml.writeCharacters(money.amount().toPlainString());
      xml.writeEndElement();
    }
  }
}
