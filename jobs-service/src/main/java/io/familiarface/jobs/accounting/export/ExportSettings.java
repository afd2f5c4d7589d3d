package io.familiarface.jobs.accounting.export;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** What accounting calls our things, and who issues the documents. */
@ConfigMapping(prefix = "familiar.accounting.export")
interface ExportSettings {
  /** The account that income goes to, of a program that has none of its own. */
  String account();

  /** The account of each program. */
  Map<String, String> accounts();

  /** The name of a tax by its rate, such as 0.07; of a rate without one, the rate is named. */
  Map<String, String> taxCodes();

  /** The tax code of what is not taxed. */
  String untaxed();

  Seller seller();

  /**
   * Where a customer's own bookkeeping takes documents, by the customer's key, such as {@code
   * 0088:7300010000001}; those of all others are addressed to the seller, who sends them on.
   */
  Map<String, ElectronicAddress> buyers();

  /** Who issues the documents. */
  interface Seller {
    String name();

    /** By which the company is known, such as a registration number. */
    String id();

    Optional<String> taxId();

    /** Where answers to documents are sent, such as {@code 9959:123456789}. */
    ElectronicAddress electronicAddress();

    Optional<String> line1();

    Optional<String> city();

    Optional<String> postalCode();

    /** ISO 3166-1, such as US. */
    String country();
  }

  default ElectronicAddress addressOf(Buyer buyer) {
    return buyers().getOrDefault(buyer.key(), seller().electronicAddress());
  }

  default String accountOf(String program) {
    return accounts().getOrDefault(program, account());
  }

  default String taxCodeOf(BigDecimal rate) {
    if (rate.signum() == 0) {
      return untaxed();
    }
    String plain = rate.stripTrailingZeros().toPlainString();
    return taxCodes()
        .getOrDefault(
            plain, "Tax " + rate.movePointRight(2).stripTrailingZeros().toPlainString() + "%");
  }

  default boolean namesTax(BigDecimal rate) {
    return rate.signum() == 0 || taxCodes().containsKey(rate.stripTrailingZeros().toPlainString());
  }
}
