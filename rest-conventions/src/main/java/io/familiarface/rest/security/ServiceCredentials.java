package io.familiarface.rest.security;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The token with which this service calls the others: read from a file that the launcher renews, or
 * got by client credentials from the OIDC provider when no file is named.
 */
@ApplicationScoped
public class ServiceCredentials {
  private final Optional<Path> file;
  private final Instance<OidcClient> provider;
  private final TokensHelper tokens = new TokensHelper();
  private volatile Cached cached = new Cached(null, null);

  private record Cached(FileTime modified, String token) {}

  ServiceCredentials(
      @ConfigProperty(name = "familiar.service-token-file") Optional<Path> file,
      Instance<OidcClient> provider) {
    this.file = file;
    this.provider = provider;
  }

  /** A token that is valid now. */
  public String bearer() {
    return file.map(this::fromFile)
        .orElseGet(() -> tokens.getTokens(provider.get()).await().indefinitely().getAccessToken());
  }

  private String fromFile(Path path) {
    try {
      FileTime modified = Files.getLastModifiedTime(path);
      Cached known = cached;
      if (!modified.equals(known.modified)) {
        known = new Cached(modified, Files.readString(path).strip());
        cached = known;
      }
      return known.token;
    } catch (IOException e) {
      throw new UncheckedIOException("The service token cannot be read from " + path, e);
    }
  }
}
