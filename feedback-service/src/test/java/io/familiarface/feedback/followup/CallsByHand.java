package io.familiarface.feedback.followup;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Calls are opened, and mails sent, only when a test says so; and the mail has readers. */
public class CallsByHand implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "familiar.follow-ups.every", "off",
        "familiar.daily-mail.every", "off",
        "familiar.daily-mail.to", "office@example.com,maria@example.com",
        "familiar.follow-ups.holidays", "2027-01-01");
  }
}
