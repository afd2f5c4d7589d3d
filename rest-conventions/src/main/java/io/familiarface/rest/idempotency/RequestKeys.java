package io.familiarface.rest.idempotency;

import io.familiarface.rest.problem.CommonProblem;
import io.familiarface.rest.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Reads the idempotency key of a request. Whoever came by a link has none: all of them would share
 * their keys, and a link knows by itself what was said by it before.
 */
@ApplicationScoped
class RequestKeys {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 255;

  private final Caller caller;
  private final SentBody body;

  RequestKeys(Caller caller, SentBody body) {
    this.caller = caller;
    this.body = body;
  }

  Optional<RequestKey> of(HttpHeaders headers, UriInfo uri) {
    String given = headers.getHeaderString(HEADER);
    if (given == null || !caller.isSignedIn()) {
      return Optional.empty();
    }
    String key = unquoted(given.strip());
    if (key.isEmpty()
        || key.length() > LONGEST
        || !key.chars().allMatch(c -> c >= ' ' && c < 127)) {
      throw CommonProblem.INVALID_REQUEST.because(
          "Idempotency-Key is 1 to "
              + LONGEST
              + " printable ASCII characters; a UUID serves well.");
    }
    return Optional.of(new RequestKey(caller.name(), key, fingerprint(uri)));
  }

  private static String unquoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private byte[] fingerprint(UriInfo uri) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(uri.getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
      String query = uri.getRequestUri().getRawQuery();
      digest.update(("?" + (query == null ? "" : query)).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      return digest.digest(body.bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
