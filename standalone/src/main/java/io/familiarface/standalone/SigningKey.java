package io.familiarface.standalone;

import io.familiarface.postgres.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The RSA key pair by which the services know our tokens. It never leaves the data folder. */
final class SigningKey {
  private static final int BITS = 2048;

  private final PrivateKey privateKey;
  private final String publicKey;

  private SigningKey(PrivateKey privateKey, String publicKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  static SigningKey readOrCreate(DataDirectory data) {
    try {
      if (!Files.exists(data.privateKey())) {
        create(data);
      }
      return read(data);
    } catch (IOException e) {
      throw new UserError("The signing key in " + data.path() + " cannot be used: " + e, e);
    }
  }

  /** Fails with one plain line when there is no key yet. */
  static SigningKey ofStarted(DataDirectory data) {
    if (!Files.exists(data.privateKey())) {
      throw new UserError(
          "There is no signing key in " + data.path() + " yet: run ./familiar start first.");
    }
    return readOrCreate(data);
  }

  /** As {@code FAMILIAR_PUBLIC_KEY} wants it: DER in base64, with no header. */
  String publicKey() {
    return publicKey;
  }

  byte[] sign(byte[] message) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(privateKey);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK signs with RSA", e);
    }
  }

  private static void create(DataDirectory data) throws IOException {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      KeyPair pair = generator.generateKeyPair();
      PrivateFile.write(data.publicKey(), base64(pair.getPublic().getEncoded()));
      // Last, because the pair is taken to be there when this one is.
      PrivateFile.write(data.privateKey(), base64(pair.getPrivate().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes RSA keys", e);
    }
  }

  private static SigningKey read(DataDirectory data) throws IOException {
    try {
      byte[] encoded = Base64.getDecoder().decode(read(data.privateKey()));
      var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return new SigningKey(key, read(data.publicKey()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("the key in " + data.privateKey() + " is damaged", e);
    }
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file).strip();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
