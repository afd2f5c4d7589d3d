package io.familiarface.jobs;

import io.familiarface.feed.FeedEvent;
import io.familiarface.rest.feed.FeedSubscription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells every {@link FeedbackFollower} what the feed {@code feedback} says. */
@ApplicationScoped
class FeedbackSubscription implements FeedSubscription {
  private final Instance<FeedbackFollower> followers;

  FeedbackSubscription(@Any Instance<FeedbackFollower> followers) {
    this.followers = followers;
  }

  @Override
  public String feed() {
    return "feedback";
  }

  @Override
  public Collection<UUID> subjects() {
    Set<UUID> customers = new LinkedHashSet<>();
    followers.forEach(follower -> customers.addAll(follower.customers()));
    return customers;
  }

  @Override
  public void replace(Collection<UUID> customers, List<FeedEvent> events) {
    customers.forEach(this::forget);
    apply(events);
  }

  @Override
  public void apply(FeedEvent event) {
    if (event.deleted()) {
      forget(UUID.fromString(event.subject()));
    } else {
      followers.forEach(follower -> follower.apply(event));
    }
  }

  @Override
  public void apply(List<FeedEvent> events) {
    List<FeedEvent> told = new ArrayList<>();
    for (FeedEvent event : events) {
      if (event.deleted()) {
        tell(told);
        told.clear();
        apply(event);
      } else {
        told.add(event);
      }
    }
    tell(told);
  }

  private void tell(List<FeedEvent> events) {
    if (!events.isEmpty()) {
      followers.forEach(follower -> follower.apply(List.copyOf(events)));
    }
  }

  private void forget(UUID customer) {
    followers.forEach(follower -> follower.forget(customer));
  }
}
