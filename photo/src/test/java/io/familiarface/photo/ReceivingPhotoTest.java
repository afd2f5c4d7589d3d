package io.familiarface.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.photo.testing.Pictures;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceivingPhotoTest {
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void one_picture_is_decoded_at_a_time() throws Exception {
    var receiving = new ReceivingPhoto(upload -> {}, this::decode);
    Callable<Photo> sender = () -> receiving.receive(new ByteArrayInputStream(new byte[9]));
    var senders = Executors.newFixedThreadPool(8);
    try {
      for (var answer : senders.invokeAll(Collections.nCopies(24, sender))) {
        assertThat(answer.get().content()).hasSize(9);
      }
    } finally {
      senders.shutdownNow();
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void a_picture_that_cannot_be_decoded_does_not_keep_the_next_from_its_turn() {
    var receiving =
        new ReceivingPhoto(
            upload -> {},
            upload -> {
              if (upload.length == 0) {
                throw new IllegalArgumentException("no picture");
              }
              return new Photo("image/png", upload);
            });
    assertThatThrownBy(() -> receiving.receive(new ByteArrayInputStream(new byte[0])))
        .hasMessage("no picture");
    assertThat(receiving.receive(new ByteArrayInputStream(new byte[1])).content()).hasSize(1);
  }

  @Test
  void what_is_no_photo_or_too_large_is_refused_while_another_is_being_decoded() throws Exception {
    var decoding = new CountDownLatch(1);
    var refused = new CountDownLatch(1);
    var decoded = new AtomicInteger();
    var receiving =
        new ReceivingPhoto(
            PhotoNormalizer::measure,
            upload -> {
              decoded.incrementAndGet();
              decoding.countDown();
              awaited(refused);
              return new Photo("image/png", upload);
            });
    var sender = Executors.newSingleThreadExecutor();
    try {
      var first =
          sender.submit(() -> receiving.receive(new ByteArrayInputStream(Pictures.png(40, 30))));
      awaited(decoding);
      assertRefused(receiving, "<html></html>".getBytes(StandardCharsets.UTF_8), 415);
      assertRefused(receiving, new byte[0], 415);
      assertRefused(receiving, Pictures.bomb(), 413);
      assertRefused(receiving, Arrays.copyOf(Pictures.png(40, 30), 60), 422);
      refused.countDown();
      first.get();
    } finally {
      refused.countDown();
      sender.shutdownNow();
    }
    assertThat(decoded).hasValue(1);
  }

  private static void assertRefused(ReceivingPhoto receiving, byte[] upload, int status) {
    assertThatThrownBy(() -> receiving.receive(new ByteArrayInputStream(upload)))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(status));
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Photo decode(byte[] upload) {
    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    for (int i = 0; i < 1000; i++) {
      Thread.yield();
    }
    atOnce.decrementAndGet();
    return new Photo("image/png", upload);
  }
}
