package io.familiarface.customers.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.familiarface.rest.problem.CommonProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Telephone numbers as people write them, in E.164 as they are kept: {@code +18025550117}, with an
 * extension as RFC 3966 writes it, {@code +18025550117;ext=12}.
 *
 * <p>A number without a country code is one of the country of the address, or else of the company's
 * ({@code familiar.company.country}). A number that could be one is taken: numbering plans change
 * more often than lists of them, so whether it has been assigned is not asked.
 */
@ApplicationScoped
public class PhoneNumbers {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private static final Pattern NORTH_AMERICAN = Pattern.compile("\\+1[2-9][0-9]{9}");

  private final String companyCountry;

  PhoneNumbers(@ConfigProperty(name = "familiar.company.country") String companyCountry) {
    String country = companyCountry.toUpperCase(Locale.ROOT);
    if (!NUMBERS.getSupportedRegions().contains(country)) {
      throw new IllegalArgumentException(
          "familiar.company.country must be a country code such as US, not " + companyCountry);
    }
    this.companyCountry = country;
  }

  /** The number in E.164; empty when it cannot be read as one. */
  Optional<String> read(String written, Address address) {
    return parsed(written, address == null ? null : address.country()).map(PhoneNumbers::kept);
  }

  /**
   * The number in E.164; null for null.
   *
   * @param pointer where it stands in the body
   * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when it cannot be read
   */
  public String require(String written, Address address, String pointer) {
    if (written == null) {
      return null;
    }
    return read(written, address)
        .orElseThrow(
            () ->
                CommonProblem.INVALID_REQUEST.at(
                    pointer,
                    "must be a telephone number with its area code, such as 802 555 0117, or from"
                        + " abroad with + and the country code, such as +44 20 7946 0018."));
  }

  /** The same for several; null for null. */
  List<String> requireAll(List<String> written, Address address, String pointer) {
    return written == null
        ? null
        : IntStream.range(0, written.size())
            .mapToObj(n -> require(written.get(n), address, pointer + "/" + n))
            .toList();
  }

  /** A number that is kept, in the ways in which people write it; as it is when it is none. */
  public static List<String> written(String kept) {
    if (kept == null) {
      return List.of();
    }
    if (NORTH_AMERICAN.matcher(kept).matches()) {
      // At home they are dialled without the 1 and with nothing else before.
      return List.of(kept);
    }
    try {
      PhoneNumber number = NUMBERS.parse(kept, null);
      String abroad = NUMBERS.format(number, PhoneNumberFormat.E164);
      String atHome = NUMBERS.format(number, PhoneNumberFormat.NATIONAL);
      return abroad.endsWith(atHome.replaceAll("[^0-9]", ""))
          ? List.of(abroad)
          : List.of(abroad, atHome);
    } catch (NumberParseException e) {
      return List.of(kept);
    }
  }

  private Optional<PhoneNumber> parsed(String written, String country) {
    boolean isKnown = country != null && NUMBERS.getSupportedRegions().contains(country);
    try {
      PhoneNumber number = NUMBERS.parse(written, isKnown ? country : companyCountry);
      // A number that can be dialled from next door only is not one that everybody can dial.
      return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          ? Optional.of(number)
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static String kept(PhoneNumber number) {
    String e164 = NUMBERS.format(number, PhoneNumberFormat.E164);
    return number.hasExtension() ? e164 + ";ext=" + number.getExtension() : e164;
  }
}
