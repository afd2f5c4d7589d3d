package io.familiarface.rest.notes;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A proxy in front whose headers are heeded, and few requests a second for each caller. */
public class InFrontOfNotes implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("familiar.behind-proxy", "true", "familiar.rate-limit.requests-per-second", "4");
  }
}
