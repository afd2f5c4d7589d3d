package io.familiarface.rest.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.familiarface.rest.page.ExternalIds;
import io.familiarface.rest.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds things that another service owns; see {@link Neighbours#lookup}. */
public final class NeighbourLookup<T> {
  /** Not every proxy takes a longer one. */
  private static final int LONGEST_QUERY = 7_000;

  private static final int PARAMETER = "&externalId=".length();

  private final Neighbours neighbours;
  private final NeighbourClient client;
  private final String service;
  private final String collection;
  private final ObjectReader reader;
  private final ProblemType unavailable;
  private final Consumer<List<T>> keeping;

  NeighbourLookup(
      Neighbours neighbours,
      NeighbourClient client,
      String service,
      String collection,
      ObjectReader reader,
      ProblemType unavailable,
      Consumer<List<T>> keeping) {
    this.neighbours = neighbours;
    this.client = client;
    this.service = service;
    this.collection = collection;
    this.reader = reader;
    this.unavailable = unavailable;
    this.keeping = keeping;
  }

  /** What to do with all that is found, right after the answer: to keep copies of it. */
  public NeighbourLookup<T> whenFound(Consumer<List<T>> keeping) {
    return new NeighbourLookup<>(
        neighbours, client, service, collection, reader, unavailable, keeping);
  }

  public Optional<T> byId(UUID id) {
    return ask(id, () -> client.byId(collection, id.toString()), this::one);
  }

  public Optional<T> byExternalId(String externalId) {
    return Optional.ofNullable(byExternalIds(List.of(externalId)).get(externalId));
  }

  /**
   * Many at once, in few requests, out of a collection that takes {@link ExternalIds}; what nobody
   * knows is missing from the answer. No key is blank, and a filter that is blank asks for all.
   */
  public Map<String, T> byExternalIds(Collection<String> externalIds) {
    Map<String, T> found = new HashMap<>();
    List<String> some = new ArrayList<>();
    int length = 0;
    for (String key : externalIds.stream().filter(named -> !named.isBlank()).toList()) {
      int more = URLEncoder.encode(key, StandardCharsets.UTF_8).length() + PARAMETER;
      if (some.size() == ExternalIds.MOST || length + more > LONGEST_QUERY) {
        found.putAll(askedFor(List.copyOf(some)));
        some.clear();
        length = 0;
      }
      some.add(key);
      length += more;
    }
    if (!some.isEmpty()) {
      found.putAll(askedFor(List.copyOf(some)));
    }
    return found;
  }

  private Map<String, T> askedFor(List<String> keys) {
    Integer limit = keys.size() > 1 ? ExternalIds.MOST : null;
    Optional<Map<String, T>> found =
        ask(keys, () -> client.byExternalIds(collection, keys, limit), page -> among(page, keys));
    if (found.isPresent() || keys.size() == 1) {
      return found.orElse(Map.of());
    }
    // One of them can't be a key there; which one it is shows as they are asked for by halves.
    int half = keys.size() / 2;
    Map<String, T> byHalves = new HashMap<>(askedFor(keys.subList(0, half)));
    byHalves.putAll(askedFor(keys.subList(half, keys.size())));
    return byHalves;
  }

  private <A> Optional<A> ask(
      Object named, Supplier<JsonNode> question, Function<JsonNode, A> reading) {
    return OutsideTransaction.ask(
        List.of(service, collection, named),
        () -> neighbours.ask(service, unavailable, question).map(reading));
  }

  private T one(JsonNode found) {
    T one = read(found);
    keeping.accept(List.of(one));
    return one;
  }

  private Map<String, T> among(JsonNode page, List<String> keys) {
    Map<String, T> found = new HashMap<>();
    for (JsonNode item : page.path("items")) {
      String key = item.path("externalId").textValue();
      if (keys.contains(key)) {
        found.put(key, read(item));
      }
    }
    if (!found.isEmpty()) {
      keeping.accept(List.copyOf(found.values()));
    }
    return found;
  }

  private T read(JsonNode found) {
    try {
      return reader.readValue(found);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  static <A> A unchecked(Object answer) {
    return (A) answer;
  }
}
