package io.familiarface.feedback;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.ApiContractTest;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import java.util.Map;

@ServiceTest
class OpenApiTest extends ApiContractTest {
  @Override
  protected Map<String, String> somebody() {
    CustomerStory grace = Stories.grace();
    FeedDelivery.load(grace.events());
    return Map.of("customerId", grace.id.toString(), "customerExternalId", grace.externalId);
  }
}
