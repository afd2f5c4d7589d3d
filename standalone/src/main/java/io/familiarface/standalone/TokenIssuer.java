package io.familiarface.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Makes the claims tokens (JWT, RS256) that the services accept. */
public final class TokenIssuer {
  private static final String ISSUER = "familiar-face";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SigningKey key;
  private final Clock clock;

  TokenIssuer(SigningKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /**
   * Signs with the key that the first start made.
   *
   * @throws UserError when there is none yet
   */
  public static TokenIssuer of(DataDirectory data) {
    return new TokenIssuer(SigningKey.ofStarted(data), Clock.systemUTC());
  }

  public String issue(TokenClaims claims) {
    Instant now = clock.instant();
    ObjectNode json =
        JSON.createObjectNode()
            .put("iss", ISSUER)
            .put("aud", ISSUER)
            .put("jti", UUID.randomUUID().toString())
            .put("sub", claims.technicianId().map(UUID::toString).orElse(claims.name()))
            .put("upn", claims.name())
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(claims.validFor()).getEpochSecond());
    json.putArray("groups").add(claims.role());
    claims.technicianId().ifPresent(id -> json.put("technician_id", id.toString()));
    ObjectNode header = JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT");
    String unsigned = part(header) + "." + part(json);
    byte[] signature = key.sign(unsigned.getBytes(StandardCharsets.US_ASCII));
    return unsigned + "." + base64(signature);
  }

  private static String part(ObjectNode json) {
    try {
      return base64(JSON.writeValueAsBytes(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts can be written", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
