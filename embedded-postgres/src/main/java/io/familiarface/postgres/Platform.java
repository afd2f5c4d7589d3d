package io.familiarface.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Which of the packed PostgreSQL builds runs on this machine. */
final class Platform {
  private Platform() {}

  /** The name of the archive among the resources, as the binaries' jars call it. */
  static String archive() {
    return archive(
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Files.exists(Path.of("/etc/alpine-release")));
  }

  static String archive(String osName, String osArch, boolean alpine) {
    String os =
        switch (osName.toLowerCase(Locale.ROOT)) {
          case "linux" -> "linux";
          case "mac os x", "darwin" -> "darwin";
          default -> throw unsupported(osName, osArch);
        };
    String processor =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> throw unsupported(osName, osArch);
        };
    return "postgres-" + os + "-" + processor + (alpine ? "-alpine_linux" : "") + ".txz";
  }

  private static PostgresException unsupported(String osName, String osArch) {
    return new PostgresException(
        "There is no embedded PostgreSQL for "
            + osName
            + " on "
            + osArch
            + ": use Linux or macOS on a 64-bit Intel or ARM machine.");
  }
}
