package io.familiarface.feedback.link;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.familiarface.feedback.testing.ServiceTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What a customer wrote is neither lost nor kept against their will. */
@ServiceTest
class WordsByLinkTest extends LinksOfGrace {
  @Test
  void words_that_were_said_are_not_lost_to_a_page_that_was_opened_before() {
    JsonPath link = feedbackLink();
    say(link, "csat=1&words=Nobody+came.").statusCode(200);
    say(link, "csat=2&words=").statusCode(200).body(containsString("Nobody came."));
    feedbackOf(grace)
        .body("items[0].csat", equalTo(2))
        .body("items[0].text", equalTo("Nobody came."));
  }

  @Test
  void words_are_taken_out_on_the_newest_page_and_on_no_older_one() {
    JsonPath link = feedbackLink();
    String older = seen(open(link));
    String newest = seen(say(link, "csat=1&words=Nobody+came.&seen=" + older));
    say(link, "csat=2&words=&seen=" + older).body(containsString("Nobody came."));
    say(link, "csat=9&words=&seen=" + newest)
        .statusCode(400)
        .body(containsString("name=\"words\" maxlength=\"4000\">\n</textarea>"));
    feedbackOf(grace).body("items[0].text", equalTo("Nobody came."));
    say(link, "words=&seen=" + newest)
        .statusCode(200)
        .body(containsString("You chose 2, dissatisfied. Your words are taken out."));
    feedbackOf(grace)
        .body("items", hasSize(1))
        .body("items[0].csat", equalTo(2))
        .body("items[0].text", nullValue());
  }

  @Test
  void whoever_said_words_alone_takes_all_back_by_taking_them_out() {
    JsonPath link = feedbackLink();
    String seen = seen(say(link, "words=Nobody+came."));
    say(link, "words=&seen=" + seen)
        .statusCode(200)
        .body(containsString("Your words are taken out."));
    say(link, "words=").statusCode(400);
    feedbackOf(grace).body("items", hasSize(1)).body("items[0].text", nullValue());
  }

  @Test
  void what_was_written_on_two_pages_is_kept_unless_it_is_too_long_together() {
    JsonPath link = feedbackLink();
    String first = seen(open(link));
    say(link, "words=" + "a".repeat(3000) + "&seen=" + first).statusCode(200);
    say(link, "words=" + "b".repeat(3000) + "&seen=" + first)
        .statusCode(400)
        .body(containsString("4,000"))
        .body(containsString("a".repeat(3000) + "\n\n" + "b".repeat(3000)));
    say(link, "words=Mice.&seen=" + first).statusCode(200);
    feedbackOf(grace).body("items[0].text", equalTo("a".repeat(3000) + "\n\nMice."));
  }

  private static String seen(ValidatableResponse page) {
    return page.extract().htmlPath().getString("**.find { it.@name == 'seen' }.@value");
  }
}
