package io.familiarface.rest.security;

import java.util.List;

/** The roles that a token can carry in its {@code groups} claim. */
public final class Role {
  /** Runs the installation; may do everything. */
  public static final String ADMIN = "admin";

  /** Runs the branch: everything about customers and visits, corrections included. */
  public static final String MANAGER = "manager";

  /** Customer service representative: the daily work in the office. */
  public static final String CSR = "csr";

  /** Own visits, from yesterday to a week ahead, and nothing else. */
  public static final String TECHNICIAN = "technician";

  /** Documents and payments, and whom they are for. */
  public static final String ACCOUNTING = "accounting";

  /** Another system: event feeds, which carry no names. */
  public static final String INTEGRATION = "integration";

  /** One of the three services, calling another. */
  public static final String SERVICE = "service";

  public static final List<String> ALL =
      List.of(ADMIN, MANAGER, CSR, TECHNICIAN, ACCOUNTING, INTEGRATION, SERVICE);

  private Role() {}
}
