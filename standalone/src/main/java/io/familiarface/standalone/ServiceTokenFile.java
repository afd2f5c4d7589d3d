package io.familiarface.standalone;

import io.familiarface.postgres.PrivateFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps a fresh, short-lived token for the talk between services in a file. */
final class ServiceTokenFile implements AutoCloseable {
  private static final Duration VALID = Duration.ofMinutes(15);
  private static final Duration RENEWED_EVERY = Duration.ofMinutes(5);

  private final TokenIssuer tokens;
  private final Path file;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("service-token"));

  private ServiceTokenFile(TokenIssuer tokens, Path file) {
    this.tokens = tokens;
    this.file = file;
  }

  static ServiceTokenFile keepFresh(TokenIssuer tokens, Path file) {
    var token = new ServiceTokenFile(tokens, file);
    token.renew();
    long every = RENEWED_EVERY.toSeconds();
    token.timer.scheduleAtFixedRate(token::renewIfPossible, every, every, TimeUnit.SECONDS);
    return token;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void renew() {
    try {
      PrivateFile.write(file, tokens.issue(TokenClaims.of("service", "familiar", VALID)));
    } catch (IOException e) {
      throw new UserError("The token of the services cannot be written to " + file + ": " + e, e);
    }
  }

  private void renewIfPossible() {
    try {
      renew();
    } catch (RuntimeException e) {
      System.err.println(e.getMessage());
    }
  }
}
