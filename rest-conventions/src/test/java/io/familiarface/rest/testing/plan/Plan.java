package io.familiarface.rest.testing.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How PostgreSQL carried out one statement. */
record Plan(String statement, JsonNode root) {
  /** A page, or what belongs to one customer, or some chunk: never so many rows. */
  private static final long TOO_MANY = 10_000;

  /** What is wrong with it, in words. */
  List<String> offences(Set<String> largeTables) {
    return nodes(root)
        .filter(node -> largeTables.contains(node.path("Relation Name").asText()))
        .flatMap(Plan::offence)
        .map(offence -> offence + "\n  in " + statement.strip().replaceAll("\\s+", " "))
        .toList();
  }

  private static Stream<String> offence(JsonNode node) {
    String what = node.path("Node Type").asText() + " on " + node.path("Relation Name").asText();
    if (node.path("Node Type").asText().equals("Seq Scan")) {
      return Stream.of(what + " " + node.path("Filter").asText());
    }
    double rows =
        node.path("Actual Loops").asDouble()
            * (node.path("Actual Rows").asDouble()
                + node.path("Rows Removed by Filter").asDouble()
                + node.path("Rows Removed by Index Recheck").asDouble());
    return rows > TOO_MANY && !node.path("Node Type").asText().equals("ModifyTable")
        ? Stream.of("%s went through %.0f rows %s".formatted(what, rows, node.path("Filter")))
        : Stream.empty();
  }

  private static Stream<JsonNode> nodes(JsonNode node) {
    return Stream.concat(
        Stream.of(node),
        StreamSupport.stream(node.path("Plans").spliterator(), false).flatMap(Plan::nodes));
  }
}
