package org.limpid.baselines.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.limpid.baselines.method.EncodedInputs.Encoding;
import org.limpid.baselines.method.Method.Ability;
import org.limpid.files.DataException;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

final class NativeCodeTest {
  private static final TrainingSet DATA =
      TrainingSet.of(
          Table.of(NumericColumn.of("x", 1, 2)), new Target.Numbers("y", new double[] {1, 2}));

  /** As a library does whose class could not load its native code, the first time and later. */
  @Test
  void missingNativeCodeIsNamedWithThePlatform() {
    LinkageError first =
        new ExceptionInInitializerError(new UnsatisfiedLinkError("no such library"));
    LinkageError later = new NoClassDefFoundError("Could not initialize class Native");
    for (LinkageError failure : List.of(first, later)) {
      DataException refused = assertThrows(DataException.class, () -> failing(failure).train(DATA));
      String message = refused.getMessage();
      String platform = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
      assertTrue(
          message.startsWith("Library 1: expected native code that runs under " + platform),
          message);
      assertInstanceOf(LinkageError.class, refused.getCause());
    }
    assertTrue(
        assertThrows(DataException.class, () -> failing(first).train(DATA))
            .getMessage()
            .contains("no such library"));
  }

  @Test
  void whatAMethodCannotDoIsSaid() {
    BaselineTrainer nothing = failing(new LinkageError());
    TrainingSet classes =
        TrainingSet.of(DATA.inputs(), new Target.Classes("c", new int[] {0, 1}, List.of("a", "b")));
    String message = assertThrows(DataException.class, () -> nothing.train(classes)).getMessage();
    assertEquals("table: c: failing cannot predict this. Maybe use another method.", message);
  }

  private static BaselineTrainer failing(LinkageError failure) {
    Method method =
        new Method(
            "failing",
            "Library 1",
            "Fails",
            Set.of(Ability.REGRESSION),
            Encoding.CODES,
            List.of(),
            (design, parameters, steps) -> {
              throw failure;
            });
    return method.trainer(Map.of());
  }
}
