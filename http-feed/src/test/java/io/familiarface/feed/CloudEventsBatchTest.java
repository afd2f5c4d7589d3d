package io.familiarface.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.jackson.JsonFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CloudEventsBatchTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00.123456Z");
  private static final String ID = "0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21";

  private static final FeedEvent COMPLETED =
      event(
          7,
          "{\"said\":\"„Strangers“ \\\"make\\\" me nervous"
              + " \uD83D\uDC2D\",\"days\":30.44,\"big\":12345678901234567890.10,\"deep\":[{\"a\":[]},null]}");
  private static final FeedEvent FORGET =
      new FeedEvent(9, UUID.fromString(ID), "urn:x", "customer", "c-1", NOON, true, null);

  @Test
  void what_is_written_is_read_back_to_the_last_digit() throws IOException {
    var events = List.of(COMPLETED, event(8, "\"just a word\""), FORGET);

    assertThat(read(write(events))).isEqualTo(events);
  }

  @Test
  void the_reference_reader_of_cloudevents_understands_it() throws IOException {
    var batch = new ObjectMapper().readTree(write(List.of(COMPLETED, FORGET)));
    var format = new JsonFormat();

    var completed = format.deserialize(batch.get(0).toString().getBytes(StandardCharsets.UTF_8));
    var forget = format.deserialize(batch.get(1).toString().getBytes(StandardCharsets.UTF_8));

    assertThat(completed.getId()).isEqualTo("0000000000007::" + ID);
    assertThat(completed.getType()).isEqualTo("visit.completed");
    assertThat(completed.getSubject()).isEqualTo("c-1");
    assertThat(completed.getTime()).isEqualTo(OffsetDateTime.ofInstant(NOON, ZoneOffset.UTC));
    assertThat(completed.getDataContentType()).isEqualTo("application/json");
    assertThat(new String(completed.getData().toBytes(), StandardCharsets.UTF_8))
        .contains("nervous");
    assertThat(forget.getExtension("method")).isEqualTo("DELETE");
    assertThat(forget.getData()).isNull();
  }

  @Test
  void attributes_that_we_do_not_know_are_passed_over() throws IOException {
    var text =
        """
        [{"specversion":"1.0","traceparent":"00-ab","more":{"a":[1,{"data":2}]},"dataschema":null,
          "id":"0000000000001::%s","source":"/x","type":"t","subject":"s",
          "time":"2026-01-05T14:00:00+02:00","data":{"a":1}}]
        """
            .formatted(ID);

    var event = read(text.getBytes(StandardCharsets.UTF_8)).get(0);

    assertThat(event.data()).isEqualTo("{\"a\":1}");
    assertThat(event.time()).isEqualTo(Instant.parse("2026-01-05T12:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[1]",
        "[{\"id\":\"x\"}]",
        "[{\"id\":\"0000000000001::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21\"}]",
        "[{\"id\":\"0000000000001::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"noon\",\"data\":1}]",
        "[{\"id\":\"0000000000001::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21\",\"source\":\"s\",\"type\":\"t\",\"subject\":\"s\",\"time\":\"2026-01-05T12:00:00Z\"}]",
        "[{\"id\":\"0000000000001::0190e0a5-3f7c-7c2e-9d7b-0d7b6c1f5a21\",\"data\":{\"a\":"
      })
  void what_is_no_batch_is_refused(String text) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_batch_that_is_cut_off_anywhere_is_refused_as_a_whole() throws IOException {
    var whole = write(List.of(COMPLETED, FORGET));
    for (var length = 0; length < whole.length; length++) {
      var part = new String(whole, 0, length, StandardCharsets.UTF_8);
      assertThatThrownBy(() -> read(part.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void positions_that_do_not_rise_are_refused() throws IOException {
    var batch = write(List.of(COMPLETED, COMPLETED));

    assertThatThrownBy(() -> read(batch)).hasMessageContaining("The positions do not rise");
  }

  @Test
  void more_events_than_asked_for_are_refused() throws IOException {
    var batch = write(List.of(COMPLETED, FORGET));

    assertThatThrownBy(() -> CloudEventsBatch.read(new ByteArrayInputStream(batch), 1, 1_000_000))
        .hasMessageContaining("more than the 1 events");
  }

  private static FeedEvent event(long position, String data) {
    return new FeedEvent(
        position, UUID.fromString(ID), "urn:x", "visit.completed", "c-1", NOON, false, data);
  }

  private static byte[] write(List<FeedEvent> events) throws IOException {
    var out = new ByteArrayOutputStream();
    CloudEventsBatch.write(out, events);
    return out.toByteArray();
  }

  private static List<FeedEvent> read(byte[] batch) throws IOException {
    return CloudEventsBatch.read(new ByteArrayInputStream(batch), 100, 1_000_000);
  }
}
