package io.familiarface.history.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextEncodingTest {
  private static final String PLAIN = "date,customer,technician\n".repeat(10_000);

  @TempDir Path folder;

  @Test
  void the_first_accent_may_stand_in_the_last_line() throws IOException {
    assertThat(of((PLAIN + "Zoë").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(StandardCharsets.UTF_8);
    assertThat(of((PLAIN + "Zoë").getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(Charset.forName("windows-1252"));
  }

  @Test
  void a_file_cut_off_within_a_letter_is_still_utf_8() throws IOException {
    byte[] whole = "Zoë Zoë Zoë Zoë Zoë Zoë Zoë Zoë Zoë Zoë Zoë".getBytes(StandardCharsets.UTF_8);

    assertThat(of(java.util.Arrays.copyOf(whole, whole.length - 1)))
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void a_byte_order_mark_decides() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE});
    bytes.writeBytes("date".getBytes(StandardCharsets.UTF_16LE));

    assertThat(of(bytes.toByteArray())).isEqualTo(StandardCharsets.UTF_16LE);
  }

  private Charset of(byte[] bytes) throws IOException {
    return TextEncoding.of(Files.write(folder.resolve("text"), bytes)).charset();
  }
}
