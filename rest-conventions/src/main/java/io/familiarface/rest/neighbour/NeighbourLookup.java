package io.familiarface.rest.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.familiarface.rest.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Finds one thing that another service owns; see {@link Neighbours#lookup}. */
public final class NeighbourLookup<T> {
  private final Neighbours neighbours;
  private final NeighbourClient client;
  private final String service;
  private final String collection;
  private final ObjectReader reader;
  private final ProblemType unavailable;

  NeighbourLookup(
      Neighbours neighbours,
      NeighbourClient client,
      String service,
      String collection,
      ObjectReader reader,
      ProblemType unavailable) {
    this.neighbours = neighbours;
    this.client = client;
    this.service = service;
    this.collection = collection;
    this.reader = reader;
    this.unavailable = unavailable;
  }

  public Optional<T> byId(UUID id) {
    return ask(() -> client.byId(collection, id.toString())).map(this::read);
  }

  public Optional<T> byExternalId(String externalId) {
    return ask(() -> client.byExternalId(collection, externalId))
        .flatMap(page -> withExternalId(page, externalId))
        .map(this::read);
  }

  private Optional<JsonNode> ask(Supplier<JsonNode> question) {
    return neighbours.ask(service, unavailable, question);
  }

  private static Optional<JsonNode> withExternalId(JsonNode page, String externalId) {
    for (JsonNode item : page.path("items")) {
      if (externalId.equals(item.path("externalId").textValue())) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
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
