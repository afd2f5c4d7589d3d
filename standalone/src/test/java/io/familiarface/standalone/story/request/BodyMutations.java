package io.familiarface.standalone.story.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes a body: values and members of its JSON, cells of its CSV, or its bytes. */
final class BodyMutations {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLACE = "@place@";
  private static final List<String> CELLS =
      List.of(
          "",
          " ",
          "\"",
          "\"\"",
          "\"unfinished",
          "a\"b",
          "\\\"",
          "\u0000",
          "\u001b[0m",
          "\u200b",
          "=1+1",
          "é",
          "x".repeat(2_000),
          ",,,",
          "a;b",
          "a.b",
          ".",
          "..",
          "null",
          "2026-02-30",
          "-1",
          "1e400",
          "\uFEFF",
          "\r",
          "😀",
          "1,234.50",
          "00:00",
          "24:00",
          "N/A",
          "ext:");

  private final Random random;

  BodyMutations(Random random) {
    this.random = random;
  }

  void mutate(GeneratedRequest request) {
    if (request.body == null) {
      request.body = OddValues.json(random).getBytes(StandardCharsets.UTF_8);
      request.mutations.add("a body where none is expected");
      return;
    }
    String type = request.header("Content-Type");
    boolean text = type.contains("json") || type.contains("csv");
    if (!text || random.nextInt(5) == 0) {
      mutateBytes(request);
    } else if (type.contains("csv")) {
      request.body = csv(string(request.body), request).getBytes(StandardCharsets.UTF_8);
    } else if (type.contains("ndjson")) {
      request.body = lines(string(request.body), request).getBytes(StandardCharsets.UTF_8);
    } else {
      request.body = json(string(request.body), request).getBytes(StandardCharsets.UTF_8);
    }
  }

  private String lines(String body, GeneratedRequest request) {
    List<String> lines = new ArrayList<>(List.of(body.split("\n")));
    int line = random.nextInt(lines.size());
    lines.set(line, json(lines.get(line), request));
    if (random.nextInt(4) == 0) {
      lines.add(random.nextInt(lines.size() + 1), OddValues.json(random));
    }
    return String.join("\n", lines);
  }

  private String csv(String body, GeneratedRequest request) {
    List<String> lines = new ArrayList<>(List.of(body.split("\n")));
    int line = random.nextInt(lines.size());
    String[] cells = lines.get(line).split(",", -1);
    int cell = random.nextInt(cells.length);
    cells[cell] = OddValues.pick(random, CELLS);
    lines.set(line, String.join(",", cells));
    request.mutations.add("cell " + cell + " of line " + line);
    return String.join("\n", lines);
  }

  private String json(String body, GeneratedRequest request) {
    JsonNode tree;
    try {
      tree = JSON.readTree(body);
    } catch (JsonProcessingException alreadyBroken) {
      return body;
    }
    List<JsonNode> containers = new ArrayList<>();
    collect(tree, containers);
    if (containers.isEmpty() || random.nextInt(12) == 0) {
      request.mutations.add("another body");
      return OddValues.json(random);
    }
    JsonNode container = OddValues.pick(random, containers);
    if (container instanceof ArrayNode array) {
      int at = array.isEmpty() ? 0 : random.nextInt(array.size());
      if (array.isEmpty()) {
        array.add(PLACE);
      } else {
        array.set(at, JSON.getNodeFactory().textNode(PLACE));
      }
      request.mutations.add("item " + at);
      return withOdd(tree.toString());
    }
    return inObject(tree, (ObjectNode) container, request);
  }

  private String inObject(JsonNode tree, ObjectNode object, GeneratedRequest request) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty()) {
      object.put("unknown", PLACE);
      request.mutations.add("a member of an empty object");
      return withOdd(tree.toString());
    }
    String name = OddValues.pick(random, names);
    switch (random.nextInt(10)) {
      case 0 -> {
        object.remove(name);
        request.mutations.add("without " + name);
        return tree.toString();
      }
      case 1 -> {
        object.put("unknown" + random.nextInt(3), "x");
        request.mutations.add("an unknown member");
        return tree.toString();
      }
      case 2 -> {
        object.put(PLACE, 1);
        request.mutations.add("twice " + name);
        return tree.toString().replace("\"" + PLACE + "\"", "\"" + name + "\"");
      }
      default -> {
        object.put(name, PLACE);
        request.mutations.add("odd " + name);
        return withOdd(tree.toString());
      }
    }
  }

  private String withOdd(String json) {
    return json.replace("\"" + PLACE + "\"", OddValues.json(random));
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private void mutateBytes(GeneratedRequest request) {
    byte[] body = request.body;
    request.mutations.add("other bytes");
    int at = body.length == 0 ? 0 : random.nextInt(body.length);
    request.body =
        switch (random.nextInt(11)) {
          case 0 -> new byte[0];
          case 1 -> Arrays.copyOf(body, at);
          case 2, 3 -> {
            byte[] flipped = body.clone();
            for (int i = 0; i < 4 && body.length > 0; i++) {
              flipped[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            yield flipped;
          }
          case 4 -> string(body).getBytes(StandardCharsets.UTF_16);
          case 5 -> joined(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, body);
          case 6 -> joined(body, body);
          case 7 -> "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);
          case 8 -> string(body).replace("e", "é").getBytes(StandardCharsets.ISO_8859_1);
          case 9 -> joined(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF}, body);
          default -> "{\"a\":".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        };
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static String string(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
