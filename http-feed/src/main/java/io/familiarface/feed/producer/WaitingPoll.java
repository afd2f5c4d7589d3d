package io.familiarface.feed.producer;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedPage;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Somebody who waits for a feed to grow. Equal only to itself. */
final class WaitingPoll {
  /** Those at the same place get the same answer. */
  record Place(String feed, Cursor after, int limit) {}

  private final Place place;
  private final CompletableFuture<FeedPage> answer = new CompletableFuture<>();

  WaitingPoll(Place place) {
    this.place = place;
  }

  Place place() {
    return place;
  }

  CompletableFuture<FeedPage> answer() {
    return answer;
  }

  void giveUp() {
    answer.complete(new FeedPage(List.of(), place.after().position(), false, null));
  }
}
