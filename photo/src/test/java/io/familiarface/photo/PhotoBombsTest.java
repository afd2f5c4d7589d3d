package io.familiarface.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.familiarface.photo.testing.Pictures;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small files that ask for much: refused before they get it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PhotoBombsTest {
  private static final long MEGABYTES_FOR_A_REFUSAL = 64L << 20;

  @ParameterizedTest
  @CsvSource({"5000, 5000", "7000, 7000", "16383, 16383", "16383, 1000"})
  void a_few_bytes_of_WebP_that_are_a_huge_picture_are_refused(int width, int height) {
    assertThat(refusal(Losslessly.webp(width, height, 0))).isEqualTo(413);
  }

  @Test
  void a_WebP_that_is_to_be_transformed_over_and_over_is_refused() {
    assertThat(PhotoNormalizer.normalize(Losslessly.webp(100, 100, 1)).mediaType())
        .isEqualTo("image/jpeg");
    assertThat(refusal(Losslessly.webp(100, 100, 9))).isEqualTo(422);
    assertThat(refusal(Losslessly.webp(100, 100, 5_000_000))).isEqualTo(422);
  }

  @Test
  void a_WebP_of_more_tables_than_pixels_is_refused() {
    assertThat(refusal(Losslessly.webpOfTables(100, 100))).isEqualTo(422);
  }

  @Test
  void a_lossy_WebP_is_as_large_as_its_picture_says_and_not_as_its_container_says() {
    byte[] lossy = Pictures.file("webp-lossy.webp");
    byte[] picture = Arrays.copyOfRange(lossy, 20, lossy.length);
    picture[6] = picture[8] = (byte) 0xFF;
    picture[7] = picture[9] = 0x3F;
    assertThat(refusal(Losslessly.webp("VP8 ", picture))).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource({"webp-lossy.webp, VP8 ", "webp-lossless.webp, VP8L"})
  void a_WebP_that_is_cut_off_within_its_picture_is_refused_though_its_lengths_are_right(
      String name, String chunk) {
    byte[] whole = Pictures.file(name);
    for (int cut : new int[] {2, 3}) {
      byte[] picture = Arrays.copyOfRange(whole, 20, 20 + (whole.length - 20) / cut);
      assertThat(refusal(Losslessly.webp(String.format("%-4s", chunk), picture))).isEqualTo(422);
    }
  }

  @Test
  void a_progressive_JPEG_of_a_thousand_scans_is_refused() {
    byte[] jpeg = Pictures.progressiveJpeg(64, 48);
    assertThat(PhotoNormalizer.normalize(jpeg).mediaType()).isEqualTo("image/jpeg");
    int scan = lastScan(jpeg);
    byte[] again = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
    var bomb = ByteBuffer.allocate(jpeg.length + 1000 * again.length).put(jpeg, 0, scan);
    for (int i = 0; i < 1000; i++) {
      bomb.put(again);
    }
    bomb.put(jpeg, scan, jpeg.length - scan);
    assertThat(refusal(bomb.array())).isEqualTo(422);
  }

  @Test
  void a_progressive_JPEG_that_a_decoder_would_have_to_keep_as_a_whole_is_refused() {
    byte[] jpeg = Pictures.progressiveJpeg(64, 48);
    byte[] large = Pictures.sayingSize(jpeg, 7000, 7000);
    assertThat(refusal(large)).isEqualTo(413);
  }

  @Test
  void a_JPEG_that_is_cut_off_and_ended_by_hand_is_refused() {
    byte[] jpeg = Pictures.jpeg(400, 300);
    byte[] cut = Arrays.copyOf(jpeg, jpeg.length / 2);
    cut[cut.length - 2] = (byte) 0xFF;
    cut[cut.length - 1] = (byte) 0xD9;
    assertThat(refusal(cut)).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 422",
    "10, 0, 422",
    "-1, -1, 422",
    "50000000, 1, 413",
    "1, 50000000, 413",
    "50000, 50000, 413",
    "2147483647, 2147483647, 413"
  })
  void a_PNG_of_no_size_or_of_rows_without_end_is_refused(int width, int height, int status) {
    byte[] png = Pictures.png(2, 2);
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    Pictures.sign(png, 12, 17);
    assertThat(refusal(png)).isEqualTo(status);
  }

  @Test
  void a_PNG_without_all_its_pixels_is_refused() {
    byte[] png = Pictures.png(2, 2);
    ByteBuffer.wrap(png).putInt(16, 4000).putInt(20, 4000);
    Pictures.sign(png, 12, 17);
    assertThat(refusal(png)).isEqualTo(422);
  }

  @Test
  void a_JPEG_of_no_size_is_refused() {
    assertThat(refusal(Pictures.sayingSize(Pictures.jpeg(20, 20), 0, 20))).isEqualTo(422);
    assertThat(refusal(Pictures.sayingSize(Pictures.jpeg(20, 20), 20, 0))).isEqualTo(422);
  }

  @Test
  void what_is_in_a_PNG_beside_its_picture_is_never_looked_at() throws IOException {
    byte[] noise = "no profile, no text".repeat(100).getBytes(StandardCharsets.US_ASCII);
    byte[] png = Pictures.png(40, 30);
    for (String chunk : new String[] {"iCCP", "zTXt", "iTXt", "acTL", "fcTL", "fdAT", "sBIT"}) {
      png = Pictures.withChunk(png, chunk, noise);
    }
    assertThat(Pictures.read(PhotoNormalizer.normalize(png)).getWidth()).isEqualTo(40);
  }

  @Test
  void an_interlaced_PNG_is_a_photo_like_any_other() throws IOException {
    assertThat(Pictures.read(PhotoNormalizer.normalize(Pictures.interlacedPng(90, 30))).getHeight())
        .isEqualTo(30);
  }

  @Test
  void what_follows_a_picture_in_its_file_is_not_kept() {
    byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    for (byte[] picture : new byte[][] {Pictures.jpeg(40, 30), Pictures.png(40, 30)}) {
      byte[] both = Arrays.copyOf(picture, picture.length + page.length);
      System.arraycopy(page, 0, both, picture.length, page.length);
      assertThat(new String(PhotoNormalizer.normalize(both).content(), StandardCharsets.ISO_8859_1))
          .doesNotContain("script");
    }
  }

  @Test
  void other_kinds_are_refused_whatever_they_are_called() {
    for (String start : new String[] {"GIF89a", "BM", "II*\0", "MM\0*", "%PDF-1.7", "<svg/>"}) {
      byte[] file = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 200);
      assertThat(refusal(file)).as(start).isEqualTo(415);
    }
  }

  /** The status; a refusal has cost little memory, whatever the file says. */
  private static int refusal(byte[] upload) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    int[] status = new int[1];
    assertThatThrownBy(() -> PhotoNormalizer.normalize(upload))
        .isInstanceOfSatisfying(HttpProblem.class, problem -> status[0] = problem.getStatusCode());
    assertThat(threads.getCurrentThreadAllocatedBytes() - before)
        .isLessThan(MEGABYTES_FOR_A_REFUSAL);
    return status[0];
  }

  private static int lastScan(byte[] jpeg) {
    for (int i = jpeg.length - 2; i > 0; i--) {
      if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xDA) {
        return i;
      }
    }
    throw new IllegalArgumentException("no scan");
  }
}
