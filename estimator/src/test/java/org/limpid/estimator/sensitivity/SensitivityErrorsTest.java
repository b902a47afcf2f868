package org.limpid.estimator.sensitivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.limpid.data.ResourceProfile;
import org.limpid.data.ResourceProfiles;
import org.limpid.data.SpeedTable;
import org.limpid.files.DataException;

/** Tables of a law: speed rises with CPUs up to a limit of the model, and halves without memory. */
final class SensitivityErrorsTest {
  private static final double[] CPUS = {1, 2, 3, 4, 6, 9, 12};
  private static final double[] MEMORY_GB = {20, 60, 120};
  private static final double[] LIMITS = {1, 1.5, 2, 2.5, 3, 4};

  /** Of 7 x 3 cells the fair share and four more are known. */
  private static final int UNKNOWN_CELLS = 7 * 3 - 5;

  private static final SensitivityTrainer TRAINER = new SensitivityTrainer(3, 60, 1);

  private static SensitivityErrors errors;

  @BeforeAll
  static void leaveOutEachModelInTurn() {
    errors = SensitivityErrors.of(TRAINER, profiles(LIMITS.length));
  }

  private static ResourceProfiles profiles(int models) {
    return ResourceProfiles.of(
        IntStream.range(0, models).mapToObj(SensitivityErrorsTest::profile).toList());
  }

  private static ResourceProfile profile(int model) {
    double[][] speeds = new double[CPUS.length][MEMORY_GB.length];
    for (int row = 0; row < CPUS.length; row++) {
      for (int column = 0; column < MEMORY_GB.length; column++) {
        speeds[row][column] = law(LIMITS[model], CPUS[row], MEMORY_GB[column]);
      }
    }
    SpeedTable table = new SpeedTable(CPUS, MEMORY_GB, speeds);
    return new ResourceProfile("m" + model, 12, 120, 1, LIMITS[model], table);
  }

  private static double law(double limit, double cpus, double memoryGb) {
    return Math.min(cpus / 3, limit) * (memoryGb < 60 ? .5 : 1);
  }

  @Test
  void aLawIsLearntBetterThanByRulesThatKnowLess() {
    assertEquals(LIMITS.length, errors.models().size());
    assertEquals(LIMITS.length * UNKNOWN_CELLS, errors.all().points());
    assertTrue(errors.all().glassBox() < errors.all().meanTable(), errors::toString);
    assertTrue(errors.all().glassBox() < errors.all().nearest(), errors::toString);
    assertTrue(errors.all().largest() >= errors.all().glassBox());
  }

  /**
   * Known speeds of m1: 1/3, 1/2, 1.5, 1.5; those of m0 and m2 are 1/3, 1/2, and twice 1 or 2, and
   * those of others are further away. In logarithms 2 is nearer to 1.5 than 1 is, so the errors are
   * those of m2, which is faster from 6 CPUs on: by 2 / 1.5 in 7 of the 16 cells that are not
   * known.
   */
  @Test
  void theNearestModelIsThatWithTheMostAlikeSpeeds() {
    // 6, 9 and 12 CPUs with 20, 60 and 120 GB, but for 12 with 60 and 120, which are known
    assertEquals(
        Math.exp(7 * Math.log(2 / 1.5) / UNKNOWN_CELLS), errors.models().get(1).nearest(), 1e-12);
  }

  @Test
  void threadsChangeNothing() {
    SensitivityTrainer two = new SensitivityTrainer(3, 60, 2);
    SensitivityProbe probe = new SensitivityProbe(1 / 3.0, .5, 1.5, 1.5);
    SensitivityModel one = TRAINER.train(profiles(3));
    SensitivityModel other = two.train(profiles(3));
    for (double cpus : CPUS) {
      assertEquals(one.speed(cpus, 60, probe), other.speed(cpus, 60, probe));
    }
  }

  @Test
  void tooFewModelsTeachNothing() {
    DataException few = assertThrows(DataException.class, () -> TRAINER.train(profiles(2)));
    assertTrue(few.getMessage().contains("expected 3 or more models"), few::getMessage);
    SensitivityTrainer elsewhere = new SensitivityTrainer(5, 60, 1);
    assertThrows(DataException.class, () -> elsewhere.train(profiles(4)), "no row of 5 CPUs");
    assertEquals(List.of(), SensitivityErrors.of(TRAINER, profiles(3)).models());
  }

  @Test
  void speedsOfAProbeAreAboveZero() {
    assertThrows(IllegalArgumentException.class, () -> new SensitivityProbe(0, 1, 1, 1));
  }
}
