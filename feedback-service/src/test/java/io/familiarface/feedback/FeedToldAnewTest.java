package io.familiarface.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.feedback.testing.ServiceTest;
import io.familiarface.feedback.testing.StoredRows;
import io.familiarface.feedback.testing.Stories;
import io.familiarface.rest.testing.PublishedEvents;
import io.familiarface.rest.testing.story.CustomerStory;
import io.familiarface.rest.testing.story.FeedDelivery;
import io.familiarface.rest.testing.story.NeighbourEvent;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A feed is read anew from its first event, as after a restore of who publishes it. */
@ServiceTest
class FeedToldAnewTest {
  @Inject StoredRows stored;

  @Test
  void the_same_again_changes_nothing_and_tells_the_risk_and_the_flags_once_more() {
    CustomerStory dorothy = Stories.dorothyAfter(6);
    FeedDelivery.live(dorothy.events());
    List<String> signals = stored.signals(dorothy.id);
    List<String> flags = stored.flags(dorothy.id);
    int toldBefore = PublishedEvents.of("feedback").about(dorothy.id).size();

    FeedDelivery.replace("jobs", List.of(dorothy.id), dorothy.events());

    assertThat(stored.signals(dorothy.id)).isEqualTo(signals);
    assertThat(stored.flags(dorothy.id)).isEqualTo(flags).hasSize(1);
    var told =
        PublishedEvents.of("feedback").atLeast(toldBefore + 2, dorothy.id).stream()
            .skip(toldBefore)
            .toList();
    assertThat(told)
        .extracting(event -> event.get("type"))
        .containsExactlyInAnyOrder("io.familiarface.risk.assessed", "io.familiarface.flag.changed");

    FeedDelivery.replace("customers", List.of(dorothy.id), dorothy.events());
    assertThat(stored.signals(dorothy.id)).isEqualTo(signals);
    assertThat(stored.flags(dorothy.id)).isEqualTo(flags);
  }

  @Test
  void what_is_told_no_more_has_not_happened_though_it_was_newer() {
    CustomerStory dorothy = Stories.dorothyAfter(6);
    FeedDelivery.live(dorothy.events());

    FeedDelivery.replace("jobs", List.of(dorothy.id), first(3, "jobs", dorothy));
    FeedDelivery.replace("customers", List.of(dorothy.id), first(2, "customers", dorothy));
    assertThat(stored.signals(dorothy.id)).filteredOn(one -> one.contains("VISIT")).hasSize(2);
    assertThat(stored.flags(dorothy.id)).singleElement().asString().startsWith("WITHDRAWN");

    FeedDelivery.live(dorothy.events());
    assertThat(stored.signals(dorothy.id)).filteredOn(one -> one.contains("VISIT")).hasSize(6);

    FeedDelivery.replace("jobs", List.of(dorothy.id), List.of());
    assertThat(stored.signals(dorothy.id)).filteredOn(one -> one.contains("VISIT")).isEmpty();
    assertThat(stored.count("visit_copy", dorothy.id)).isZero();
    assertThat(stored.count("agreement_copy", dorothy.id)).isZero();
  }

  private static List<NeighbourEvent> first(int many, String feed, CustomerStory person) {
    return person.events().stream().filter(one -> one.feed().equals(feed)).limit(many).toList();
  }
}
