package org.limpid.interpret.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.given.RandomModels;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.interpret.table.TextColumn;
import org.limpid.interpret.testing.GlassBoxData;

/** Models that are trained on: their sum, what becomes of it, and what cannot be continued. */
final class ModelContinuationTest {
  private static final int ROWS = 600;
  private static final double[][] U = GlassBoxData.uniform(2 * ROWS, 3);
  private static final TrainingMonitor SILENT = listening(new ArrayList<>());

  private static TrainingMonitor listening(List<String> heard) {
    return new TrainingMonitor() {
      @Override
      public void begin(String phase, long total) {}

      @Override
      public void advance(long amount) {}

      @Override
      public void notice(String sentence) {
        heard.add(sentence);
      }
    };
  }

  /** The rows from one to below another: x, z and a colour; later ones also have the colour new. */
  private static Table rows(int from, int to) {
    String[] colours =
        IntStream.range(from, to)
            .mapToObj(i -> i % 5 == 0 ? (i < ROWS ? null : "new") : i % 2 == 0 ? "red" : "blue")
            .toArray(String[]::new);
    return Table.of(
        NumericColumn.of("x", column(from, to, 0)),
        NumericColumn.of("z", column(from, to, 1)),
        TextColumn.of("colour", colours));
  }

  private static double[] column(int from, int to, int index) {
    return IntStream.range(from, to).mapToDouble(i -> U[i][index]).toArray();
  }

  /** y is 5 x, plus 4 where x and z both are above a half, plus 2 for the colour new. */
  private static double[] y(int from, int to) {
    return IntStream.range(from, to)
        .mapToDouble(i ->
            5 * U[i][0]
                + (U[i][0] > 0.5 && U[i][1] > 0.5 ? 4 : 0)
                + (i >= ROWS && i % 5 == 0 ? 2 : 0))
        .toArray();
  }

  private static TrainingSet set(int from, int to) {
    return TrainingSet.of(rows(from, to), new Target.Numbers("y", y(from, to)));
  }

  private static EbmParameters quick(EbmParameters parameters) {
    return parameters.with(
        Map.of(
            "outer_bags", "3",
            "learning_rate", "0.1",
            "smoothing_rounds", "5",
            "interaction_smoothing_rounds", "5",
            "max_rounds", "20",
            "interactions", "1"));
  }

  private static EbmModel first() {
    return new EbmTrainer(quick(EbmParameters.regression()), 1).train(set(0, ROWS));
  }

  private static EbmModel continued(EbmModel former, TrainingSet data, int rounds) {
    EbmParameters parameters =
        ModelContinuation.parameters(former).with(EbmParameter.MAX_ROUNDS, rounds);
    return ModelContinuation.of(former, data, new EbmTrainer(parameters, 1), SILENT);
  }

  private static double error(EbmModel model, TrainingSet data) {
    double[] found = model.predict(data.inputs()).values();
    double[] y = ((Target.Numbers) data.target()).values();
    return IntStream.range(0, y.length)
        .mapToDouble(i -> (y[i] - found[i]) * (y[i] - found[i]))
        .average()
        .orElseThrow();
  }

  @Test
  void theParametersAreThoseOfTheModelAndItsPairs() {
    EbmModel former = first();
    EbmParameters parameters = ModelContinuation.parameters(former);
    assertEquals("0.1", parameters.text(EbmParameter.LEARNING_RATE));
    assertEquals(3, parameters.whole(EbmParameter.OUTER_BAGS));
    assertEquals(List.of(Set.of("x", "z")), parameters.terms(EbmParameter.PAIRS));
    EbmModel mains = EbmEditor.of(former).remove("x & z").model();
    assertEquals("0", ModelContinuation.parameters(mains).text(EbmParameter.INTERACTIONS));
  }

