package io.familiarface.jobs.accounting.system;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** As a company writes them down that is connected with the stub. */
record StubSettings(
    SystemKind kind,
    Optional<String> url,
    Optional<String> refreshToken,
    Duration timeout,
    Optional<Integer> callsPerMinute)
    implements SystemSettings {

  static StubSettings of(SystemKind kind, SystemStub stub) {
    return new StubSettings(
        kind,
        Optional.of(stub.url()),
        Optional.of("refresh-0"),
        Duration.ofSeconds(30),
        Optional.of(100_000));
  }

  /** One that never answers is not waited for for long. */
  StubSettings impatient() {
    return new StubSettings(kind, url, refreshToken, Duration.ofSeconds(1), callsPerMinute);
  }

  StubSettings callsPerMinute(int most) {
    return new StubSettings(kind, url, refreshToken, timeout, Optional.of(most));
  }

  StubSettings withoutRefreshToken() {
    return new StubSettings(kind, url, Optional.empty(), timeout, callsPerMinute);
  }

  @Override
  public String every() {
    return "off";
  }

  @Override
  public Optional<String> company() {
    return Optional.of(kind == SystemKind.XERO ? "tenant-1" : "realm-1");
  }

  @Override
  public Optional<String> tokenUrl() {
    return url.map(it -> it + "/token");
  }

  @Override
  public Optional<String> clientId() {
    return Optional.of("client");
  }

  @Override
  public Optional<String> clientSecret() {
    return Optional.of("secret");
  }

  @Override
  public List<Duration> attempts() {
    return List.of(Duration.ZERO, Duration.ofSeconds(30), Duration.ofMinutes(2));
  }

  @Override
  public Map<String, String> items() {
    return Map.of("Drying", "7");
  }

  @Override
  public String item() {
    return "1";
  }

  @Override
  public Map<String, String> taxTypes() {
    return Map.of("0.06", kind == SystemKind.XERO ? "OUTPUT2" : "TAX");
  }

  @Override
  public String taxed() {
    return "TAX";
  }

  @Override
  public String untaxed() {
    return kind == SystemKind.XERO ? "NONE" : "NON";
  }

  @Override
  public Optional<Integer> batch() {
    return Optional.empty();
  }

  @Override
  public Optional<Integer> callsPerDay() {
    return Optional.empty();
  }
}
