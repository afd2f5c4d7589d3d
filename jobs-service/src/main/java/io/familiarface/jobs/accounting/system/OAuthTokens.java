package io.familiarface.jobs.accounting.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Tokens by OAuth 2: with the refresh token, of which each answer can bring another, or by the
 * client's credentials alone. No secret is ever part of a message.
 */
final class OAuthTokens implements SystemHttp.TokenSource {
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final URI target;
  private final SystemSettings settings;
  private final RefreshTokens refreshTokens;
  private final Clock clock;
  private final HttpClient client;
  private String token;
  private Instant until = Instant.MIN;

  OAuthTokens(URI target, SystemSettings settings, RefreshTokens refreshTokens, Clock clock) {
    this.target = target;
    this.settings = settings;
    this.refreshTokens = refreshTokens;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(settings.timeout())
            .build();
  }

  /** Remembers the refresh token that came last. */
  interface RefreshTokens {
    /**
     * @param configured the one that somebody wrote down; another than before starts anew
     */
    String current(String configured);

    void replace(String configured, String next);
  }

  @Override
  public synchronized String token(boolean refused) {
    if (refused || !clock.instant().isBefore(until)) {
      renew();
    }
    return token;
  }

  private void renew() {
    Optional<String> configured = settings.refreshToken();
    String form =
        configured
            .map(
                one ->
                    "grant_type=refresh_token&refresh_token=" + encoded(refreshTokens.current(one)))
            .orElse("grant_type=client_credentials");
    JsonNode answer = ask(form);
    String next = answer.path("access_token").asText(null);
    if (next == null) {
      throw SystemUnavailable.because("We were given no token for the accounting system.");
    }
    String refresh = answer.path("refresh_token").asText(null);
    if (configured.isPresent() && refresh != null) {
      refreshTokens.replace(configured.get(), refresh);
    }
    token = next;
    long seconds = answer.path("expires_in").asLong(60);
    until = clock.instant().plusSeconds(seconds).minus(MARGIN);
  }

  private JsonNode ask(String form) {
    HttpRequest request =
        HttpRequest.newBuilder(target)
            .timeout(settings.timeout())
            .header("Authorization", "Basic " + credentials())
            .header("Accept", "application/json")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw SystemUnavailable.because(
            "We are given no token for the accounting system (%d): connect us with it again."
                .formatted(response.statusCode()));
      }
      return SystemHttp.JSON.readTree(response.body());
    } catch (IOException e) {
      throw SystemUnavailable.because("No token for the accounting system could be had.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SystemUnavailable.because("We were stopped while we waited.");
    }
  }

  private String credentials() {
    String both = settings.clientId().orElse("") + ":" + settings.clientSecret().orElse("");
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
