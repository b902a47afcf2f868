package org.limpid.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.io.CsvSchema;
import org.limpid.simulation.policy.Semantics;
import org.limpid.simulation.policy.Settings;
import org.limpid.simulation.policy.sharing.SharingSettings;
import org.limpid.simulation.resource.PlacementRule;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.sink.ColumnType;

final class RunDescriptionTest {
  @TempDir private Path folder;

  private static RunOptions options() {
    return new RunOptions(
        new Semantics(EnumSet.of(Semantics.Fix.SURVIVOR_RECOVERS)),
        PlacementRule.CONSOLIDATE,
        Optional.of("qssf"),
        Optional.of(
            new RunOptions.Models(
                Path.of("models"), Optional.of("ab12"), Set.of(WorkloadPrediction.PAIRS))),
        Settings.NONE.with(SharingSettings.SHARING_LIMIT, 1),
        new SubmissionSpan(Optional.of("60"), Optional.empty(), Optional.of("3600")),
        30,
        true,
        2,
        5,
        List.of("seconds"),
        7);
  }

  private static RunDescription description() {
    return new RunDescription(
        "1.2",
        List.of("limpid", "simulate"),
        "small",
        "00ff",
        "data",
        12,
        7,
        Optional.of(LocalDateTime.of(2026, 9, 1, 0, 0)),
        60,
        OptionalLong.of(3600),
        List.of("fifo", "lucid", "edf"),
        Map.of("edf", Map.of(RunDescription.ARTIFACT, "an artifact")),
        List.of("Durations: by models."),
        List.of("A notice."));
  }

  @Test
  void whatIsWrittenIsRead() {
    RunOptions options = options();
    RunDescription run = description();
    run.write(folder, options, Map.of("read", 0.5));
    assertEquals(run, RunDescription.read(folder.resolve(RunFolder.RUN)));
    assertEquals(options, RunOptions.read(folder.resolve(RunFolder.RUN)));
  }

  /** Runs of older versions name the fixes by another word. */
  @Test
  void fixesOfOlderRunsAreRead() throws IOException {
    description().write(folder, options(), Map.of());
    Path file = folder.resolve(RunFolder.RUN);
    String text = Files.readString(file);
    String older = text.replace("\"fixed\"", "\"mended\"");
    assertNotEquals(text, older);
    Files.writeString(file, older);
    assertEquals(options(), RunOptions.read(file));
  }

  /** The sharing limit was chosen for all; Lucid chooses nothing itself. */
  @Test
  void whatPoliciesChooseThemselvesIsTold() {
    assertEquals(
        Map.of("limpid", Map.of("profilerSeconds", 100, "profilerProbes", 2)),
        options()
            .toMap(List.of("lucid", "limpid"), 60, OptionalLong.empty())
            .get("chosenByPolicies"));
  }

  /** The columns that a run goes on with are all that policies declare, in their order. */
  @Test
  void columnsOfPoliciesAreThoseThatTheyDeclare() {
    assertEquals(
        Policies.standard().all().stream()
            .flatMap(policy -> policy.about().columns().stream())
            .map(ColumnType::name)
            .distinct()
            .toList(),
        Stream.of(JobField.values()).filter(JobField::isOfPolicy).map(CsvSchema::nameOf).toList());
  }
}
