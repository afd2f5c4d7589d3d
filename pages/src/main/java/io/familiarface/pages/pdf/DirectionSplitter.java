package io.familiarface.pages.pdf;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/** Parts a paragraph where the direction changes in which it is written. */
final class DirectionSplitter implements BidiSplitter {
  private Bidi paragraph = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

  @Override
  public void setParagraph(String text, byte direction) {
    paragraph =
        new Bidi(
            text, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
  }

  @Override
  public int countTextRuns() {
    return paragraph.getRunCount();
  }

  @Override
  public BidiTextRun getVisualRun(int run) {
    int start = paragraph.getRunStart(run);
    boolean toTheLeft = paragraph.getRunLevel(run) % 2 == 1;
    return new BidiTextRun(start, paragraph.getRunLimit(run) - start, toTheLeft ? RTL : LTR);
  }

  @Override
  public byte getBaseDirection(String text) {
    if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
      return LTR;
    }
    return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
  }
}
