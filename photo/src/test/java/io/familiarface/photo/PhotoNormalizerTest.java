package io.familiarface.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.familiarface.photo.testing.Pictures;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhotoNormalizerTest {

  @Test
  void a_large_photo_is_made_as_large_as_it_is_shown() throws IOException {
    Photo photo = PhotoNormalizer.normalize(Pictures.jpeg(3000, 1500));
    BufferedImage shown = Pictures.read(photo);
    assertThat(photo.mediaType()).isEqualTo("image/jpeg");
    assertThat(shown.getWidth()).isEqualTo(PhotoNormalizer.LONGEST_SIDE);
    assertThat(shown.getHeight()).isEqualTo(PhotoNormalizer.LONGEST_SIDE / 2);
  }

  @Test
  void it_is_made_small_for_lists_as_well() throws IOException {
    for (byte[] taken : new byte[][] {Pictures.jpeg(600, 900), Pictures.seeThroughPng(600, 900)}) {
      Photo photo = PhotoNormalizer.normalize(taken);
      BufferedImage shown = Pictures.read(new Photo(photo.mediaType(), photo.thumbnail()));
      assertThat(shown.getHeight()).isEqualTo(PhotoNormalizer.LONGEST_SIDE_OF_THUMBNAIL);
      assertThat(shown.getWidth()).isBetween(106, 107);
    }
  }

  @Test
  void a_small_photo_stays_as_small_as_it_is() throws IOException {
    BufferedImage shown = Pictures.read(PhotoNormalizer.normalize(Pictures.png(40, 30)));
    assertThat(shown.getWidth()).isEqualTo(40);
    assertThat(shown.getHeight()).isEqualTo(30);
  }

  @Test
  void the_place_where_it_was_taken_is_not_kept() {
    byte[] taken = Pictures.withExif(Pictures.jpeg(40, 30), 1);
    assertThat(text(taken)).contains("N44.4759");
    assertThat(text(PhotoNormalizer.normalize(taken).content())).doesNotContain("N44.4759", "Exif");
  }

  /** Where the edge that was above comes to lie. */
  @ParameterizedTest
  @CsvSource({
    "1, 40, 30, 20, 3", "2, 40, 30, 20, 3", "3, 40, 30, 20, 26", "4, 40, 30, 20, 26",
    "5, 30, 40, 3, 20", "6, 30, 40, 26, 20", "7, 30, 40, 26, 20", "8, 30, 40, 3, 20"
  })
  void a_photo_is_turned_the_way_the_camera_was_held(
      int orientation, int width, int height, int redX, int redY) throws IOException {
    byte[] taken = Pictures.withExif(Pictures.jpeg(40, 30), orientation);
    BufferedImage shown = Pictures.read(PhotoNormalizer.normalize(taken));
    assertThat(shown.getWidth()).isEqualTo(width);
    assertThat(shown.getHeight()).isEqualTo(height);
    var red = new Color(shown.getRGB(redX, redY));
    assertThat(red.getRed()).isGreaterThan(200);
    assertThat(red.getBlue()).isLessThan(60);
  }

  @Test
  void a_picture_that_can_be_seen_through_stays_so() throws IOException {
    Photo photo = PhotoNormalizer.normalize(Pictures.seeThroughPng(20, 20));
    assertThat(photo.mediaType()).isEqualTo("image/png");
    assertThat(Pictures.read(photo).getColorModel().hasAlpha()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "png-16-bit.png, 40, 20",
    "png-49-million-pixels.png, 1024, 1024",
    "png-text-bomb.png, 40, 20",
    "png-exif-turned.png, 20, 40",
    "webp-lossless.webp, 40, 20",
    "webp-lossless-of-many-colours.webp, 160, 120",
    "webp-animated.webp, 40, 20",
    "webp-lossy.webp, 160, 120",
    "webp-lossy-see-through.webp, 160, 120",
    "webp-exif-turned.webp, 20, 40",
    "jpeg-exif-turned.jpg, 20, 40",
    "jpeg-xmp-before-exif.jpg, 20, 40",
    "jpeg-cmyk.jpg, 40, 20"
  })
  void what_people_send_comes_out_upright_and_without_notes(String name, int width, int height)
      throws IOException {
    Photo photo = PhotoNormalizer.normalize(Pictures.file(name));
    assertThat(Pictures.read(photo).getWidth()).isEqualTo(width);
    assertThat(Pictures.read(photo).getHeight()).isEqualTo(height);
    assertThat(text(photo.content())).doesNotContain("Exif", "eXIf");
  }

  @ParameterizedTest
  @CsvSource({
    "png-says-100000-pixels.png, 413",
    "heic-named-jpg.jpg, 415",
    "jpeg-cut-off.jpg, 422",
    "webp-says-5000-pixels.webp, 413",
    "webp-600-pixels-cut-off.webp, 422"
  })
  void what_is_too_much_too_little_or_something_else_is_refused(String name, int status) {
    assertThatThrownBy(() -> PhotoNormalizer.normalize(Pictures.file(name)))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(status));
  }

  @Test
  void webp_is_read_and_kept_as_what_every_browser_shows() {
    assertThat(PhotoNormalizer.normalize(Pictures.webp()).mediaType()).startsWith("image/");
  }

  @Test
  void a_few_bytes_that_claim_to_be_a_huge_picture_are_refused_before_they_are_decoded() {
    assertThatThrownBy(() -> PhotoNormalizer.normalize(Pictures.bomb()))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(413));
  }

  @Test
  void what_is_no_picture_is_refused_whatever_it_is_called() {
    byte[] page = "<html>not a photo</html>".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> PhotoNormalizer.normalize(page))
        .isInstanceOfSatisfying(
            HttpProblem.class, problem -> assertThat(problem.getStatusCode()).isEqualTo(415));
    assertThatThrownBy(() -> PhotoNormalizer.normalize(new byte[0]))
        .isInstanceOf(HttpProblem.class);
  }

  @Test
  void a_broken_picture_is_refused_wherever_it_breaks_off() {
    for (byte[] whole :
        new byte[][] {Pictures.png(40, 30), Pictures.jpeg(40, 30), Pictures.webp()}) {
      for (int length = 12; length < whole.length - 20; length += 7) {
        byte[] half = Arrays.copyOf(whole, length);
        assertThatThrownBy(() -> PhotoNormalizer.normalize(half))
            .as("%d of %d bytes", length, whole.length)
            .isInstanceOf(HttpProblem.class);
      }
    }
  }

  @Test
  void notes_of_a_camera_that_make_no_sense_turn_nothing() throws IOException {
    byte[] taken = Pictures.withExif(Pictures.jpeg(40, 30), 77);
    assertThat(PhotoFormat.JPEG.read(taken).orientation()).isEqualTo(Orientation.UPRIGHT);
    byte[] cut = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1};
    assertThat(ExifOrientation.of(ByteBuffer.wrap(cut))).isEqualTo(Orientation.UPRIGHT);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1);
  }
}
