package io.familiarface.feedback.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTest {
  @Test
  void a_label_takes_as_many_lines_as_it_needs_below_its_own_bar() {
    assertThat(Chart.lines("somebody else than planned", 14))
        .containsExactly("somebody else", "than planned");
    assertThat(Chart.lines("price", 9)).containsExactly("price");
    assertThat(Chart.lines("technician changes", 9)).containsExactly("technici…", "changes");
  }

  @Test
  void the_last_day_is_not_cut_off() {
    Chart chart = new Chart("Risk", "", "risk", 1, 1).ticksX(List.of("24 Jan 2026", "25 Nov 2026"));
    Chart.Label last = chart.labels.get(chart.labels.size() - 1);
    assertThat(last.anchor()).as("whatever the font").isEqualTo("end");
    assertThat(Double.parseDouble(last.x())).isLessThanOrEqualTo(chart.width);
  }

  @Test
  void what_is_drawn_is_said_in_words_too() {
    Chart bars =
        new Chart("Satisfied", "", "satisfied", 1, 1)
            .columns(List.of("redo", "credit"), List.of(0.5, 0.25), List.of("50 %", "25 %"));
    assertThat(bars.words).isEqualTo("Satisfied: redo 50 %, credit 25 %");
    Chart empty = new Chart("Days", "", "days", 1, 1).columns(List.of(), List.of(), List.of());
    assertThat(empty.words).isEqualTo("Days: nothing yet");
    assertThat(empty.labels).extracting(Chart.Label::words).contains("nothing yet");
  }

  @Test
  void a_label_of_many_words_ends_in_dots() {
    assertThat(Chart.lines("one of two or three of four", 6))
        .containsExactly("one of", "two or", "three…");
  }

  @Test
  void labels_of_neighbouring_bars_do_not_meet() {
    String name = "A very long name of a program without end";
    Chart chart =
        new Chart("Bars", "", "times", 1, 1)
            .columns(
                List.of(name, name, name, name, name, name),
                List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
                List.of("1", "1", "1", "1", "1", "1"));
    double room = (chart.width - 84) / 6.0;
    assertThat(chart.labels)
        .allSatisfy(label -> assertThat(label.words().length() * 5.8).isLessThanOrEqualTo(room));
  }
}
