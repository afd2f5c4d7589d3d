package io.familiarface.rest.transport;

import java.util.StringTokenizer;

/** Tells what is no token before the extension for OIDC looks for the parts of one. */
final class BearerTokens {
  private static final String SCHEME = "Bearer ";

  private BearerTokens() {}

  /** Whether a header is absent, of another scheme, opaque, or has the parts of a JWT. */
  static boolean maybeOne(String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return true;
    }
    String token = authorization.substring(SCHEME.length());
    return token.indexOf('.') < 0 || new StringTokenizer(token, ".").countTokens() >= 2;
  }
}
