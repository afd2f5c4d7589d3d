package io.familiarface.jobs.notice;

import io.familiarface.photo.Photo;
import io.quarkus.mailer.Mail;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A notice as a letter: the text, and how whoever comes looks. */
final class NoticeLetter {
  private static final String PICTURE = "who-comes@familiar-face";

  private NoticeLetter() {}

  static Mail of(NoticeView notice, Optional<Photo> whoComes) {
    Mail letter = new Mail().setSubject(notice.letter().subject()).setText(notice.letter().text());
    whoComes.ifPresent(
        photo ->
            letter
                .setHtml(html(notice))
                .addInlineAttachment(
                    "photo." + (photo.mediaType().equals("image/png") ? "png" : "jpg"),
                    photo.content(),
                    photo.mediaType(),
                    "<" + PICTURE + ">"));
    return letter;
  }

  private static String html(NoticeView notice) {
    String paragraphs =
        Arrays.stream(notice.letter().text().split("\n\n"))
            .map(part -> "<p>" + escaped(part).replace("\n", "<br>") + "</p>")
            .collect(Collectors.joining("\n"));
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>%s</title></head><body>
    %s
    <p><img src="cid:%s" alt="%s" width="240"></p>
    </body></html>
    """
        .formatted(
            escaped(notice.letter().subject()),
            paragraphs,
            PICTURE,
            escaped(notice.comes().technicianName()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
