package org.limpid.interpret.lookup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;

final class LookupTrainerTest {
  private static final Table JOBS =
      Table.of(
          TextColumn.of("user", "anna", "anna", "anna", "ben", "ben", null),
          NumericColumn.of("gpus", 1, 1, 8, 1, Double.NaN, 2));
  private static final TrainingSet DURATIONS =
      TrainingSet.of(JOBS, new Target.Numbers("duration", new double[] {1, 3, 20, 5, 7, 9}));

  private static LookupTrainer trainer(Map<String, String> parameters) {
    return new LookupTrainer(LookupTrainer.defaults().with(parameters));
  }

  /** anna with 1 GPU: (1 + 3) / 2; anna at all: 24 / 3; all: 45 / 6. */
  @Test
  void keysAreLeftOutFromTheLastUntilThereIsACell() {
    LookupModel model = new LookupTrainer().train(DURATIONS);
    assertEquals(2, model.predict(model.newRow().set("user", "anna").set("gpus", 1)));
    assertEquals(8, model.predict(model.newRow().set("user", "anna").set("gpus", 4)));
    assertEquals(7.5, model.predict(model.newRow().set("user", "eve").set("gpus", 1)));
    assertEquals(1, model.cells(0).size());
    assertEquals(3, model.cells(1).size());
    assertEquals(5, model.cells(2).size());
  }

  @Test
  void missingIsAKeyOfItsOwn() {
    LookupModel model = new LookupTrainer().train(DURATIONS);
    assertEquals(7, model.predict(model.newRow().set("user", "ben")));
    assertEquals(9, model.predict(model.newRow().set("gpus", 2)));
    assertEquals(9, model.predict(model.newRow()), "the only row without a user");
  }

  @Test
  void cellsAreCountedAndAscend() {
    LookupModel model = new LookupTrainer().train(DURATIONS);
    List<LookupCell> users = model.cells(1);
    assertEquals(List.of(3, 2, 1), users.stream().map(LookupCell::samples).toList());
    assertTrue(Double.isNaN(users.getLast().key(0)));
    Row row = model.newRow().set("user", "anna").set("gpus", 1);
    assertEquals(2, model.cell(row).samples());
    assertArrayEquals(new double[] {0, 1}, model.cell(row).keys());
  }

  @Test
  void onlyTheKeysCountInTheirOrder() {
    LookupModel model = trainer(Map.of("keys", "gpus; user")).train(DURATIONS);
    assertEquals(3, model.predict(model.newRow().set("gpus", 1).set("user", "eve")));
    LookupModel one = trainer(Map.of("keys", "gpus")).train(DURATIONS);
    assertEquals(List.of("gpus"), one.features().stream().map(f -> f.name()).toList());
    assertEquals(3, one.predict(one.newRow().set("gpus", 1)));
  }

  @Test
  void smallCellsAreNotUsed() {
    LookupModel model = trainer(Map.of("min_samples", "2")).train(DURATIONS);
    assertEquals(8, model.predict(model.newRow().set("user", "anna").set("gpus", 8)));
    assertEquals(7.5, model.predict(model.newRow()));
  }

  /** All: 1 3 5 7 9 20, so 6; anna: 1 3 20, so 3; ben: 5 7, so 6. */
  @Test
  void mediansAreInTheMiddle() {
    LookupModel model = trainer(Map.of("statistic", "median", "keys", "user")).train(DURATIONS);
    assertEquals(6, model.cells(0).getFirst().output(0));
    assertEquals(3, model.predict(model.newRow().set("user", "anna")));
    assertEquals(6, model.predict(model.newRow().set("user", "ben")));
  }

  /**
   * Weights 1 1 4 of 1 3 20: mean 84 / 6, half of the weight is reached at 20. Ben's 7 weighs 0.
   */
  @Test
  void weightsCount() {
    TrainingSet weighted = DURATIONS.withWeights(1, 1, 4, 1, 0, 1);
    LookupModel mean = trainer(Map.of("keys", "user")).train(weighted);
    assertEquals(14, mean.predict(mean.newRow().set("user", "anna")), 1e-12);
    assertEquals(5, mean.predict(mean.newRow().set("user", "ben")), 1e-12);
    assertEquals(6, mean.cells(1).getFirst().weight());
    LookupModel median = trainer(Map.of("statistic", "median", "keys", "user")).train(weighted);
    assertEquals(20, median.predict(median.newRow().set("user", "anna")));
  }

  /** Weights 1 and 2 below, 3 above: half is reached exactly between 3 and 20. */
  @Test
  void weightedMedianLiesBetweenTwoValuesWhereHalfIsReachedExactly() {
    TrainingSet weighted = DURATIONS.withWeights(1, 2, 3, 1, 1, 1);
    LookupModel median = trainer(Map.of("statistic", "median", "keys", "user")).train(weighted);
    assertEquals(11.5, median.predict(median.newRow().set("user", "anna")));
  }

  @Test
  void classesGiveShares() {
    TrainingSet data =
        TrainingSet.of(
            JOBS, new Target.Classes("end", new int[] {0, 1, 1, 0, 0, 0}, List.of("ok", "bad")));
    LookupModel model = trainer(Map.of("keys", "user")).train(data);
    double[] shares = new double[2];
    model.predict(model.newRow().set("user", "anna"), shares);
    assertArrayEquals(new double[] {1 / 3.0, 2 / 3.0}, shares);
    DataException thrown =
        assertThrows(DataException.class, () -> trainer(Map.of("statistic", "median")).train(data));
    assertTrue(thrown.getMessage().contains("statistic=mean"), thrown.getMessage());
  }

  @Test
  void bothZerosAreOneKey() {
    TrainingSet data =
        TrainingSet.of(
            Table.of(NumericColumn.of("x", 0.0, -0.0)),
            new Target.Numbers("y", new double[] {1, 3}));
    LookupModel model = new LookupTrainer().train(data);
    assertEquals(2, model.predict(model.newRow().set("x", -0.0)));
    assertEquals(1, model.cells(1).size());
  }

  @Test
  void unknownKeysAreAllNamed() {
    DataException thrown =
        assertThrows(
            DataException.class, () -> trainer(Map.of("keys", "usr; gpu")).train(DURATIONS));
    assertEquals(2, thrown.count());
    assertTrue(thrown.getMessage().contains("Maybe 'user' was meant."), thrown.getMessage());
  }

  @Test
  void nothingCannotBeLookedUp() {
    TrainingSet empty = TrainingSet.of(Table.of(), new Target.Numbers("y", new double[0]));
    assertEquals(
        2, assertThrows(DataException.class, () -> new LookupTrainer().train(empty)).count());
  }

  @Test
  void sameDataGiveTheSameTable() {
    assertEquals(new LookupTrainer().train(DURATIONS), new LookupTrainer().train(DURATIONS));
  }
}
