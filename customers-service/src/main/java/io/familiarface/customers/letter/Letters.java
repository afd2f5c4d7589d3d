package io.familiarface.customers.letter;

import io.familiarface.customers.CompanyDay;
import io.familiarface.customers.CustomersProblem;
import io.familiarface.customers.customer.Address;
import io.familiarface.customers.customer.CustomerView;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a letter to a customer from a template of the company. */
@ApplicationScoped
public class Letters {
  private static final String USUAL = "en";

  /** Where a region is written before the postal code. */
  private static final Set<String> CODE_LAST = Set.of("AU", "CA", "US");

  private final LetterTemplates templates;
  private final CompanySettings company;
  private final CompanyDay day;
  private final Caller caller;

  Letters(LetterTemplates templates, CompanySettings company, CompanyDay day, Caller caller) {
    this.templates = templates;
    this.company = company;
    this.day = day;
    this.caller = caller;
  }

  /**
   * A letter as it was made.
   *
   * @param page XHTML, to be shown, printed, or turned into a PDF
   */
  public record Letter(
      UUID templateId, String template, int revision, String language, String page) {}

  /**
   * Writes a letter from the template of a name, in the language asked for, or in the company's
   * usual one, or in whatever there is.
   *
   * @param language null when none is known
   * @param more what stands for the placeholders of this kind of letter in its language, as plain
   *     text
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 422 when there is no such template
   */
  public Letter write(
      String name,
      TemplateKind kind,
      String language,
      CustomerView customer,
      Function<Locale, Map<Placeholder, String>> more) {
    LetterTemplate template =
        templates
            .named(name, kind, languages(language))
            .orElseThrow(
                () ->
                    CustomersProblem.UNKNOWN_TEMPLATE.at(
                        "/template",
                        "There is no %s template '%s'. GET /v1/templates lists them."
                            .formatted(kind, name)));
    return write(template, customer, more.apply(Locale.forLanguageTag(template.language)));
  }

  Letter write(LetterTemplate template, CustomerView customer, Map<Placeholder, String> more) {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.COMPANY_NAME, company.name());
    values.put(Placeholder.COMPANY_PHONE, company.phone());
    values.put(Placeholder.COMPANY_NEWSLETTER, company.newsletter());
    values.put(Placeholder.CUSTOMER_NAME, oneLine(customer.name()));
    values.put(
        Placeholder.CUSTOMER_PREFERRED_NAME,
        oneLine(customer.preferredName() == null ? customer.name() : customer.preferredName()));
    values.put(Placeholder.CUSTOMER_ADDRESS, address(customer.address()));
    values.put(Placeholder.TODAY, inWords(day.today(), Locale.forLanguageTag(template.language)));
    values.put(Placeholder.MADE_BY, oneLine(caller.name()));
    values.putAll(more);
    String page =
        LetterPage.of(company.name(), template.language, LetterText.html(template.body, values));
    return new Letter(template.id, template.name, template.revision, template.language, page);
  }

  /** From the narrowest on: of pt-BR also pt. */
  private static List<String> languages(String asked) {
    List<String> languages = new ArrayList<>();
    if (asked != null) {
      languages.add(asked);
      languages.add(Locale.forLanguageTag(asked).getLanguage());
    }
    languages.add(USUAL);
    return languages;
  }

  /** A day as it is written in a letter of that language. */
  public static String inWords(LocalDate day, Locale language) {
    return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language));
  }

  private static String address(Address address) {
    return address == null
        ? ""
        : Stream.of(address.line1(), address.line2(), place(address))
            .filter(line -> line != null && !line.isBlank())
            .map(Letters::oneLine)
            .collect(Collectors.joining("\n"));
  }

  /** As on an envelope: "Springfield, MA 01109", or "10115 Berlin" where the code comes first. */
  static String place(Address address) {
    boolean codeLast =
        address.region() != null
            && (address.country() == null || CODE_LAST.contains(address.country()));
    return Stream.of(
            codeLast ? address.city() + "," : address.postalCode(),
            codeLast ? address.region() : address.city(),
            codeLast ? address.postalCode() : address.region())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  /** What a person typed makes no line of its own, and so no heading. */
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
