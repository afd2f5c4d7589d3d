package io.familiarface.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A made-up company's list of visits, as a company could export it; always the same but for today.
 */
final class VisitsSpreadsheet {
  private static final int[] CADENCES = {14, 30, 30, 30, 60, 91};
  private static final List<String> TECHNICIANS =
      IntStream.range(0, 40).mapToObj(i -> "Technician " + (char) ('A' + i % 26) + i * 37).toList();

  private final Random random = new Random(7);
  private final LocalDate today = LocalDate.now().minusDays(1);
  private int customers;

  private VisitsSpreadsheet() {}

  static void write(Path file, int visits) throws IOException {
    var spreadsheet = new VisitsSpreadsheet();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "date,customer,technician,reason,told,outcome,phone,address,program,price,cancelled_on,cancel_reason\n");
      for (int written = 0; written < visits; ) {
        List<String> lines = spreadsheet.customer(visits - written);
        for (String line : lines) {
          out.write(line);
        }
        written += lines.size();
      }
    }
  }

  private List<String> customer(int atMost) {
    int number = ++customers;
    int cadence = CADENCES[random.nextInt(CADENCES.length)];
    LocalDate day = today.minusDays(200 + random.nextInt(700));
    boolean leaves = random.nextInt(8) == 0;
    LocalDate until = leaves ? today.minusDays(1 + random.nextInt(150)) : today;
    String usual = anybody();
    List<String> lines = new ArrayList<>();
    while (!day.isAfter(until) && lines.size() < atMost) {
      LocalDate next = day.plusDays(cadence - 2 + random.nextInt(5));
      boolean last = next.isAfter(until) || lines.size() + 1 == atMost;
      boolean change = random.nextInt(8) == 0;
      lines.add(
          String.join(
                  ",",
                  day.toString(),
                  "Customer %06d".formatted(number),
                  change ? anybody() : usual,
                  change ? oneOf("sick", "vacation", "") : "",
                  change ? oneOf("yes", "no", "") : "",
                  random.nextInt(50) == 0 ? "missed" : "completed",
                  "802-555-%06d".formatted(number),
                  number + " Elm Street",
                  "Pest control",
                  "89.00",
                  leaves && last ? until.toString() : "",
                  leaves && last ? "price" : "")
              + "\n");
      day = next;
    }
    return lines;
  }

  private String anybody() {
    return TECHNICIANS.get(random.nextInt(TECHNICIANS.size()));
  }

  private String oneOf(String... words) {
    return words[random.nextInt(words.length)];
  }
}
