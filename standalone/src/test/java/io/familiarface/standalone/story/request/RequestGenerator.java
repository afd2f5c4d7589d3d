package io.familiarface.standalone.story.request;

import io.familiarface.standalone.Service;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/**
 * Makes up requests from the examples of an operation and does odd things to them: who asks, path,
 * query, headers, body and transport. The same seed makes the same requests.
 */
final class RequestGenerator {
  /** Mostly somebody who may, so that more than the refusal is tried. */
  private static final List<String> ROLES =
      List.of(
          "admin",
          "admin",
          "admin",
          "admin",
          "manager",
          "csr",
          "technician",
          "accounting",
          "integration",
          "service",
          "service");

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "FOO");
  private static final List<String> HEADERS =
      List.of(
          "Accept",
          "Accept",
          "Content-Type",
          "Content-Type",
          "If-Match",
          "If-None-Match",
          "Idempotency-Key",
          "Accept-Language",
          "Accept-Encoding",
          "Content-Encoding",
          "Range",
          "Origin",
          "Referer",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-HTTP-Method-Override",
          "Cookie",
          "Prefer",
          "traceparent",
          "X-Request-Id",
          "Last-Event-ID");
  private static final List<String> HOSTS =
      List.of(
          "", "localhost", "evil.example", "a b", "[::1]:80", "localhost:99999", "é", "..", "/");

  private final Random random;
  private final Map<Service, String> etags;
  private final UnaryOperator<String> tokenOf;
  private final BodyMutations bodies;

  /**
   * @param tokenOf a valid token of a role
   * @param etags of the example that each service was asked for last, to be sent as If-Match
   */
  RequestGenerator(long seed, UnaryOperator<String> tokenOf, Map<Service, String> etags) {
    this.random = new Random(seed);
    this.tokenOf = tokenOf;
    this.etags = etags;
    this.bodies = new BodyMutations(random);
  }

  GeneratedRequest next(Operation operation) {
    var request = asInTheExample(operation);
    int mutations = List.of(0, 1, 1, 1, 1, 1, 1, 2, 2, 3).get(random.nextInt(10));
    for (int i = 0; i < mutations; i++) {
      mutate(request);
    }
    return request;
  }

  private GeneratedRequest asInTheExample(Operation operation) {
    var request = new GeneratedRequest(operation);
    request.setHeader("Host", "localhost");
    request.setHeader("Authorization", "Bearer " + tokenOf.apply(OddValues.pick(random, ROLES)));
    operation
        .query()
        .forEach(
            (name, example) -> {
              if (example != null && !example.isEmpty() && random.nextBoolean()) {
                request.query.add(new GeneratedRequest.Pair(name, encoded(example)));
              }
            });
    List<Operation.Body> offered = operation.bodies();
    if (!offered.isEmpty()) {
      Operation.Body body = OddValues.pick(random, offered);
      request.setHeader("Content-Type", body.mediaType());
      request.body =
          body.example() == null ? picture() : body.example().getBytes(StandardCharsets.UTF_8);
    } else if (List.of("POST", "PUT", "PATCH").contains(operation.method())) {
      request.body = new byte[0];
    }
    if (operation.needsETag()) {
      request.setHeader("If-Match", etags.getOrDefault(operation.service(), "\"1\""));
    }
    return request;
  }

  private void mutate(GeneratedRequest request) {
    switch (random.nextInt(12)) {
      case 0 -> mutateCaller(request);
      case 1, 2 -> mutatePath(request);
      case 3, 4 -> mutateQuery(request);
      case 5, 6 -> mutateHeader(request);
      case 7 -> mutateTransport(request);
      default -> {
        if (request.body == null && random.nextInt(4) > 0) {
          mutateQuery(request);
        } else {
          bodies.mutate(request);
        }
      }
    }
  }

  private void mutateCaller(GeneratedRequest request) {
    String token = tokenOf.apply("admin");
    String odd =
        OddValues.pick(
            random,
            List.of(
                "",
                "Bearer",
                "Bearer ",
                "Bearer .",
                "Bearer ..",
                "Bearer a.b.c",
                "Basic YTpi",
                "bearer " + token,
                "Bearer " + token + "x",
                "Bearer " + token.substring(1),
                "Bearer " + token + ", Bearer " + token,
                "é",
                "Bearer " + "x".repeat(6_000)));
    request.mutations.add("another caller");
    if (random.nextInt(4) == 0) {
      request.removeHeader("Authorization");
    } else {
      request.setHeader("Authorization", odd);
    }
  }

  private void mutatePath(GeneratedRequest request) {
    String[] segments = request.path.split("/", -1);
    boolean parameters = request.operation.path().contains("{");
    int at = 1 + random.nextInt(segments.length - 1);
    if (parameters && random.nextInt(4) > 0) {
      String[] template = request.operation.path().split("/", -1);
      while (at >= template.length || !template[at].startsWith("{")) {
        at = 1 + random.nextInt(segments.length - 1);
        if (template.length != segments.length) {
          break;
        }
      }
    }
    String odd = OddValues.url(random);
    segments[at] = random.nextInt(4) == 0 ? segments[at] + odd : odd;
    request.path = String.join("/", segments);
    request.mutations.add("segment " + at);
  }

  private void mutateQuery(GeneratedRequest request) {
    List<String> names = List.copyOf(request.operation.query().keySet());
    String name =
        names.isEmpty() || random.nextInt(6) == 0 ? "unknown" : OddValues.pick(random, names);
    if (random.nextInt(3) > 0) {
      request.query.removeIf(each -> each.name().equals(name));
    }
    // Else a feed would be listened to for as long as it says.
    String value =
        name.equals("timeout")
            ? OddValues.pick(random, List.of("0", "1", "-1", "abc", "", "1.5", "99999999999999"))
            : OddValues.url(random);
    request.query.add(new GeneratedRequest.Pair(name, value));
    request.mutations.add("query " + name);
  }

  private void mutateHeader(GeneratedRequest request) {
    String name = OddValues.pick(random, HEADERS);
    request.mutations.add("header " + name);
    switch (random.nextInt(5)) {
      case 0 -> request.removeHeader(name);
      case 1 -> request.headers.add(new GeneratedRequest.Pair(name, OddValues.header(random)));
      default -> request.setHeader(name, OddValues.header(random));
    }
  }

  private void mutateTransport(GeneratedRequest request) {
    request.mutations.add("transport");
    switch (random.nextInt(9)) {
      case 0 -> request.method = OddValues.pick(random, METHODS);
      case 1 -> {
        request.version = "HTTP/1.0";
        request.removeHeader("Host");
      }
      case 2 -> request.removeHeader("Host");
      case 3 -> request.setHeader("Host", OddValues.pick(random, HOSTS));
      case 4 -> request.chunked = true;
      case 5 -> {
        request.chunked = true;
        request.trailer = "X-Checksum: 1";
        request.setHeader("Trailer", "X-Checksum");
      }
      case 6 -> request.path = "http://localhost" + request.path;
      case 7 -> request.headers.add(new GeneratedRequest.Pair("X-Long", "x".repeat(9_000)));
      default -> request.headers.add(new GeneratedRequest.Pair("Content-Type", "text/plain"));
    }
  }

  private byte[] picture() {
    try (var bytes = new ByteArrayOutputStream()) {
      ImageIO.write(
          new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB),
          random.nextBoolean() ? "png" : "jpeg",
          bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
