package io.familiarface.history.column;

import io.familiarface.history.value.Contact;
import io.familiarface.history.value.Text;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which columns of a list of clients say what, in the exports of all systems. Several may say one
 * thing, such as a mobile and a home number.
 *
 * @param ofSales whether there is a column that only lists of what was sold have
 */
public record ClientColumns(Map<ClientColumns.Part, List<Integer>> columns, boolean ofSales) {
  private static final List<String> SALES =
      List.of("invoicenumber", "invoiceno", "quantity", "jobno", "unitamount");

  /** What a list of clients may say, by the names that systems give it. */
  public enum Part {
    ID(
        "j id|id|client id|customer id|customer no|client no|account number|account no|customer"
            + " number"),
    NAME(
        "display name|client name|customer name|name|full name|customer|client|contactname|contact"
            + "|job or customer name|customername|customer full name"),
    FIRST_NAME("first name|firstname|contactfirstname|contact first name"),
    LAST_NAME("last name|lastname|contactlastname|contact last name|surname"),
    COMPANY("company name|company"),
    PHONE(
        "main phone nos|mobile phone nos|home phone nos|work phone nos|other phone nos|mobile"
            + " number|home number|work number|mobile phone|phone|phone number|phone"
            + " numbers|phonenumber|mobilenumber|mobile|home phone|work phone|primary"
            + " phone|primaryphone|secondaryphone|secondary phone|phone1|phone2|alternate"
            + " phone|telephone|main phone|cell|cell phone|client phone|customer phone|customer"
            + " mobile number|customer home number"),
    EMAIL(
        "e mails|email|e mail|emails|email address|emailaddress|additional emails|main email"
            + "|client email|customer email"),
    STREET(
        "service street 1|address 1 street line 1|service address|street|street 1|address line 1"
            + "|address1|address|poaddressline1|saaddressline1|billing street 1|billing address"
            + "|billing address 1|street address|baddr1"),
    STREET2(
        "service street 2|address 1 street line 2|street 2|address line 2|address2|poaddressline2"
            + "|billing street 2"),
    CITY("service city|address 1 city|city|town|pocity|billing city"),
    REGION(
        "service state|service province|address 1 state|state|region|province|poregion|billing"
            + " state"),
    POSTAL_CODE(
        "service zip code|address 1 postal code|zip|zip code|zipcode|postal code|popostalcode"
            + "|billing zip code"),
    COUNTRY("service country|country|countrycode|pocountry|billing country");

    private final List<String> names;

    Part(String names) {
      this.names = Arrays.stream(names.split("\\|")).map(Header::normal).toList();
    }
  }

  /** The columns under these names, the best name first. */
  public static ClientColumns of(List<String> headers) {
    List<String> normal = headers.stream().map(Header::normal).toList();
    Map<Part, List<Integer>> columns = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      columns.put(
          part,
          part.names.stream()
              .flatMapToInt(
                  name ->
                      IntStream.range(0, normal.size())
                          .filter(column -> normal.get(column).equals(name)))
              .boxed()
              .toList());
    }
    return new ClientColumns(columns, SALES.stream().anyMatch(normal::contains));
  }

  public boolean has(Part part) {
    return !columns.get(part).isEmpty();
  }

  /** Whether it names clients, and says in two ways how to reach them. */
  public boolean isClientList() {
    boolean named = has(Part.NAME) || has(Part.LAST_NAME) || has(Part.COMPANY);
    long ways = List.of(Part.PHONE, Part.EMAIL, Part.STREET).stream().filter(this::has).count();
    return named && ways >= 2 && !ofSales;
  }

  /** What the cells of a row say of it, the best column first, without blank ones. */
  public List<String> all(Part part, List<String> cells) {
    return columns.get(part).stream()
        .filter(column -> column < cells.size())
        .map(column -> Text.tidy(cells.get(column)))
        .filter(Predicate.not(String::isEmpty))
        .toList();
  }

  /** The telephone numbers of a row, the best column's first, each once however it is written. */
  public List<String> phones(List<String> cells) {
    return Contact.each(
        all(Part.PHONE, cells).stream().flatMap(cell -> Contact.phones(cell).stream()),
        Contact::digits);
  }

  /** The e-mail addresses of a row, likewise. */
  public List<String> emails(List<String> cells) {
    return Contact.each(
        all(Part.EMAIL, cells).stream().flatMap(cell -> Contact.emails(cell).stream()),
        email -> email.toLowerCase(Locale.ROOT));
  }

  public String first(Part part, List<String> cells) {
    return all(part, cells).stream().findFirst().orElse("");
  }
}
