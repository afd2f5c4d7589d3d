package io.familiarface.jobs.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.photo.Photo;
import io.quarkus.mailer.Mail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticeLetterTest {
  @Test
  void a_letter_shows_who_comes() {
    Mail letter = NoticeLetter.of(notice(), Optional.of(new Photo("image/jpeg", new byte[] {1})));
    assertThat(letter.getSubject()).isEqualTo("Who comes to you on Tuesday");
    assertThat(letter.getText()).isEqualTo("Hello <Dorothy>,\n\nCleo comes.");
    assertThat(letter.getHtml())
        .contains("<p>Hello &lt;Dorothy&gt;,</p>", "<p>Cleo comes.</p>")
        .contains("src=\"cid:who-comes@familiar-face\" alt=\"Cleo &amp; Co\"");
    assertThat(letter.getAttachments())
        .singleElement()
        .satisfies(
            picture -> {
              assertThat(picture.getName()).isEqualTo("photo.jpg");
              assertThat(picture.getContentType()).isEqualTo("image/jpeg");
              assertThat(picture.getContentId()).isEqualTo("<who-comes@familiar-face>");
              assertThat(picture.isInlineAttachment()).isTrue();
            });
  }

  @Test
  void without_a_photo_it_is_text_alone() {
    Mail letter = NoticeLetter.of(notice(), Optional.empty());
    assertThat(letter.getText()).contains("Cleo comes.");
    assertThat(letter.getHtml()).isNull();
    assertThat(letter.getAttachments()).isEmpty();
  }

  private static NoticeView notice() {
    UUID id = UUID.randomUUID();
    Instant at = Instant.parse("2027-01-05T15:00:00Z");
    return new NoticeView(
        id,
        new NoticeView.About(id, null, null, id, null, null),
        NoticeState.OPEN,
        false,
        List.of(NoticeView.What.TECHNICIAN),
        new NoticeView.Known(id, "Ben", at, false, null),
        new NoticeView.Comes(id, "Cleo & Co", null, null, at, false, null),
        at,
        at,
        new NoticeView.Meeting(null, null, null),
        new NoticeView.Telling(null, null, null, null, null),
        new NoticeView.Letter("Who comes to you on Tuesday", "Hello <Dorothy>,\n\nCleo comes."));
  }
}
