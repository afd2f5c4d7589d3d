package io.familiarface.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** A password made by chance once and kept in a file that only its owner may read. */
public final class PasswordFile {
  private static final int BYTES = 24;

  private PasswordFile() {}

  /** Reads the password, after making it if the file is not there. */
  public static String readOrCreate(Path file) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        PrivateFile.write(file, random() + "\n");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new PostgresException("The password file " + file + " cannot be used: " + e, e);
    }
  }

  static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
