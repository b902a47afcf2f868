package org.limpid.plots.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.experiment.compare.ComparisonFolder;
import org.limpid.files.DataException;
import org.limpid.plots.SampleRun;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.ModelChoice;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Cell;
import org.limpid.results.table.PageTable;

final class PaperTablesTest {
  private static final String HEADER =
      "model,variant,leaks,source,learner,readable,test_rows,mae,r2,spearman,accuracy,bytes,"
          + "fit_cpu_seconds,note\n";

  @TempDir private Path folder;

  private static List<PageTable> made(Exhibit source, PlotInputs inputs, FigureOptions options) {
    return ((Made.Tables) source.make(inputs, options)).tables();
  }

  private static List<List<String>> shown(PageTable table) {
    return table.rows().stream().map(row -> row.stream().map(Cell::shown).toList()).toList();
  }

  private void files(String policy, String size) throws IOException {
    SampleRun.write(folder, 1, List.of("fifo", "lucid"));
    String figures =
        "jobs,jct_mean,jct_median,jct_p99,jct_p999,queue_mean,queue_median,queue_p99,queue_p999";
    Files.writeString(
        folder.resolve("summary.csv"),
        "policy," + figures + ",makespan,preemptions,utilisation\n" + policy);
    Files.writeString(folder.resolve("by_vc.csv"), "policy,vc," + figures + "\n");
    Files.writeString(folder.resolve("by_size.csv"), "policy,size," + figures + "\n" + size);
  }

  @Test
  void tables4And5AreWhatTheRunWrote() throws IOException {
    files(
        "fifo,3,65720.542646,1,2,3,53951.271973,4,5,587040.844000,9,0,0.5\n"
            + "lucid,3,12886.126326,1,2,3,915.244,4,5,93756,9,0,0.5\n",
        "fifo,small,2,1.005,0,0,0,2.5,0,0,0\nfifo,large,1,1000000,0,0,0,0,0,0,0\n"
            + "lucid,small,3,7,0,0,0,8,0,0,0\n");
    PlotInputs inputs = PlotInputs.of(RunFolder.open(folder));
    assertEquals(
        List.of(
            List.of("fifo", "65,720.54", "53,951.27", "587,040.84"),
            List.of("lucid", "12,886.13", "915.24", "93,756.00")),
        shown(made(SummaryTable.TABLE_4, inputs, FigureOptions.NONE).getFirst()));
    assertEquals(
        List.of(
            List.of("fifo", "1,000,000.00", "1.01", "0.00", "2.50"),
            List.of("lucid", "–", "7.00", "–", "8.00")),
        shown(made(SummaryTable.TABLE_5, inputs, FigureOptions.NONE).getFirst()));
    FigureOptions lucid =
        new FigureOptions(
            List.of("lucid"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ModelChoice.NONE);
    assertEquals(1, made(SummaryTable.TABLE_4, inputs, lucid).getFirst().rows().size());
  }

  @Test
  void wrongFiguresAreListed() throws IOException {
    files("fifo,3,-1,1,2,3,x,4,5,6,9,0,0.5\n", "");
    RunFolder run = RunFolder.open(folder);
    DataException failure = assertThrows(DataException.class, run::summaries);
    assertEquals(2, failure.problems().size(), failure.getMessage());
    assertTrue(failure.getMessage().contains("summary.csv"), failure.getMessage());
  }

  private List<PageTable> table7(String rows) throws IOException {
    Files.writeString(folder.resolve("table7.csv"), HEADER + rows);
    PlotInputs inputs =
        new PlotInputs(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.of(ComparisonFolder.open(folder)));
    return made(new Table7(), inputs, FigureOptions.NONE);
  }

  /** The tree errs by 3 / 2.5 - 1 = 20 % more than the forest; references are never marked. */
  @Test
  void table7HasATablePerContestAndMarksTheBest() throws IOException {
    List<PageTable> tables =
        table7(
            """
            packing,share score,0,limpid,tree,1,66,3,.5,.9,.8,2048,.5,
            packing,share score,0,limpid,forest,0,66,2.5,.6,,.7,,12.34,slow
            packing,share score,0,reference,boosting,,66,1,.9,.9,.9,,2,slow
            workload,duration (with profile),1,limpid,ebm,1,1000,12345.6,.5,.5,,99,1,
            """);
    assertEquals(
        List.of("table7-packing-share-score", "table7-workload-duration-with-profile"),
        tables.stream().map(PageTable::name).toList());
    PageTable packing = tables.getFirst();
    assertEquals("Table 7: Packing: share score, 66 predicted", packing.heading());
    assertEquals(
        "The smallest mean absolute error is that of forest; that of tree, which can be read, is"
            + " 20 % larger.",
        packing.caption());
    assertEquals(
        List.of(
            List.of("tree", "yes", "3.000", "0.500", "0.900", "0.800", "0.50", "2.0"),
            List.of("forest [1]", "no", "2.500", "0.600", "–", "0.700", "12.3", "–"),
            List.of(
                "reference: boosting [1]", "", "1.000", "0.900", "0.900", "0.900", "2.00", "–")),
        shown(packing));
    assertEquals(
        List.of("forest [1] 2.500", "forest [1] 0.600", "tree 0.900", "tree 0.800"),
        packing.rows().stream()
            .flatMap(row ->
                row.stream()
                    .filter(Cell::isBest)
                    .map(cell -> row.getFirst().shown() + " " + cell.shown()))
            .sorted((one, other) -> one.charAt(0) - other.charAt(0))
            .toList());
    assertEquals(List.of("[1] slow"), packing.notes());
    PageTable workload = tables.getLast();
    assertEquals(
        "Table 7: Workload: duration (with profile), 1,000 predicted, leaks the answer",
        workload.heading());
    assertEquals(
        "The smallest mean absolute error is that of ebm, which can be read.", workload.caption());
    assertEquals(
        List.of(List.of("ebm", "yes", "12,346", "0.500", "0.500", "1.00", "0.1")), shown(workload));
  }

  @Test
  void foldersWithoutAComparisonAreNamed() {
    DataException failure = assertThrows(DataException.class, () -> ComparisonFolder.open(folder));
    assertTrue(failure.getMessage().contains("Maybe 'limpid table7 --out'"));
  }
}