  /** Without a round nothing changes but the level, which is right already on the same rows. */
  @Test
  void noRoundsOnTheSameRowsChangeNothing() {
    EbmModel former = first();
    EbmModel same = continued(former, set(0, ROWS), 0);
    assertArrayEquals(
        former.predict(rows(0, ROWS)).values(), same.predict(rows(0, ROWS)).values(), 1e-9);
    assertEquals(former.provenance().dataHash(), same.provenance().dataHash());
    assertEquals(ROWS, same.provenance().rowCount());
    assertEquals(List.of("continued on 600 rows of the same data"), same.provenance().edits());
    assertArrayEquals(
        former.requireTerm("x").binWeights(), same.requireTerm("x").binWeights(), 1e-9);
  }

  @Test
  void furtherRoundsOnTheSameRowsGoOnWhereTheFirstOnesEnded() {
    EbmModel former = first();
    EbmModel longer = continued(former, set(0, ROWS), 200);
    EbmParameters all = quick(EbmParameters.regression()).with(EbmParameter.MAX_ROUNDS, 220);
    double before = error(former, set(0, ROWS));
    double after = error(longer, set(0, ROWS));
    double atOnce = error(new EbmTrainer(all, 1).train(set(0, ROWS)), set(0, ROWS));
    assertTrue(after < before / 2, before + " -> " + after);
    assertEquals(atOnce, after, (before - atOnce) / 5);
    assertEquals(
        former.terms().stream().map(former::name).toList(),
        longer.terms().stream().map(longer::name).toList());
  }

