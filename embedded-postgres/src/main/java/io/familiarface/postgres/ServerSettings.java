package io.familiarface.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Server settings. They go on the command line, where no file and no ALTER SYSTEM beats them. */
record ServerSettings(Map<String, String> values) {

  /** For data that must survive: a commit is on the disk when it is answered. */
  static ServerSettings durable() {
    return modest()
        .with("max_connections", "150")
        .with("fsync", "on")
        .with("synchronous_commit", "on")
        .with("full_page_writes", "on");
  }

  /** For tests: quick, and gone after a power cut. */
  static ServerSettings throwaway() {
    return modest()
        .with("max_connections", "300")
        .with("fsync", "off")
        .with("synchronous_commit", "off")
        .with("full_page_writes", "off");
  }

  private static ServerSettings modest() {
    return new ServerSettings(Map.of())
        .with("listen_addresses", PostgresServer.HOST)
        .with("unix_socket_directories", "")
        .with("password_encryption", "scram-sha-256")
        .with("shared_buffers", "128MB")
        .with("max_wal_size", "512MB")
        // An error is logged without the statement and the values that it is about.
        .with("log_error_verbosity", "terse")
        .with("log_min_error_statement", "panic")
        .with("jit", "off")
        .with("timezone", "UTC")
        .with("log_timezone", "UTC");
  }

  ServerSettings with(String name, String value) {
    if (!name.matches("[a-z_]+") || !value.matches("[\\w.:/-]*")) {
      throw new IllegalArgumentException("not a plain setting: " + name + "=" + value);
    }
    var more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new ServerSettings(more);
  }

  /** As one argument of {@code pg_ctl -o}, which hands it to a shell: the values are plain. */
  String asOptions() {
    return values.entrySet().stream()
        .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(" "));
  }
}
