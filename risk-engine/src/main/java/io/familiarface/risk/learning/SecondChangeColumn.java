package io.familiarface.risk.learning;

import io.familiarface.risk.model.Feature;
import io.familiarface.risk.model.FeatureVector;

/**
 * Person-visits with technician changes beyond the first in a last column, apart from other
 * failures beyond the first. The model counts second failures of every kind together; where missed
 * visits drive customers away and changes do not, that alone would make a second change look like a
 * reason to leave.
 */
record SecondChangeColumn(MapLogisticRegression.Observations visits)
    implements MapLogisticRegression.Observations {

  static final int COLUMN = Feature.COUNT;

  private static final Feature[] CHANGES = {
    Feature.SUBSTITUTION, Feature.HANDOVER, Feature.UNCLEAR_CHANGE
  };
  private static final Feature[] OTHERS = {Feature.MISSED, Feature.COMPLAINT};

  @Override
  public int rows() {
    return visits.rows();
  }

  @Override
  public int width() {
    return COLUMN + 1;
  }

  @Override
  public float x(int row, int column) {
    if (column == COLUMN) {
      return beyondTheFirst(row, CHANGES);
    }
    return column == Feature.SECOND_FAILURE.ordinal()
        ? beyondTheFirst(row, OTHERS)
        : visits.x(row, column);
  }

  private float beyondTheFirst(int row, Feature[] kinds) {
    var sum = 0.0;
    for (var kind : kinds) {
      sum += FeatureVector.unsaturated(visits.x(row, kind.ordinal()));
    }
    return (float) FeatureVector.saturated(Math.max(0, sum - 1));
  }

  @Override
  public boolean happened(int row) {
    return visits.happened(row);
  }

  @Override
  public double weight(int row) {
    return visits.weight(row);
  }
}
