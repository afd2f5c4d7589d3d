package io.familiarface.rest.problem;

import io.quarkus.oidc.OIDCException;

/** Tells a provider of identities that can't be reached, so that no token can be checked. */
final class IdentityProviderUnavailable {
  private IdentityProviderUnavailable() {}

  static boolean isCauseOf(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof OIDCException) {
        return true;
      }
    }
    return false;
  }
}
