package io.familiarface.rest.neighbour;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.familiarface.rest.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds one thing that another service owns; see {@link Neighbours#lookup}. */
public final class NeighbourLookup<T> {
  private final Neighbours neighbours;
  private final NeighbourClient client;
  private final String service;
  private final String collection;
  private final ObjectReader reader;
  private final ProblemType unavailable;
  private final Consumer<T> keeping;

  NeighbourLookup(
      Neighbours neighbours,
      NeighbourClient client,
      String service,
      String collection,
      ObjectReader reader,
      ProblemType unavailable,
      Consumer<T> keeping) {
    this.neighbours = neighbours;
    this.client = client;
    this.service = service;
    this.collection = collection;
    this.reader = reader;
    this.unavailable = unavailable;
    this.keeping = keeping;
  }

  /** What to do with whatever is found, right after the answer: to keep a copy of it. */
  public NeighbourLookup<T> whenFound(Consumer<T> keeping) {
    return new NeighbourLookup<>(
        neighbours, client, service, collection, reader, unavailable, keeping);
  }

  public Optional<T> byId(UUID id) {
    return ask(id, () -> client.byId(collection, id.toString()), Optional::of);
  }

  public Optional<T> byExternalId(String externalId) {
    return ask(
        externalId,
        () -> client.byExternalId(collection, externalId),
        page -> withExternalId(page, externalId));
  }

  private Optional<T> ask(
      Object named, Supplier<JsonNode> question, Function<JsonNode, Optional<JsonNode>> found) {
    return OutsideTransaction.ask(
        List.of(service, collection, named),
        () -> {
          Optional<T> answer =
              neighbours.ask(service, unavailable, question).flatMap(found).map(this::read);
          answer.ifPresent(keeping);
          return answer;
        });
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
