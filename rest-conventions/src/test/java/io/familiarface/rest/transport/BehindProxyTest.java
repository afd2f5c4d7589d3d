package io.familiarface.rest.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our own settings make of those of Quarkus. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BehindProxyTest {

  private static SmallRyeConfig configured(Map<String, String> by) throws IOException {
    var ours =
        BehindProxyTest.class
            .getClassLoader()
            .getResource("META-INF/microprofile-config.properties");
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(ours, 100))
        .withSources(new PropertiesConfigSource(by, "test", 300))
        .withSources(new OwnOrigins())
        .build();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void headers_of_a_proxy_are_heeded_only_where_it_is_said_that_there_is_one(boolean behind)
      throws IOException {
    SmallRyeConfig config = configured(Map.of("familiar.behind-proxy", String.valueOf(behind)));
    for (String each :
        List.of(
            "proxy-address-forwarding",
            "allow-x-forwarded",
            "enable-forwarded-host",
            "enable-forwarded-prefix")) {
      assertThat(config.getValue("quarkus.http.proxy." + each, Boolean.class)).isEqualTo(behind);
    }
  }

  @Test
  void pages_of_the_three_services_may_call_by_either_name_of_this_machine() throws IOException {
    assertThat(
            configured(
                    Map.of(
                        "familiar.url.customers", "http://localhost:9081",
                        "familiar.public-url.jobs", "https://jobs.example"))
                .getValues("quarkus.http.cors.origins", String.class))
        .containsExactlyInAnyOrder(
            "http://localhost:9081",
            "http://127.0.0.1:9081",
            "https://jobs.example",
            "http://localhost:8083",
            "http://127.0.0.1:8083");
  }
}
