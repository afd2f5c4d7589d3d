package io.familiarface.standalone.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.familiarface.standalone.Service;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The documents of a running company, as accounting reads them. */
final class Books {
  private final RunningSystem system;

  Books(RunningSystem system) {
    this.system = system;
  }

  /** Each document as UBL, by the name of its file. */
  Map<String, String> ubl() throws IOException, InterruptedException {
    Map<String, String> documents = new TreeMap<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(export("ubl")))) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        documents.put(file.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return documents;
  }

  /** Writes the journal that hledger reads. */
  Path journal(Path folder) throws IOException, InterruptedException {
    return Files.write(folder.resolve("year.journal"), export("hledger"));
  }

  /** What customers owe in all, by the documents themselves. */
  static BigDecimal owed(List<JsonNode> documents) {
    return documents.stream()
        .map(document -> new BigDecimal(document.path("owed").path("amount").asText()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private byte[] export(String format) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                system.url(Service.JOBS).resolve("/v1/accounting/export?format=" + format))
            .header("Authorization", "Bearer " + system.token("accounting"))
            .build();
    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(new String(answer.body(), StandardCharsets.UTF_8));
    }
    return answer.body();
  }

  /** Runs a program to its end. */
  static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream said = process.getInputStream()) {
      String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(text);
      }
      return text;
    }
  }
}
