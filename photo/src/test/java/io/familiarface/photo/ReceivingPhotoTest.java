package io.familiarface.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.Collections;
import java.util.concurrent.Callable;
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
    var receiving = new ReceivingPhoto(this::decode);
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

  private Photo decode(byte[] upload) {
    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    for (int i = 0; i < 1000; i++) {
      Thread.yield();
    }
    atOnce.decrementAndGet();
    return new Photo("image/png", upload);
  }
}
