package io.familiarface.standalone;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Who a token speaks for. */
public record TokenClaims(
    String role, String name, Optional<UUID> technicianId, Duration validFor) {
  static final Set<String> ROLES =
      new TreeSet<>(
          Set.of("admin", "manager", "csr", "technician", "accounting", "integration", "service"));

  public TokenClaims {
    if (!ROLES.contains(role)) {
      throw new UserError(
          "There is no role " + role + ": choose one of " + String.join(", ", ROLES));
    }
    if (role.equals("technician") != technicianId.isPresent()) {
      throw new UserError(
          "The role technician, and no other, needs --technician with the id of one.");
    }
    if (validFor.isNegative() || validFor.isZero()) {
      throw new UserError("A token must be valid for at least one hour: give --hours 1 or more.");
    }
  }

  /** Somebody in the office. */
  public static TokenClaims of(String role, String name, Duration validFor) {
    return new TokenClaims(role, name, Optional.empty(), validFor);
  }
}
