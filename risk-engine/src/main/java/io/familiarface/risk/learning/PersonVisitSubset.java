package io.familiarface.risk.learning;

/** Some of the person-visits, as a fit reads them. */
record PersonVisitSubset(PersonVisits all, int[] use)
    implements MapLogisticRegression.Observations {

  @Override
  public int rows() {
    return use.length;
  }

  @Override
  public int width() {
    return PersonVisits.WIDTH;
  }

  @Override
  public float x(int row, int column) {
    return all.x(use[row], column);
  }

  @Override
  public boolean happened(int row) {
    return all.left(use[row]);
  }

  @Override
  public double weight(int row) {
    return all.weight(use[row]);
  }
}
