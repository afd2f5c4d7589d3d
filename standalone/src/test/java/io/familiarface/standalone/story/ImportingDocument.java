package io.familiarface.standalone.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.standalone.Service;
import io.familiarface.standalone.TokenClaims;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The page docs/importing.md as something to run: its blocks are files by the names beside their
 * fences, and its commands do what they say to the system of a test.
 */
final class ImportingDocument {
  private static final Pattern BLOCK =
      Pattern.compile("```(\\w+) ?(\\S*)\\n(.*?)```", Pattern.DOTALL);

  private final RunningSystem system;
  private final Path folder;
  private final List<String> commands = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  ImportingDocument(Path page, RunningSystem system, Path folder) throws IOException {
    this.system = system;
    this.folder = folder;
    var blocks = BLOCK.matcher(Files.readString(page));
    while (blocks.find()) {
      if (blocks.group(1).equals("sh")) {
        commands.add(blocks.group(3));
      } else {
        files.add(blocks.group(2));
        Files.writeString(folder.resolve(blocks.group(2)), blocks.group(3));
      }
    }
  }

  /** The blocks of commands, in the order of the page. */
  List<String> commands() {
    return commands;
  }

  List<String> files() {
    return files;
  }

  /** What the commands answered, as JSON. */
  List<JsonNode> run(String commands) throws IOException, InterruptedException {
    String token =
        system.tokens().issue(TokenClaims.of("manager", "reader of the page", Duration.ofHours(1)));
    String here = commands.replace("$(./familiar token --role manager)", token);
    for (Service service : Service.values()) {
      here =
          here.replace("http://localhost:" + (8081 + service.ordinal()), system.url(service) + "");
    }
    Path errors = folder.resolve("errors");
    Process shell =
        new ProcessBuilder("sh", "-e", "-c", here)
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    var answers = new ArrayList<JsonNode>();
    try (var said =
        new ObjectMapper().readerFor(JsonNode.class).readValues(shell.getInputStream())) {
      while (said.hasNextValue()) {
        answers.add((JsonNode) said.nextValue());
      }
    }
    if (shell.waitFor() != 0) {
      throw new AssertionError(Files.readString(errors, StandardCharsets.UTF_8));
    }
    return answers;
  }
}
