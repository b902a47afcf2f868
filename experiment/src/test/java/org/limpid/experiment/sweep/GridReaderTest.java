package org.limpid.experiment.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Semantics.Fix;

final class GridReaderTest {
  private static SweepGrid read(String text) {
    return new GridSource("grid.json", "/data", text).grid();
  }

  private static List<String> problems(String text) {
    return assertThrows(DataException.class, () -> read(text)).getMessage().lines().toList();
  }

  @Test
  void whatIsNotSaidIsAsTheDataSetHasIt() {
    SweepGrid grid =
        read(
            """
            {"format": "limpid-grid/1", "data": ["a"], "policies": ["fifo"]}
            """);
    assertEquals(List.of(1.0), grid.loads());
    assertEquals(List.of(NamedSemantics.DEFAULT), grid.semantics());
    assertEquals(0, grid.points().getFirst().replica());
    assertEquals(1, grid.points().size());
  }

  @Test
  void allThatIsWrongIsToldWithItsPlace() {
    assertEquals(
        List.of(
            "grid.json:4: column 23: expected a policy, found 'fifoo'. Maybe 'fifo' was meant.",
            "grid.json:4: column 32: expected every value once in 'policies', found 'sjf'.",
            "grid.json:5: column 12: expected at least one value in 'loads', found '[...]'.",
            "grid.json:6: column 17: expected + or - and one of survivor-recovers, exact-seconds,"
                + " profiling-delays, profiled-work-counts, loans-kept, joint-utilisation,"
                + " predicted-pairs behind, found 'default +loans'.",
            "grid.json:7: column 33: expected a setting of a policy of the grid as 'profilerNodes',"
                + " found '[...]'.",
            "grid.json:7: column 34: expected a whole number of 0 to 2147483647, found 'many'.",
            "grid.json:3: column 12: expected a known key, found 'seeds'. Maybe 'seed' was meant."),
        problems(
            """
            {"format": "limpid-grid/1",
              "data": ["a"],
              "seeds": 5,
              "policies": ["sjf", "fifoo", "sjf"],
              "loads": [],
              "semantics": ["default +loans"],
              "settings": {"profilerNodes": ["many"]}}
            """));
  }

  @Test
  void aSettingMayBeOnOrOff() {
    String grid =
        """
        {"format": "limpid-grid/1", "data": ["a"], "policies": ["qssf"],
          "settings": {"exactEstimates": %s}}
        """;
    assertEquals(2, read(grid.formatted("[true, false]")).points().size());
    assertEquals(
        List.of("grid.json:2: column 34: expected true or false, found '1'."),
        problems(grid.formatted("[1]")));
  }

  @Test
  void semanticsAreSaidByWhatIsFixed() {
    assertEquals(Semantics.reference(), NamedSemantics.parse("reference").value());
    assertEquals(
        Semantics.reference().with(Fix.EXACT_SECONDS, true),
        NamedSemantics.parse("reference +exact-seconds").value());
    assertEquals(
        Semantics.standard().with(Fix.LOANS_KEPT, false),
        NamedSemantics.parse("default  -loans-kept").value());
    assertEquals("default -loans-kept", NamedSemantics.parse("default  -loans-kept").name());
    assertThrows(
        IllegalArgumentException.class,
        () -> NamedSemantics.parse("reference +profiled-work-counts"));
  }
}
