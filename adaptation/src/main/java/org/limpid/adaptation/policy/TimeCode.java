package org.limpid.adaptation.policy;

/** What a policy sees of the time left: {@code 5 sin(2 pi i left / total)} for i of 1 to 8. */
public final class TimeCode {
  private static final double SCALE = 5;

  private TimeCode() {}

  /**
   * The code of a time.
   *
   * @param secondsLeft of the budget
   * @param totalSeconds the budget
   */
  public static double[] of(double secondsLeft, double totalSeconds) {
    double part = secondsLeft / totalSeconds;
    double[] code = new double[PolicyLayout.TIME_CODE];
    for (int i = 0; i < code.length; i++) {
      code[i] = SCALE * StrictMath.sin(2 * Math.PI * (i + 1) * part);
    }
    return code;
  }
}
