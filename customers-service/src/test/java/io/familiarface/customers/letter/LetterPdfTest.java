package io.familiarface.customers.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.familiarface.pages.pdf.PdfRenderer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LetterPdfTest {

  @Test
  void names_in_other_scripts_are_there_with_fonts_embedded() throws IOException {
    String names = "Łukasz Żółć, Αλεξάνδρα, Дмитрий, Nguyễn Thị Hương, Şükrü";
    try (PDDocument pdf = pdf("# Welcome\n{{customer.name}}\n- one", names)) {
      assertThat(new PDFTextStripper().getText(pdf)).contains(names).contains("Welcome");
      for (PDPage page : pdf.getPages()) {
        for (var name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
      assertThat(inkOf(new PDFRenderer(pdf).renderImage(0))).isGreaterThan(500);
    }
  }

  @Test
  void a_name_in_chinese_japanese_or_korean_is_there_also_in_a_heading() throws IOException {
    try (PDDocument pdf = pdf("# {{customer.name}}\n{{customer.name}}", "山田太郎, 王小明, 김민수")) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("山田太郎, 王小明, 김민수");
      assertThat(inkOf(new PDFRenderer(pdf).renderImage(0))).isGreaterThan(500);
    }
  }

  @Test
  void a_name_that_is_written_from_right_to_left_is_painted_so() throws IOException {
    try (PDDocument pdf = pdf("Dear {{customer.name}}, welcome.", "דוד (כהן)")) {
      assertThat(asPainted(pdf)).contains("Dear").contains("(ןהכ) דוד").contains("welcome");
    }
  }

  @Test
  void the_letters_of_an_arabic_name_are_joined() throws IOException {
    try (PDDocument pdf = pdf("# {{customer.name}}\n{{customer.name}}", "محمد سلام")) {
      assertThat(asPainted(pdf))
          .contains("\uFEE1\uFEFC\uFEB3 \uFEAA\uFEE4\uFEA4\uFEE3")
          .doesNotContain("#");
    }
  }

  private static String asPainted(PDDocument pdf) throws IOException {
    return new PDFTextStripper() {
      @Override
      protected void writeString(String text, List<TextPosition> positions) throws IOException {
        for (TextPosition position : positions) {
          super.writeString(position.getUnicode());
        }
      }
    }.getText(pdf);
  }

  @Test
  void what_the_fonts_have_not_got_stops_nothing() throws IOException {
    try (PDDocument pdf = pdf("Dear {{customer.name}},\nwelcome.", "😀")) {
      assertThat(new PDFTextStripper().getText(pdf)).contains("Dear").contains("welcome");
    }
  }

  @Test
  void the_longest_template_makes_a_bounded_number_of_pages() throws IOException {
    String line = "- x\n";
    try (PDDocument pdf = pdf(line.repeat(20_000 / line.length()), "Grace")) {
      assertThat(pdf.getNumberOfPages()).isBetween(50, 250);
    }
  }

  @Test
  void a_word_longer_than_a_line_stays_on_the_page() throws IOException {
    try (PDDocument pdf = pdf("{{customer.name}}", "W".repeat(300))) {
      assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", "")).hasSize(300);
    }
  }

  private static PDDocument pdf(String body, String name) throws IOException {
    String fragment = LetterText.html(body, Map.of(Placeholder.CUSTOMER_NAME, name));
    return Loader.loadPDF(new PdfRenderer().of(LetterPage.of("Letter", "en", fragment)));
  }

  private static int inkOf(BufferedImage page) {
    int dark = 0;
    for (int y = 0; y < page.getHeight(); y++) {
      for (int x = 0; x < page.getWidth(); x++) {
        dark += (page.getRGB(x, y) & 0xff) < 128 ? 1 : 0;
      }
    }
    return dark;
  }
}
