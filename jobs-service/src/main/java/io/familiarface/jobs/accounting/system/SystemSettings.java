package io.familiarface.jobs.accounting.system;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounting system that documents are booked in by its own interface, and how we may. */
@ConfigMapping(prefix = "familiar.accounting.system")
interface SystemSettings {
  SystemKind kind();

  /** How often we look for what is to be booked, such as 30s. */
  String every();

  /** Where it is; its own address if left out. */
  Optional<String> url();

  /** QuickBooks: the realm id; Xero: the tenant id. */
  Optional<String> company();

  /** Where tokens are to be had; its own address if left out. */
  Optional<String> tokenUrl();

  Optional<String> clientId();

  Optional<String> clientSecret();

  /** Without it tokens are asked for by the client's credentials alone. */
  Optional<String> refreshToken();

  /** How long an answer is waited for. */
  Duration timeout();

  /** How long after the attempt before each attempt is made; after the last one it is given up. */
  List<Duration> attempts();

  /** The item of each program in QuickBooks, by its id. */
  Map<String, String> items();

  /** The item of a program that has none of its own. */
  String item();

  /** The system's code of each rate, such as OUTPUT2 of 0.2. */
  Map<String, String> taxTypes();

  /** The code of what is taxed at a rate that has none of its own. */
  String taxed();

  /** The code of what is not taxed. */
  String untaxed();

  /** How many documents go in one request. */
  Optional<Integer> batch();

  Optional<Integer> callsPerMinute();

  Optional<Integer> callsPerDay();

  default String itemOf(String program) {
    return items().getOrDefault(program, item());
  }

  default String taxTypeOf(BigDecimal rate) {
    return rate.signum() == 0
        ? untaxed()
        : taxTypes().getOrDefault(rate.stripTrailingZeros().toPlainString(), taxed());
  }
}
