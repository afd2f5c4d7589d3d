package io.familiarface.rest.problem;

import io.quarkus.oidc.OIDCException;

/** Tells a provider of identities that can't be reached, so that no token can be checked. */
final class ProviderAway {
  private ProviderAway() {}

  static boolean isBehind(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof OIDCException) {
        return true;
      }
    }
    return false;
  }
}