  /** The sum of two models, bag for bag, for rows that either of them knows. */
  @Test
  void scoresAndBagsAreSums() {
    EbmModel former = first();
    TrainingSet data = set(ROWS, 2 * ROWS);
    EbmTrainer trainer = new EbmTrainer(ModelContinuation.parameters(former), 1);
    EbmModel sum = ModelContinuation.of(former, data, trainer, SILENT);
    EbmModel further = trainer.trainOnRest(data, scores(former, data.inputs()), SILENT);
    Table all = rows(0, 2 * ROWS);
    double[] expected = new double[all.rowCount()];
    Arrays.setAll(expected, i -> scores(former, all)[i]);
    double[] rest = scores(further, all);
    double[] found = scores(sum, all);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i] + rest[i], found[i], 1e-12);
    }
    assertEquals(3, sum.bagCount());
    Row row = read(sum, all, 7);
    for (int bag = 0; bag < 3; bag++) {
      double before = RandomModels.scores(former, bag, read(former, all, 7))[0];
      double now = RandomModels.scores(further, bag, read(further, all, 7))[0];
      assertEquals(before + now, RandomModels.scores(sum, bag, row)[0], 1e-12);
    }
  }

  private static Row read(EbmModel model, Table table, int number) {
    Row row = model.newRow();
    new RowReader(model, table).read(number, row);
    return row;
  }

  private static double[] scores(EbmModel model, Table table) {
    RowReader reader = new RowReader(model, table);
    Row row = model.newRow();
    double[] scores = new double[table.rowCount()];
    double[] sum = new double[1];
    for (int i = 0; i < scores.length; i++) {
      reader.read(i, row);
      model.score(row, sum);
      scores[i] = sum[0];
    }
    return scores;
  }

  /** The colour new adds 2, which the first model could not know. */
  @Test
  void otherRowsTeachWhatIsNewInThem() {
    EbmModel former = first();
    TrainingSet later = set(ROWS, 2 * ROWS);
    EbmModel longer = continued(former, later, 300);
    assertTrue(error(longer, later) < error(former, later) / 4);
    double added =
        longer.predict(longer.newRow().set("x", 0.3).set("z", 0.3).set("colour", "new"))
            - longer.predict(longer.newRow().set("x", 0.3).set("z", 0.3).set("colour", "red"));
    assertEquals(2, added, 0.3);
    assertEquals(2 * ROWS, longer.provenance().rowCount());
    assertEquals("", longer.provenance().dataHash());
    assertTrue(longer.provenance().edits().getFirst().startsWith("continued on 600 rows of other"));
    assertEquals(
        Double.parseDouble(longer.provenance().parameters().get("output.max_target")),
        Math.max(Arrays.stream(y(0, ROWS)).max().orElseThrow(), max(later)));
    double weight = Arrays.stream(longer.requireTerm("colour").binWeights()).sum();
    assertEquals(2 * ROWS, weight, 1e-9);
  }

  private static double max(TrainingSet data) {
    return Arrays.stream(((Target.Numbers) data.target()).values()).max().orElseThrow();
  }

  @Test
  void manyClassesAreContinuedToo() {
    int[] codes = IntStream.range(0, ROWS).map(i -> (int) (3 * U[i][0])).toArray();
    Target target = new Target.Classes("c", codes, List.of("low", "middle", "high"));
    TrainingSet data = TrainingSet.of(rows(0, ROWS), target);
    EbmModel former = new EbmTrainer(quick(EbmParameters.classification()), 1).train(data);
    EbmModel longer = continued(former, data, 100);
    assertEquals(0, loss(longer, data, codes), loss(former, data, codes) / 2);
  }

  private static double loss(EbmModel model, TrainingSet data, int[] codes) {
    double[][] found = model.predict(data.inputs()).outputs();
    return IntStream.range(0, codes.length)
        .mapToDouble(i -> -Math.log(found[i][codes[i]]))
        .average()
        .orElseThrow();
  }

  @Test
  void anotherNumberOfBagsLeavesNone() {
    EbmModel former = first();
    EbmParameters two = ModelContinuation.parameters(former).with(EbmParameter.OUTER_BAGS, 2);
    EbmModel longer = ModelContinuation.of(former, set(0, ROWS), new EbmTrainer(two, 1), SILENT);
    assertFalse(longer.knowsBags());
    assertEquals(0, longer.requireTerm("x").deviations().length);
  }

  @Test
  void anOffsetStays() {
    TrainingSet data = set(0, ROWS).withOffset("z");
    EbmParameters few = quick(EbmParameters.regression()).with(EbmParameter.MAX_ROUNDS, 3);
    EbmModel former = new EbmTrainer(few, 1).train(data);
    EbmModel longer = continued(former, data, 100);
    assertEquals(former.offset(), longer.offset());
    assertTrue(error(longer, data) < error(former, data) - 0.05);
    DataException e = assertThrows(DataException.class, () -> continued(former, set(0, ROWS), 1));
    assertTrue(e.getMessage().contains("expected the offset z as in the model"), e.getMessage());
  }

  @Test
  void whereNothingIsLeftTheMonitorHears() {
    EbmModel longer = continued(first(), set(0, ROWS), 2000);
    List<String> heard = new ArrayList<>();
    TrainingMonitor monitor = listening(heard);
    EbmParameters none = ModelContinuation.parameters(longer).with(EbmParameter.MAX_ROUNDS, 0);
    ModelContinuation.of(longer, set(0, ROWS), new EbmTrainer(none, 1), monitor);
    assertEquals(List.of("There was nothing more to learn: no term has changed."), heard);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    EbmModel former = first();
    Target numbers = new Target.Numbers("y", y(0, ROWS));
    Table other =
        rows(0, ROWS).without(Set.of("x")).with(NumericColumn.of("colour", column(0, ROWS, 2)));
    DataException features =
        assertThrows(
            DataException.class, () -> continued(former, TrainingSet.of(other, numbers), 1));
    assertEquals(2, features.problems().size(), features.getMessage());
    int[] codes = IntStream.range(0, ROWS).map(i -> i % 2).toArray();
    Target classes = new Target.Classes("y", codes, List.of("a", "b"));
    DataException task =
        assertThrows(
            DataException.class,
            () -> continued(former, TrainingSet.of(rows(0, ROWS), classes), 1));
    assertTrue(task.getMessage().contains("as the model predicts"), task.getMessage());
    EbmParameters poisson =
        ModelContinuation.parameters(former).with(EbmParameter.OBJECTIVE, "poisson_deviance");
    DataException link =
        assertThrows(
            DataException.class,
            () -> ModelContinuation.of(former, set(0, ROWS), new EbmTrainer(poisson, 1), SILENT));
    assertTrue(link.getMessage().contains("the link IDENTITY"), link.getMessage());
  }
}
