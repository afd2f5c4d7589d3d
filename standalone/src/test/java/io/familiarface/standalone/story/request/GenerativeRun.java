package io.familiarface.standalone.story.request;

import io.familiarface.rest.testing.DocumentedOperations;
import io.familiarface.rest.testing.RawHttp;
import io.familiarface.rest.testing.RawResponse;
import io.familiarface.standalone.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Sends made-up requests to every operation and gathers what was answered against the rules. */
public final class GenerativeRun {
  private static final int SHOWN = 400;

  /** Long work, and what takes away the examples: tried less often than the others. */
  private static final int SELDOM = 5;

  private static final int TRIES = 5;

  private final Function<Service, URI> urls;
  private final Map<Service, ResponseRules> rules = new EnumMap<>(Service.class);
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  private static final class Finding {
    private final String first;
    private int times;

    Finding(String first) {
      this.first = first;
    }
  }

  /**
   * @param documents the OpenAPI documents that the services serve
   */
  public GenerativeRun(Function<Service, URI> urls, Map<Service, String> documents) {
    this.urls = urls;
    documents.forEach(
        (service, text) -> rules.put(service, new ResponseRules(DocumentedOperations.of(text))));
  }

  /**
   * @param tokenOf a valid token of a role
   * @return each kind of finding with its number and the first request that led to it
   */
  public List<String> run(
      List<Operation> operations, long seed, int rounds, UnaryOperator<String> tokenOf) {
    Map<Service, String> etags = new EnumMap<>(Service.class);
    var generator = new RequestGenerator(seed, tokenOf, etags);
    for (int round = 0; round < rounds; round++) {
      for (Operation operation : operations) {
        if (round % SELDOM == 0 || !isSeldom(operation)) {
          readETag(operation, etags, tokenOf);
          send(generator.next(operation));
        }
      }
    }
    System.out.println("Generated requests were answered with " + statuses);
    return findings.entrySet().stream()
        .map(each -> each.getValue().times + " × " + each.getKey() + "\n" + each.getValue().first)
        .toList();
  }

  private static boolean isSeldom(Operation operation) {
    return operation.method().equals("DELETE") || operation.goodStatuses().contains(202);
  }

  private void readETag(
      Operation operation, Map<Service, String> etags, UnaryOperator<String> tokenOf) {
    if (!operation.needsETag()) {
      return;
    }
    String read =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nConnection: close\r\n\r\n"
            .formatted(operation.whereItIsRead(), tokenOf.apply("admin"));
    try {
      RawResponse answer =
          RawHttp.exchange(
              urls.apply(operation.service()), read.getBytes(StandardCharsets.US_ASCII));
      etags.put(operation.service(), answer.headers().getOrDefault("etag", "\"1\""));
    } catch (IOException e) {
      etags.remove(operation.service());
    }
  }

  private void send(GeneratedRequest request) {
    Service service = request.service();
    try {
      RawResponse answer = answered(service, request);
      statuses.merge(answer.status(), 1, Integer::sum);
      rules
          .get(service)
          .broken(request, answer)
          .ifPresent(rule -> found(request, rule, shortened(answer.text())));
    } catch (IOException e) {
      found(request, "was not answered", e.toString());
    }
  }

  /** A 503 that says when to try again is tried again then; one that stays is a finding. */
  private RawResponse answered(Service service, GeneratedRequest request) throws IOException {
    RawResponse answer = RawHttp.exchange(urls.apply(service), request.toBytes());
    for (int tries = 1; tries < TRIES && answer.status() == 503; tries++) {
      String seconds = answer.headers().get("retry-after");
      if (seconds == null) {
        return answer;
      }
      pause(Integer.parseInt(seconds));
      answer = RawHttp.exchange(urls.apply(service), request.toBytes());
    }
    return answer;
  }

  private static void pause(int seconds) {
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void found(GeneratedRequest request, String rule, String answer) {
    String kind =
        request.operation.method()
            + " "
            + request.operation.path()
            + " "
            + rule.lines().findFirst().orElseThrow().replaceAll("\\[/[^]]*", "");
    findings.computeIfAbsent(kind, k -> new Finding(request + "\n→ " + answer)).times++;
  }

  private static String shortened(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
