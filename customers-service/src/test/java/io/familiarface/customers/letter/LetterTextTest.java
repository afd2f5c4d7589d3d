package io.familiarface.customers.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LetterTextTest {

  @Example
  void a_text_has_headings_bullets_and_paragraphs() {
    assertThat(
            LetterText.html(
                "# Welcome\n\nDear {{name}},\nhello.\n- one\n- two\n## More\nBye {today}",
                Map.of(Placeholder.CUSTOMER_NAME, "Grace", Placeholder.TODAY, "May 1")))
        .isEqualToIgnoringNewLines(
            "<h1>Welcome</h1><p>Dear Grace,<br/>hello.</p><ul><li>one</li><li>two</li></ul>"
                + "<h2>More</h2><p>Bye May 1</p>");
  }

  @Example
  void a_heading_goes_with_the_value_that_there_is_none_of() {
    String body = "## Ours\n{{company.name}}\n\n## For you\n{{certificates}}\n\n{{today}}";
    assertThat(LetterText.html(body, Map.of(Placeholder.COMPANY_NAME, "Us")))
        .isEqualToIgnoringNewLines("<h2>Ours</h2><p>Us</p>");
    assertThat(LetterText.html(body, Map.of(Placeholder.CERTIFICATES, "10 % off")))
        .isEqualToIgnoringNewLines("<h2>For you</h2><p>10 % off</p>");
    assertThat(LetterText.html("## For you\n{{certificates}}\nAnd thanks.", Map.of()))
        .isEqualToIgnoringNewLines("<h2>For you</h2><p>And thanks.</p>");
  }

  @Example
  void whatever_it_says_is_text() {
    String html =
        LetterText.html(
            "<script>alert(1)</script> {{customer.name}}",
            Map.of(Placeholder.CUSTOMER_NAME, "<img src=x onerror=alert(1)> & \"Co\""));
    assertThat(html)
        .isEqualToIgnoringNewLines(
            "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt; &amp;"
                + " &quot;Co&quot;</p>");
  }

  @Example
  void a_value_is_never_taken_for_a_placeholder_and_a_brace_is_a_brace() {
    assertThat(
            LetterText.html(
                "{{customer.name}} {not one} { } {{", Map.of(Placeholder.CUSTOMER_NAME, "{today}")))
        .isEqualToIgnoringNewLines("<p>{today} {not one} { } {{</p>");
  }

  @Example
  void a_word_in_braces_that_is_no_placeholder_is_named() {
    assertThat(Placeholder.unknownIn("{{customer.shoeSize}} {today} {inject:config} {x.y} {x.y}"))
        .containsExactly("customer.shoeSize", "x.y");
  }

  @Property
  void whatever_is_written_the_page_is_well_formed_and_has_no_element_of_its_own(
      @ForAll @StringLength(max = 200) String body, @ForAll @StringLength(max = 50) String name)
      throws Exception {
    String text = seemly(body) + "\n{{customer.name}}\n- <b>" + seemly(name);
    String page =
        LetterPage.of(
            seemly(name),
            "en",
            LetterText.html(text, Map.of(Placeholder.CUSTOMER_NAME, seemly(name))));
    NodeList elements = parsed(page).getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      assertThat(elements.item(i).getNodeName())
          .isIn(
              "html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "br", "ul", "li");
    }
  }

  /** What the API lets in: no control characters and no half characters. */
  private static String seemly(String text) {
    StringBuilder seemly = new StringBuilder();
    text.codePoints()
        .filter(
            c ->
                !(c < 0x20 && c != '\n' && c != '\t')
                    && !(c >= 0x7f && c < 0xa0)
                    && !(c >= 0xD800 && c <= 0xDFFF)
                    && c != 0xFFFE
                    && c != 0xFFFF)
        .forEach(seemly::appendCodePoint);
    return seemly.toString();
  }

  private static Document parsed(String page) throws Exception {
    return factory()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
  }

  private static DocumentBuilderFactory factory() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory;
  }
}
