package io.familiarface.standalone;

import java.time.ZoneId;

/** The company's time zone, set for the services and for us by the same environment variable. */
public final class CompanyZone {
  private static final String VARIABLE = "FAMILIAR_COMPANY_TIME_ZONE";

  private CompanyZone() {}

  public static ZoneId id() {
    return ZoneId.of(System.getenv().getOrDefault(VARIABLE, "America/New_York"));
  }
}
