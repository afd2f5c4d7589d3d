package io.familiarface.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a launcher writes down about itself, so that another one finds it, or cleans up after it.
 *
 * @param launcher process id of the launcher
 * @param portBase first of its four ports
 * @param services process ids by the services' names
 */
record RunningRecord(long launcher, int portBase, Map<String, Long> services) {
  private static final ObjectMapper JSON = new ObjectMapper();

  RunningRecord {
    services = Map.copyOf(services);
  }

  static RunningRecord ofThisLauncher(Ports ports) {
    return new RunningRecord(ProcessHandle.current().pid(), ports.base(), Map.of());
  }

  static Optional<RunningRecord> read(Home home) {
    if (!Files.exists(home.running())) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(home.running().toFile(), RunningRecord.class));
    } catch (IOException e) {
      throw new Trouble(home.running() + " is damaged: remove it, then try again.", e);
    }
  }

  RunningRecord with(Service service, long pid) {
    var more = new TreeMap<>(services);
    more.put(service.shortName(), pid);
    return new RunningRecord(launcher, portBase, more);
  }

  void write(Home home) {
    try {
      PrivateFile.write(home.running(), JSON.writeValueAsString(this));
    } catch (IOException e) {
      throw new Trouble(home.running() + " cannot be written: " + e.getMessage(), e);
    }
  }

  static void remove(Home home) {
    try {
      Files.deleteIfExists(home.running());
    } catch (IOException e) {
      throw new Trouble(home.running() + " cannot be removed: " + e.getMessage(), e);
    }
  }
}
