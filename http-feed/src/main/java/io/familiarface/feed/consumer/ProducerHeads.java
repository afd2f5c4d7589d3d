package io.familiarface.feed.consumer;

import io.familiarface.feed.Cursor;
import io.familiarface.feed.FeedPage;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How far the feeds are at which another copy of this service is at work, as their producers say at
 * this moment: that copy may have died a moment ago, and nobody would know until its lease ends.
 */
public final class ProducerHeads {
  /** Nobody was asked. */
  static final ProducerHeads UNASKED = new ProducerHeads(Map.of());

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Map<String, Answer> answers;

  private ProducerHeads(Map<String, Answer> answers) {
    this.answers = answers;
  }

  /**
   * @param problem why the head is not known; null if it is
   */
  record Answer(long head, String problem) {}

  /** Waits for the producers, a little: not to be called with a connection at hand. */
  public static ProducerHeads ask(Collection<FeedConsumer> consumers) {
    Map<String, CompletableFuture<FeedPage>> asked = new HashMap<>();
    for (var consumer : consumers) {
      if (consumer.waitsForItsTurn()) {
        asked.put(
            consumer.feed(),
            consumer.source().poll(consumer.feed(), Cursor.START, Duration.ZERO, 1));
      }
    }
    var until = System.nanoTime() + PATIENCE.toNanos();
    Map<String, Answer> answers = new HashMap<>();
    asked.forEach((feed, answer) -> answers.put(feed, await(answer, until - System.nanoTime())));
    return new ProducerHeads(answers);
  }

  private static Answer await(CompletableFuture<FeedPage> answer, long nanos) {
    try {
      return new Answer(answer.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS).head(), null);
    } catch (ExecutionException e) {
      return new Answer(0, Failures.ofConsumer(e.getCause()));
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Answer(0, "The producer takes too long to answer.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(0, "The producer was not waited for.");
    }
  }

  /** Null if the producer was not asked. */
  Answer of(String feed) {
    return answers.get(feed);
  }
}
