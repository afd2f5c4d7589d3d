package io.familiarface.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Talks to one service over HTTP, in somebody's name. */
public final class ServiceClient {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI service;
  private final Optional<String> token;

  private ServiceClient(URI service, Optional<String> token) {
    this.service = service;
    this.token = token;
  }

  public static ServiceClient to(URI service, String token) {
    return new ServiceClient(service, Optional.of(token));
  }

  static ServiceClient anonymous(URI service) {
    return new ServiceClient(service, Optional.empty());
  }

  /** Whether it answers that it is; not when nobody answers. */
  public boolean isReady() {
    try {
      return get("/q/health/ready").isSuccess();
    } catch (UserError nobodyAnswers) {
      return false;
    }
  }

  public ServiceResponse get(String path) {
    return send("GET", path, null, Map.of());
  }

  public ServiceResponse post(String path, String contentType, String body) {
    return send("POST", path, body, Map.of("Content-Type", contentType));
  }

  /** Puts up something that is no text, such as a photo. */
  public ServiceResponse put(
      String path, String contentType, byte[] body, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", contentType);
    return exchange("PUT", path, BodyPublishers.ofByteArray(body), all);
  }

  /**
   * Sends any request.
   *
   * @param body null for none
   * @throws UserError when nobody answers
   */
  public ServiceResponse send(
      String method, String path, String body, Map<String, String> headers) {
    return exchange(
        method,
        path,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
        headers);
  }

  private ServiceResponse exchange(
      String method, String path, BodyPublisher body, Map<String, String> headers) {
    var request =
        HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE).method(method, body);
    token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
    headers.forEach(request::header);
    try {
      return ServiceResponse.from(HTTP.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UserError(method + " " + service + path + " was not answered: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted while " + service + path + " was asked.", e);
    }
  }
}
