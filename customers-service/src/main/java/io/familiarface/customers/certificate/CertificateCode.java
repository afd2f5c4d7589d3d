package io.familiarface.customers.certificate;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands on a certificate: sixteen letters and digits in Crockford's base 32, which is eighty
 * random bits. There is no I, L, O or U in it, so that it can be read aloud; who writes I for 1 or
 * O for 0 means the same code, with hyphens or without.
 *
 * @param text sixteen characters, without hyphens
 */
record CertificateCode(String text) {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern VALID = Pattern.compile("[" + DIGITS + "]{" + LENGTH + "}");

  static CertificateCode next() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
    }
    return new CertificateCode(code.toString());
  }

  /** The code that somebody typed; empty when it can be none. */
  static Optional<CertificateCode> typed(String text) {
    String code =
        text.toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('I', '1')
            .replace('L', '1')
            .replace('O', '0');
    return VALID.matcher(code).matches()
        ? Optional.of(new CertificateCode(code))
        : Optional.empty();
  }

  /** As it is printed, in groups of four. */
  @Override
  public String toString() {
    return text.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }
}
