package io.familiarface.risk.finding;

import io.familiarface.risk.Wording;

/** Words that wait for the names in them. */
public interface Sentence {

  String in(Wording wording);
}
