package io.familiarface.history.company;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.familiarface.history.Destination;
import io.familiarface.history.spool.LineFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The import lines of a history, one file for each destination. */
public final class LineFiles implements Closeable {
  private final ObjectMapper json = new ObjectMapper();
  private final Map<Destination, LineFile> files = new EnumMap<>(Destination.class);

  public LineFiles(Path folder) throws IOException {
    for (Destination destination : Destination.values()) {
      files.put(destination, new LineFile(folder.resolve(destination.words() + ".lines")));
    }
  }

  /**
   * @param origin the line of the company's file that it comes from
   */
  void add(Destination destination, long origin, Object line) throws IOException {
    files.get(destination).add(origin, json.writeValueAsBytes(line));
  }

  public LineFile of(Destination destination) {
    return files.get(destination);
  }

  public Map<Destination, Long> counts() {
    Map<Destination, Long> counts = new EnumMap<>(Destination.class);
    files.forEach((destination, file) -> counts.put(destination, file.count()));
    return counts;
  }

  @Override
  public void close() throws IOException {
    for (LineFile file : files.values()) {
      file.close();
    }
  }
}
