package org.limpid.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.edit.EbmEditor;
import org.limpid.models.ModelFolder;
import org.limpid.plots.cluster.TinyRun;
import org.limpid.plots.figure.Exhibit.Made;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.render.Format;
import org.limpid.plots.render.Pictures;
import org.limpid.plots.render.RenderOptions;
import org.limpid.plots.theme.Theme;
import org.limpid.results.RunFolder;

/**
 * The main figures of a sample run and of sample models look as they did. With {@code
 * -Dlimpid.golden=DIR} the pictures are written there instead, to be looked at and copied into the
 * resources of the tests.
 */
final class GoldenImagesTest {
  private static final List<String> POLICIES =
      List.of("fifo", "sjf", "srtf", "tiresias", "qssf", "lucid");
  private static final List<String> KINDS =
      List.of(
          "jct-cdf",
          "queue-by-vc",
          "gpus-in-use",
          "waiting",
          "times-by-size",
          "slowdown-cdf",
          "fairness",
          "gpu-time",
          "wait-causes",
          "wait-causes-vc",
          "wait-causes-size");
  private static final List<String> NODE_KINDS = List.of("gantt", "node-utilisation");
  private static final List<String> MODEL_KINDS =
      List.of("importance", "shape", "shapes", "waterfall", "drift");
  private static final RenderOptions COARSE =
      new RenderOptions(Theme.PAPER, OptionalDouble.empty(), OptionalDouble.empty(), 100);

  /** Mean difference of colour values; a tick label that moves by a pixel gives about 0.1. */
  private static final double TOLERANCE = 0.5;

  @TempDir private Path folder;

  private List<Figure> figures() throws IOException {
    Path sample = SampleRun.explained(folder.resolve("sample"), 400, POLICIES);
    List<Figure> figures = figures(KINDS, PlotInputs.of(RunFolder.open(sample)));
    PlotInputs crowded = PlotInputs.of(TinyRun.crowded(folder.resolve("crowded"), 120));
    figures.addAll(figures(NODE_KINDS, crowded));
    ModelFolder waits = SampleModels.file(folder, "waits", SampleModels.waits());
    EbmModel edited = EbmEditor.of(SampleModels.waits()).scale("hour", 0.5).model();
    PlotInputs models = SampleModels.inputs(waits, SampleModels.file(folder, "edited", edited));
    figures.addAll(figures(MODEL_KINDS, SampleModels.withTable(models, folder)));
    PlotInputs tree = SampleModels.inputs(SampleModels.file(folder, "waits", SampleModels.tree()));
    figures.addAll(figures(List.of("tree"), tree));
    return figures;
  }

  private static List<Figure> figures(List<String> kinds, PlotInputs inputs) {
    List<Figure> figures = new ArrayList<>();
    for (String kind : kinds) {
      Made outcome = Exhibits.named(kind).orElseThrow().make(inputs, FigureOptions.NONE);
      if (outcome instanceof Made.Figures drawn) {
        figures.addAll(drawn.figures());
      }
    }
    return figures;
  }

  @Test
  void figuresLookAsTheyDid() throws IOException {
    String target = System.getProperty("limpid.golden");
    List<String> changed = new ArrayList<>();
    for (Figure figure : figures()) {
      byte[] png = Format.PNG.render(figure, COARSE);
      if (target != null) {
        Files.createDirectories(Path.of(target));
        Files.write(Path.of(target, figure.name() + ".png"), png);
      } else {
        compare(figure, png, changed);
      }
    }
    assertEquals(List.of(), changed, "figures that changed");
  }

  private void compare(Figure figure, byte[] png, List<String> changed) throws IOException {
    BufferedImage found = ImageIO.read(new ByteArrayInputStream(png));
    try (InputStream file =
        GoldenImagesTest.class.getResourceAsStream("golden/" + figure.name() + ".png")) {
      assertNotNull(file, "there is no picture golden/%s.png".formatted(figure.name()));
      double difference = Pictures.difference(ImageIO.read(file), found);
      if (difference > TOLERANCE) {
        changed.add("%s by %.2f".formatted(figure.name(), difference));
      }
    }
  }
}
